/** Border of a field: around it, below it, or none. */
export type InputBorder = "outline" | "underline" | "none";
export const InputBorder: readonly InputBorder[] = ["outline", "underline", "none"];
