import { arrowStep, nextSelection } from "../../input/input-rules.ts";
import type { Behavior, ClientControl } from "../behavior.ts";
import { childControls } from "../control.ts";

/**
 * Behavior of a segment: a press selects it in its SegmentedButton. Arrow keys move focus, and select the segment where
 * only one can be selected.
 */
export const behavior: Behavior = {
  reactsToPress: () => true,
  press: select,
  key(clientControl, key, { focus }) {
    const step = arrowStep(key);
    const { parent } = clientControl;
    if (step === undefined || parent === undefined) return false;
    const all = childControls(parent.control)
      .map((control) => clientControl.forControl(control))
      .filter((one) => one.isInteractive && one.get("visible") === true && one.get("disabled") === false);
    const at = all.findIndex(({ control }) => control === clientControl.control);
    const next = all[(at + step + all.length) % all.length];
    if (next === undefined) return false;
    focus(next.control);
    const isSelected = (parent.get("selected") as string[]).includes(String(next.get("value")));
    if (parent.get("allowMultipleSelection") !== true && !isSelected) select(next);
    return true;
  },
};

function select(clientControl: ClientControl): void {
  const { parent } = clientControl;
  if (parent === undefined) return;
  const selected = parent.get("selected") as string[];
  const [isMany, mayBeNone] = [parent.get("allowMultipleSelection"), parent.get("allowEmptySelection")];
  const next = nextSelection(selected, String(clientControl.get("value")), isMany === true, mayBeNone === true);
  if (next !== undefined) parent.write("selected", next, "change");
}
