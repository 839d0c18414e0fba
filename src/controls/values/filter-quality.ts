/** How well an image is drawn in another size than its own. A browser knows two ways: by squares, or smooth. */
export type FilterQuality = "none" | "low" | "medium" | "high";
export const FilterQuality: readonly FilterQuality[] = ["none", "low", "medium", "high"];
