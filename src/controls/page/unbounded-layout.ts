import { RunletError } from "../../core/declaration/errors.ts";
import { childrenOf, className, type ErrorFunnel, ensureExtras, type Node, pathOf } from "../../core/tree/node.ts";
import type { TreeCheck } from "../../core/update/flush.ts";
import { type Axis, expands, type Layout, type Limit, SIZE, withOwnSize } from "../../layout/layout.ts";
import { ownListLayout } from "../../layout/line.ts";
import { listLayout } from "../../layout/list.ts";
import { controlEntries } from "../control-entries.ts";
import type { Spec } from "../spec.ts";

/** Properties that the layout of any control depends on. Each layout adds those that it reads. */
const BOX_PROPERTIES: ReadonlySet<string> = new Set(
  "visible width height expand expandLoose left top right bottom aspectRatio align".split(" "),
);

/** Properties that give a control of the app's own a box: all that change how it looks. */
const BOXING: ReadonlySet<string> = new Set(
  Object.keys(controlEntries).filter((name) => !["visible", "disabled", "rtl", "data"].includes(name)),
);

/**
 * Finds controls that need bounded space where it is unbounded, such as a control that expands in a scrolling parent,
 * or a list in another list. Each is reported once and shown with an error box until it is fixed.
 * @hidden
 */
export class UnboundedLayoutCheck implements TreeCheck {
  readonly name = "layout";
  readonly #funnel: ErrorFunnel;
  /** Controls with an error now. */
  readonly #unbounded = new Set<Node>();
  #moved: Node[] = [];
  isDue = false;

  constructor(funnel: ErrorFunnel) {
    this.#funnel = funnel;
  }

  dependsOn(node: Node, property: string): boolean {
    return BOX_PROPERTIES.has(property) || layoutOf(node).reads?.includes(property) === true;
  }

  markMoved(node: Node): void {
    this.#moved.push(node);
    this.isDue = true;
  }

  check(changed: readonly Node[], entered: readonly Node[]): readonly Node[] {
    const due = new Set<Node>(this.#unbounded);
    for (const node of changed) {
      if (node.dirty?.some((name) => this.dependsOn(node, name)) === true) collectChecked(node, due);
    }
    for (const node of this.#moved.splice(0)) collectChecked(node, due);
    for (const node of entered) if (needsCheck(node)) due.add(node);
    const found = due.size === 0 ? NONE : [...due].filter((node) => this.#checkControl(node));
    this.isDue = this.#unbounded.size > 0;
    return found;
  }

  /** Checks one control. Returns whether its error appeared or disappeared. */
  #checkControl(node: Node): boolean {
    const isKnown = this.#unbounded.has(node);
    const problem = node.session === undefined ? undefined : problemOf(node);
    if (isKnown === (problem !== undefined)) return false;
    if (problem === undefined) {
      this.#unbounded.delete(node);
      if (node.extras.error?.source === "check") node.extras.error = undefined;
    } else {
      this.#unbounded.add(node);
      const error = new RunletError("unbounded", `${pathOf(node)} ${problem}`);
      const notice = this.#funnel.report(error, "tree", this.name, node);
      ensureExtras(node).error ??= { source: "check", notice };
    }
    return node.session !== undefined;
  }
}

const NONE: readonly Node[] = [];

function needsCheck(node: Node): boolean {
  return node.values.expand !== undefined || layoutOf(node).needsEnd !== undefined;
}

function collectChecked(node: Node, into: Set<Node>): void {
  if (needsCheck(node)) into.add(node);
  // A child that is still shown here may already have moved elsewhere.
  for (const child of childrenOf(node)) if (child.parent === node) collectChecked(child, into);
}

function problemOf(node: Node): string | undefined {
  const box = parentBox(node);
  const main = box?.slot === "controls" ? layoutOf(box.parent).flow : undefined;
  if (box !== undefined && main !== undefined && expands(node.values) && box.parent.values.wrap !== true) {
    const { parent } = box;
    const axis = SIZE[main];
    if (parent.values.scroll != null) {
      return `expands in ${pathOf(parent)}, which scrolls in that direction, so the space it would take is unbounded. Remove its expand, or the scroll of its parent.`;
    }
    if (innerLimit(parent, main) === "none") {
      return `expands in ${pathOf(parent)}, which has no ${axis} of its own: ${explain(parent, main)}. Give ${className(parent.control)} a ${axis}, or expand, or remove expand here.`;
    }
  }
  const needed = layoutOf(node).needsEnd?.(node.values);
  if (needed === undefined || box === undefined || innerLimit(node, needed) !== "none") return undefined;
  const side = SIZE[needed];
  return `takes all the ${side} it may have, but there is no end to it: ${explain(node, needed)}. Give it a ${side}, or expand.`;
}

/** Says which control gives no end to the space of a control. */
function explain(node: Node, axis: Axis): string {
  const by = unboundedBy(node, axis);
  return scrolls(by, axis)
    ? `${pathOf(by)} scrolls in that direction`
    : `${pathOf(by)} gives children that do not expand only the space they need`;
}

/** Returns the control that gives no end: the nearest one that scrolls, or else the one whose own space has an end. */
function unboundedBy(node: Node, axis: Axis): Node {
  const box = parentBox(node);
  if (box === undefined) return node;
  const isFound = scrolls(box.parent, axis) || innerLimit(box.parent, axis) !== "none";
  return isFound ? box.parent : unboundedBy(box.parent, axis);
}

function scrolls(node: Node, axis: Axis): boolean {
  const layout = layoutOf(node);
  return layout === listLayout || (layout.flow === axis && node.values.scroll != null);
}

/** Returns the limit inside a control along an axis: its own limit, or `tight` if it has a size of its own. */
function innerLimit(node: Node, axis: Axis): Limit {
  const box = parentBox(node);
  if (box === undefined) return "tight";
  const { parent, slot } = box;
  const limit = layoutOf(parent).limit?.(axis, innerLimit(parent, axis), parent.values, node.values, slot) ?? "none";
  return withOwnSize(limit, axis, node.values);
}

/**
 * Returns the control whose box contains that of a control, and the slot that the control is in. A control of the app's
 * own that needs no box is skipped, because the control that it shows takes its place.
 */
function parentBox(node: Node): { parent: Node; slot: string } | undefined {
  let at = node;
  while (at.parent?.spec.isComposite === true && !hasBox(at.parent) && !showsList(at.parent)) at = at.parent;
  const { parent } = at;
  return parent === undefined ? undefined : { parent, slot: at.parentList?.slot ?? "content" };
}

/** Returns whether a control of the app's own needs a box, because it has a property that changes how it looks. */
function hasBox({ values }: Node): boolean {
  return Object.keys(values).some((name) => BOXING.has(name) && values[name] !== null);
}

/** Returns whether a control of the app's own shows a list. */
function showsList({ lists }: Node): boolean {
  return lists.some(({ slot, items }) => slot === "controls" && items.length > 0);
}

/** Returns the layout of a control. A control of the app's own that shows a list lays it out as a Column. */
function layoutOf(node: Node): Layout {
  const { isComposite, layout } = node.spec as Spec;
  return isComposite === true && showsList(node) ? ownListLayout : layout;
}
