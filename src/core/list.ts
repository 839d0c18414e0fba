/** The owner of a tracked list: it checks items and carries out the edits. */
export interface ListOwner<T> {
  /** The array whose edits the owner tracks. If this is another array, the owner has replaced the list. */
  readonly items: T[];
  /** Throws if the item is not allowed in the list. */
  check(item: unknown): void;
  /** Replaces `count` items from index `at` on by `added`. Returns the removed items. */
  splice(at: number, count: number, added: readonly T[]): T[];
  /** Runs an edit that is not a splice, such as a sort. */
  rearrange<R>(edit: () => R): R;
}

/** Key under which the array methods below find the proxy's handler. */
const BEHIND: unique symbol = Symbol("runlet.behind");

/**
 * Returns a list of children as the app sees it: a real array that notices every edit. Methods run directly on the
 * plain array, since each would otherwise cause many slow reads and writes through the proxy.
 */
export function trackedList<T extends object>(items: T[], owner: ListOwner<T>): T[] {
  return new Proxy(items, new Behind(items, owner));
}

class Behind<T extends object> implements ProxyHandler<T[]> {
  readonly items: T[];
  readonly #owner: ListOwner<T>;

  constructor(items: T[], owner: ListOwner<T>) {
    this.items = items;
    this.#owner = owner;
  }

  get(items: T[], key: string | symbol): unknown {
    const found: unknown = items[key as unknown as number];
    if (typeof found === "function") return METHODS[key] ?? found;
    return key === BEHIND ? this : found;
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

type Tracked = unknown[] & { readonly [BEHIND]: Behind<object> };

type Method = (this: Tracked, ...args: never[]) => unknown;

/** The array methods that edit, and below them those that only read and pass the array to no callback. */
const METHODS: { [method: string | symbol]: Method | undefined } = {
  // @ts-expect-error a prototype that is none: "constructor" is no edit
  __proto__: null,
  push(...added: object[]) {
    const behind = this[BEHIND];
    behind.check(added);
    behind.splice(behind.items.length, 0, added);
    return behind.items.length;
  },
  unshift(...added: object[]) {
    const behind = this[BEHIND];
    behind.check(added);
    behind.splice(0, 0, added);
    return behind.items.length;
  },
  pop() {
    const behind = this[BEHIND];
    return behind.items.length === 0 ? undefined : behind.splice(behind.items.length - 1, 1, [])[0];
  },
  shift() {
    const behind = this[BEHIND];
    return behind.items.length === 0 ? undefined : behind.splice(0, 1, [])[0];
  },
  splice(...args: unknown[]) {
    const behind = this[BEHIND];
    const { length } = behind.items;
    const [from, count, ...added] = args;
    behind.check(added);
    if (args.length === 0) return [];
    const start = Math.trunc(Number(from)) || 0;
    const at = start < 0 ? Math.max(0, length + start) : Math.min(start, length);
    const most = length - at;
    const taken = args.length === 1 ? most : Math.trunc(Number(count)) || 0;
    return behind.splice(at, Math.min(Math.max(0, taken), most), added as object[]);
  },
  fill(item: object, ...range: number[]) {
    const behind = this[BEHIND];
    behind.check([item]);
    behind.rearrange(() => behind.items.fill(item, ...range));
    return this;
  },
  copyWithin(...range: [number, number, number?]) {
    const behind = this[BEHIND];
    behind.rearrange(() => behind.items.copyWithin(...range));
    return this;
  },
  reverse() {
    const behind = this[BEHIND];
    behind.rearrange(() => behind.items.reverse());
    return this;
  },
  sort(order?: (a: object, b: object) => number) {
    const behind = this[BEHIND];
    behind.rearrange(() => behind.items.sort(order));
    return this;
  },
};

const READS = ["at", "concat", "includes", "indexOf", "lastIndexOf", "slice", "values", Symbol.iterator] as const;
for (const name of READS) {
  METHODS[name] = function (...args: never[]) {
    const { items } = this[BEHIND];
    return (items[name] as (...args: never[]) => unknown).apply(items, args);
  };
}
