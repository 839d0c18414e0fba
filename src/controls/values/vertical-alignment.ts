/** Where something stands between top and bottom. */
export type VerticalAlignment = "start" | "center" | "end";
export const VerticalAlignment: readonly VerticalAlignment[] = ["start", "center", "end"];
