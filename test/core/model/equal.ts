type Json = { readonly [name: string]: unknown };

/**
 * Returns whether two documents, or two sets of documents, are equal as JSON. Of an error box, only its presence
 * counts.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) {
    if (!Object.hasOwn(b, name)) return false;
    if (name !== "$error" && !isSame((a as Json)[name], (b as Json)[name])) return false;
  }
  return true;
}

export function assertSame(what: string, is: unknown, should: unknown): void {
  if (isSame(is, should)) return;
  throw new Error(`${what}:\n  is        ${JSON.stringify(is)}\n  should be ${JSON.stringify(should)}`);
}
