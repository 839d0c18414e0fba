import { RunletError } from "../declaration/errors.ts";
import type { Bindings } from "../reactive/bindings.ts";
import { type ErrorFunnel, ensureExtras, Flag, NODE, type Node, type NodeError, pathOf, type Scope } from "./node.ts";
import { NodeTable } from "./node-table.ts";
import { runBuild } from "./reconcile.ts";
import { collectMounted, TreeCommit } from "./tree-commit.ts";

/** The owner of a tree, which follows what the tree does. */
export interface TreeOwner {
  /** Maximum number of mounted controls. */
  readonly maxControls: number;
  /** Called when the client may have an outdated version of a control. In a new subtree, only for its root. */
  changed(node: Node): void;
  /** Called when a mounted control was put into another list. */
  moved(node: Node): void;
  /** Called when a control was unmounted, after everything that it owned has ended. Drops its document. */
  removed(node: Node): void;
}

/** The mounted controls of a session: mounts what enters the tree, unmounts what leaves it, and calls the hooks. */
export class MountedTree {
  /** Mounted controls by id. */
  readonly nodes: NodeTable = new NodeTable();
  /** Number of mounted controls that may be isolated. While it is 0, a flush does not look for boundaries. */
  boundaryCount = 0;
  readonly #scope: Scope;
  readonly #owner: TreeOwner;
  readonly #funnel: ErrorFunnel;
  readonly #bindings: Bindings;
  #lastId = 0;

  constructor(scope: Scope, bindings: Bindings, owner: TreeOwner) {
    this.#scope = scope;
    this.#funnel = scope.funnel;
    this.#bindings = bindings;
    this.#owner = owner;
  }

  /** Id that was assigned last. Ids are assigned in order. */
  get lastId(): number {
    return this.#lastId;
  }

  /** Mounts the root, without its children: these count as added since the last flush. */
  start(root: Node): void {
    for (const list of root.lists) list.startTracking();
    this.assignId(root);
    this.#insert(root);
  }

  /**
   * Commits the edited children of `nodes`: unmounts the controls that left, mounts the controls that came, and adds
   * these to `entered`. `deferred` are controls whose own edits wait behind an isolated control.
   */
  commit(nodes: readonly Node[], deferred: readonly Node[], entered: Node[]): void {
    const { entering } = this.#commitLists(nodes, deferred);
    for (const node of entering) this.#enter(node, entered);
  }

  #commitLists(nodes: readonly Node[], deferred: readonly Node[]): TreeCommit {
    const commit = new TreeCommit(
      this.#scope.root[NODE],
      (node) => this.assignId(node),
      (error, node) => this.#funnel.report(error, "tree", error.code, node),
    );
    commit.commit(nodes, deferred);
    for (const node of nodes) node.flags &= ~Flag.hasEditedLists;
    for (const node of commit.leaving) this.#unmount(node);
    // Only the root of a subtree that was never sent is marked. A control may have moved out of such a subtree.
    for (const node of commit.moved) {
      this.#owner.moved(node);
      if (node.sent === undefined) this.#owner.changed(node);
    }
    for (const node of commit.affected) this.#owner.changed(node);
    return commit;
  }

  // ---- entering -------------------------------------------------------------------------------------

  #enter(node: Node, entered: Node[]): void {
    if (node.session !== undefined) return;
    const { parent } = node;
    const isParentMounted = parent !== undefined && this.#ensureParentMounted(parent, entered);
    // An ancestor's `build()` has just run and may have moved, mounted or removed this node.
    if (node.parent !== parent || node.session !== undefined) return this.#enter(node, entered);
    if (!isParentMounted) return this.#cancelEntering(node);
    this.#mount(node);
    entered.push(node);
    // Below a parent that the client does not have yet, the control is sent together with that parent.
    if ((parent.flags & Flag.isEntering) === 0 || parent.sent !== undefined || node.sent !== undefined) {
      this.#owner.changed(node);
    }
    if ((node.flags & Flag.hasEditedLists) === 0) return;
    // Controls that `build()` made are mounted right after their parent, in page order with its other new children.
    const { entering } = this.#commitLists([node], []);
    this.#enterDescendants(node, entered);
    for (const child of entering) this.#enter(child, entered);
  }

  #enterDescendants(node: Node, entered: Node[]): void {
    for (const list of node.lists) {
      for (const { [NODE]: child } of [...list.items]) {
        if ((child.flags & Flag.isEntering) === 0 || child.session !== undefined || child.parentList !== list) continue;
        this.#enter(child, entered);
        this.#enterDescendants(child, entered);
      }
    }
  }

  /**
   * Mounts a parent, or its nearest ancestor that is not mounted, if that control is about to enter. Returns false if
   * the parent has left.
   */
  #ensureParentMounted(parent: Node, entered: Node[]): boolean {
    // A parent that was mounted in this flush has mounted ancestors.
    if (parent.session !== undefined && (parent.flags & Flag.isEntering) !== 0) return true;
    for (let at: Node | undefined = parent; at !== undefined; at = at.parent) {
      if (at.session !== undefined) continue;
      if ((at.flags & Flag.isEntering) !== 0) this.#enter(at, entered);
      break;
    }
    return parent.session !== undefined;
  }

  /**
   * Drops a control that cannot enter, because its parent has left or a `build()` replaced it. Mounted controls that
   * moved into it leave the page.
   */
  #cancelEntering(node: Node): void {
    const leaving: Node[] = [];
    for (const list of node.lists) {
      for (const { [NODE]: child } of list.items) {
        if (child.parentList === list && child.session !== undefined) collectMounted(child, leaving);
      }
      // If the client still has the control, its edits are kept: they are sent if it comes back.
      if (node.sent === undefined) list.reset();
    }
    for (const child of leaving) this.#unmount(child);
    node.parentList = undefined;
    node.flags &= ~Flag.isEntering;
  }

  /** Gives a control an id of this session, unless it has one. */
  assignId(node: Node): void {
    const { id } = this.#scope;
    if (node.sessionId === id) return;
    // The control is new or comes from another session. The state of that session's client says nothing about this
    // one's.
    node.sessionId = id;
    node.id = ++this.#lastId;
    node.sent = undefined;
    node.dirtySinceSend = undefined;
    node.flags &= ~(Flag.isMarkedForSend | Flag.isRemovedSinceSend);
  }

  #insert(node: Node): void {
    const { maxControls } = this.#owner;
    if (this.nodes.size >= maxControls) {
      throw new RunletError(
        "too-many-controls",
        `${pathOf(node)} would be more than ${maxControls} controls on one page: its session has ended. Show fewer at a time, or raise limits.controls.`,
      );
    }
    node.session = this.#scope;
    this.nodes.add(node);
    if (node.classInfo.canBeIsolated) this.boundaryCount++;
    const { queuedCalls } = node.extras;
    if (queuedCalls !== undefined) for (const make of queuedCalls.splice(0)) make(this.#scope);
  }

  #mount(node: Node): void {
    this.#insert(node);
    node.flags |= Flag.isBeforeUpdateDue;
    try {
      if (!node.classInfo.isChecked) node.classInfo.assertNoHiddenProperties(node.control);
      const { boundStreams, effects } = node.extras;
      if (boundStreams !== undefined || effects !== undefined) this.#bindings.subscribeAll(node);
    } catch (thrown) {
      ensureExtras(node).error = this.#reportBuild(thrown, node);
      return;
    }
    if ((node.flags & Flag.isBuilt) === 0) this.build(node);
  }

  /**
   * Calls `build()` and shows its result, or an error box if it throws. A failed `build()` is tried again at the next
   * mount.
   */
  build(node: Node): void {
    if (!node.classInfo.hasBuild) {
      node.flags |= Flag.isBuilt;
      return;
    }
    const wasBuilding = node.flags & Flag.isBuilding;
    node.flags |= Flag.isBuilding;
    try {
      runBuild(this.#scope, node);
      node.flags |= Flag.isBuilt;
      if (node.extras.error?.source === "build") node.extras.error = undefined;
    } catch (thrown) {
      ensureExtras(node).error = this.#reportBuild(thrown, node);
    } finally {
      node.flags = (node.flags & ~Flag.isBuilding) | wasBuilding;
    }
  }

  #reportBuild(thrown: unknown, node: Node): NodeError {
    return { source: "build", notice: this.#funnel.report(thrown, "hook", "build", node) };
  }

  // ---- leaving --------------------------------------------------------------------------------------

  /** Unmounts the root and everything below it, children first. */
  unmountAll(): void {
    const all: Node[] = [];
    collectMounted(this.#scope.root[NODE], all);
    for (const node of all) if (node.session === this.#scope) this.#unmount(node);
  }

  /** Unmounts a control: calls `willUnmount` first, then ends everything that the control owns. */
  #unmount(node: Node): void {
    // A control that was mounted in this same flush got no didMount yet, so it gets no willUnmount either.
    if ((node.flags & Flag.isEntering) !== 0) node.flags &= ~Flag.isEntering;
    else if (node.classInfo.hasWillUnmount) {
      this.#funnel.run("hook", "willUnmount", node, () => node.control.willUnmount());
    }
    if ((node.flags & Flag.hasBindings) !== 0) this.#bindings.unsubscribeAll(node);
    const { lifetime } = node.extras;
    if (lifetime !== undefined) {
      lifetime.dispose();
      node.extras.lifetime = undefined;
    }
    this.nodes.delete(node);
    if (node.classInfo.canBeIsolated) this.boundaryCount--;
    node.session = undefined;
    node.parentList = undefined;
    node.dirty = undefined;
    node.flags &= ~Flag.hasEditedLists;
    this.#owner.removed(node);
  }
}
