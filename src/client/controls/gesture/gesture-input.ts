import { Arena, type ArenaMember } from "../../../input/gestures/arena.ts";
import type { Detector } from "../../../input/gestures/detector.ts";
import type { Button, PointerKind, Sample } from "../../../input/gestures/gesture.ts";
import { watchUsable } from "../../input/usable.ts";
import type { View } from "../../rendering/view.ts";
import { TouchScroll } from "./touch-scroll.ts";

const KINDS: { readonly [type: string]: PointerKind | undefined } = { mouse: "mouse", touch: "touch", pen: "stylus" };
const BUTTONS: readonly (Button | undefined)[] = ["primary", "tertiary", "secondary"];

/**
 * Selectors of elements inside a detector that handle pointers themselves. `CLICKED` elements handle clicks. `DRAGGED`
 * elements are dragged or contain text, so no gesture of the detector starts on them.
 */
const CLICKED = "a[href], button, label, input, [role]:not(.r-gesture-detector)";
const DRAGGED = "textarea, select, [contenteditable], [role=slider], input:not([type=checkbox], [type=radio])";

/** Returns the kind of device that a pointer belongs to. */
export function kindOf({ pointerType }: Pick<PointerEvent, "pointerType">): PointerKind {
  return KINDS[pointerType] ?? "unknown";
}

interface Touch {
  readonly arena: Arena;
  readonly button: Button;
  readonly detectors: Detector[];
  /** Functions that stop watching whether the detectors' controls can be used. */
  readonly stops: (() => void)[];
  /** The scrolling that competes for the pointer. Undefined for a mouse, which never scrolls by dragging. */
  readonly scroll: TouchScroll | undefined;
  /** The latest position. The event by which the browser takes a pointer away has none. */
  last: Sample;
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
export function begin(detector: Detector, view: View, event: PointerEvent): void {
  const { root } = view;
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
  const sample = sampleOf(event, button);
  if (touch === undefined) {
    const arena = new Arena();
    const scroll = sample.kind === "mouse" ? undefined : new TouchScroll(arena, inside, sample);
    touch = { arena, button, detectors: [], stops: [], scroll, last: sample };
    touches.set(event.pointerId, touch);
    if (isTapTaken) arena.enter(innerButton);
  }
  // What scrolls inside the detector takes precedence, as any inner contender does.
  touch.scroll?.enterUntil(root);
  touch.detectors.push(detector);
  touch.stops.push(watchUsable(view, () => detector.reset()));
  touch.scroll?.add(detector);
  detector.down(sample, touch.arena, isTapTaken);
}

/**
 * Handles a `touchmove` on a detector: keeps the browser from scrolling unless scrolling is what the finger does. With
 * `canPinch`, several fingers are left to the browser, which zooms.
 */
export function keepFromScrolling(event: TouchEvent, canPinch: boolean): void {
  if (!event.cancelable) return;
  const fingers = [...touches.values()].filter(({ last }) => last.kind === "touch");
  const isLeft = canPinch && fingers.length > 1;
  const isKept = fingers.map(({ detectors, scroll, last }) => {
    return detectors.some((detector) => detector.holds(last.pointer)) || (!isLeft && scroll?.isKept(last) === true);
  });
  if (isKept.includes(true)) event.preventDefault();
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
  // All detectors have received the event before it reaches this listener.
  addEventListener("pointerdown", ({ pointerId }) => {
    const touch = touches.get(pointerId);
    touch?.scroll?.enterUntil(null);
    touch?.arena.close();
  });
  addEventListener("pointermove", move, true);
  addEventListener("pointerup", up, true);
  addEventListener("pointercancel", cancel, true);
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

function move(event: PointerEvent): void {
  const touch = touches.get(event.pointerId);
  if (touch === undefined) return;
  const before = touch.last;
  touch.last = sampleOf(event, touch.button);
  touch.scroll?.move(before, touch.last);
  for (const detector of touch.detectors) detector.move(touch.last);
}

function up(event: PointerEvent): void {
  const touch = touches.get(event.pointerId);
  if (touch === undefined) return;
  const sample = sampleOf(event, touch.button);
  for (const detector of touch.detectors) detector.up(sample);
  end(event, touch);
  touch.arena.sweep();
}

/** The browser took the pointer, mostly to scroll: what has not won loses, and what has ends where the pointer was. */
function cancel(event: PointerEvent): void {
  const touch = touches.get(event.pointerId);
  if (touch === undefined) return;
  touch.arena.abandon();
  for (const detector of touch.detectors) detector.cancel({ ...touch.last, time: event.timeStamp });
  end(event, touch);
}

function end({ pointerId }: PointerEvent, { stops }: Touch): void {
  touches.delete(pointerId);
  for (const stop of stops) stop();
}
