import { valueAfterKey } from "../../input/input-rules.ts";
import type { Behavior } from "../behavior.ts";

/** Behavior of a Rating: arrow keys, Home, End and digits change it. A tap needs the drawn stars. */
export const behavior: Behavior = {
  reactsToPress: () => true,
  noTapReason:
    'cannot be tapped, because the value depends on the position in the drawn stars: press a digit, an arrow key, "Home" or "End"',
  key(clientControl, key) {
    const [value, max] = [clientControl.get("value") as number, clientControl.get("max") as number];
    const divisions = clientControl.get("allowHalf") === true ? max * 2 : max;
    const next =
      /^[0-9]$/.test(key) && Number(key) <= max ? Number(key) : valueAfterKey({ min: 0, max, divisions, value }, key);
    if (next === undefined || clientControl.get("readOnly") === true) return false;
    if (next !== value) clientControl.write("value", next, "change");
    return true;
  },
};
