import { Arena, type ArenaMember } from "../../../input/gestures/arena.ts";
import type { Detector } from "../../../input/gestures/detector.ts";
import type { Button, PointerKind, Sample } from "../../../input/gestures/gesture.ts";

const KINDS: { readonly [type: string]: PointerKind | undefined } = { mouse: "mouse", touch: "touch", pen: "stylus" };
const BUTTONS: readonly (Button | undefined)[] = ["primary", "tertiary", "secondary"];

/**
 * Elements inside a detector that use pointers themselves. `CLICKED` ones are clicked. `DRAGGED` ones take text or are
 * dragged, so the browser or their control keeps the pointer.
 */
const CLICKED = "a[href], button, label, input, [role]:not(.r-gestures)";
const DRAGGED = "textarea, select, [contenteditable], [role=slider], input:not([type=checkbox], [type=radio])";

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
/** Whether the pointer did something other than a click. */
let isClickOff = false;
let isListening = false;

/** Passes a pressed pointer to a detector. Inner detectors get it first, because the event bubbles outwards. */
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

/** Captures a pointer for something other than a click, so that the browser makes no click of it. */
export function capture(root: HTMLElement, pointer: number): void {
  isClickOff = true;
  if (touches.has(pointer) && !root.hasPointerCapture(pointer)) root.setPointerCapture(pointer);
}

/**
 * Contender for a clickable element inside a detector. It takes part in the arena, so that a drag on it has to be a
 * real drag.
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
  // All detectors have received the event before it arrives here.
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
