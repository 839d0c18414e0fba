import { EventSpec } from "../declaration/spec.ts";
import { convertAs } from "../declaration/types.ts";
import { Flag, isListening, type Node } from "../tree/node.ts";
import { completionsOf, type InteractionRole, roleOf } from "./interaction-role.ts";

/** Number of interactions that the server has ended and that the client may still report. */
const MAX_ENDED = 200;

/** An interaction of a person with a control that has started and not ended. */
interface OpenInteraction {
  readonly node: Node;
  /** Event that ends it. */
  readonly end: string;
  /** Data of its last event. */
  last: unknown;
}

/** Runs the handlers of an event that the server emits in place of the client. */
export type EmitEnd = (node: Node, event: string, property: string, data: unknown) => void;

/**
 * The interactions that have started: focus, hover, presses, drags, open menus. If a control is hidden, disabled or removed
 * meanwhile, its client cannot end them, so the server does. What the client still sends of them is ignored.
 */
export class OpenInteractions {
  readonly #open = new Map<string, OpenInteraction>();
  /** Interactions that the server has ended, until the client ends them or starts another one. */
  readonly #ended = new Set<string>();
  readonly #emit: EmitEnd;

  constructor(emit: EmitEnd) {
    this.#emit = emit;
  }

  /** Returns the control whose interaction an event ends, also if the control accepts no other input now. */
  endedBy(id: number, event: string, data: unknown): Node | undefined {
    if (this.#open.size === 0) return undefined;
    const name = roleOf(event, data).ends.find((ended) => this.#open.has(`${id}/${ended}`));
    return name === undefined ? undefined : this.#open.get(`${id}/${name}`)?.node;
  }

  /** Returns whether an event belongs to an interaction that the server has ended, so that it is ignored. */
  isLate(id: number, event: string, data: unknown): boolean {
    if (this.#ended.size === 0) return false;
    const { ends, continues, begins } = roleOf(event, data);
    const late = ends.filter((name) => this.#ended.delete(`${id}/${name}`));
    return begins === undefined && (late.length > 0 || this.#ended.has(`${id}/${continues}`));
  }

  /** Records an event of a control that accepts input. */
  record(node: Node, event: string, data: unknown): void {
    const { begins, ends, continues }: InteractionRole = roleOf(event, data);
    const { id } = node;
    if (this.#open.size > 0) {
      for (const name of ends) this.#open.delete(`${id}/${name}`);
      const open = this.#open.get(`${id}/${continues}`);
      if (open !== undefined && data !== undefined) open.last = data;
    }
    if (begins === undefined) return;
    const key = `${id}/${begins.name}`;
    this.#ended.delete(key);
    const end = [begins.end, begins.otherEnd].find((event) => event !== undefined && node.spec.events.has(event));
    if (end === undefined) return;
    const completions = completionsOf(begins.name, end);
    const isFollowed = completions.length === 0 || completions.some((name) => isListening(node, name));
    if (isFollowed) this.#open.set(key, { node, end, last: data });
  }

  /** Ends the interactions with controls that were hidden, disabled or removed. */
  endUnusable(): void {
    if (this.#open.size === 0) return;
    for (const [key, open] of [...this.#open]) if (!isUsable(open.node)) this.#end(key, open);
  }

  /** Ends all interactions, because the client in which they began is gone. */
  endAll(): void {
    for (const [key, open] of [...this.#open]) this.#end(key, open);
    this.#ended.clear();
  }

  #end(key: string, { node, end, last }: OpenInteraction): void {
    this.#open.delete(key);
    this.#ended.add(key);
    const [oldest] = this.#ended;
    if (this.#ended.size > MAX_ENDED && oldest !== undefined) this.#ended.delete(oldest);
    const property = node.spec.events.get(end);
    const entry = property === undefined ? undefined : node.spec.entries[property];
    if (property === undefined || !(entry instanceof EventSpec) || !isListening(node, end)) return;
    const { payload, rules } = entry;
    const candidates = [
      rules.whenEnded?.(last as never, node.control as never),
      last === true ? false : last,
      undefined,
    ];
    const data = candidates.find((candidate) => payload.check(candidate) === undefined);
    this.#emit(node, end, property, convertAs(payload, data));
  }
}

/** Returns whether a person can use a control. A change that the client is not sent yet does not count. */
function isUsable(node: Node): boolean {
  if (node.session === undefined) return false;
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
    const isHeldBack = (at.flags & Flag.isQueued) !== 0;
    if (!isHeldBack && at.spec.inputRefusal?.(at.control as never) !== undefined) return false;
  }
  return true;
}
