import type { ClientControl } from "../controls/behavior.ts";
import { Arena, type ArenaMember } from "../input/gestures/arena.ts";
import type { Detector } from "../input/gestures/detector.ts";
import type { Sample } from "../input/gestures/gesture.ts";
import { behaviorOf } from "./behaviors.ts";

const TAP: Sample = { pointer: 1, kind: "touch", button: "primary", x: 0, y: 0, time: 0 };

/** Contender for the button inside a detector, which also competes for the tap. */
const innerButton: ArenaMember = { won() {}, lost() {} };

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
  const after = (ms: number, callback: () => void): (() => void) => {
    const entry = (): void => callback();
    waiting.set(entry, ms);
    return () => waiting.delete(entry);
  };
  const detectors: Detector[] = [];
  let isTapTaken = false;
  for (const clientControl of path) {
    const gestures = behaviorOf(clientControl.control)?.gestures;
    if (gestures === undefined) {
      down(clientControl);
      isTapTaken ||= clientControl === target;
      continue;
    }
    const detector = gestures.detector(clientControl, after);
    if (detector === undefined) continue;
    if (isTapTaken && detectors.length === 0) arena.enter(innerButton);
    detectors.push(detector);
    detector.down(TAP, arena, isTapTaken);
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
