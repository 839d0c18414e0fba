import { isRtlAt } from "./roving.ts";

/** Options for moving the thumbs of a slider by pointer, where the browser's own behavior is not enough. */
export interface DragOptions {
  readonly root: HTMLElement;
  /** Returns whether these options apply now. Otherwise the browser handles the pointer. */
  isOn(): boolean;
  /**
   * Returns the thumb that a press at a share of the track grabs. `reach` is the maximum distance of a touch from a
   * thumb, as a share.
   */
  take(at: number, reach: number): HTMLInputElement | undefined;
  /** Returns the position of a thumb, as a share of the track. */
  at(thumb: HTMLInputElement): number;
  /** Returns whether a press moves the thumb there, and whether a drag moves it along. */
  way(): { readonly taps: boolean; readonly drags: boolean };
  started(): void;
  moved(thumb: HTMLInputElement, at: number): void;
  ended(): void;
}

/** Maximum distance of a touch from the center of a thumb, in pixels. */
const REACH = 24;

/** Moves thumbs by pointer. A thumb that is grabbed stays grabbed until the pointer is released. */
export function listenForDrag(options: DragOptions): void {
  const { root } = options;
  let held: { thumb: HTMLInputElement; from: number; x: number } | undefined;
  /** Returns the position of a pointer as a share of the track, and the length of the track in pixels. */
  const place = ({ clientX }: PointerEvent, thumb: Element): { at: number; length: number } => {
    const { left, width } = thumb.getBoundingClientRect();
    const inset = Number.parseFloat(getComputedStyle(thumb).getPropertyValue("--r-sl-half")) || 0;
    const length = Math.max(1, width - 2 * inset);
    const at = Math.min(1, Math.max(0, (clientX - left - inset) / length));
    return { at: isRtlAt(thumb) ? 1 - at : at, length };
  };
  root.addEventListener("pointerdown", (event) => {
    const first = root.querySelector("input");
    if (!options.isOn() || event.button !== 0 || first === null || first.disabled) return;
    const { at, length } = place(event, first);
    const thumb = options.take(at, REACH / length);
    event.preventDefault();
    if (thumb === undefined) return;
    thumb.focus();
    root.setPointerCapture(event.pointerId);
    options.started();
    const { taps } = options.way();
    if (taps) options.moved(thumb, at);
    held = { thumb, from: taps ? at : options.at(thumb), x: event.clientX };
  });
  root.addEventListener("pointermove", (event) => {
    if (held === undefined || !options.way().drags) return;
    const { length } = place(event, held.thumb);
    const moved = ((event.clientX - held.x) / length) * (isRtlAt(root) ? -1 : 1);
    options.moved(held.thumb, Math.min(1, Math.max(0, held.from + moved)));
  });
  for (const type of ["pointerup", "pointercancel"]) {
    root.addEventListener(type, () => {
      if (held === undefined) return;
      held = undefined;
      options.ended();
    });
  }
}
