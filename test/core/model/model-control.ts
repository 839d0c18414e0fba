import type { Control } from "runlet";
import type { Subscription } from "rxjs";
import type { Hooks, Kind } from "./kinds.ts";
import type { Source } from "./source.ts";

/** A document as both sides must have it. */
export type ModelDocument = { readonly [name: string]: unknown };
export type ModelDocuments = { readonly [id: string]: ModelDocument };

/** State of a control after the last flush that reached it. */
export interface FlushedState {
  readonly values: ModelDocument;
  readonly slots: ReadonlyMap<string, readonly ModelControl[]>;
}

/** What a control does in one of its hooks, besides the result of `build()`. */
export interface Script {
  readonly on: keyof Hooks;
  readonly act: "setOwn" | "pushOwn" | "popOwn" | "setParent" | "pushParent" | "popParent" | "fail" | "follow" | "own";
}

/** A control and what the model knows about it: the state that the app set, and the state after the last flush. */
export class ModelControl {
  readonly key: string;
  readonly kind: Omit<Kind, "make">;
  readonly script: Script | undefined;
  control!: Control;

  /** Properties that the app has set and that differ from their defaults. */
  readonly values: Map<string, unknown> = new Map();
  readonly slots: Map<string, ModelControl[]> = new Map();
  /** Events with a handler property. */
  readonly handlers: Set<string> = new Set();
  /** Events with a subscriber of `events()`. */
  readonly listeners: Map<string, Subscription> = new Map();
  readonly bound: Map<string, Source> = new Map();

  /** State after the last flush, or undefined while not mounted. */
  flushed: FlushedState | undefined;
  /** Parent of the control after the last flush. */
  parent: ModelControl | undefined;
  isBuilt = false;
  /** Result of its next `build()`. Undefined lets the script choose one. */
  plan: ModelControl | readonly ModelControl[] | undefined;
  hasFailed = false;
  /** Whether it was edited since the last flush that reached it, so `beforeUpdate()` may be called. */
  isTouched = false;
  /** Whether its own hook may have made or seen the edit, so `beforeUpdate()` need not be called again. */
  mayHaveUpdated = false;
  id = 0;
  mounts = 0;
  unmounts = 0;
  /** Number of Observables of `effect()`, and of teardowns of `own()` that wait for the unmount. */
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

  /** Children in all slots that the app may set. */
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

  /** The document that a flush would send now, without children. */
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

/** Returns `onClick` for `click`. */
export function handlerName(event: string): string {
  return `on${event[0]?.toUpperCase()}${event.slice(1)}`;
}
