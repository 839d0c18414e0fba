import type { Observable, Subject } from "rxjs";
import type { Document, ErrorNotice } from "../protocol/messages.ts";
import type { ChildList } from "./children.ts";
import type { Control } from "./control.ts";
import type { ControlEvent } from "./event.ts";
import type { Kind } from "./kind.ts";
import type { Lifetime } from "./lifetime.ts";
import type { Session } from "./session.ts";
import type { Spec } from "./spec.ts";

/** Where a control keeps its {@link Node}: a symbol, so that no property of an app can collide with it. */
export const NODE: unique symbol = Symbol("runlet.node");

/** Shared by all controls that have no children. */
export const NO_LISTS: ChildList[] = [];

/** All that the framework keeps about one control. The control itself holds nothing else. */
export class Node {
  readonly control: Control;
  readonly kind: Kind;
  /** What the app set: values and handlers, by property. */
  values: { [property: string]: unknown } = {};
  /** Its children, a list for each slot that was used, in slot order. */
  lists: ChildList[] = NO_LISTS;

  /** Given at the first attach, kept over re-adds, never reused in the session. 0 before. */
  id = 0;
  /** The id of the session that `id` is of. */
  home: string | undefined = undefined;
  /** The session it is mounted in. */
  session: Session | undefined = undefined;
  /** Where it is a child, as of the last flush. */
  holder: ChildList | undefined = undefined;

  /** Its data as of the last flush, frozen. */
  document: Document | undefined = undefined;
  /** What the client was given of it. */
  given: Document | undefined = undefined;
  /** Names of values set since the document was made. */
  dirty: string[] | undefined = undefined;
  /** Names of values that may differ between `given` and `document`, if those are two; undefined: all may. */
  unsent: string[] | undefined = undefined;

  /** The yes-or-no marks below: a field for each would take eight bytes of every control. */
  #marks = 0;
  /** For counting in lists, 0 in between: a field costs a fraction of what a Map does. */
  count = 0;

  /** `build()` threw: what the client shows in its place. */
  error: ErrorNotice | undefined = undefined;
  /** Streams that feed properties: subscribed while mounted. */
  bound: Map<string, Observable<unknown>> | undefined = undefined;
  /** Streams of `effect()`: subscribed while mounted. */
  effects: Observable<unknown>[] | undefined = undefined;
  /** Who asked for `changes()`, by property. */
  changes: Map<string, Subject<unknown>> | undefined = undefined;
  /** Who asked for `events()`, by event. */
  events: Map<string, Subject<ControlEvent>> | undefined = undefined;
  /** What ends at the next unmount. Made when first needed. */
  lifetime: Lifetime | undefined = undefined;
  /** What was asked of its renderer before it was on a page. */
  early: ((session: Session) => void)[] | undefined = undefined;

  constructor(control: Control, kind: Kind) {
    this.control = control;
    this.kind = kind;
  }

  get spec(): Spec {
    return this.kind.spec;
  }

  /** A child came, went or moved since the last flush. */
  get hasNewChildren(): boolean {
    return (this.#marks & 1) !== 0;
  }
  set hasNewChildren(is: boolean) {
    this.#marks = is ? this.#marks | 1 : this.#marks & ~1;
  }

  /** In the queue of the next flush. */
  get isQueued(): boolean {
    return (this.#marks & 2) !== 0;
  }
  set isQueued(is: boolean) {
    this.#marks = is ? this.#marks | 2 : this.#marks & ~2;
  }

  /** `beforeUpdate` is due: something other than its own hooks changed it, or it enters. */
  get wantsHook(): boolean {
    return (this.#marks & 4) !== 0;
  }
  set wantsHook(is: boolean) {
    this.#marks = is ? this.#marks | 4 : this.#marks & ~4;
  }

  /** Running its own `build` or `beforeUpdate`. */
  get isInHook(): boolean {
    return (this.#marks & 8) !== 0;
  }
  set isInHook(is: boolean) {
    this.#marks = is ? this.#marks | 8 : this.#marks & ~8;
  }

  get isBuilt(): boolean {
    return (this.#marks & 16) !== 0;
  }
  set isBuilt(is: boolean) {
    this.#marks = is ? this.#marks | 16 : this.#marks & ~16;
  }

  /** Found or attached in the flush that is running: `didMount` is still to come. */
  get isEntering(): boolean {
    return (this.#marks & 32) !== 0;
  }
  set isEntering(is: boolean) {
    this.#marks = is ? this.#marks | 32 : this.#marks & ~32;
  }

  /** The client may have to be told something of it. */
  get isChanged(): boolean {
    return (this.#marks & 64) !== 0;
  }
  set isChanged(is: boolean) {
    this.#marks = is ? this.#marks | 64 : this.#marks & ~64;
  }

  /** It was unmounted since the last send. It may have come back. */
  get isLeft(): boolean {
    return (this.#marks & 128) !== 0;
  }
  set isLeft(is: boolean) {
    this.#marks = is ? this.#marks | 128 : this.#marks & ~128;
  }
  /** A stream feeds it, or an effect of its own runs. */
  get hasFeeds(): boolean {
    return (this.#marks & 256) !== 0;
  }
  set hasFeeds(is: boolean) {
    this.#marks = is ? this.#marks | 256 : this.#marks & ~256;
  }

  /** Whose child it is, as of the last flush. */
  get parent(): Node | undefined {
    return this.holder?.owner;
  }
}

/** The children as of the last flush, in slot order. */
export function childrenOf(node: Node): Node[] {
  return node.lists.flatMap((list) => list.shown().map((child) => child[NODE]));
}

/** Sorted by how deep they stand, as of the last flush. */
export function parentsFirst(nodes: Iterable<Node>): Node[] {
  const depths = new Map<Node, number>();
  for (const node of nodes) {
    let depth = 0;
    for (let at = node.parent; at !== undefined; at = at.parent) depth++;
    depths.set(node, depth);
  }
  return [...depths.keys()].sort((a, b) => (depths.get(a) as number) - (depths.get(b) as number));
}

/** Whether a value is a control. */
export function isControl(value: unknown): value is Control {
  return value !== null && typeof value === "object" && NODE in value;
}

/** Where a control stands, for errors: `Page > Column[2] > Countdown > Text`. */
export function pathOf(node: Node): string {
  const name = node.control.constructor.name;
  const key = node.control.key === undefined ? "" : `#${node.control.key}`;
  const { holder } = node;
  if (holder === undefined) return `${name}${key}`;
  const places = [holder.shown(), holder.items].map((list) => list.indexOf(node.control));
  const index = places.find((place) => place >= 0);
  const place = index === undefined || holder.isSingle ? "" : `[${index}]`;
  return `${pathOf(holder.owner)} > ${name}${key}${place}`;
}

/** A property with its control, for errors. */
export function nameOf(node: Node, name: string): string {
  return node.holder === undefined ? `${node.control.constructor.name}.${name}` : `${pathOf(node)}.${name}`;
}
