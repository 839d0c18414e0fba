/** Destinations of a NavigationRail that show labels below their icons. Flet: `NavigationRailLabelType`. */
export type NavigationRailLabelType = "none" | "selected" | "all";
export const NavigationRailLabelType: readonly NavigationRailLabelType[] = ["none", "selected", "all"];
