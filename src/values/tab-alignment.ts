/**
 * Position of the tabs in their bar: at the start, a little after the start, filling the width, or centered. Flet:
 * `TabAlignment`.
 */
export type TabAlignment = "start" | "startOffset" | "fill" | "center";
export const TabAlignment: readonly TabAlignment[] = ["start", "startOffset", "fill", "center"];
