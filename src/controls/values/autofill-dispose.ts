/** What becomes of what was entered: the browser may offer to save it, or it is forgotten. Flet: `AutofillGroupDisposeAction`. */
export type AutofillDispose = "commit" | "cancel";
export const AutofillDispose: readonly AutofillDispose[] = ["commit", "cancel"];
