import type { Json } from "../protocol/messages.ts";
import type { Behaviour } from "./behaviours.ts";

/** A tap on a dropdown opens its list, of which the app hears nothing. */
export const dropdown: Behaviour = {
  answers: () => true,
  press() {},
};

/** A tap on an option chooses it; the field keeps the keyboard. */
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
