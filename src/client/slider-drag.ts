import { isRtlAt } from "./roving.ts";

/** How a pointer moves the thumbs of a slider, where the browser's own way will not do. */
export interface DragOptions {
  readonly root: HTMLElement;
  /** Whether it is so now: else the browser does it. */
  isOn(): boolean;
  /** The thumb that a press at a share of the line takes hold of; `reach` is how near, as a share, a thumb is touched. */
  take(at: number, reach: number): HTMLInputElement | undefined;
  /** Where a thumb is, as a share of the line. */
  at(thumb: HTMLInputElement): number;
  /** Whether a press moves the thumb there, and whether a drag moves it along. */
  way(): { readonly taps: boolean; readonly drags: boolean };
  started(): void;
  moved(thumb: HTMLInputElement, at: number): void;
  ended(): void;
}

/** Pixels from the middle of a thumb within which it is touched. */
const REACH = 24;

/** Moves thumbs by pointer: what is taken hold of stays in hand until it is let go. */
export function listenForDrag(options: DragOptions): void {
  const { root } = options;
  let held: { thumb: HTMLInputElement; from: number; x: number } | undefined;
  /** Where a pointer is on the line, and how long that is. */
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
