import { type Control, childControls, specOf } from "../controls/control.ts";
import type { Behavior } from "./behaviors.ts";

/** Behavior of an ExpansionTile: a press expands or collapses it. */
export const expansionTile: Behavior = {
  reactsToPress: () => true,
  press: (clientControl) => clientControl.write("expanded", clientControl.get("expanded") !== true, "change"),
};

/** Behavior of a ListTile: with `toggleInputs`, a press also presses the checkbox, radio or switch inside it. */
export const listTile: Behavior = {
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
