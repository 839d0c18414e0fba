/** Size of the controls in a Stack: as they need, as large as possible, or as the Stack's parent requires. */
export type StackFit = "loose" | "expand" | "passThrough";
export const StackFit: readonly StackFit[] = ["loose", "expand", "passThrough"];
