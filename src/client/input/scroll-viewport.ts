import type { Read } from "../../controls/control-props.ts";
import type { ScrollProps } from "../../controls/scroll-props.ts";
import type { ScrollTo } from "../../controls/scroll-to.ts";
import type { Json } from "../../protocol/messages.ts";
import type { ScrollDetails, ScrollDirection } from "../../values/scroll-details.ts";
import { toEasing } from "../dom/easing.ts";
import { throttleToLatest } from "../dom/frame-throttle.ts";
import type { Rows } from "../dom/rows.ts";
import type { View } from "../rendering/view.ts";

type ScrollTarget = Omit<ScrollTo, "key"> & { readonly target?: number };

/**
 * An element that scrolls along an axis. Positions are in pixels from the start of the content, which may be at either
 * end of the axis.
 */
export class Viewport {
  readonly #root: HTMLElement;
  readonly #axis: Axis;
  /** Whether the content starts at the right or at the bottom. Then the browser's scroll positions are negative. */
  readonly #isFromEnd: boolean;

  constructor(root: HTMLElement, axis: Axis) {
    const { direction, flexDirection } = getComputedStyle(root);
    const isReverse = flexDirection.endsWith("-reverse");
    this.#root = root;
    this.#axis = axis;
    this.#isFromEnd = axis === "x" ? isReverse !== (direction === "rtl") : isReverse;
  }

  get at(): number {
    return Math.abs(this.#axis === "x" ? this.#root.scrollLeft : this.#root.scrollTop);
  }
  set at(pixels: number) {
    const signed = this.#isFromEnd ? -pixels : pixels;
    if (this.#axis === "x") this.#root.scrollLeft = signed;
    else this.#root.scrollTop = signed;
  }

  get viewportLength(): number {
    return this.#axis === "x" ? this.#root.clientWidth : this.#root.clientHeight;
  }

  get maxOffset(): number {
    return (this.#axis === "x" ? this.#root.scrollWidth : this.#root.scrollHeight) - this.viewportLength;
  }

  /** Returns the position of an element in the content. */
  startOf(element: Element): number {
    const [inner, outer] = [element.getBoundingClientRect(), this.#root.getBoundingClientRect()];
    const edge = this.#axis === "x" ? (["left", "right"] as const) : (["top", "bottom"] as const);
    const distance = this.#isFromEnd ? outer[edge[1]] - inner[edge[1]] : inner[edge[0]] - outer[edge[0]];
    return this.at + distance;
  }
}

/** Elements that scroll by an animation, each with a function that stops it. */
export const moving: WeakMap<HTMLElement, () => void> = new WeakMap();
const STOPS = ["wheel", "pointerdown", "touchstart", "keydown"] as const;

const frame = (): Promise<number> => new Promise(requestAnimationFrame);

/**
 * Scrolls to a position with an animation. The position may change meanwhile. Stops when the person scrolls. Returns
 * whether it was stopped.
 */
export async function animateScroll(
  root: HTMLElement,
  viewport: Viewport,
  goal: () => number,
  how: { duration: number; easing: string },
): Promise<boolean> {
  moving.get(root)?.();
  const bound = () => Math.max(0, Math.min(viewport.maxOffset, goal()));
  const isStill = how.duration === 0 || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const from = viewport.at;
  // An animation without an element. It computes the progress along the curve, because browsers cannot animate a scroll
  // position.
  const clock = new Animation(new KeyframeEffect(null, null, { ...how, fill: "both" }));
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
  };
  moving.set(root, stop);
  for (const type of STOPS) root.addEventListener(type, stop, { passive: true });
  if (!isStill) clock.play();
  while (!isStopped) {
    const share = isStill ? 1 : (clock.effect?.getComputedTiming().progress ?? 1);
    viewport.at = from + (bound() - from) * share;
    // The scroll event of the last step fires one frame later.
    await frame();
    if (isStill || clock.playState === "finished") break;
  }
  if (!isStopped) {
    viewport.at = bound();
    await frame();
  }
  clock.cancel();
  for (const type of STOPS) root.removeEventListener(type, stop);
  if (moving.get(root) !== stop) return true;
  moving.delete(root);
  // The `scrollend` events of the single steps were ignored, so report the end of the whole animation.
  root.dispatchEvent(new Event("scrollend"));
  return isStopped;
}

/** Scrolls to the position that the app asked for. */
export async function scrollTo(view: View, axis: Axis, aim: ScrollTarget, rows?: Rows): Promise<void> {
  const { root } = view;
  rows?.draw();
  const viewport = new Viewport(root, axis);
  const how = { duration: aim.duration ?? 0, easing: toEasing(aim.curve ?? "ease") };
  const goal = goalOf(view, viewport, aim, rows);
  await animateScroll(root, viewport, goal, how);
  if (aim.target === undefined) return;
  // Rows that are drawn only now may differ from their estimated size. Correct the position until it is stable.
  for (let tries = 0, still = 0; tries < 10 && still < 2; tries++) {
    await frame();
    rows?.draw();
    const at = Math.max(0, Math.min(viewport.maxOffset, goal()));
    still = Math.abs(at - viewport.at) < 1 ? still + 1 : 0;
    viewport.at = at;
  }
}

function goalOf(
  { root }: View,
  viewport: Viewport,
  { offset, delta, target }: ScrollTarget,
  rows: Rows | undefined,
): () => number {
  if (delta !== undefined) {
    const to = viewport.at + delta;
    return () => to;
  }
  if (offset !== undefined) return () => (offset < 0 ? viewport.maxOffset + offset + 1 : offset);
  const selector = `[data-id="${target}"]`;
  const index = rows?.all.findIndex((row) => row.id === target || row.root.querySelector(selector) !== null) ?? -1;
  return () => {
    const element = root.querySelector(selector);
    if (element !== null) return viewport.startOf(element);
    const holder = root.querySelector(":scope > .r-list-rows");
    return (holder === null ? 0 : viewport.startOf(holder)) + (rows?.startOf(index) ?? viewport.at);
  };
}

/** Time in milliseconds without a move that ends scrolling in a browser without `scrollend`. */
const REST = 150;
const listening = new WeakSet<Element>();

/** Reports scrolling to the app. With `hasScrolled`, the person scrolled before this code was loaded. */
export function listen(view: View<ScrollProps<Read>>, axis: Axis, hasScrolled: boolean): void {
  const { root } = view;
  if (listening.has(root)) return;
  listening.add(root);
  let isMoving = false;
  let last = 0;
  let seen = 0;
  let direction: ScrollDirection = "idle";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const report = (eventType: ScrollDetails["eventType"], more: Partial<ScrollDetails> = {}): void => {
    const viewport = new Viewport(root, axis);
    const position = {
      pixels: viewport.at,
      minScrollExtent: 0,
      maxScrollExtent: viewport.maxOffset,
      viewportDimension: viewport.viewportLength,
    };
    view.emit("scroll", { eventType, ...position, ...more } as Json);
  };
  const turn = (next: ScrollDirection): void => {
    if (next === direction) return;
    direction = next;
    report("user", { direction });
  };
  const reportChange = (): void => {
    const { at } = new Viewport(root, axis);
    if (at === last) return;
    const scrollDelta = at - last;
    last = at;
    report("update", { scrollDelta });
  };
  const update = throttleToLatest(() => view.props.scrollInterval ?? 10, reportChange);
  const end = (): void => {
    if (!isMoving) return;
    isMoving = false;
    clearTimeout(timer);
    reportChange();
    report("end");
    turn("idle");
  };
  const scrolled = (): void => {
    const { at } = new Viewport(root, axis);
    if (!isMoving) report("start");
    isMoving = true;
    if (at !== seen && !moving.has(root)) turn(at > seen ? "reverse" : "forward");
    seen = at;
    update();
  };
  const endAtRest = (): void => {
    clearTimeout(timer);
    timer = setTimeout(end, REST);
  };
  root.addEventListener("scroll", ({ target }) => {
    if (target !== root) return;
    scrolled();
    if (!("onscrollend" in window)) endAtRest();
  });
  root.addEventListener("scrollend", ({ target }) => {
    if (target === root && !moving.has(root)) end();
  });
  if (!hasScrolled) return;
  // The event of the end may have passed as well.
  scrolled();
  endAtRest();
}

/** Axis of scrolling: horizontal or vertical. */
export type Axis = "x" | "y";
