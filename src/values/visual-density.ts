/** Compactness of a control: `"comfortable"` takes 4 pixels less than `"standard"` in each direction, `"compact"` 8. */
export type VisualDensity = "standard" | "comfortable" | "compact";
export const VisualDensity: readonly VisualDensity[] = ["standard", "comfortable", "compact"];
