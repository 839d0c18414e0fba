/** An element of a {@link Host}. Siblings are linked as in a DOM, so inserting costs the same at every position. */
export class HostNode {
  parent: HostNode | undefined;
  first: HostNode | undefined;
  last: HostNode | undefined;
  previous: HostNode | undefined;
  next: HostNode | undefined;
  /** Host whose client has received the node; undefined until then. */
  host: Host | undefined;
  /** Id of the node, assigned when it is sent. */
  id = 0;
  /** Whether the node was removed since the last flush. It may still be inserted again. */
  isOut = false;
  readonly type: string;
  readonly properties: { [name: string]: unknown } = {};

  constructor(type: string) {
    this.type = type;
  }
}

export type HostCommand =
  | { readonly op: "insert"; readonly parent: number; readonly before: number | null; readonly node: Serialized }
  | { readonly op: "move"; readonly id: number; readonly parent: number; readonly before: number | null }
  | { readonly op: "set"; readonly id: number; readonly name: string; readonly value: unknown }
  | { readonly op: "remove"; readonly ids: readonly number[] };

export interface Serialized {
  readonly id: number;
  readonly $type: string;
  readonly controls?: readonly Serialized[];
  readonly [property: string]: unknown;
}

/** An insertion that is encoded at the flush, because the node may get properties and children until then. */
interface Placed {
  readonly node: HostNode;
  readonly parent: number;
  readonly before: HostNode | undefined;
}

/**
 * The small document that the frameworks with a custom renderer (React, Vue, Solid) work on. It records the commands
 * for the client and encodes them at the end of each update.
 */
export class Host {
  readonly root: HostNode = new HostNode("Page");
  last: readonly HostCommand[] = [];
  #lastId = 0;
  #recorded: (HostCommand | Placed)[] = [];
  #out: HostNode[] = [];

  constructor() {
    this.root.host = this;
  }

  /** Encodes the commands recorded since the last flush. */
  flush(): void {
    const commands: HostCommand[] = [];
    for (const each of this.#recorded) {
      if ("op" in each) commands.push(each);
      else if (each.node.host !== undefined || !each.node.isOut) commands.push(this.#place(each));
    }
    const ids: number[] = [];
    for (const node of this.#out) if (node.isOut && node.host !== undefined) ids.push(node.id);
    if (ids.length > 0) commands.push({ op: "remove", ids });
    this.#recorded = [];
    this.#out = [];
    this.last = commands;
    Buffer.from(JSON.stringify(commands));
  }

  record(what: HostCommand | Placed): void {
    this.#recorded.push(what);
  }

  takeOut(node: HostNode): void {
    if (node.isOut) return;
    node.isOut = true;
    this.#out.push(node);
  }

  #place({ node, parent, before }: Placed): HostCommand {
    const place = { parent, before: before?.id ?? null };
    if (node.host !== undefined) return { op: "move", id: node.id, ...place };
    return { op: "insert", ...place, node: this.#serialize(node) };
  }

  /** Serializes a subtree and marks its nodes as known to the client. */
  #serialize(node: HostNode): Serialized {
    node.host = this;
    node.id = ++this.#lastId;
    const own = { id: node.id, $type: node.type, ...node.properties };
    if (node.first === undefined) return own;
    const controls: Serialized[] = [];
    for (let child: HostNode | undefined = node.first; child !== undefined; child = child.next) {
      controls.push(this.#serialize(child));
    }
    return { ...own, controls };
  }
}

export function setProperty(node: HostNode, name: string, value: unknown): void {
  // The listener itself stays on the server; the client only receives that there is one.
  const sent = typeof value === "function" ? true : value;
  if (node.properties[name] === sent) return;
  node.properties[name] = sent;
  node.host?.record({ op: "set", id: node.id, name, value: sent });
}

export function insert(parent: HostNode, node: HostNode, anchor?: HostNode | null): void {
  // As in a DOM, inserting a node before itself leaves it in its place.
  const before = anchor === node ? node.next : (anchor ?? undefined);
  if (node.parent !== undefined) unlink(node);
  link(parent, node, before);
  node.isOut = false;
  parent.host?.record({ node, parent: parent.id, before });
}

export function remove(node: HostNode): void {
  node.parent?.host?.takeOut(node);
  unlink(node);
}

function link(parent: HostNode, node: HostNode, before: HostNode | undefined): void {
  const previous = before === undefined ? parent.last : before.previous;
  node.parent = parent;
  node.previous = previous;
  node.next = before;
  if (previous === undefined) parent.first = node;
  else previous.next = node;
  if (before === undefined) parent.last = node;
  else before.previous = node;
}

function unlink(node: HostNode): void {
  const { parent, previous, next } = node;
  if (parent === undefined) return;
  if (previous === undefined) parent.first = next;
  else previous.next = next;
  if (next === undefined) parent.last = previous;
  else next.previous = previous;
  node.parent = node.previous = node.next = undefined;
}
