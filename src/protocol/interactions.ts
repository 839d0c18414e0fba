/** Events that end an interaction and are not named after its beginning, by the event that begins it. */
const ENDS: { readonly [event: string]: string | undefined } = { focus: "blur", enter: "exit", open: "close" };

/**
 * Returns the event that ends what an event begins: `blur` for `focus`, `panEnd` for `panStart`. Returns the event itself
 * if it begins nothing. Both are sent if the app listens to one of them, so that the server knows what has started.
 */
export function endOf(event: string): string {
  return ENDS[event] ?? event.replace(/Start$/, "End");
}
