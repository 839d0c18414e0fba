import type { Json, WriteCommand } from "../../protocol/messages.ts";
import { isRewritten, MERGES } from "../../protocol/text-merge.ts";
import { isEqual } from "../declaration/equal.ts";
import { quote, RunletError } from "../declaration/errors.ts";
import { unknownProperty } from "../declaration/name-hints.ts";
import { describeProblem, type Problem, problemWith } from "../declaration/problem.ts";
import { readProperty, storeProperty } from "../declaration/properties.ts";
import { Prop } from "../declaration/spec.ts";
import { convertAs, encodeAs } from "../declaration/types.ts";
import { type Node, propertyPath } from "../tree/node.ts";
import { sizeOf } from "../tree/size.ts";
import { markDirtySinceSend, nextDocument, replaceDocument } from "../update/document.ts";
import type { Engine } from "../update/engine.ts";
import { WriteOutcomes } from "./write-outcomes.ts";

/** Maximum number of values in the client that are remembered until the next update. Nearly all are refused ones. */
const MAX_REFUSED = 1000;
/** Approximate bytes of a refused value without its text. */
const REFUSED_BYTES = 256;

/** The parts of a session that the writes of its client reach. */
type WriteEngine = Pick<Engine, "bindings" | "clientState" | "documentBytes" | "hasShortLane" | "tree" | "updateCount">;

/** A checked value of a write. */
type CheckedWrite = [name: string, prop: Prop<unknown>, written: unknown, value: unknown];

/** Values that a client writes. After a value that is not allowed, the next update gives the client the server's value. */
export class ClientWrites {
  readonly #engine: WriteEngine;
  /**
   * Values by `id/name` that an update must be compared with instead of those that were sent: what the client showed
   * before it wrote a refused value, and what it wrote to a control that it still shows, but that left and came back.
   */
  readonly #inClient = new Map<string, unknown>();
  /** Number of updates when the values were recorded. */
  #asOf = 0;
  /** Approximate bytes of the refused values that the client still shows, by `id/name`. */
  readonly #refused = new Map<string, number>();
  /** Sum of the bytes of the refused values. */
  #refusedBytes = 0;
  readonly #maxBytes: number;
  readonly outcomes: WriteOutcomes = new WriteOutcomes();

  /** `maxBytes` is the maximum number of bytes of refused values until the next update. */
  constructor(engine: WriteEngine, maxBytes: number) {
    this.#engine = engine;
    this.#maxBytes = maxBytes;
  }

  get refusedBytes(): number {
    return this.#valuesInClient.size === 0 ? 0 : this.#refusedBytes;
  }

  /**
   * Accepts all values of a write, or throws the reason why none is accepted. The client had the updates up to `seen` when
   * it wrote them.
   */
  apply(node: Node, { cmd, write: properties, of }: WriteCommand, seen: number): void {
    try {
      const writes = Object.entries(properties).map((entry) => this.#check(node, entry, of));
      for (const write of writes) this.#acceptWrite(node, write, cmd, seen);
    } catch (error) {
      // The type of a property may be the app's own, so it may also fail to encode or to convert a value.
      this.revert(node, properties);
      throw error;
    }
  }

  /** Returns what a property is to take: the written value, or the place where the chosen child is now. */
  #check(node: Node, [name, written]: [string, unknown], of: number | string | undefined): CheckedWrite {
    const prop = writableProperty(node, name, written);
    const { positionOf } = prop.rules;
    const typeProblem = prop.type.check(written);
    if (typeProblem !== undefined) throw refused(node, name, typeProblem);
    if (of === undefined || positionOf === undefined) {
      const problem = refusal(prop, node, written);
      if (problem !== undefined) throw refused(node, name, problem);
      return [name, prop, written, written];
    }
    const child = typeof of === "string" ? of : this.#engine.tree.nodes.get(of)?.control;
    const value = child && positionOf(child as never, node.control as never);
    if (value === undefined) {
      throw new RunletError(
        "not-mounted",
        `${propertyPath(node, name)}: the client chose a child that is not there any more.`,
      );
    }
    return [name, prop, written, value];
  }

  /** Records that the client shows refused values, so that the next send undoes them. */
  revert(node: Node, clientValues: { readonly [name: string]: unknown }): void {
    for (const [name, value] of Object.entries(clientValues)) {
      this.outcomes.refused(node.id, name, value);
      const key = `${node.id}/${name}`;
      if (!this.#valuesInClient.has(key)) this.#valuesInClient.set(key, valueInClient(node, name));
      this.#engine.clientState.unseen.refused(node, name, this.#valuesInClient.get(key));
      const bytes = REFUSED_BYTES + sizeOf(name) + sizeOf(value);
      this.#refusedBytes += bytes - (this.#refused.get(key) ?? 0);
      this.#refused.set(key, bytes);
    }
    this.#recordClientValues(node, clientValues);
  }

  /** Throws `too-many` if too many values were refused since the last update, or too large ones. */
  checkRefusals(): void {
    if (this.#valuesInClient.size <= MAX_REFUSED && this.refusedBytes <= this.#maxBytes) return;
    throw new RunletError(
      "too-many",
      `A client wrote ${this.#valuesInClient.size} refused values of ${this.refusedBytes} bytes before it got an answer.`,
    );
  }

  /** Returns the values in the client. An update gives it the server's values, so earlier ones are dropped. */
  get #valuesInClient(): Map<string, unknown> {
    const { updateCount } = this.#engine;
    if (this.#asOf !== updateCount && this.#inClient.size > 0) {
      this.#inClient.clear();
      this.#refused.clear();
      this.#refusedBytes = 0;
    }
    this.#asOf = updateCount;
    return this.#inClient;
  }

  /**
   * Stores the person's value, unless the app has changed the property since the last send, or since the client saw it in
   * a property whose changes are merged. Then the app's value stays, or the merged one is stored; it is sent with this
   * ack.
   */
  #acceptWrite(node: Node, [name, entry, written, value]: CheckedWrite, cmd: number, seen: number): void {
    const key = `${node.id}/${name}`;
    const inClient = this.#valuesInClient.has(key) ? this.#valuesInClient.get(key) : valueInClient(node, name);
    this.#valuesInClient.delete(key);
    const current = encodeAs(entry.type, readProperty(node, name, entry));
    const isUnsent = !isEqual(current, inClient);
    const { merge } = entry.rules;
    const shown = node.sent === undefined ? inClient : valueInClient(node, name);
    const unseen = merge && this.#engine.clientState.unseen.wrote(node, name, { cmd, seen, value: written });
    this.#recordClientValues(node, { [name]: written });
    this.outcomes.accepted(node.id, name);
    if (isUnsent || unseen !== undefined) {
      const base = unseen === undefined ? shown : unseen.base;
      if (merge === undefined || (unseen === undefined && isRewritten(base as Json, written as Json))) return;
      const merged = MERGES[merge](base as Json, written as Json, current as Json);
      this.outcomes.changed(node.id, name, written, merged);
      if (!isEqual(merged, current)) this.#store(node, name, entry, merged);
      return;
    }
    if (value !== written) this.outcomes.changed(node.id, name, written, value);
    if (node.sent === undefined) this.#valuesInClient.set(key, written);
    this.#store(node, name, entry, value);
  }

  #store(node: Node, name: string, entry: Prop<unknown>, value: unknown): void {
    storeProperty(node, name, entry, value);
    // Updates the document now, so that both sides agree even while a flush waits for update().
    if (node.document !== undefined) {
      const document = nextDocument(node, node.document, [name], this.#engine.hasShortLane);
      replaceDocument(node, document, this.#engine, [name]);
    }
    this.#engine.bindings.writeToState(node, name, convertAs(entry.type, value));
  }

  /** Records what the client shows now, so that the next send turns it into the server's values. */
  #recordClientValues(node: Node, clientValues: { readonly [name: string]: unknown }): void {
    if (node.sent === undefined) return;
    // Members such as `$slots` are not properties. No client may write them, and its replica ignored the write.
    const properties = Object.entries(clientValues).filter(([name]) => !name.startsWith("$"));
    const names = properties.map(([name]) => name);
    markDirtySinceSend(node, names);
    node.sent = { ...node.sent, ...Object.fromEntries(properties) };
    this.#engine.clientState.markChanged(node);
  }
}

function valueInClient(node: Node, name: string): unknown {
  const sent: { readonly [name: string]: unknown } = node.sent ?? {};
  if (Object.hasOwn(sent, name)) return sent[name];
  const entry = node.spec.entries[name];
  return entry instanceof Prop ? encodeAs(entry.type, entry.default) : undefined;
}

/** Returns the declaration of a property if a client may write it. Throws the reason otherwise. */
function writableProperty(node: Node, name: string, value: unknown): Prop<unknown> {
  const entry = Object.hasOwn(node.spec.entries, name) ? node.spec.entries[name] : undefined;
  if (entry === undefined) throw unknownProperty(node, name);
  if (entry instanceof Prop && entry.isWritable) return entry;
  throw new RunletError(
    "not-writable",
    `${propertyPath(node, name)} can be set by the app only: the client's write of ${quote(value)} was refused.`,
  );
}

function refused(node: Node, name: string, problem: Problem): RunletError {
  const what = describeProblem(propertyPath(node, name), problem);
  return new RunletError("wrong-type", `${what}: the client's write was refused.`);
}

/** Returns the problem that the property's own check of client values finds. */
function refusal({ guard }: Prop<unknown>, node: Node, value: unknown): Problem | undefined {
  const message = guard?.(value, node.control as never);
  return message === undefined ? undefined : problemWith(message);
}
