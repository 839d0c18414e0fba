import { arrowStep } from "../../input/input-rules.ts";
import type { Behavior, ClientControl } from "../behavior.ts";
import { type Control, childControls, specOf } from "../control.ts";

/**
 * Behavior of a radio: a press selects it in its group. Arrow keys select the next radio that is not disabled, and
 * continue at the other end of the group.
 */
export const behavior: Behavior = {
  reactsToPress: () => true,
  press: select,
  key(clientControl, key, { focus }) {
    const step = arrowStep(key);
    const group = groupOf(clientControl.control);
    if (step === undefined || group === undefined) return false;
    const all = radiosIn(group);
    const next = all[(all.indexOf(clientControl.control) + step + all.length) % all.length];
    if (next === undefined) return false;
    focus(next);
    select(clientControl.forControl(next));
    return true;
  },
};

/** Selects a radio. A radio that is already selected is cleared if it is toggleable. */
function select(clientControl: ClientControl): void {
  const group = groupOf(clientControl.control);
  const value = clientControl.get("value") as string | null;
  if (group === undefined || value === null) return;
  const isSelected = clientControl.forControl(group).get("value") === value;
  if (isSelected && clientControl.get("toggleable") !== true) return;
  clientControl.forControl(group).write("value", isSelected ? null : value, "change");
}

function roleOf(control: Control): string | undefined {
  return specOf(control).semantics.role;
}

function groupOf(control: Control): Control | undefined {
  let at = control.parent;
  while (at !== undefined && roleOf(at) !== "radiogroup") at = at.parent;
  return at;
}

function radiosIn(control: Control): Control[] {
  return childControls(control).flatMap((child) => {
    if (child.disabled || !child.visible) return [];
    if (roleOf(child) === "radio") return [child];
    return roleOf(child) === "radiogroup" ? [] : radiosIn(child);
  });
}
