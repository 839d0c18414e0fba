import type { RadioGroupProps } from "../controls/radio-group.ts";
import type { Read } from "../core/control-props.ts";
import type { View } from "./view.ts";

export type GroupView = View<RadioGroupProps<Read>>;

/** The group that a radio is in. */
export function groupOf(view: View): GroupView | undefined {
  let at = view.parent;
  while (at !== undefined && at.type !== "RadioGroup") at = at.parent;
  return at as GroupView | undefined;
}

/** Shows whether a radio is the chosen one. One name makes one group of them, with one stop for Tab. */
export function showChoice({ prefix, props }: GroupView, radio: HTMLInputElement): void {
  if (radio.name !== prefix) radio.name = prefix;
  radio.checked = props.value != null && radio.value === props.value;
}

/** The event by which a group tells its radios that they are shown anew. */
export const SHOWN = "r-shown";

/** Shows a choice by all radios of a group. */
export function showChoices(group: GroupView): void {
  for (const radio of group.root.querySelectorAll<HTMLInputElement>(".r-dot")) {
    if (radio.closest("[role=radiogroup]") !== group.root) continue;
    showChoice(group, radio);
    radio.dispatchEvent(new Event(SHOWN));
  }
}

/** The person chose. */
export function choose(group: GroupView, value: string | null): void {
  if (value === (group.props.value ?? null)) return;
  group.write("value", value, "change");
  showChoices(group);
}
