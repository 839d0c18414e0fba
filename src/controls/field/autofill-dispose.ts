/**
 * Treatment of the entered data when the group is removed: `"commit"` lets the browser offer to save it, `"cancel"`
 * discards it. Flet: `AutofillGroupDisposeAction`.
 */
export type AutofillDispose = "commit" | "cancel";
export const AutofillDispose: readonly AutofillDispose[] = ["commit", "cancel"];
