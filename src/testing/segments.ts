import { childrenOf, NODE } from "../core/node.ts";
import { pickedNext } from "../protocol/input.ts";
import type { Behaviour } from "./behaviours.ts";
import { STEPS } from "./radios.ts";
import type { Shown } from "./shown.ts";

/**
 * Behavior of a segment: a press selects it in its SegmentedButton. Arrow keys move focus, and select the segment where
 * only one can be selected.
 */
export const segment: Behaviour = {
  answers: () => true,
  press: choose,
  key(shown, key, { focus }) {
    const step = STEPS[key];
    const { parent } = shown;
    if (step === undefined || parent === undefined) return false;
    const all = childrenOf(parent.control[NODE])
      .map(({ control }) => shown.of(control))
      .filter((one) => one.kind !== undefined && one.get("visible") === true && one.get("disabled") === false);
    const at = all.findIndex(({ control }) => control === shown.control);
    const next = all[(at + step + all.length) % all.length];
    if (next === undefined) return false;
    focus(next.control);
    const isChosen = (parent.get("selected") as string[]).includes(String(next.get("value")));
    if (parent.get("allowMultipleSelection") !== true && !isChosen) choose(next);
    return true;
  },
};

function choose(shown: Shown): void {
  const { parent } = shown;
  if (parent === undefined) return;
  const selected = parent.get("selected") as string[];
  const [isMany, mayBeNone] = [parent.get("allowMultipleSelection"), parent.get("allowEmptySelection")];
  const next = pickedNext(selected, String(shown.get("value")), isMany === true, mayBeNone === true);
  if (next !== undefined) parent.write("selected", next, "change");
}
