import type { Control } from "../core/control.ts";
import { childrenOf, NODE } from "../core/node.ts";
import type { Behaviour } from "./behaviours.ts";

/** Behavior of an ExpansionTile: a press expands or collapses it. */
export const expansionTile: Behaviour = {
  answers: () => true,
  press: (shown) => shown.write("expanded", shown.get("expanded") !== true, "change"),
};

/** Behavior of a ListTile: with `toggleInputs`, a press also presses the checkbox, radio or switch inside it. */
export const listTile: Behaviour = {
  answers: (shown) => (shown.get("toggleInputs") === true && inputIn(shown.control) !== undefined ? true : undefined),
  press(shown, { press }) {
    const input = shown.get("toggleInputs") === true && !shown.isLink ? inputIn(shown.control) : undefined;
    if (input !== undefined) press(shown.of(input));
    shown.emit("click");
  },
};

const INPUTS: readonly string[] = ["checkbox", "radio", "switch"];

function inputIn(control: Control): Control | undefined {
  for (const { control: child, spec } of childrenOf(control[NODE])) {
    if (child.disabled || !child.visible) continue;
    const found = INPUTS.includes(spec.semantics.role ?? "") ? child : inputIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
