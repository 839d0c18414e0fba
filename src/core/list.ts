/** What a tracked list asks of its owner. */
export interface ListOwner {
  /** Throws if the item may not stand in the list. */
  check(item: unknown): void;
  /** The list was edited. */
  changed(): void;
}

/** Methods that edit, with the index of the first argument that is an item; undefined if none is. */
const EDITS: { readonly [method: string]: number | undefined } = {
  push: 0,
  unshift: 0,
  splice: 2,
  fill: 0,
  pop: undefined,
  shift: undefined,
  reverse: undefined,
  sort: undefined,
  copyWithin: undefined,
};

/**
 * A list of children as the app sees it: a real array whose every edit is noticed. Methods that edit run on the
 * plain array at once, which costs a fraction of what their many single writes through the proxy would.
 */
export function trackedList<T extends object>(items: T[], owner: ListOwner): T[] {
  const edits = new Map<string, (...args: unknown[]) => unknown>();
  for (const [method, firstItem] of Object.entries(EDITS)) {
    const edit = Reflect.get(items, method) as (...args: unknown[]) => unknown;
    edits.set(method, (...args) => {
      const last = method === "fill" ? 1 : args.length;
      for (let index = firstItem ?? last; index < last; index++) owner.check(args[index]);
      const result = edit.apply(items, args);
      owner.changed();
      return result === items ? list : result;
    });
  }
  const list: T[] = new Proxy(items, {
    get(target, key) {
      return (typeof key === "string" ? edits.get(key) : undefined) ?? Reflect.get(target, key);
    },
    set(target, key, item) {
      const before: unknown = Reflect.get(target, key);
      if (key !== "length" && typeof key === "string") owner.check(item);
      const done = Reflect.set(target, key, item);
      if (before !== item) owner.changed();
      return done;
    },
    deleteProperty(target, key) {
      owner.changed();
      return Reflect.deleteProperty(target, key);
    },
  });
  return list;
}
