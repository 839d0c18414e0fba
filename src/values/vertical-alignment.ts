/** Vertical position: at the top, in the middle, or at the bottom. */
export type VerticalAlignment = "start" | "center" | "end";
export const VerticalAlignment: readonly VerticalAlignment[] = ["start", "center", "end"];
