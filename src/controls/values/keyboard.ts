/** Which keys an on-screen keyboard offers. `"none"`: it does not appear. */
export type KeyboardType = "text" | "number" | "phone" | "email" | "url" | "webSearch" | "none";
export const KeyboardType: readonly KeyboardType[] = ["text", "number", "phone", "email", "url", "webSearch", "none"];

/** What an on-screen keyboard makes a capital of by itself. */
export type TextCapitalization = "characters" | "words" | "sentences" | "none";
export const TextCapitalization: readonly TextCapitalization[] = ["characters", "words", "sentences", "none"];
