import type { Observable, Subject } from "rxjs";
import type { Document, ErrorNotice, Slots } from "../protocol/messages.ts";
import type { Control } from "./control.ts";
import type { ControlEvent } from "./event.ts";
import type { Lifetime } from "./lifetime.ts";
import type { Session } from "./session.ts";
import type { Spec } from "./spec.ts";

/** Where a control keeps its {@link Node}: a symbol, so that no property of an app can collide with it. */
export const NODE: unique symbol = Symbol("runlet.node");

/** Children by slot, as of the last flush. */
export type Children = { [slot: string]: Node | readonly Node[] };

/** What the client was last given of a control. */
export interface Given {
  readonly document: Document;
  /** Ids by slot. */
  readonly slots: Slots;
}

/** All that the framework keeps about one control. The control itself holds nothing else. */
export class Node {
  readonly control: Control;
  readonly spec: Spec;
  /** What the app set and is not at its default: values, handlers, children, arrays of children. */
  readonly values: { [property: string]: unknown } = {};
  /** The arrays above as the app sees them: tracked. Made at the first read. */
  lists: { [property: string]: Control[] } | undefined;

  /** Given at the first attach, kept over re-adds, never reused in the session. 0 before. */
  id = 0;
  /** The id of the session that `id` is of. */
  home: string | undefined;
  /** The session it is mounted in. */
  session: Session | undefined;
  /** Whose child it is, as of the last flush. */
  parent: Node | undefined;
  /** Its own children, as of the last flush. */
  children: Children = {};
  isBuilt = false;
  /** `build()` threw: what the client shows in its place. */
  error: ErrorNotice | undefined;
  /** Attached in the flush that is running: `didMount` is still to come. */
  isEntering = false;

  /** Names of properties set since the document was made. */
  dirty: string[] | undefined;
  /** In the queue of the next flush. */
  isQueued = false;
  /** `beforeUpdate` is due: something other than that hook itself set a property. */
  wantsHook = false;
  /** Running its own `build` or `beforeUpdate`. */
  isInHook = false;

  /** Its data as of the last flush, frozen. */
  document: Document | undefined;
  /** What the client has of it. */
  given: Given | undefined;

  /** Streams that feed properties: subscribed while mounted. */
  bound: Map<string, Observable<unknown>> | undefined;
  /** Streams of `effect()`: subscribed while mounted. */
  effects: Observable<unknown>[] | undefined;
  /** Who asked for `changes()`, by property. */
  changes: Map<string, Subject<unknown>> | undefined;
  /** Who asked for `events()`, by event. */
  events: Map<string, Subject<ControlEvent>> | undefined;
  /** What ends at the next unmount. Made when first needed. */
  lifetime: Lifetime | undefined;

  constructor(control: Control, spec: Spec) {
    this.control = control;
    this.spec = spec;
  }
}

/** The children in slot order. */
export function childrenOf(node: Node): Node[] {
  return Object.values(node.children).flat();
}

/** Where a control stands, for errors: `Page > Column[2] > Countdown > Text`. */
export function pathOf(node: Node): string {
  const name = node.control.constructor.name;
  const key = node.control.key === undefined ? "" : `#${node.control.key}`;
  if (node.parent === undefined) return `${name}${key}`;
  let place = "";
  for (const children of Object.values(node.parent.children)) {
    if (Array.isArray(children) && children.includes(node)) place = `[${children.indexOf(node)}]`;
  }
  return `${pathOf(node.parent)} > ${name}${key}${place}`;
}
