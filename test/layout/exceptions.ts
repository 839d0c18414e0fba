/**
 * Cases that Runlet does not draw as Flutter does, by name. The text says why, and what it would take to change that. A
 * case that is listed here and passes fails its test, so that the list stays true.
 */
export const exceptions: { readonly [name: string]: string } = {};
