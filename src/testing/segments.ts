import { pickedNext } from "../protocol/input.ts";
import type { Behaviour } from "./behaviours.ts";

/** A press chooses it in what it stands in. */
export const segment: Behaviour = {
  answers: () => true,
  press(shown) {
    const { parent } = shown;
    if (parent === undefined) return;
    const selected = parent.get("selected") as string[];
    const [isMany, mayBeNone] = [parent.get("allowMultipleSelection"), parent.get("allowEmptySelection")];
    const next = pickedNext(selected, String(shown.get("value")), isMany === true, mayBeNone === true);
    if (next !== undefined) parent.write("selected", next, "change");
  },
};
