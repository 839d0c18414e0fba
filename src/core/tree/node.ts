import type { Observable, Subject } from "rxjs";
import type { Document, ErrorNotice } from "../../protocol/messages.ts";
import type { ClassInfo } from "../declaration/class-info.ts";
import type { ControlEvent } from "../declaration/event.ts";
import type { Control } from "../declaration/reactive-control.ts";
import type { Spec } from "../declaration/spec.ts";
import type { Lifetime } from "../reactive/lifetime.ts";
import type { Session } from "../session/session.ts";
import type { ChildList } from "./child-list.ts";

/** Key under which a control keeps its {@link Node}: a symbol, so that it cannot collide with a property of an app. */
export const NODE: unique symbol = Symbol("runlet.node");

/** Empty list of children, shared by all controls that have none. */
export const NO_LISTS: ChildList[] = [];

/** The framework's data about one control. The control object itself holds no other data of the framework. */
export class Node {
  readonly control: Control;
  readonly classInfo: ClassInfo;
  /** Values and handlers that the app set, by property name. */
  values: { [property: string]: unknown } = {};
  /** Children: a list for each slot that was used, in slot order. */
  lists: ChildList[] = NO_LISTS;

  /** Id in its session. Assigned when first mounted, kept when mounted again, never reused. 0 before. */
  id = 0;
  /** Id of the session that `id` belongs to. */
  sessionId: string | undefined = undefined;
  /** Session in which the control is mounted. */
  session: Session | undefined = undefined;
  /** List that contains the control, as of the last flush. */
  parentList: ChildList | undefined = undefined;

  /** Data of the control as of the last flush, frozen. */
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

  /** Bits of the booleans below. A field for each would take eight bytes of every control. */
  #flags = 0;
  /** Counter for comparing lists, 0 in between. A field costs a fraction of what a Map does. */
  count = 0;

  /** Error that the client shows instead of the control, for example because `build()` failed. */
  error: ErrorNotice | undefined = undefined;
  /** Streams bound to properties. Subscribed while the control is mounted. */
  boundStreams: Map<string, Observable<unknown>> | undefined = undefined;
  /** Streams of `effect()`. Subscribed while the control is mounted. */
  effects: Observable<unknown>[] | undefined = undefined;
  /** Subjects of `changes()`, by property. */
  changeSubjects: Map<string, Subject<unknown>> | undefined = undefined;
  /** Subjects of `events()`, by event. */
  eventSubjects: Map<string, Subject<ControlEvent>> | undefined = undefined;
  /** Resources that end at the next unmount. Created when first needed. */
  lifetime: Lifetime | undefined = undefined;
  /** Calls to the renderer that were made before the control was mounted. */
  queuedCalls: ((session: Session) => void)[] | undefined = undefined;

  constructor(control: Control, classInfo: ClassInfo) {
    this.control = control;
    this.classInfo = classInfo;
  }

  get spec(): Spec {
    return this.classInfo.spec;
  }

  /** Whether a child was added, removed or moved since the last flush. */
  get hasNewChildren(): boolean {
    return (this.#flags & 1) !== 0;
  }
  set hasNewChildren(is: boolean) {
    this.#flags = is ? this.#flags | 1 : this.#flags & ~1;
  }

  /** Whether the control is in the queue of the next flush. */
  get isQueued(): boolean {
    return (this.#flags & 2) !== 0;
  }
  set isQueued(is: boolean) {
    this.#flags = is ? this.#flags | 2 : this.#flags & ~2;
  }

  /** Whether `beforeUpdate` is due, because the control enters or something other than its own hooks changed it. */
  get isBeforeUpdateDue(): boolean {
    return (this.#flags & 4) !== 0;
  }
  set isBeforeUpdateDue(is: boolean) {
    this.#flags = is ? this.#flags | 4 : this.#flags & ~4;
  }

  /** Whether the control's own `build` or `beforeUpdate` is running. */
  get isInHook(): boolean {
    return (this.#flags & 8) !== 0;
  }
  set isInHook(is: boolean) {
    this.#flags = is ? this.#flags | 8 : this.#flags & ~8;
  }

  get isBuilt(): boolean {
    return (this.#flags & 16) !== 0;
  }
  set isBuilt(is: boolean) {
    this.#flags = is ? this.#flags | 16 : this.#flags & ~16;
  }

  /** Whether the control entered the page in the running flush. Its `didMount` is still to come. */
  get isEntering(): boolean {
    return (this.#flags & 32) !== 0;
  }
  set isEntering(is: boolean) {
    this.#flags = is ? this.#flags | 32 : this.#flags & ~32;
  }

  /** Whether the client may have an outdated version of the control. */
  get isMarkedForSend(): boolean {
    return (this.#flags & 64) !== 0;
  }
  set isMarkedForSend(is: boolean) {
    this.#flags = is ? this.#flags | 64 : this.#flags & ~64;
  }

  /** Whether the control was unmounted since the last send. It may have been mounted again since. */
  get isRemovedSinceSend(): boolean {
    return (this.#flags & 128) !== 0;
  }
  set isRemovedSinceSend(is: boolean) {
    this.#flags = is ? this.#flags | 128 : this.#flags & ~128;
  }
  /** Whether the control has subscriptions of bound properties or effects. */
  get hasBindings(): boolean {
    return (this.#flags & 256) !== 0;
  }
  set hasBindings(is: boolean) {
    this.#flags = is ? this.#flags | 256 : this.#flags & ~256;
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

/** Returns whether a value is a control. */
export function isControl(value: unknown): value is Control {
  return value !== null && typeof value === "object" && NODE in value;
}

/** Returns the path of a control, for errors: `Page > Column[2] > Countdown > Text`. */
export function pathOf(node: Node): string {
  const name = node.control.constructor.name;
  const key = node.control.key === undefined ? "" : `#${node.control.key}`;
  const { parentList } = node;
  if (parentList === undefined) return `${name}${key}`;
  const indices = [parentList.committed(), parentList.items].map((list) => list.indexOf(node.control));
  const index = indices.find((position) => position >= 0);
  const position = index === undefined || parentList.isSingle ? "" : `[${index}]`;
  return `${pathOf(parentList.owner)} > ${name}${key}${position}`;
}

/** Returns the name of a property with its control, for errors. */
export function propertyPath(node: Node, name: string): string {
  return node.parentList === undefined ? `${node.control.constructor.name}.${name}` : `${pathOf(node)}.${name}`;
}
