/** What is wrong with a generator function, worded to follow its name. */
export const GENERATOR =
  "must not be a generator function: a call of it runs none of its code. Use a function or an async function, without the *";

/** Returns whether a function is a generator function or an async generator function. */
export function isGenerator(value: unknown): boolean {
  return typeof value === "function" && /GeneratorFunction\]$/.test(Object.prototype.toString.call(value));
}
