/**
 * A list of children as the app sees it: a real array whose every edit is noticed. Reads go straight to
 * the array; each write checks the item and marks the list.
 */
export function trackedList<T extends object>(items: T[], check: (item: unknown) => void, changed: () => void): T[] {
  return new Proxy(items, {
    set(target, key, item) {
      const before: unknown = Reflect.get(target, key);
      if (key !== "length" && typeof key === "string") check(item);
      const done = Reflect.set(target, key, item);
      if (before !== item) changed();
      return done;
    },
    deleteProperty(target, key) {
      changed();
      return Reflect.deleteProperty(target, key);
    },
  });
}
