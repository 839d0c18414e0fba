import { Arena, type Contender } from "../protocol/gestures/arena.ts";
import type { Detector } from "../protocol/gestures/detector.ts";
import type { Button, PointerKind, Sample } from "../protocol/gestures/gesture.ts";

const KINDS: { readonly [type: string]: PointerKind | undefined } = { mouse: "mouse", touch: "touch", pen: "stylus" };
const BUTTONS: readonly (Button | undefined)[] = ["primary", "tertiary", "secondary"];

/** What is clicked, and what is typed into or pulled: a pointer on it is the browser's, or the control's that it is. */
const CLICKED = "a[href], button, label, input, [role]:not(.r-gestures)";
const PULLED = "textarea, select, [contenteditable], [role=slider], input:not([type=checkbox], [type=radio])";

export function kindOf({ pointerType }: PointerEvent): PointerKind {
  return KINDS[pointerType] ?? "unknown";
}

interface Touch {
  readonly arena: Arena;
  readonly button: Button;
  readonly detectors: Detector[];
}

/** Pointers that are down on a detector, by id. */
const touches = new Map<number, Touch>();
/** The pointer turned out to do something else than click. */
let isClickOff = false;
let isListening = false;

/** Hands a pointer that came down to a detector. Those further in are given it before, as the event goes outwards. */
export function begin(detector: Detector, root: HTMLElement, event: PointerEvent): void {
  const button = BUTTONS[event.button];
  const inside = event.target as Element;
  const holds = (selector: string): boolean => {
    const found = inside.closest(selector);
    return found !== null && found !== root && root.contains(found);
  };
  if (button === undefined || holds(PULLED)) return;
  listen();
  const isTaken = holds(CLICKED);
  let touch = touches.get(event.pointerId);
  if (touch === undefined) {
    touch = { arena: new Arena(), button, detectors: [] };
    touches.set(event.pointerId, touch);
    if (isTaken) touch.arena.enter(clicked);
  }
  touch.detectors.push(detector);
  detector.down(sampleOf(event, button), touch.arena, isTaken);
}

/** Something other than a click: the browser is not to make one of it. */
export function capture(root: HTMLElement, pointer: number): void {
  isClickOff = true;
  if (touches.has(pointer) && !root.hasPointerCapture(pointer)) root.setPointerCapture(pointer);
}

/** What is clicked inside a detector takes part in the arena, so that a drag on it has to be one. */
const clicked: Contender = {
  won() {},
  lost() {
    isClickOff = true;
  },
};

function sampleOf(event: PointerEvent, button: Button): Sample {
  const { pointerId: pointer, clientX: x, clientY: y, timeStamp: time } = event;
  return { pointer, kind: kindOf(event), button, x, y, time };
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  const each = (event: PointerEvent, act: (detector: Detector, sample: Sample) => void): Touch | undefined => {
    const touch = touches.get(event.pointerId);
    if (touch === undefined) return undefined;
    const sample = sampleOf(event, touch.button);
    for (const detector of touch.detectors) act(detector, sample);
    return touch;
  };
  // All detectors have the event before it comes here.
  addEventListener("pointerdown", ({ pointerId }) => touches.get(pointerId)?.arena.close());
  addEventListener("pointermove", (event) => void each(event, (detector, sample) => detector.move(sample)), true);
  const end = (event: PointerEvent): void => {
    const isUp = event.type === "pointerup";
    const touch = each(event, (detector, sample) => (isUp ? detector.up(sample) : detector.cancel(sample)));
    touches.delete(event.pointerId);
    if (isUp) touch?.arena.sweep();
  };
  addEventListener("pointerup", end, true);
  addEventListener("pointercancel", end, true);
  addEventListener("pointerdown", () => (isClickOff = false), true);
  addEventListener(
    "click",
    (click) => {
      // A click of the keyboard's counts no presses.
      if (!isClickOff || click.detail === 0) return;
      click.preventDefault();
      click.stopImmediatePropagation();
    },
    true,
  );
}
