/** Where a menu opens: over what opens it, or below that. */
export type PopupMenuPosition = "over" | "under";
export const PopupMenuPosition: readonly PopupMenuPosition[] = ["over", "under"];
