import type { Json } from "../protocol/messages.ts";
import type { Behavior } from "./behaviors.ts";

/** Behavior of a dropdown: a tap opens its list, which sends nothing to the app. */
export const dropdown: Behavior = {
  reactsToPress: () => true,
  press() {},
};

/** Behavior of an option: a tap selects it; the field keeps focus. */
export const dropdownOption: Behavior = {
  reactsToPress: () => true,
  focusAfterPress: ({ control }) => control.parent,
  press(clientControl) {
    const { parent } = clientControl.control;
    if (parent === undefined) return;
    const field = clientControl.forControl(parent);
    const value = (clientControl.get("value") ?? clientControl.get("text")) as Json;
    const text = (clientControl.get("text") ?? value) as Json;
    const canType = field.get("editable") === true || field.get("enableFilter") === true;
    if (canType && field.get("text") !== text) field.write("text", text, "textChange");
    if (field.get("value") !== value) field.write("value", value, "change");
    field.emit("select", value);
  },
};
