import { RunletError } from "./errors.ts";
import { type Children, childrenOf, NODE, type Node, pathOf } from "./node.ts";
import { isControl } from "./properties.ts";
import { ListSlot } from "./spec.ts";

/** What settling found. */
export interface Settled {
  /** Controls that are now under the page and were not, parents first. */
  readonly entering: Node[];
  /** Controls that were mounted and are under the page no more, children first; with whose child each was. */
  readonly leaving: ReadonlyMap<Node, Node | undefined>;
  /** Controls that gave a child away though their own changes are held back. */
  readonly robbed: Node[];
}

/**
 * Keeps who is whose child. What the app has in its slots is compared with the children as of the last
 * flush, only for controls whose slots changed: a parent pointer is cut or set, and whether a control is
 * still on the page is asked by walking up.
 */
export class Tree {
  readonly #root: Node;
  readonly #report: (error: RunletError, node: Node) => void;

  constructor(root: Node, report: (error: RunletError, node: Node) => void) {
    this.#root = root;
    this.#report = report;
  }

  /** Brings the children of controls up to their slots. */
  settle(nodes: readonly Node[]): Settled {
    const departed = new Map<Node, Node>();
    const entering = new Set<Node>();
    const robbed: Node[] = [];
    const contested: [parent: Node, child: Node][] = [];
    const nexts = nodes.map((node) => this.#cut(node, departed));
    for (const [index, node] of nodes.entries()) this.#adopt(node, nexts[index] as Children, entering, contested);
    for (const [parent, child] of contested) this.#resolve(parent, child, entering, contested, robbed);
    const leaving = new Map<Node, Node | undefined>();
    for (const [node, parent] of departed) {
      if (node.session !== undefined && !this.isAttached(node)) collect(node, parent, leaving);
    }
    const attached = [...entering].filter((node) => this.isAttached(node));
    for (const node of attached) node.isEntering = true;
    return { entering: attached, leaving, robbed };
  }

  /** Whether a control is under the page. */
  isAttached(node: Node): boolean {
    let at = node;
    while (at.parent !== undefined) at = at.parent;
    return at === this.#root;
  }

  /** Forgets the children of a control that left: if it comes back, they are adopted anew. */
  forget(node: Node): void {
    for (const child of childrenOf(node)) child.parent = undefined;
    node.children = {};
  }

  /** Reads the slots, and lets go of the children that are in them no more. */
  #cut(node: Node, departed: Map<Node, Node>): Children {
    const next = this.#read(node);
    const now = new Set(Object.values(next).flat());
    for (const child of childrenOf(node)) {
      if (now.has(child)) continue;
      child.parent = undefined;
      departed.set(child, node);
    }
    return next;
  }

  /** Takes the children in that were in no slot of this control before. */
  #adopt(node: Node, next: Children, entering: Set<Node>, contested: [Node, Node][]): void {
    node.children = next;
    for (const child of childrenOf(node)) {
      if (child.parent === node) {
        if (child.session === undefined) this.#enter(child, entering, contested);
      } else if (child.session !== undefined && child.session !== this.#root.session) {
        this.#refuse(node, child, foreign(node, child));
      } else if (isAncestor(child, node)) {
        this.#refuse(node, child, cycle(node, child));
      } else if (child.parent !== undefined) {
        contested.push([node, child]);
      } else {
        child.parent = node;
        if (child.session === undefined) this.#enter(child, entering, contested);
      }
    }
  }

  #enter(node: Node, entering: Set<Node>, contested: [Node, Node][]): void {
    if (entering.has(node)) return;
    entering.add(node);
    this.#adopt(node, this.#read(node), entering, contested);
  }

  /** Another control has the child still: that one keeps it if it stays on the page itself. */
  #resolve(node: Node, child: Node, entering: Set<Node>, contested: [Node, Node][], robbed: Node[]): void {
    const holder = child.parent;
    if (holder === node) return;
    const isGivenAway = holder !== undefined && !slotsHold(holder, child);
    if (isGivenAway) robbed.push(holder);
    else if (holder !== undefined && this.isAttached(holder)) {
      this.#refuse(node, child, duplicate(node, child));
      return;
    }
    if (holder !== undefined) remove(holder, child);
    child.parent = node;
    if (child.session === undefined && !entering.has(child)) this.#enter(child, entering, contested);
  }

  /** The slots as they are now. A control that stands twice is left out the second time. */
  #read(node: Node): Children {
    const children: Children = {};
    const seen = new Set<Node>();
    const isNew = (child: Node): boolean => {
      if (!seen.has(child)) return seen.add(child) !== undefined;
      this.#report(duplicate(node, child), node);
      return false;
    };
    for (const slot of node.spec.slots) {
      const value = node.values[slot];
      if (node.spec.entries[slot] instanceof ListSlot) {
        const list: Node[] = [];
        for (const item of (value ?? []) as unknown[]) {
          if (isControl(item) && isNew(item[NODE])) list.push(item[NODE]);
        }
        if (list.length > 0) children[slot] = list;
      } else if (isControl(value) && isNew(value[NODE])) {
        children[slot] = value[NODE];
      }
    }
    return children;
  }

  #refuse(node: Node, child: Node, error: RunletError): void {
    remove(node, child);
    this.#report(error, node);
  }
}

function remove(node: Node, child: Node): void {
  for (const [slot, children] of Object.entries(node.children)) {
    if (children === child) delete node.children[slot];
    else if (Array.isArray(children) && children.includes(child)) {
      const rest = children.filter((other) => other !== child);
      if (rest.length > 0) node.children[slot] = rest;
      else delete node.children[slot];
    }
  }
}

/** A mounted control and all mounted ones below it, children first, each with whose child it is. */
export function collect(node: Node, parent: Node | undefined, into: Map<Node, Node | undefined>): void {
  for (const child of childrenOf(node)) if (child.session !== undefined) collect(child, node, into);
  if (!into.has(node)) into.set(node, parent);
}

/** Whether the app still has a child in one of a control's slots. */
function slotsHold(node: Node, child: Node): boolean {
  return node.spec.slots.some((slot) => {
    const value = node.values[slot];
    return Array.isArray(value) ? value.includes(child.control) : value === child.control;
  });
}

function isAncestor(node: Node, of: Node): boolean {
  for (let at: Node | undefined = of; at !== undefined; at = at.parent) if (at === node) return true;
  return false;
}

function duplicate(node: Node, child: Node): RunletError {
  return new RunletError(
    "duplicate-control",
    `${pathOf(child)} is already on the page and was put into ${pathOf(node)} too. One instance can stand in one place: ` +
      "take it out of the first place, or make a second instance. It was left out of the second.",
  );
}

function foreign(node: Node, child: Node): RunletError {
  return new RunletError(
    "foreign-control",
    `${child.control.constructor.name}, which is on the page of another session, was put into ${pathOf(node)}. ` +
      "Make an instance for each session. It was left out.",
  );
}

function cycle(node: Node, child: Node): RunletError {
  return new RunletError(
    "control-cycle",
    `${child.control.constructor.name} was put into ${pathOf(node)}, which stands inside it. It was left out.`,
  );
}
