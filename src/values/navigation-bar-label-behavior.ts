/** Destinations of a NavigationBar that show their labels. Flet: `NavigationBarLabelBehavior`. */
export type NavigationBarLabelBehavior = "alwaysShow" | "alwaysHide" | "onlyShowSelected";
export const NavigationBarLabelBehavior: readonly NavigationBarLabelBehavior[] = [
  "alwaysShow",
  "alwaysHide",
  "onlyShowSelected",
];
