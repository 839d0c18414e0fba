import { valueAfterKey } from "../../input/input-rules.ts";
import type { Json } from "../../protocol/messages.ts";
import type { Behavior, ClientControl } from "../behavior.ts";

/** Property of a thumb, and the data of the events that report a position of the thumb. */
interface Thumb {
  readonly property: string;
  /** Largest value that the thumb can have. */
  last(clientControl: ClientControl, max: number): number;
  payload(at: number, last: number): Json;
}

/** Returns the behavior of a slider: keys move a thumb. A tap needs the drawn track. */
export function thumbBehavior({ property, last, payload }: Thumb): Behavior {
  return {
    reactsToPress: () => true,
    noTapReason:
      'cannot be tapped, because the value depends on the position in the drawn track: press an arrow key, "Home", "End", "PageUp" or "PageDown"',
    key(clientControl, key) {
      const ends = { min: clientControl.get("min") as number, max: clientControl.get("max") as number };
      const now = (clientControl.get(property) as number | null) ?? ends.min;
      const divisions = clientControl.get("divisions") as number | null;
      const next = valueAfterKey({ ...ends, divisions, value: now }, key);
      if (next === undefined) return false;
      const most = last(clientControl, ends.max);
      const value = Math.min(next, most);
      clientControl.emit("changeStart", payload(now, most));
      clientControl.writeLatest(property, value, "change", payload(value, most));
      clientControl.emit("changeEnd", payload(value, most));
      return true;
    },
  };
}
