import { NODE } from "../core/node.ts";
import { Arena, type Contender } from "../protocol/gestures/arena.ts";
import { Detector } from "../protocol/gestures/detector.ts";
import type { GestureHost, Sample } from "../protocol/gestures/gesture.ts";
import type { Json } from "../protocol/messages.ts";
import type { Behaviour } from "./behaviours.ts";
import type { Shown } from "./shown.ts";

/** Data of a click by keyboard, which has no position. */
const NOWHERE: Json = { kind: "unknown", localPosition: { x: 0, y: 0 }, globalPosition: { x: 0, y: 0 } };
const TAP: Sample = { pointer: 1, kind: "touch", button: "primary", x: 0, y: 0, time: 0 };
/** Handlers with which a detector consumes a click, so that its ancestors do not receive it. */
const OWN = /^on(?:Tap|DoubleTap|LongPress)/;

export const gestureDetector: Behaviour = { press: (shown) => shown.emit("tap", NOWHERE) };

export function isDetector({ control }: Shown): boolean {
  return control[NODE].spec.type === "GestureDetector";
}

/** Whether the app listens to any touch gesture of a detector. */
export function hearsGestures(shown: Shown): boolean {
  return isDetector(shown) && /on(?:.*Tap|LongPress|MultiLong|.*Drag|Pan|Scale)/.test(shown.handlers.join(" "));
}

/** Whether a detector consumes a click. */
export function ownsClick(shown: Shown): boolean {
  return isDetector(shown) && shown.handlers.some((name) => OWN.test(name));
}

/**
 * Simulates a touch: a finger goes down and up again on all controls of a path, the innermost first. Gesture detectors
 * follow the same rules as in the browser's client; for other controls `down` is called. `target` is the control that
 * takes the tap itself. The returned function ends the wait for further input: a detector that waits for a second tap
 * is notified that none comes.
 */
export function touch(path: readonly Shown[], target: Shown | undefined, down: (shown: Shown) => void): () => void {
  const arena = new Arena();
  const waiting = new Map<() => void, number>();
  const detectors: Detector[] = [];
  let isTaken = false;
  for (const shown of path) {
    if (!isDetector(shown)) {
      down(shown);
      isTaken ||= shown === target;
    } else if (isTouchable(shown)) {
      const detector = new Detector(hostOf(shown, waiting));
      if (isTaken && detectors.length === 0) arena.enter(clicked);
      detectors.push(detector);
      detector.down(TAP, arena, isTaken);
    }
  }
  arena.close();
  for (const detector of detectors) detector.up(TAP);
  arena.sweep();
  return () => {
    while (waiting.size > 0) {
      const [next] = [...waiting].toSorted(([, a], [, b]) => a - b)[0] as [() => void, number];
      waiting.delete(next);
      next();
    }
  };
}

/** Contender for the button inside a detector, which also competes for the tap. */
const clicked: Contender = { won() {}, lost() {} };

function isTouchable(shown: Shown): boolean {
  const devices = shown.get("allowedDevices") as readonly string[] | null;
  return devices === null || devices.includes("touch");
}

function hostOf(shown: Shown, waiting: Map<() => void, number>): GestureHost {
  return {
    hears: (event) => shown.hears(event),
    emit: (event, data) => shown.emit(event, data),
    local: (point) => point,
    after(ms, run) {
      const entry = (): void => run();
      waiting.set(entry, ms);
      return () => waiting.delete(entry);
    },
    capture() {},
    interval: () => 0,
    touches: () => shown.get("multiTapTouches") as number,
  };
}
