import type { Observable, Subject } from "rxjs";
import type { Document, ErrorNotice } from "../../protocol/messages.ts";
import type { ClassInfo } from "../declaration/class-info.ts";
import { type ErrorPlace, quote, shorten } from "../declaration/errors.ts";
import type { ControlEvent } from "../declaration/event.ts";
import type { ControlSpec } from "../declaration/spec.ts";
import type { Clock } from "../reactive/clock.ts";
import type { Lifetime } from "../reactive/lifetime.ts";
import type { PendingWork } from "../reactive/pending-work.ts";
import type { ChildList } from "./child-list.ts";

/** Key under which a control keeps its {@link Node}: a symbol, so that it cannot collide with a property of an app. */
export const NODE: unique symbol = Symbol("runlet.node");

/** A control as the core sees it, whatever its class and its properties. */
export interface AnyControl {
  readonly [NODE]: Node;
  readonly isMounted: boolean;
  key?: string | number;
  data?: unknown;
  build(): unknown;
  beforeUpdate(): void;
  didMount(): unknown;
  willUnmount(): void;
  isIsolated(): boolean;
  didCatch?(error: unknown, where: ErrorPlace): boolean | void;
  didReceive?(next: never): void;
}

/** The session of a mounted control, as far as the control and its parts use it. */
export interface Scope {
  readonly id: string;
  /** Root of the tree. */
  readonly root: AnyControl;
  readonly clock: Clock;
  /** Numbers of resources that are alive. */
  readonly counts: { subscriptions: number; tasks: number; timers: number };
  readonly funnel: ErrorFunnel;
  readonly bindings: StreamBindings;
  /** Records that a value or handler was set, for the next flush. */
  markDirty(node: Node, name: string): void;
  /** Forgets the client's value of a property, so that the next one is sent even if it is the same. */
  forgetSent(node: Node, name: string): void;
  /** Records that children were edited, for the next flush. */
  markEdited(node: Node): void;
  /** Flushes now, including changes below one isolated control: this one, or its nearest isolated ancestor. */
  update(node: Node): void;
  /** Runs `build()` again. */
  rebuild(node: Node): void;
  /** Gives a control its id before it is mounted. */
  assignId(node: Node): void;
  /** Calls a method of the control's renderer. */
  call(node: Node, method: string, args: unknown): Promise<unknown>;
}

/** Runs user code and reports its errors. */
export interface ErrorFunnel {
  /** Whether people may see the details of errors, as in development. */
  readonly isDevelopment: boolean;
  /** Async calls that have not ended. */
  readonly work: PendingWork;
  run<T>(kind: ErrorPlace["kind"], name: string, node: Node, callback: () => T): T | undefined;
  runWatched<T>(kind: ErrorPlace["kind"], name: string, node: Node, callback: () => T): T;
  /**
   * Runs a task. Its rejection is reported if nothing handles the returned promise by the end of the turn. `ended` is
   * called when the task has ended.
   */
  runTask<T>(
    name: string,
    node: Node,
    begin: () => Promise<T>,
    ended: () => void,
    turnEnd: (callback: () => void) => void,
  ): Promise<T>;
  report(error: unknown, kind: ErrorPlace["kind"], name: string, node: Node): ErrorNotice;
}

/** Subscribes the streams of mounted controls. */
export interface StreamBindings {
  bind(node: Node, name: string, value$: Observable<unknown>): void;
  unbind(node: Node, name: string): void;
  writeToState(node: Node, name: string, value: unknown): void;
  addEffect(node: Node, stream$: Observable<unknown>): void;
  dropBuildEffects(node: Node): void;
}

/** Empty list of children, shared by all controls that have none. */
export const NO_LISTS: ChildList[] = [];

/** Bits of `node.flags`. A field for each would take eight bytes of every control. */
export const Flag = {
  /** A child was added, removed or moved since the last flush. */
  hasEditedLists: 1,
  /** The control is in the queue of the next flush. */
  isQueued: 2,
  /** `beforeUpdate` is due: the control enters, or something other than its own hooks changed it. */
  isBeforeUpdateDue: 4,
  /** The control's own `build()` is running. */
  isBuilding: 8,
  /** The control's own `beforeUpdate()` is running. */
  isInBeforeUpdate: 16,
  /** `build()` has returned. */
  isBuilt: 32,
  /** The control entered the page in the running flush. Its `didMount` is still to come. */
  isEntering: 64,
  /** The client may have an outdated version of the control. */
  isMarkedForSend: 128,
  /** The control was unmounted since the last send. It may have been mounted again since. */
  isRemovedSinceSend: 256,
  /** The control has subscriptions of bound properties or effects. */
  hasBindings: 512,
  /** The object of the values is a document as well, so it must not change any more. */
  areValuesShared: 1024,
  /** Some value is sent in another form than it is stored in, or is not sent: a handler, or a value at its default. */
  mustEncode: 2048,
  /** Some value is or was an object or a long text, so the size of the control's document is measured. */
  isSizeMeasured: 4096,
} as const;

/** An error that the client shows instead of a control: its `build()` failed, or the check of the tree found it. */
export interface NodeError {
  readonly source: "build" | "check";
  readonly notice: ErrorNotice;
}

/** Data that few controls have, so that the others need no space for it. */
export class NodeExtras {
  /** Error that the client shows instead of the control. */
  error: NodeError | undefined = undefined;
  /** Streams bound to properties. Subscribed while the control is mounted. */
  boundStreams: Map<string, Observable<unknown>> | undefined = undefined;
  /** Streams of `effect()`. Subscribed while the control is mounted. */
  effects: Observable<unknown>[] | undefined = undefined;
  /** Subjects of `changes()`, by property. */
  changeSubjects: Map<string, Subject<unknown>> | undefined = undefined;
  /** Subjects of `events()`, by event. */
  eventSubjects: Map<string, Subject<ControlEvent<AnyControl>>> | undefined = undefined;
  /** Resources that end at the next unmount. Created when first needed. */
  lifetime: Lifetime | undefined = undefined;
  /** Calls to the renderer that were made before the control was mounted. */
  queuedCalls: ((scope: Scope) => void)[] | undefined = undefined;
}

/** The extras of all controls that have none. */
export const NO_EXTRAS: NodeExtras = new NodeExtras();

/** Returns the extras of a control, to set a field of them. */
export function ensureExtras(node: Node): NodeExtras {
  if (node.extras === NO_EXTRAS) node.extras = new NodeExtras();
  return node.extras;
}

/** The framework's data about one control. The control object itself holds no other data of the framework. */
export class Node {
  readonly control: AnyControl;
  readonly classInfo: ClassInfo;
  /**
   * Values and handlers that the app set, by property name, after the `$type`. The object may be the
   * document at the same time, so it is replaced when a value is set.
   */
  values: { [property: string]: unknown };
  /** Children: a list for each slot that was used, in slot order. */
  lists: ChildList[] = NO_LISTS;

  /** Id in its session. Assigned when first mounted, kept when mounted again, never reused. 0 before. */
  id = 0;
  /** Id of the session that `id` belongs to, also while the control is unmounted. */
  sessionId: string | undefined = undefined;
  /** Engine of the session in which the control is mounted. Undefined while it is not mounted. */
  session: Scope | undefined = undefined;
  /** List that contains the control, as of the last flush. */
  parentList: ChildList | undefined = undefined;

  /** Data of the control as of the last flush. The object never changes. */
  document: Document | undefined = undefined;
  /** Document that the client was sent. */
  sent: Document | undefined = undefined;
  /** Names of the values set since the document was made. */
  dirty: string[] | undefined = undefined;
  /**
   * Names of the values that may differ between `sent` and `document`. Undefined if any value may differ, unless both
   * documents are the same.
   */
  dirtySinceSend: string[] | undefined = undefined;

  /** Bits of {@link Flag}. */
  flags = 0;
  /** Counter for comparing lists, 0 in between. A field costs a fraction of what a Map does. */
  count = 0;

  /** What few controls have. To set one of its fields, call {@link ensureExtras}. */
  extras: NodeExtras = NO_EXTRAS;

  constructor(control: AnyControl, classInfo: ClassInfo) {
    this.control = control;
    this.classInfo = classInfo;
    this.values = new classInfo.Values();
  }

  get spec(): ControlSpec {
    return this.classInfo.spec;
  }

  /** Parent as of the last flush. */
  get parent(): Node | undefined {
    return this.parentList?.owner;
  }
}

/** Returns the children as of the last flush, in slot order. */
export function childrenOf(node: Node): Node[] {
  return node.lists.flatMap((list) => list.committed().map((child) => child[NODE]));
}

/** Sorts controls by their depth in the tree, as of the last flush. */
export function parentsFirst(nodes: Iterable<Node>): Node[] {
  const depths = new Map<Node, number>();
  for (const node of nodes) {
    let depth = 0;
    for (let ancestor = node.parent; ancestor !== undefined; ancestor = ancestor.parent) depth++;
    depths.set(node, depth);
  }
  return [...depths.keys()].sort((a, b) => (depths.get(a) as number) - (depths.get(b) as number));
}

/** Passes an event to the subscribers of `events()` and to the handler. Returns what the handler returned. */
export function deliverEvent(node: Node, property: string, event: ControlEvent<AnyControl>): unknown {
  node.extras.eventSubjects?.get(event.name)?.next(event);
  return (node.values[property] as ((event: ControlEvent<AnyControl>) => unknown) | undefined)?.(event);
}

/** Returns whether the app listens to an event of a control, by a handler or a stream. */
export function isListening(node: Node, event: string): boolean {
  const property = node.spec.events.get(event);
  return (
    property !== undefined && (node.values[property] !== undefined || node.extras.eventSubjects?.has(event) === true)
  );
}

/** Returns whether a value is a control. */
export function isControl(value: unknown): value is AnyControl {
  return value !== null && typeof value === "object" && NODE in value;
}

/** Longest name of a class or a property, and longest key, in a path. */
const MAX_NAME = 100;

/** Returns the path of a control, for errors: `Page > Column[2] > Countdown > Text`. */
export function pathOf(node: Node): string {
  const name = className(node.control);
  const key = keySuffix(node.control);
  const { parentList } = node;
  if (parentList === undefined) return `${name}${key}`;
  const indices = [parentList.committed(), parentList.items].map((list) => list.indexOf(node.control));
  const index = indices.find((position) => position >= 0);
  const position = index === undefined || parentList.isSingle ? "" : `[${index}]`;
  return `${pathOf(parentList.owner)} > ${name}${key}${position}`;
}

/** Returns the name of a property with its control, for errors. */
export function propertyPath(node: Node, name: string): string {
  return `${node.parentList === undefined ? className(node.control) : pathOf(node)}.${shorten(name, MAX_NAME)}`;
}

/** Returns the name of an object's class, for errors. Never throws: a class may have a static member named `name`. */
export function className(instance: object): string {
  try {
    const { name } = instance.constructor as { readonly name: unknown };
    return typeof name === "string" ? shorten(name, MAX_NAME) : quote(name);
  } catch {
    return "?";
  }
}

/** Returns the key of a control as a part of its path. Never throws: an app in JavaScript may set a key of any kind. */
function keySuffix({ key }: AnyControl): string {
  if (key === undefined) return "";
  try {
    return `#${shorten(String(key), MAX_NAME)}`;
  } catch {
    return "#?";
  }
}
