import type { Boxes } from "./case.ts";

/** What a frame of the host page shows next. */
export interface FrameTask {
  readonly frame: number;
  readonly width: number;
  readonly height: number;
  /** Title of the document once the update has arrived. */
  readonly title: string;
  /** Key of each background color. */
  readonly keys: { readonly [color: string]: string };
  /** Whether the frame loads its page again first. */
  readonly isReloaded?: boolean;
}

/** What was found in a frame. */
export interface FrameResult {
  readonly boxes: Boxes;
  /** Why the boxes mean nothing, if they do not. */
  readonly problem?: string | undefined;
}

/**
 * Runs in the host page. Waits until the pages in its frames show their updates, and their layout stays the same for two
 * animation frames. Returns the visible parts of all boxes with keys.
 */
export async function measureFrames(tasks: readonly FrameTask[]): Promise<FrameResult[]> {
  const PATIENCE = 30_000;
  const animationFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const frames = [...document.querySelectorAll("iframe")];
  return Promise.all(tasks.map(measureFrame));

  async function measureFrame(task: FrameTask): Promise<FrameResult> {
    const frame = frames[task.frame]!;
    frame.style.width = `${task.width}px`;
    frame.style.height = `${task.height}px`;
    if (task.isReloaded) {
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
      frame.contentWindow!.location.reload();
      await loaded;
    }
    const end = performance.now() + PATIENCE;
    while (frame.contentDocument?.title !== task.title) {
      if (performance.now() > end) return { boxes: {}, problem: "the update did not arrive" };
      await animationFrame();
    }
    let before = "";
    for (let same = 0; same < 2; ) {
      await animationFrame();
      const boxes = boxesIn(frame, task);
      const now = JSON.stringify(boxes);
      same = now === before ? same + 1 : 0;
      before = now;
      if (performance.now() > end) return { boxes, problem: "the layout does not come to rest" };
    }
    const error = frame.contentDocument!.querySelector(".r-error");
    return { boxes: JSON.parse(before) as Boxes, ...(error !== null && { problem: `an error: ${error.textContent}` }) };
  }

  function boxesIn(frame: HTMLIFrameElement, { width, height, keys }: FrameTask): Boxes {
    const inner = frame.contentDocument!;
    for (const animation of inner.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
    const boxes: Record<string, [number, number, number, number] | null> = {};
    const elements = [...inner.body.querySelectorAll("*")];
    for (const element of elements) if (element.scrollTop !== 0 || element.scrollLeft !== 0) element.scrollTo(0, 0);
    for (const element of elements) {
      const key = keys[getComputedStyle(element).backgroundColor];
      if (key === undefined) continue;
      let { left, top, right, bottom } = element.getBoundingClientRect();
      for (let at = element.parentElement; at !== null && at !== inner.body; at = at.parentElement) {
        const clip = clipOf(at);
        left = Math.max(left, clip.left);
        top = Math.max(top, clip.top);
        right = Math.min(right, clip.right);
        bottom = Math.min(bottom, clip.bottom);
      }
      [left, top, right, bottom] = [
        Math.max(left, 0),
        Math.max(top, 0),
        Math.min(right, width),
        Math.min(bottom, height),
      ];
      boxes[key] = right > left && bottom > top ? [left, top, right - left, bottom - top] : null;
    }
    return boxes;
  }

  /** The edges at which an element clips what is inside it. */
  function clipOf(element: Element): { left: number; top: number; right: number; bottom: number } {
    const style = getComputedStyle(element);
    const isContained = /paint|strict|content/.test(style.contain) || style.contentVisibility === "auto";
    const clips = (overflow: string) => style.display !== "contents" && (overflow !== "visible" || isContained);
    const edges = { left: -1e9, top: -1e9, right: 1e9, bottom: 1e9 };
    const [isClippedX, isClippedY] = [clips(style.overflowX), clips(style.overflowY)];
    if (!isClippedX && !isClippedY) return edges;
    const outer = element.getBoundingClientRect();
    const margin = isContained || style.overflowX === "clip" ? Number.parseFloat(style.overflowClipMargin) || 0 : 0;
    if (isClippedX) {
      edges.left = outer.left + Number.parseFloat(style.borderLeftWidth) - margin;
      edges.right = outer.right - Number.parseFloat(style.borderRightWidth) + margin;
    }
    if (isClippedY) {
      edges.top = outer.top + Number.parseFloat(style.borderTopWidth) - margin;
      edges.bottom = outer.bottom - Number.parseFloat(style.borderBottomWidth) + margin;
    }
    return edges;
  }
}
