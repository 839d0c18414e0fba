import type { KeyboardType } from "../controls/values/keyboard.ts";

/** What HTML calls otherwise. */
const MODES: { readonly [K in KeyboardType]?: string | null } = {
  text: null,
  number: "decimal",
  phone: "tel",
  webSearch: "search",
};

/** What kind of on-screen keyboard an input asks for, as HTML has it in `inputmode`. */
export function toInputMode(type: KeyboardType = "text"): string | null {
  const mode = MODES[type];
  return mode === undefined ? type : mode;
}
