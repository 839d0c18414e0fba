import { RunletError } from "../../core/declaration/errors.ts";
import { childrenOf, className, type ErrorFunnel, ensureExtras, type Node, pathOf } from "../../core/tree/node.ts";
import type { TreeCheck } from "../../core/update/flush.ts";
import type { Flow, Spec } from "../spec.ts";

/** Properties that bound the space of everything inside a control, or make it unbounded. */
const LAYOUT_PROPERTIES: ReadonlySet<string> = new Set([
  "scroll",
  "wrap",
  "horizontal",
  "width",
  "height",
  "aspectRatio",
  "expand",
]);

/**
 * Finds controls that need bounded space where it is unbounded, such as a control that expands in a scrolling parent,
 * or a list in another list. Each is reported once and shown with an error box until it is fixed.
 * @hidden
 */
export class UnboundedLayoutCheck implements TreeCheck {
  readonly name = "layout";
  readonly properties: ReadonlySet<string> = LAYOUT_PROPERTIES;
  readonly #funnel: ErrorFunnel;
  /** Controls with an error now. */
  readonly #unbounded = new Set<Node>();
  #moved: Node[] = [];
  isDue = false;

  constructor(funnel: ErrorFunnel) {
    this.#funnel = funnel;
  }

  markMoved(node: Node): void {
    this.#moved.push(node);
    this.isDue = true;
  }

  check(changed: readonly Node[], entered: readonly Node[]): readonly Node[] {
    const due = new Set<Node>(this.#unbounded);
    for (const node of changed) {
      if (node.dirty?.some((name) => LAYOUT_PROPERTIES.has(name)) === true) collectChecked(node, due);
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
  return node.values.expand !== undefined || (node.spec as Spec).flow !== undefined;
}

function collectChecked(node: Node, into: Set<Node>): void {
  if (needsCheck(node)) into.add(node);
  // A child that is still shown here may already have moved elsewhere.
  for (const child of childrenOf(node)) if (child.parent === node) collectChecked(child, into);
}

function problemOf(node: Node): string | undefined {
  const { parent } = layoutParent(node);
  const shared = parent === undefined ? undefined : flowOf(parent);
  if (parent !== undefined && shared?.sharesSpace === true && isExpanded(node)) {
    const [axis, by] = [shared.axis, unboundedAncestor(parent, shared.axis, true)];
    if (shared.isUnbounded === true) {
      return `expands in ${pathOf(parent)}, which scrolls in that direction, so the space it would take is unbounded. Remove its expand, or the scroll of its parent.`;
    }
    if (by !== undefined && !isBounded(parent, axis)) {
      return `expands in ${pathOf(parent)}, which has no ${axis} of its own: ${explain(by)}. Give ${className(parent.control)} a ${axis}, or expand, or remove expand here.`;
    }
  }
  const flow = flowOf(node);
  if (flow?.needsBounds !== true || isBounded(node, flow.axis)) return undefined;
  const by = unboundedAncestor(node, flow.axis, false);
  if (by === undefined) return undefined;
  return `scrolls by itself, and so does ${pathOf(by)}, which contains it, in the same direction: its ${flow.axis} is unbounded. Give it a ${flow.axis}, or let only one of the two scroll.`;
}

function explain(by: Node): string {
  return flowOf(by)?.isUnbounded === true
    ? `${pathOf(by)} scrolls in that direction`
    : `${pathOf(by)} gives children that do not expand only the space they need`;
}

/**
 * Returns the ancestor that makes a control's space unbounded; undefined if the space is bounded. With `isStrict`, an
 * ancestor that gives children only the space they need counts too: there must be free space to share.
 */
function unboundedAncestor(node: Node, axis: "width" | "height", isStrict: boolean): Node | undefined {
  const { parent, isExpanded: isAnyExpanded } = layoutParent(node);
  if (parent === undefined) return undefined;
  const flow = flowOf(parent);
  if (flow?.sizesChildren === true) return undefined;
  if (flow?.axis === axis) {
    if (flow.isUnbounded === true) return parent;
    if (isStrict && flow.sharesSpace === true && !isAnyExpanded) return parent;
  }
  return isBounded(parent, axis) ? undefined : unboundedAncestor(parent, axis, isStrict);
}

/**
 * Returns the control whose space a control takes part of. A custom control is skipped, since the control that it shows
 * takes its position. A control in a single slot of the page, such as a bar, has space of its own.
 */
function layoutParent(node: Node): { parent: Node | undefined; isExpanded: boolean } {
  let isAnyExpanded = isExpanded(node);
  let at = node;
  while (at.parent?.spec.isComposite === true) {
    at = at.parent;
    isAnyExpanded ||= isExpanded(at);
  }
  const { parent } = at;
  const isOfPage = parent !== undefined && parent.parent === undefined;
  return { parent: isOfPage && at.parentList?.isSingle === true ? undefined : parent, isExpanded: isAnyExpanded };
}

function flowOf(node: Node): Flow | undefined {
  return (node.spec as Spec).flow?.(node.control as never);
}

function isExpanded({ values: { expand } }: Node): boolean {
  return expand !== undefined && expand !== null && expand !== false;
}

function isBounded({ values }: Node, axis: "width" | "height"): boolean {
  return values[axis] != null || values.aspectRatio != null;
}
