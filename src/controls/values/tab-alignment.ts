/**
 * Where tabs stand in their bar. Those that scroll: at the start, a little after it, or in the middle; those that do not
 * share its width, or stand in the middle. Flet: `TabAlignment`.
 */
export type TabAlignment = "start" | "startOffset" | "fill" | "center";
export const TabAlignment: readonly TabAlignment[] = ["start", "startOffset", "fill", "center"];
