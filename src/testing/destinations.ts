import type { Control } from "../core/control.ts";
import type { Behaviour } from "./behaviours.ts";
import type { Shown } from "./shown.ts";

/** A press says in the bar or rail where the person is, be it where they were. */
export const destination: Behaviour = {
  answers: () => true,
  press(shown) {
    shown.parent?.write("selectedIndex", shownBeside(shown, "destinations").indexOf(shown.control), "change");
  },
};

/** What is shown in the slot that a control stands in. */
export function shownBeside({ parent }: Shown, slot: string): Control[] {
  if (parent === undefined) return [];
  return (Reflect.get(parent.control, slot) as Control[]).filter(
    (control) => parent.of(control).get("visible") === true,
  );
}
