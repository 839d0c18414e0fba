/** Type of on-screen keyboard. With `"none"` it does not appear. */
export type KeyboardType = "text" | "number" | "phone" | "email" | "url" | "webSearch" | "none";
export const KeyboardType: readonly KeyboardType[] = ["text", "number", "phone", "email", "url", "webSearch", "none"];

/** Automatic capitalization by an on-screen keyboard. */
export type TextCapitalization = "characters" | "words" | "sentences" | "none";
export const TextCapitalization: readonly TextCapitalization[] = ["characters", "words", "sentences", "none"];
