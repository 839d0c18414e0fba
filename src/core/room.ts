import type { ErrorNotice } from "../protocol/messages.ts";
import { ERROR } from "./document.ts";
import { RunletError } from "./errors.ts";
import { childrenOf, type Node, pathOf } from "./node.ts";
import type { Session } from "./session.ts";

/** In which direction children follow each other, and what room they have there. */
export interface Flow {
  readonly along: "width" | "height";
  /** It scrolls: children may be as long as they like. */
  readonly isEndless?: boolean;
  /** Children may share the room that is left, by `expand`. */
  readonly isShared?: boolean;
  /** It is of use only where its own room has an end. */
  readonly needsEnd?: boolean;
  /** It says how large its children are. */
  readonly isTiled?: boolean;
}

/** Properties by which room comes to have an end, or loses it, for all that is inside. */
const BOUNDS: readonly string[] = ["scroll", "wrap", "horizontal", "width", "height", "aspectRatio", "expand"];

/**
 * Finds controls that would share, or need, room that has no end: one that expands in what scrolls, a list in another.
 * Each is told of once, and shown with an error box, until it is put right.
 */
export class RoomCheck {
  readonly #session: Session;
  /** Those that are wrong now, and what their boxes say. */
  readonly #wrong = new Map<Node, ErrorNotice>();
  #moved: Node[] = [];

  constructor(session: Session) {
    this.#session = session;
  }

  /** A control stands elsewhere: what is in it has another room. */
  moved(node: Node): void {
    this.#moved.push(node);
  }

  /** Looks at what changed and what entered; gives those that got an error or lost it. */
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

  /** Whether the control's error is another now. */
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
  // One that is shown there still may have come elsewhere by now.
  for (const child of childrenOf(node)) if (child.parent === node) collect(child, into);
}

function problemOf(node: Node): string | undefined {
  const { parent } = place(node);
  const shared = parent === undefined ? undefined : flowOf(parent);
  if (parent !== undefined && shared?.isShared === true && isExpanded(node)) {
    const [own, by] = [shared.along, endless(parent, shared.along, true)];
    if (shared.isEndless === true) {
      return `expands in ${pathOf(parent)}, which scrolls in that direction, so there is no end to the room it would take. Take its expand away, or the scroll of what it stands in.`;
    }
    if (by !== undefined && !hasEnd(parent, own)) {
      return `expands in ${pathOf(parent)}, which has no ${own} of its own: ${why(by)}. Give ${nameOf(parent)} a ${own}, or expand, or take expand away here.`;
    }
  }
  const flow = flowOf(node);
  if (flow?.needsEnd !== true || hasEnd(node, flow.along)) return undefined;
  const by = endless(node, flow.along, false);
  if (by === undefined) return undefined;
  return `scrolls by itself, and so does ${pathOf(by)}, in which it stands, in the same direction: there is no end to its ${flow.along}. Give it a ${flow.along}, or have only one of the two scroll.`;
}

function why(by: Node): string {
  return flowOf(by)?.isEndless === true
    ? `${pathOf(by)} scrolls in that direction`
    : `${pathOf(by)} gives those that do not expand what they need, and no more`;
}

function nameOf(node: Node): string {
  return node.control.constructor.name;
}

/**
 * Who leaves a control's room without an end; undefined when it has one. `isStrict` also counts who lets each have what
 * it needs: to share the room that is left, there has to be some.
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
 * Whose room a control takes part of. A control of the app's own is not there for it: what it shows stands in its
 * place. What is in no list of the page, such as a dialog, has room of its own.
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
