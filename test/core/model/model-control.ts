import type { Control } from "runlet";
import type { Subscription } from "rxjs";
import type { Hooks, Kind } from "./kinds.ts";
import type { Source } from "./source.ts";

/** A document as both sides must have it. */
export type ModelDocument = { readonly [name: string]: unknown };
export type ModelDocuments = { readonly [id: string]: ModelDocument };

/** What the last flush that reached a control made of it. */
export interface FlushedState {
  readonly values: ModelDocument;
  readonly slots: ReadonlyMap<string, readonly ModelControl[]>;
}

/** What a control does in one of its hooks, beside what `build()` returns. */
export interface Script {
  readonly on: keyof Hooks;
  readonly act: "setOwn" | "pushOwn" | "popOwn" | "setParent" | "pushParent" | "popParent" | "fail" | "follow" | "own";
}

/** A control and what the model knows of it: as the app has it, and as of the last flush. */
export class ModelControl {
  readonly key: string;
  readonly kind: Omit<Kind, "make">;
  readonly script: Script | undefined;
  control!: Control;

  /** What the app has set and is not at its default. */
  readonly values: Map<string, unknown> = new Map();
  readonly slots: Map<string, ModelControl[]> = new Map();
  /** Events that a handler property listens to. */
  readonly handlers: Set<string> = new Set();
  /** Events that somebody asked for by `events()`. */
  readonly listeners: Map<string, Subscription> = new Map();
  readonly bound: Map<string, Source> = new Map();

  /** Undefined: not mounted. */
  flushed: FlushedState | undefined;
  /** Whose child it is, as of the last flush. */
  parent: ModelControl | undefined;
  isBuilt = false;
  /** What its next `build()` returns; without it, what it makes up. */
  plan: ModelControl | readonly ModelControl[] | undefined;
  hasFailed = false;
  /** Set since the last flush that reached it: `beforeUpdate()` may be called. */
  isTouched = false;
  /** What was set may have been set by its own hook, or seen by it: then it is not called for it again. */
  mayHaveUpdated = false;
  id = 0;
  mounts = 0;
  unmounts = 0;
  /** Streams of `effect()`, and teardowns of `own()` that wait for the unmount. */
  effects = 0;
  owned = 0;

  constructor(key: string, kind: Omit<Kind, "make">, script: Script | undefined) {
    this.key = key;
    this.kind = kind;
    this.script = script;
  }

  get name(): string {
    return `${this.kind.name}${this.key}`;
  }

  /** Its slots that the app may set: a list, or one child each. */
  get children(): ModelControl[] {
    return [...this.slots.values()].flat();
  }

  list(): ModelControl[] {
    return this.slot(this.kind.list as string);
  }

  slot(name: string): ModelControl[] {
    let slot = this.slots.get(name);
    if (slot === undefined) {
      slot = [];
      this.slots.set(name, slot);
    }
    return slot;
  }

  read(name: string): unknown {
    const initial = this.kind.props[name]?.initial ?? null;
    return this.values.has(name) ? this.values.get(name) : initial;
  }

  /** What a flush would show of it now, children apart. */
  liveValues(): ModelDocument {
    const doc: { [name: string]: unknown } = { $type: this.kind.type };
    for (const [name, value] of this.values) doc[name] = value;
    for (const event of [...this.handlers, ...this.listeners.keys()]) doc[handlerName(event)] = true;
    if (this.hasFailed) doc.$error = true;
    return doc;
  }

  liveSlots(): ReadonlyMap<string, readonly ModelControl[]> {
    return new Map([...this.slots].filter(([, list]) => list.length > 0).map(([name, list]) => [name, [...list]]));
  }
}

/** `onClick` for `click`. */
export function handlerName(event: string): string {
  return `on${event[0]?.toUpperCase()}${event.slice(1)}`;
}
