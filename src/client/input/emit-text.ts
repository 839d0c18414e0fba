import { isLong } from "../../protocol/outgoing-commands.ts";
import type { View } from "../rendering/view.ts";

/** Emits an event with the text of a field, which is the property `value`. The server has a long text already. */
export function emitText(view: Pick<View, "emit">, event: string, text: string): void {
  if (isLong(text)) view.emit(event, undefined, { from: "value" });
  else view.emit(event, text);
}
