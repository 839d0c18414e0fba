/** The owner of a tracked list: it checks items and carries out the edits. */
export interface ArrayOwner<T> {
  /** The array whose edits the owner tracks. If this is another array, the owner has replaced the list. */
  readonly items: T[];
  /** Throws if the item is not allowed in the list. */
  check(item: unknown): void;
  /** Throws if the item is not in the list. */
  checkContained(item: unknown): void;
  /** Replaces `count` items from index `at` on by `added`. Returns the removed items. */
  splice(at: number, count: number, added: readonly T[]): T[];
  /** Runs an edit that is not a splice, such as a sort. */
  rearrange<R>(edit: () => R): R;
}

/** Key under which the array methods below find the proxy's handler. */
const TRACKER: unique symbol = Symbol("runlet.tracker");

/**
 * Returns a list of children as the app sees it: a real array that notices every edit. Methods run directly on the
 * plain array, since each would otherwise cause many slow reads and writes through the proxy.
 */
export function trackedArray<T extends object>(items: T[], owner: ArrayOwner<T>): T[] {
  return new Proxy(items, new ArrayTracker(items, owner));
}

class ArrayTracker<T extends object> implements ProxyHandler<T[]> {
  readonly items: T[];
  readonly #owner: ArrayOwner<T>;

  constructor(items: T[], owner: ArrayOwner<T>) {
    this.items = items;
    this.#owner = owner;
  }

  get(items: T[], key: string | symbol): unknown {
    const found: unknown = items[key as unknown as number];
    if (typeof found === "function") return METHODS[key] ?? found;
    if (key === TRACKER) return this;
    return key === "remove" ? METHODS.remove : found;
  }

  set(items: T[], key: string | symbol, value: T): boolean {
    const index = typeof key === "string" ? Number(key) : Number.NaN;
    if (key === "length") {
      const length = value as unknown as number;
      if (length < items.length) this.splice(length, items.length - length, []);
      else this.rearrange(() => (items.length = length));
    } else if (!Number.isInteger(index)) return Reflect.set(items, key, value);
    else if (items[index] !== value) {
      this.#owner.check(value);
      if (index <= items.length) this.splice(index, 1, [value]);
      else this.rearrange(() => (items[index] = value));
    }
    return true;
  }

  deleteProperty(items: T[], key: string | symbol): boolean {
    return this.rearrange(() => Reflect.deleteProperty(items, key));
  }

  /** Removes items. Throws if one of them is not in the list; then none is removed. */
  remove(removed: readonly T[]): void {
    const { items } = this;
    if (this.#isCurrent) for (const item of removed) this.#owner.checkContained(item);
    for (const item of new Set(removed)) {
      const index = items.indexOf(item);
      if (index >= 0) this.splice(index, 1, []);
    }
  }

  check(added: readonly unknown[]): void {
    for (const item of added) this.#owner.check(item);
  }

  splice(at: number, count: number, added: readonly T[]): T[] {
    if (this.#isCurrent) return this.#owner.splice(at, count, added);
    return this.items.splice(at, count, ...added);
  }

  rearrange<R>(edit: () => R): R {
    return this.#isCurrent ? this.#owner.rearrange(edit) : edit();
  }

  /**
   * Whether the owner still tracks this array. Once the app has set the property to another array, edits are the app's
   * own.
   */
  get #isCurrent(): boolean {
    return this.#owner.items === this.items;
  }
}

type TrackedArray = unknown[] & { readonly [TRACKER]: ArrayTracker<object> };

type Method = (this: TrackedArray, ...args: never[]) => unknown;

/** Array methods that edit the array. Below them are methods that only read, and pass the array to no callback. */
const METHODS: { [method: string | symbol]: Method | undefined } = {
  // @ts-expect-error a prototype that is none: "constructor" is no edit
  __proto__: null,
  push(...added: object[]) {
    const tracker = this[TRACKER];
    tracker.check(added);
    tracker.splice(tracker.items.length, 0, added);
    return tracker.items.length;
  },
  unshift(...added: object[]) {
    const tracker = this[TRACKER];
    tracker.check(added);
    tracker.splice(0, 0, added);
    return tracker.items.length;
  },
  pop() {
    const tracker = this[TRACKER];
    return tracker.items.length === 0 ? undefined : tracker.splice(tracker.items.length - 1, 1, [])[0];
  },
  shift() {
    const tracker = this[TRACKER];
    return tracker.items.length === 0 ? undefined : tracker.splice(0, 1, [])[0];
  },
  splice(...args: unknown[]) {
    const tracker = this[TRACKER];
    const { length } = tracker.items;
    const [from, count, ...added] = args;
    tracker.check(added);
    if (args.length === 0) return [];
    const start = Math.trunc(Number(from)) || 0;
    const at = start < 0 ? Math.max(0, length + start) : Math.min(start, length);
    const longest = length - at;
    const requested = args.length === 1 ? longest : Math.trunc(Number(count)) || 0;
    return tracker.splice(at, Math.min(Math.max(0, requested), longest), added as object[]);
  },
  remove(...removed: object[]) {
    this[TRACKER].remove(removed);
  },
  fill(item: object, ...range: number[]) {
    const tracker = this[TRACKER];
    tracker.check([item]);
    tracker.rearrange(() => tracker.items.fill(item, ...range));
    return this;
  },
  copyWithin(...range: [number, number, number?]) {
    const tracker = this[TRACKER];
    tracker.rearrange(() => tracker.items.copyWithin(...range));
    return this;
  },
  reverse() {
    const tracker = this[TRACKER];
    tracker.rearrange(() => tracker.items.reverse());
    return this;
  },
  sort(order?: (a: object, b: object) => number) {
    const tracker = this[TRACKER];
    tracker.rearrange(() => tracker.items.sort(order));
    return this;
  },
};

const READS = ["at", "concat", "includes", "indexOf", "lastIndexOf", "slice", "values", Symbol.iterator] as const;
for (const name of READS) {
  METHODS[name] = function (...args: never[]) {
    const { items } = this[TRACKER];
    return (items[name] as (...args: never[]) => unknown).apply(items, args);
  };
}
