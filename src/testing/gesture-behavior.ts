import { NODE } from "../core/tree/node.ts";
import { Arena, type ArenaMember } from "../input/gestures/arena.ts";
import { Detector } from "../input/gestures/detector.ts";
import type { GestureHost, Sample } from "../input/gestures/gesture.ts";
import type { Json } from "../protocol/messages.ts";
import type { Behavior } from "./behaviors.ts";
import type { ClientControl } from "./client-control.ts";

/** Data of a click by keyboard, which has no position. */
const NOWHERE: Json = { kind: "unknown", localPosition: { x: 0, y: 0 }, globalPosition: { x: 0, y: 0 } };
const TAP: Sample = { pointer: 1, kind: "touch", button: "primary", x: 0, y: 0, time: 0 };
/** Handlers with which a detector consumes a click, so that its ancestors do not receive it. */
const OWN = /^on(?:Tap|DoubleTap|LongPress)/;

export const gestureDetector: Behavior = { press: (clientControl) => clientControl.emit("tap", NOWHERE) };

export function isDetector({ control }: ClientControl): boolean {
  return control[NODE].spec.type === "GestureDetector";
}

/** Whether the app listens to any touch gesture of a detector. */
export function listensToGestures(clientControl: ClientControl): boolean {
  return (
    isDetector(clientControl) &&
    /on(?:.*Tap|LongPress|MultiLong|.*Drag|Pan|Scale)/.test(clientControl.handlerNames.join(" "))
  );
}

/** Whether a detector consumes a click. */
export function ownsClick(clientControl: ClientControl): boolean {
  return isDetector(clientControl) && clientControl.handlerNames.some((name) => OWN.test(name));
}

/**
 * Simulates a touch: a finger goes down and up again on all controls of a path, the innermost first. Gesture detectors
 * follow the same rules as in the browser's client; for other controls `down` is called. `target` is the control that
 * takes the tap itself. The returned function ends the wait for further input: a detector that waits for a second tap
 * is notified that none comes.
 */
export function touch(
  path: readonly ClientControl[],
  target: ClientControl | undefined,
  down: (clientControl: ClientControl) => void,
): () => void {
  const arena = new Arena();
  const waiting = new Map<() => void, number>();
  const detectors: Detector[] = [];
  let isTapTaken = false;
  for (const clientControl of path) {
    if (!isDetector(clientControl)) {
      down(clientControl);
      isTapTaken ||= clientControl === target;
    } else if (isTouchable(clientControl)) {
      const detector = new Detector(hostOf(clientControl, waiting));
      if (isTapTaken && detectors.length === 0) arena.enter(innerButton);
      detectors.push(detector);
      detector.down(TAP, arena, isTapTaken);
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
const innerButton: ArenaMember = { won() {}, lost() {} };

function isTouchable(clientControl: ClientControl): boolean {
  const devices = clientControl.get("allowedDevices") as readonly string[] | null;
  return devices === null || devices.includes("touch");
}

function hostOf(clientControl: ClientControl, waiting: Map<() => void, number>): GestureHost {
  return {
    listensTo: (event) => clientControl.listensTo(event),
    emit: (event, data) => clientControl.emit(event, data),
    local: (point) => point,
    after(ms, callback) {
      const entry = (): void => callback();
      waiting.set(entry, ms);
      return () => waiting.delete(entry);
    },
    capture() {},
    interval: () => 0,
    multiTapTouches: () => clientControl.get("multiTapTouches") as number,
  };
}
