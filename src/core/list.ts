/** What a tracked list asks of its owner. */
export interface ListOwner {
  /** Throws if the item may not stand in the list. */
  check(item: unknown): void;
  /** The list was edited. */
  changed(): void;
}

interface Tracked {
  readonly items: unknown[];
  readonly owner: ListOwner;
}

/** The plain array behind each list, and whose it is. */
const tracked = new WeakMap<object, Tracked>();

type Edit = (this: object, ...args: unknown[]) => unknown;

/**
 * Methods that edit, for all lists. They run on the plain array at once, which costs a fraction of what their many
 * single writes through the proxy would.
 */
const EDITS: ReadonlyMap<string, Edit> = new Map([
  edit("push", (args) => args),
  edit("unshift", (args) => args),
  edit("splice", (args) => args.slice(2)),
  edit("fill", ([item]) => [item]),
  ...["pop", "shift", "reverse", "sort", "copyWithin"].map((method) => edit(method, () => [])),
]);

/** A list of children as the app sees it: a real array whose every edit is noticed. */
export function trackedList<T extends object>(items: T[], owner: ListOwner): T[] {
  const list: T[] = new Proxy(items, {
    get: (target, key) => (typeof key === "string" ? EDITS.get(key) : undefined) ?? Reflect.get(target, key),
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
  tracked.set(list, { items, owner });
  return list;
}

/** A method by its name, with which of its arguments become items. */
function edit(method: string, itemsOf: (args: unknown[]) => unknown[]): [string, Edit] {
  const original = Reflect.get(Array.prototype, method) as Edit;
  return [
    method,
    function (...args) {
      const { items, owner } = tracked.get(this) as Tracked;
      for (const item of itemsOf(args)) owner.check(item);
      const result = original.apply(items, args);
      owner.changed();
      return result === items ? this : result;
    },
  ];
}
