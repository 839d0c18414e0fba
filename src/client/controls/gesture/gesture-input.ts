import { Arena, type ArenaMember } from "../../../input/gestures/arena.ts";
import type { Detector } from "../../../input/gestures/detector.ts";
import type { Button, PointerKind, Sample } from "../../../input/gestures/gesture.ts";

const KINDS: { readonly [type: string]: PointerKind | undefined } = { mouse: "mouse", touch: "touch", pen: "stylus" };
const BUTTONS: readonly (Button | undefined)[] = ["primary", "tertiary", "secondary"];

/**
 * Selectors of elements inside a detector that handle pointers themselves. `CLICKED` elements handle clicks. `DRAGGED`
 * elements are dragged or contain text, so no gesture of the detector starts on them.
 */
const CLICKED = "a[href], button, label, input, [role]:not(.r-gesture-detector)";
const DRAGGED = "textarea, select, [contenteditable], [role=slider], input:not([type=checkbox], [type=radio])";

/** Returns the kind of device that a pointer belongs to. */
export function kindOf({ pointerType }: PointerEvent): PointerKind {
  return KINDS[pointerType] ?? "unknown";
}

interface Touch {
  readonly arena: Arena;
  readonly button: Button;
  readonly detectors: Detector[];
}

/** Pressed pointers on a detector, by id. */
const touches = new Map<number, Touch>();
/** Whether the click after the last press is suppressed, because the pointer made another gesture. */
let isClickOff = false;
let isListening = false;

/**
 * Starts the gestures of a detector, because a pointer went down. Inner detectors start first, because the event
 * bubbles outwards.
 */
export function begin(detector: Detector, root: HTMLElement, event: PointerEvent): void {
  const button = BUTTONS[event.button];
  const inside = event.target as Element;
  const holds = (selector: string): boolean => {
    const found = inside.closest(selector);
    return found !== null && found !== root && root.contains(found);
  };
  if (button === undefined || holds(DRAGGED)) return;
  listen();
  const isTapTaken = holds(CLICKED);
  let touch = touches.get(event.pointerId);
  if (touch === undefined) {
    touch = { arena: new Arena(), button, detectors: [] };
    touches.set(event.pointerId, touch);
    if (isTapTaken) touch.arena.enter(innerButton);
  }
  touch.detectors.push(detector);
  detector.down(sampleOf(event, button), touch.arena, isTapTaken);
}

/** Captures a pointer for a gesture that is not a click, and suppresses the click that would follow. */
export function capture(root: HTMLElement, pointer: number): void {
  isClickOff = true;
  if (touches.has(pointer) && !root.hasPointerCapture(pointer)) root.setPointerCapture(pointer);
}

/**
 * Contender for a clickable element inside a detector. Without it, a drag would be the only contender and win at once,
 * so that the element could not be clicked.
 */
const innerButton: ArenaMember = {
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
  // All detectors have received the event before it reaches this listener.
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
      // A click by keyboard has `detail` 0.
      if (!isClickOff || click.detail === 0) return;
      click.preventDefault();
      click.stopImmediatePropagation();
    },
    true,
  );
}
