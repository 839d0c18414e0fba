import type { Document, Documents, Json } from "../protocol/messages.ts";
import type { Operation } from "../protocol/patch.ts";
import type { ChildList } from "./children.ts";
import { documentOperations, scalarOperations } from "./diff.ts";
import type { Edits } from "./edits.ts";
import { NODE, type Node } from "./node.ts";
import { editOperations, orderOperations } from "./order.ts";
import type { Session } from "./session.ts";

/** Children up to which comparing two orders costs no more than a few edits. */
const SHORT_LIST = 32;

/**
 * What the client lacks. There is no queue of updates: what the client was given is known, and one merged
 * difference is made when it can take it.
 */
export class Outbox {
  /** A plain array, with a mark on each control that is in it, takes a fraction of the time of a Set. */
  #changed: Node[] = [];
  /** How many of them left and count no more. */
  #gone = 0;
  #left: Node[] = [];
  readonly #session: Session;
  #isFirst = true;

  constructor(session: Session) {
    this.#session = session;
  }

  /** How many controls it remembers: no more than changed since the client was given anything. */
  get size(): number {
    return this.#changed.length + this.#left.length;
  }

  /** Its document or children may differ from what the client has. Of what entered, the topmost is enough. */
  changed(node: Node): void {
    // The first update has everything.
    if (this.#isFirst || node.isChanged) return;
    node.isChanged = true;
    this.#changed.push(node);
  }

  /** It was unmounted: once this is sent, the client has it no more. Until then it may come back as it was. */
  left(node: Node): void {
    if (node.given === undefined) {
      forget(node);
      if (node.isChanged) this.#drop(node);
    } else if (!node.isLeft) {
      node.isLeft = true;
      this.#left.push(node);
    }
  }

  /** One that was unmounted, which the client has still. */
  findLeft(id: number): Node | undefined {
    return this.#left.find((node) => node.id === id && this.#isAway(node));
  }

  /** Not back, nor ever since in another session. */
  #isAway({ session, home }: Node): boolean {
    return session === undefined && home === this.#session.id;
  }

  /** What comes and goes while the client can take nothing leaves nothing behind. */
  #drop(node: Node): void {
    node.isChanged = false;
    if (++this.#gone * 2 < this.#changed.length) return;
    this.#changed = this.#changed.filter(({ isChanged }) => isChanged);
    this.#gone = 0;
  }

  /** The client has nothing, or nothing that is known: the next time it is given everything. */
  restart(): void {
    for (const node of this.#changed) node.isChanged = false;
    this.#changed = [];
    this.#gone = 0;
    this.#forgetLeft();
    this.#isFirst = true;
  }

  /** The operations for all that changed since the last time. From then on the client counts as having it. */
  take(root: Node): Operation[] {
    if (this.#isFirst) {
      this.#isFirst = false;
      const documents: Documents = {};
      give(root, (node, document) => (documents[node.id] = document), true);
      return [{ op: "replace", path: "", value: documents as unknown as Json }];
    }
    this.#forgetLeft();
    const added: Operation[] = [];
    const edited: Operation[] = [];
    const changed = this.#changed;
    this.#changed = [];
    this.#gone = 0;
    for (const node of changed) {
      node.isChanged = false;
      if (node.session !== root.session || node.document === undefined) continue;
      if (node.given === undefined) {
        give(node, ({ id }, document) => added.push({ op: "add", path: `/${id}`, value: document as unknown as Json }));
      } else this.#differences(node, node.given, edited);
    }
    return added.length === 0 ? edited : [...added, ...edited];
  }

  /** The client has no more what left. */
  #forgetLeft(): void {
    for (const node of this.#left) {
      node.isLeft = false;
      if (this.#isAway(node)) forget(node);
    }
    this.#left = [];
  }

  #differences(node: Node, given: Document, into: Operation[]): void {
    const document = node.document as Document;
    if (given !== document) {
      const short =
        this.#session.hasShortLane && node.unsent !== undefined
          ? scalarOperations(node.id, given, document, node.unsent)
          : undefined;
      into.push(...(short ?? documentOperations(node.id, given, document)));
      node.given = document;
    }
    node.unsent = undefined;
    if (node.lists.length > 0) slotDifferences(node, into);
  }
}

/** The client does not have it any more. */
function forget(node: Node): void {
  node.given = undefined;
  node.unsent = undefined;
  for (const list of node.lists) list.reset(false);
}

/** Counts the client as having a control and all below it that it has not, or all at once, and hands their documents out. */
function give(node: Node, out: (node: Node, document: Document) => void, isAll = false): void {
  out(node, documentOf(node));
  node.given = node.document;
  node.unsent = undefined;
  for (const list of node.lists) {
    list.sent();
    for (const child of list.shown()) if (isAll || child[NODE].given === undefined) give(child[NODE], out, isAll);
  }
}

/** A mounted control's document as the wire has it. */
export function documentOf(node: Node): Document {
  const document = node.document as Document;
  if (node.lists.length === 0) return document;
  const $slots = slotsOf(node.lists);
  return $slots === undefined ? document : { ...document, $slots };
}

function slotsOf(lists: readonly ChildList[]): { [slot: string]: number | readonly number[] } | undefined {
  let slots: { [slot: string]: number | readonly number[] } | undefined;
  for (const list of lists) {
    const ids = list.ids();
    if (ids.length === 0) continue;
    slots ??= {};
    slots[list.slot] = list.isSingle ? (ids[0] as number) : ids;
  }
  return slots;
}

/** The operations that turn the children a client has of a control into those it should have. */
function slotDifferences({ id, lists }: Node, into: Operation[]): void {
  const unsent = lists.filter((list) => list.unsent !== undefined);
  if (unsent.length === 0) return;
  const path = `/${id}/$slots`;
  const had = lists.some((list) => list.sentLength > 0);
  const has = lists.some((list) => list.shown().length > 0);
  if (had && has) for (const list of unsent) into.push(...listOperations(`${path}/${list.slot}`, list));
  else if (has) into.push({ op: "add", path, value: slotsOf(lists) as Json });
  else if (had) into.push({ op: "remove", path });
  for (const list of unsent) list.sent();
}

/**
 * Looks at the ids one by one only where edits are not enough, so that the cost follows the edit. Several edits of a
 * short list are compared: they may come to less than their sum.
 */
function listOperations(path: string, list: ChildList): readonly Operation[] {
  const unsent = list.unsent as Edits<number>;
  const { length } = list.shown();
  if (length === 0) return list.sentLength === 0 ? [] : [{ op: "remove", path }];
  const one = list.isSingle ? (list.ids()[0] as number) : undefined;
  if (list.sentLength === 0) return [{ op: "add", path, value: one ?? list.ids() }];
  if (one !== undefined) return unsent.before([one])[0] === one ? [] : [{ op: "replace", path, value: one }];
  const areFewest = unsent.areKnown && (unsent.splices.length === 1 || length > SHORT_LIST);
  const edits = areFewest ? editOperations(path, unsent.splices, length) : undefined;
  if (edits !== undefined) return edits;
  const ids = list.ids();
  return orderOperations(path, unsent.before(ids), ids);
}
