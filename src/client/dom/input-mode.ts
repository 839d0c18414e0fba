import type { KeyboardType } from "../../values/keyboard.ts";

/** Values with another name in HTML. */
const MODES: { readonly [K in KeyboardType]?: string | null } = {
  text: null,
  number: "decimal",
  phone: "tel",
  webSearch: "search",
};

/** Returns the HTML `inputmode` of an on-screen keyboard. Null for plain text. */
export function toInputMode(type: KeyboardType = "text"): string | null {
  const mode = MODES[type];
  return mode === undefined ? type : mode;
}
