import type { ErrorNotice } from "../protocol/messages.ts";
import { ERROR } from "./document.ts";
import { RunletError } from "./errors.ts";
import { childrenOf, type Node, pathOf } from "./node.ts";
import type { Session } from "./session.ts";

/** How a control lays out its children along a line, and whether the space in that direction is bounded. */
export interface Flow {
  readonly along: "width" | "height";
  /** Whether the control scrolls in that direction, so that children may be of any length. */
  readonly isEndless?: boolean;
  /** Whether children may share the remaining space by `expand`. */
  readonly isShared?: boolean;
  /** Whether the control works only where its own space in that direction is bounded. */
  readonly needsEnd?: boolean;
  /** Whether the control decides the size of its children. */
  readonly isTiled?: boolean;
}

/** Properties that bound the space of everything inside a control, or make it unbounded. */
const BOUNDS: readonly string[] = ["scroll", "wrap", "horizontal", "width", "height", "aspectRatio", "expand"];

/**
 * Finds controls that need bounded space where it is unbounded, such as a control that expands in a scrolling parent,
 * or a list in another list. Each is reported once and shown with an error box until it is fixed.
 */
export class RoomCheck {
  readonly #session: Session;
  /** Controls with an error now, and the content of their error boxes. */
  readonly #wrong = new Map<Node, ErrorNotice>();
  #moved: Node[] = [];

  constructor(session: Session) {
    this.#session = session;
  }

  /** Records that a control was moved, so that its descendants are checked again. */
  moved(node: Node): void {
    this.#moved.push(node);
  }

  /** Checks the controls that changed or entered. Returns those whose error appeared or disappeared. */
  run(changed: readonly Node[], entered: readonly Node[]): Node[] {
    const due = new Set<Node>(this.#wrong.keys());
    for (const node of changed) {
      if (hasNeeds(node)) due.add(node);
      if (node.lists.length > 0 && node.dirty?.some((name) => BOUNDS.includes(name)) === true) collect(node, due);
    }
    for (const node of this.#moved.splice(0)) collect(node, due);
    for (const node of entered) if (hasNeeds(node)) due.add(node);
    return [...due].filter((node) => this.#look(node));
  }

  /** Checks one control. Returns whether its error appeared or disappeared. */
  #look(node: Node): boolean {
    const known = this.#wrong.get(node);
    if (node.session === undefined) {
      this.#wrong.delete(node);
      if (node.error === known) node.error = undefined;
      return false;
    }
    const problem = problemOf(node);
    if ((problem === undefined) === (known === undefined)) return false;
    if (problem === undefined) {
      this.#wrong.delete(node);
      if (node.error === known) node.error = undefined;
    } else {
      const { funnel } = this.#session;
      const error = new RunletError("unbounded", `${pathOf(node)} ${problem}`);
      const notice = this.#session.shown(funnel.report(error, "tree", "room", node));
      this.#wrong.set(node, notice);
      node.error ??= notice;
    }
    (node.dirty ??= []).push(ERROR);
    return true;
  }
}

function hasNeeds(node: Node): boolean {
  return node.values.expand !== undefined || node.spec.flow !== undefined;
}

function collect(node: Node, into: Set<Node>): void {
  if (hasNeeds(node)) into.add(node);
  // A child that is still shown here may already have moved elsewhere.
  for (const child of childrenOf(node)) if (child.parent === node) collect(child, into);
}

function problemOf(node: Node): string | undefined {
  const { parent } = place(node);
  const shared = parent === undefined ? undefined : flowOf(parent);
  if (parent !== undefined && shared?.isShared === true && isExpanded(node)) {
    const [own, by] = [shared.along, endless(parent, shared.along, true)];
    if (shared.isEndless === true) {
      return `expands in ${pathOf(parent)}, which scrolls in that direction, so the space it would take is unbounded. Remove its expand, or the scroll of its parent.`;
    }
    if (by !== undefined && !hasEnd(parent, own)) {
      return `expands in ${pathOf(parent)}, which has no ${own} of its own: ${why(by)}. Give ${nameOf(parent)} a ${own}, or expand, or remove expand here.`;
    }
  }
  const flow = flowOf(node);
  if (flow?.needsEnd !== true || hasEnd(node, flow.along)) return undefined;
  const by = endless(node, flow.along, false);
  if (by === undefined) return undefined;
  return `scrolls by itself, and so does ${pathOf(by)}, which contains it, in the same direction: its ${flow.along} is unbounded. Give it a ${flow.along}, or let only one of the two scroll.`;
}

function why(by: Node): string {
  return flowOf(by)?.isEndless === true
    ? `${pathOf(by)} scrolls in that direction`
    : `${pathOf(by)} gives children that do not expand only the space they need`;
}

function nameOf(node: Node): string {
  return node.control.constructor.name;
}

/**
 * Returns the ancestor that makes a control's space unbounded; undefined if the space is bounded. With `isStrict`, an
 * ancestor that gives children only the space they need counts too: there must be free space to share.
 */
function endless(node: Node, along: "width" | "height", isStrict: boolean): Node | undefined {
  const { parent, isExpanded: isShare } = place(node);
  if (parent === undefined) return undefined;
  const flow = flowOf(parent);
  if (flow?.isTiled === true) return undefined;
  if (flow?.along === along) {
    if (flow.isEndless === true) return parent;
    if (isStrict && flow.isShared === true && !isShare) return parent;
  }
  return hasEnd(parent, along) ? undefined : endless(parent, along, isStrict);
}

/**
 * Returns the control whose space a control takes part of. A custom control is skipped, since the control that it shows
 * takes its position. A control in a single slot of the page, such as a bar, has space of its own.
 */
function place(node: Node): { parent: Node | undefined; isExpanded: boolean } {
  let isShare = isExpanded(node);
  let at = node;
  while (at.parent?.spec.type === "Control") {
    at = at.parent;
    isShare ||= isExpanded(at);
  }
  const { parent } = at;
  const isOfPage = parent !== undefined && parent.parent === undefined;
  return { parent: isOfPage && at.holder?.isSingle === true ? undefined : parent, isExpanded: isShare };
}

function flowOf(node: Node): Flow | undefined {
  return node.spec.flow?.(node.control as never);
}

function isExpanded({ values: { expand } }: Node): boolean {
  return expand !== undefined && expand !== null && expand !== false;
}

function hasEnd({ values }: Node, along: "width" | "height"): boolean {
  return values[along] != null || values.aspectRatio != null;
}
