import type { Json } from "../protocol/messages.ts";
import type { Behaviour } from "./behaviours.ts";

/** Behavior of a dropdown: a tap opens its list, which sends nothing to the app. */
export const dropdown: Behaviour = {
  answers: () => true,
  press() {},
};

/** Behavior of an option: a tap selects it; the field keeps focus. */
export const dropdownOption: Behaviour = {
  answers: () => true,
  focused: ({ control }) => control.parent,
  press(shown) {
    const { parent } = shown.control;
    if (parent === undefined) return;
    const field = shown.of(parent);
    const value = (shown.get("value") ?? shown.get("text")) as Json;
    const text = (shown.get("text") ?? value) as Json;
    const canType = field.get("editable") === true || field.get("enableFilter") === true;
    if (canType && field.get("text") !== text) field.write("text", text, "textChange");
    if (field.get("value") !== value) field.write("value", value, "change");
    field.emit("select", value);
  },
};
