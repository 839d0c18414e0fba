import type { Json } from "../../protocol/messages.ts";
import type { Behavior } from "../behavior.ts";

/** Behavior of an option: a tap selects it; the field keeps focus. */
export const behavior: Behavior = {
  reactsToPress: () => true,
  focusAfterPress: ({ control }) => control.parent,
  press(clientControl) {
    const { parent: field } = clientControl;
    if (field === undefined) return;
    const value = (clientControl.get("value") ?? clientControl.get("text")) as Json;
    const text = (clientControl.get("text") ?? value) as Json;
    const canType = field.get("editable") === true || field.get("enableFilter") === true;
    if (canType && field.get("text") !== text) field.write("text", text, "textChange");
    if (field.get("value") !== value) field.write("value", value, "change");
    field.emit("select", value);
  },
};
