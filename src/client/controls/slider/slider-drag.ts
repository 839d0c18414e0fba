import { isRtlAt } from "../../input/roving.ts";
import { isSideways, settlePress } from "../../input/settled-press.ts";

/** Options for moving the thumbs of a slider by pointer, where the browser's own behavior is not enough. */
export interface DragOptions {
  readonly root: HTMLElement;
  /** Returns whether these options apply now. Otherwise the browser handles the pointer. */
  isOn(): boolean;
  /**
   * Returns the thumb that a press grabs, if any. `at` is the position of the press, and `reach` is the maximum
   * distance from a thumb. Both are shares of the track.
   */
  pickThumb(at: number, reach: number): HTMLInputElement | undefined;
  /** Returns the position of a thumb, as a share of the track. */
  at(thumb: HTMLInputElement): number;
  /** Returns whether a press moves the thumb to the pointer (`taps`), and whether a drag moves the thumb (`drags`). */
  direction(): { readonly taps: boolean; readonly drags: boolean };
  started(): void;
  moved(thumb: HTMLInputElement, at: number): void;
  ended(): void;
}

/** Maximum distance of a press from the center of a thumb, in pixels. */
const DRAG_SLOP = 24;

/** Moves thumbs by pointer. A grabbed thumb stays grabbed until the pointer is released. */
export function listenForDrag(options: DragOptions): void {
  const { root } = options;
  let dragged: { thumb: HTMLInputElement; from: number; x: number } | undefined;
  /** Returns the position of a pointer as a share of the track, and the length of the track in pixels. */
  const locate = ({ clientX }: PointerEvent, thumb: Element): { at: number; length: number } => {
    const { left, width } = thumb.getBoundingClientRect();
    const inset = Number.parseFloat(getComputedStyle(thumb).getPropertyValue("--r-sl-half")) || 0;
    const length = Math.max(1, width - 2 * inset);
    const at = Math.min(1, Math.max(0, (clientX - left - inset) / length));
    return { at: isRtlAt(thumb) ? 1 - at : at, length };
  };
  const drag = (event: PointerEvent): void => {
    if (dragged === undefined || !options.direction().drags) return;
    const { length } = locate(event, dragged.thumb);
    const moved = ((event.clientX - dragged.x) / length) * (isRtlAt(root) ? -1 : 1);
    options.moved(dragged.thumb, Math.min(1, Math.max(0, dragged.from + moved)));
  };
  root.addEventListener("pointerdown", (event) => {
    const first = root.querySelector("input");
    if (!options.isOn() || event.button !== 0 || first === null || first.disabled) return;
    const { at, length } = locate(event, first);
    const thumb = options.pickThumb(at, DRAG_SLOP / length);
    event.preventDefault();
    if (thumb === undefined) return;
    const settled = (latest: PointerEvent): void => {
      if (first.disabled) return;
      thumb.focus();
      root.setPointerCapture(event.pointerId);
      options.started();
      const { taps } = options.direction();
      if (taps) options.moved(thumb, at);
      dragged = { thumb, from: taps ? at : options.at(thumb), x: event.clientX };
      if (latest !== event) drag(latest);
    };
    settlePress(root, event, { settled, isCertain: isSideways });
  });
  root.addEventListener("pointermove", drag);
  for (const type of ["pointerup", "pointercancel"]) {
    root.addEventListener(type, () => {
      if (dragged === undefined) return;
      dragged = undefined;
      options.ended();
    });
  }
}
