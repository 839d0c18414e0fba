import type { Document, Documents, Json } from "../protocol/messages.ts";
import type { Operation } from "../protocol/patch.ts";
import type { ChildList } from "./children.ts";
import { documentOperations, scalarOperations } from "./diff.ts";
import type { Edits } from "./edits.ts";
import { NODE, type Node } from "./node.ts";
import { editOperations, orderOperations } from "./order.ts";
import type { Session } from "./session.ts";

/** Number of children up to which comparing two orders costs no more than a few edits. */
const SHORT_LIST = 32;

/**
 * The client's state of the page, and what it lacks. There is no queue of updates: since the server knows what the
 * client was sent, it makes one merged difference when the client can receive it.
 */
export class Outbox {
  /** Array with a flag on each control in it, which takes a fraction of the time of a Set. */
  #changed: Node[] = [];
  /** Number of controls in `#changed` that were unmounted and no longer count. */
  #gone = 0;
  #left: Node[] = [];
  readonly #session: Session;
  #isFirst = true;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Number of remembered controls: at most those that changed since the last send. */
  get size(): number {
    return this.#changed.length + this.#left.length;
  }

  /** Marks a control as possibly out of date in the client. Of a new subtree, only the root needs marking. */
  changed(node: Node): void {
    // The first update contains everything.
    if (this.#isFirst || node.isChanged) return;
    node.isChanged = true;
    this.#changed.push(node);
  }

  /**
   * Records that a control was unmounted. After the next send the client no longer has it. Before that, it may come
   * back unchanged.
   */
  left(node: Node): void {
    if (node.given === undefined) {
      forget(node);
      if (node.isChanged) this.#drop(node);
    } else if (!node.isLeft) {
      node.isLeft = true;
      this.#left.push(node);
    }
  }

  /** Returns a control that was unmounted but that the client still has. */
  findLeft(id: number): Node | undefined {
    return this.#left.find((node) => node.id === id && this.#isAway(node));
  }

  /** Whether the control was neither mounted again nor moved to another session. */
  #isAway({ session, home }: Node): boolean {
    return session === undefined && home === this.#session.id;
  }

  /** Unmarks a control. Controls that come and go while the client cannot receive must not pile up in the array. */
  #drop(node: Node): void {
    node.isChanged = false;
    if (++this.#gone * 2 < this.#changed.length) return;
    this.#changed = this.#changed.filter(({ isChanged }) => isChanged);
    this.#gone = 0;
  }

  /** Makes the next update send everything, because the client's state is empty or unknown. */
  restart(): void {
    for (const node of this.#changed) node.isChanged = false;
    this.#changed = [];
    this.#gone = 0;
    this.#forgetLeft();
    this.#isFirst = true;
  }

  /** Returns the operations for all changes since the last call. From then on the client counts as up to date. */
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

  /** Forgets the unmounted controls, which the client drops with this update. */
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

/** Records that the client no longer has a control. */
function forget(node: Node): void {
  node.given = undefined;
  node.unsent = undefined;
  for (const list of node.lists) list.reset(false);
}

/**
 * Marks a control and its descendants as sent and passes their documents to `out`. Descendants that the client already
 * has are skipped, unless `isAll` is set.
 */
function give(node: Node, out: (node: Node, document: Document) => void, isAll = false): void {
  out(node, documentOf(node));
  node.given = node.document;
  node.unsent = undefined;
  for (const list of node.lists) {
    list.sent();
    for (const child of list.shown()) if (isAll || child[NODE].given === undefined) give(child[NODE], out, isAll);
  }
}

/** Returns a mounted control's document as it is sent, with the ids of its children. */
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

/** Adds the operations that turn the client's children of a control into the current ones. */
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
 * Returns the operations for one list. Single ids are compared only where the edits are not enough, so that the cost
 * follows the edit. Several edits of a short list are compared too, since their combined effect may be smaller.
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
