/** Position of an open menu: over its button, or below it. */
export type PopupMenuPosition = "over" | "under";
export const PopupMenuPosition: readonly PopupMenuPosition[] = ["over", "under"];
