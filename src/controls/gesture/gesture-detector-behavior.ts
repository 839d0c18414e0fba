import { Detector } from "../../input/gestures/detector.ts";
import type { Json } from "../../protocol/messages.ts";
import type { Behavior, ClientControl } from "../behavior.ts";

/** Data of a click by keyboard, which has no position. */
const NOWHERE: Json = { kind: "unknown", localPosition: { x: 0, y: 0 }, globalPosition: { x: 0, y: 0 } };
/** Handlers with which a detector consumes a click, so that its ancestors do not receive it. */
const OWN = /^on(?:Tap|DoubleTap|LongPress)/;
/** Handlers of gestures that are recognized from touches. */
const GESTURE = /Tap|Drag|^on(?:LongPress|MultiLong|Pan|Scale)/;

/** Behavior of a GestureDetector: touches inside it are recognized as in the browser. A key is a tap. */
export const behavior: Behavior = {
  press: (clientControl) => clientControl.emit("tap", NOWHERE),
  gestures: {
    isListened: ({ handlerNames }) => handlerNames.some((name) => GESTURE.test(name)),
    ownsClick: ({ handlerNames }) => handlerNames.some((name) => OWN.test(name)),
    detector: (clientControl, after) => (isTouchable(clientControl) ? detectorOf(clientControl, after) : undefined),
  },
};

function isTouchable(clientControl: ClientControl): boolean {
  const devices = clientControl.get("allowedDevices") as readonly string[] | null;
  return devices === null || devices.includes("touch");
}

function detectorOf(clientControl: ClientControl, after: (ms: number, callback: () => void) => () => void): Detector {
  return new Detector({
    listensTo: (event) => clientControl.listensTo(event),
    emit: (event, data) => clientControl.emit(event, data),
    local: (point) => point,
    after,
    capture() {},
    interval: () => 0,
    multiTapTouches: () => clientControl.get("multiTapTouches") as number,
  });
}
