import type { Document, Documents, Json, Update } from "../../protocol/messages.ts";
import type { Operation } from "../../protocol/patch.ts";
import type { ChildList } from "../tree/child-list.ts";
import type { Edits } from "../tree/edits.ts";
import { childrenOf, Flag, NODE, type Node } from "../tree/node.ts";
import { documentOperations, scalarOperations } from "./document.ts";
import { editOperations, orderOperations } from "./list-diff.ts";
import { UnseenChanges } from "./unseen-changes.ts";

/** Number of children up to which comparing two orders costs no more than a few edits. */
const SHORT_LIST = 32;

/** What an update says about documents: those that are new to the client, and the changes of those that it has. */
export type DocumentChanges = Pick<Update, "docs" | "ops">;

/** Returns whether an update with this content changes no document. */
export function isEmpty({ docs, ops }: DocumentChanges): boolean {
  return docs === undefined && ops.length === 0;
}

/**
 * The client's copy of the page, as the server knows it, and the changes that the client does not have yet. There is no
 * queue of updates. When the client can receive, the server makes one merged difference to the documents that were
 * sent.
 */
export class ClientState {
  /**
   * Controls that changed since the last send. An array with a flag on each control takes a fraction of the time of a
   * Set.
   */
  #changed: Node[] = [];
  /** Number of controls in `#changed` that were unmounted and no longer count. */
  #staleCount = 0;
  #removed: Node[] = [];
  /** Sent changes of properties that the client may be writing. */
  readonly unseen: UnseenChanges = new UnseenChanges();
  readonly #sessionId: string;
  readonly #hasShortLane: boolean;
  #isFirst = true;

  /** With `hasShortLane`, values that are scalars are compared directly. Otherwise fast-json-patch compares them. */
  constructor(sessionId: string, hasShortLane: boolean) {
    this.#sessionId = sessionId;
    this.#hasShortLane = hasShortLane;
  }

  /** Number of remembered controls: at most those that changed since the last send. */
  get size(): number {
    return this.#changed.length + this.#removed.length;
  }

  /** Whether the client may be out of date. */
  get hasChanges(): boolean {
    return this.#isFirst || this.size > 0;
  }

  /** Marks a control as possibly out of date in the client. In a new subtree, only the root needs marking. */
  markChanged(node: Node): void {
    // The first update contains everything.
    if (this.#isFirst || (node.flags & Flag.isMarkedForSend) !== 0) return;
    node.flags |= Flag.isMarkedForSend;
    this.#changed.push(node);
  }

  /**
   * Records that a control was unmounted. The client keeps the control until the next send. Until then, it may come
   * back unchanged.
   */
  markRemoved(node: Node): void {
    if (node.sent === undefined) {
      forgetSent(node);
      if ((node.flags & Flag.isMarkedForSend) !== 0) this.#unmark(node);
    } else if ((node.flags & Flag.isRemovedSinceSend) === 0) {
      node.flags |= Flag.isRemovedSinceSend;
      this.#removed.push(node);
    }
  }

  /** Returns a control that was unmounted but that the client still has. */
  findRemoved(id: number): Node | undefined {
    return this.#removed.find((node) => node.id === id && this.#isRemoved(node));
  }

  /** Returns whether the control was neither mounted again nor moved to another session. */
  #isRemoved({ session, sessionId }: Node): boolean {
    return session === undefined && sessionId === this.#sessionId;
  }

  /** Unmarks a control. Controls that come and go while the client cannot receive must not pile up in the array. */
  #unmark(node: Node): void {
    node.flags &= ~Flag.isMarkedForSend;
    if (++this.#staleCount * 2 < this.#changed.length) return;
    this.#changed = this.#changed.filter(({ flags }) => (flags & Flag.isMarkedForSend) !== 0);
    this.#staleCount = 0;
  }

  /** Makes the next update send everything, because the client's state is empty or unknown. */
  reset(): void {
    for (const node of this.#changed) node.flags &= ~Flag.isMarkedForSend;
    this.#changed = [];
    this.#staleCount = 0;
    this.#forgetRemoved();
    this.#isFirst = true;
  }

  /**
   * Returns all changes since the last call, for the update `seq`. From then on the client counts as up to date.
   * The update acknowledges the commands up to `ack`.
   */
  drain(root: Node, seq: number, ack: number): DocumentChanges {
    if (this.#isFirst) {
      this.#isFirst = false;
      const all = new DocumentList();
      markSubtreeSent(root, all, (node) => this.#recordUnseen(node, seq, ack));
      this.unseen.undone();
      return { ops: [{ op: "replace", path: "", value: {} }], docs: all.docs };
    }
    this.#forgetRemoved();
    let added: DocumentList | undefined;
    const ops: Operation[] = [];
    const changed = this.#changed;
    this.#changed = [];
    this.#staleCount = 0;
    for (const node of changed) {
      node.flags &= ~Flag.isMarkedForSend;
      if (node.session !== root.session || node.document === undefined) continue;
      if (node.sent === undefined) {
        added ??= new DocumentList();
        markSubtreeSent(node, added);
      } else {
        this.#recordUnseen(node, seq, ack);
        this.#diffControl(node, node.sent, ops);
      }
    }
    this.unseen.undone();
    return added === undefined ? { ops } : { ops, docs: added.docs };
  }

  #recordUnseen(node: Node, seq: number, ack: number): void {
    const { sent, document } = node;
    if (node.spec.merged !== undefined && sent !== undefined && document !== undefined)
      this.unseen.sent(node, sent, document, seq, ack);
  }

  /** Forgets the unmounted controls, which the client drops with this update. */
  #forgetRemoved(): void {
    for (const node of this.#removed) {
      node.flags &= ~Flag.isRemovedSinceSend;
      if (this.#isRemoved(node)) forgetSent(node);
    }
    this.#removed = [];
  }

  #diffControl(node: Node, sent: Document, into: Operation[]): void {
    const document = node.document as Document;
    if (sent !== document) {
      const operations =
        this.#hasShortLane && node.dirtySinceSend !== undefined
          ? scalarOperations(node.id, sent, document, node.dirtySinceSend)
          : undefined;
      into.push(...(operations ?? documentOperations(node.id, sent, document)));
      node.sent = document;
    }
    node.dirtySinceSend = undefined;
    if (node.lists.length > 0) diffSlots(node, into);
  }
}

/** New documents as they are sent: an id only where it is not the next one. */
class DocumentList {
  readonly docs: (number | Document)[] = [];
  #nextId = 0;

  add(id: number, document: Document): void {
    if (id !== this.#nextId) this.docs.push(id);
    this.docs.push(document);
    this.#nextId = id + 1;
  }
}

/** Records that the client no longer has a control. */
function forgetSent(node: Node): void {
  node.sent = undefined;
  node.dirtySinceSend = undefined;
  for (const list of node.lists) list.reset();
}

/**
 * Marks a control and its descendants as sent and puts their documents into `into`. Descendants that the client already
 * has are skipped, unless all are sent again: then `again` is called for each.
 */
function markSubtreeSent(node: Node, into: DocumentList, again?: (node: Node) => void): void {
  into.add(node.id, wireDocument(node));
  again?.(node);
  node.sent = node.document;
  node.dirtySinceSend = undefined;
  for (const list of node.lists) {
    list.markSent();
    for (const child of list.committed())
      if (again !== undefined || child[NODE].sent === undefined) markSubtreeSent(child[NODE], into, again);
  }
}

/** Returns the documents of a control and of everything below it, as they are sent. */
export function allDocuments(node: Node, into: Documents = {}): Documents {
  into[node.id] = Object.freeze(wireDocument(node));
  for (const child of childrenOf(node)) allDocuments(child, into);
  return into;
}

/** Returns a mounted control's document as it is sent, with the ids of its children. */
function wireDocument(node: Node): Document {
  const document = node.document as Document;
  if (node.lists.length === 0) return document;
  const $slots = slotsOf(node.lists);
  if ($slots === undefined) return document;
  // Spreading the document takes several times as long, because the kinds of controls have different shapes.
  const wire: { [name: string]: unknown; $type: string } = { $type: document.$type, $slots };
  for (const name in document) if (name !== "$type") wire[name] = document[name];
  return wire;
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

/** Adds the operations that turn the client's children of a control into the current ones. */
function diffSlots({ id, lists }: Node, into: Operation[]): void {
  const edited = lists.filter((list) => list.unsentEdits !== undefined);
  if (edited.length === 0) return;
  const path = `/${id}/$slots`;
  const had = lists.some((list) => list.sentLength > 0);
  const has = lists.some((list) => list.committed().length > 0);
  if (had && has) for (const list of edited) into.push(...listOperations(`${path}/${list.slot}`, list));
  else if (has) into.push({ op: "add", path, value: slotsOf(lists) as Json });
  else if (had) into.push({ op: "remove", path });
  for (const list of edited) list.markSent();
}

/**
 * Returns the operations for one list. The logged edits are used where possible, so that the cost depends on the edits.
 * Otherwise, the old and the new order are compared. Several edits of a short list are compared too, because their
 * combined effect may be smaller.
 */
function listOperations(path: string, list: ChildList): readonly Operation[] {
  const unsentEdits = list.unsentEdits as Edits<number>;
  const { length } = list.committed();
  if (length === 0) return list.sentLength === 0 ? [] : [{ op: "remove", path }];
  const one = list.isSingle ? (list.ids()[0] as number) : undefined;
  if (list.sentLength === 0) return [{ op: "add", path, value: one ?? list.ids() }];
  if (one !== undefined) return unsentEdits.before([one])[0] === one ? [] : [{ op: "replace", path, value: one }];
  const areFewest = unsentEdits.areKnown && (unsentEdits.splices.length === 1 || length > SHORT_LIST);
  const edits = areFewest ? editOperations(path, unsentEdits.splices, length) : undefined;
  if (edits !== undefined) return edits;
  const ids = list.ids();
  return orderOperations(path, unsentEdits.before(ids), ids);
}
