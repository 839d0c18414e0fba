import type { Behavior } from "../behavior.ts";
import { type Control, childControls, specOf } from "../control.ts";

/** Behavior of a ListTile: with `toggleInputs`, a press also presses the checkbox, radio or switch inside it. */
export const behavior: Behavior = {
  reactsToPress: (clientControl) =>
    clientControl.get("toggleInputs") === true && inputIn(clientControl.control) !== undefined ? true : undefined,
  press(clientControl, { press }) {
    const input =
      clientControl.get("toggleInputs") === true && !clientControl.isLink ? inputIn(clientControl.control) : undefined;
    if (input !== undefined) press(clientControl.forControl(input));
    clientControl.emit("click");
  },
};

const INPUTS: readonly string[] = ["checkbox", "radio", "switch"];

function inputIn(control: Control): Control | undefined {
  for (const child of childControls(control)) {
    if (child.disabled || !child.visible) continue;
    const found = INPUTS.includes(specOf(child).semantics.role ?? "") ? child : inputIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
