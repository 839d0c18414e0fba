/** How large controls in a Stack are: as they need, as large as it may be, or as its parent would have them. */
export type StackFit = "loose" | "expand" | "passThrough";
export const StackFit: readonly StackFit[] = ["loose", "expand", "passThrough"];
