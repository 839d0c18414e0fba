/** Quality with which a scaled image is drawn. A browser has two: pixelated (`"none"`) and smooth (all others). */
export type FilterQuality = "none" | "low" | "medium" | "high";
export const FilterQuality: readonly FilterQuality[] = ["none", "low", "medium", "high"];
