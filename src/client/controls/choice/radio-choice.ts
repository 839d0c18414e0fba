import type { RadioGroupProps } from "../../../controls/choice/radio-group.ts";
import type { Read } from "../../../controls/control-props.ts";
import { setAttribute } from "../../dom/css.ts";
import type { View } from "../../rendering/view.ts";

export type GroupView = View<RadioGroupProps<Read>>;

/** Returns the group that a radio is in. */
export function groupOf(view: View): GroupView | undefined {
  let at = view.parent;
  while (at !== undefined && at.type !== "RadioGroup") at = at.parent;
  return at as GroupView | undefined;
}

/**
 * Shows whether a radio is selected, which it never is without a group. A shared name makes the radios one group with one
 * Tab stop.
 */
export function showChoice(group: GroupView | undefined, radio: HTMLInputElement): void {
  const value = group?.props.value ?? null;
  if (radio.name !== (group?.prefix ?? "")) setAttribute(radio, "name", group?.prefix);
  radio.checked = value !== null && radio.value === value;
}

/** Event by which a group informs its radios that their state was updated. */
export const SHOWN = "r-shown";

/** Shows the selection in all radios of a group. */
export function showChoices(group: GroupView): void {
  for (const radio of group.root.querySelectorAll<HTMLInputElement>(".r-radio-input")) {
    if (radio.closest("[role=radiogroup]") !== group.root) continue;
    showChoice(group, radio);
    radio.dispatchEvent(new Event(SHOWN));
  }
}

/** Handles a selection by the person. */
export function choose(group: GroupView, value: string | null): void {
  if (value === (group.props.value ?? null)) return;
  group.write("value", value, "change");
  showChoices(group);
}
