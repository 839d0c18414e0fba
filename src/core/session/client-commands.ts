import { endOf } from "../../protocol/interactions.ts";
import type { Command, EventCommand, WriteCommand } from "../../protocol/messages.ts";
import { isInstance, quote, RunletError, shorten } from "../declaration/errors.ts";
import type { ControlEvent } from "../declaration/event.ts";
import { describeProblem } from "../declaration/problem.ts";
import { readProperty } from "../declaration/properties.ts";
import { type EventRules, type EventSpec, Prop } from "../declaration/spec.ts";
import { convertAs, encodeAs, isPlainObject } from "../declaration/types.ts";
import type { Limits } from "../link/limits.ts";
import { RateLimiter } from "../link/rate-limiter.ts";
import { type AnyControl, deliverEvent, isListening, NODE, type Node, pathOf, propertyPath } from "../tree/node.ts";
import type { Engine } from "../update/engine.ts";
import { ClientWrites } from "./client-writes.ts";
import { OpenInteractions } from "./open-interactions.ts";
import { REFUSED } from "./write-outcomes.ts";

/** An event as handlers get it: with the root of the tree, which apps call the page. */
type RootedEvent = ControlEvent<AnyControl> & { readonly page: AnyControl };

/** The parts of a session that the commands of its client reach. */
type CommandEngine = Pick<
  Engine,
  | "bindings"
  | "calls"
  | "clientState"
  | "clock"
  | "documentBytes"
  | "funnel"
  | "hasShortLane"
  | "root"
  | "runHandler"
  | "tree"
  | "updateCount"
>;

/** Limits of the commands of one client. */
type CommandLimits = Pick<Limits, "handlers" | "refusedBytes" | "refusedPerMinute">;

/** Callbacks for commands that were refused. */
export interface CommandEvents {
  /** Reports a refused command to the operator of the app. */
  refused(error: RunletError): void;
  /** Notifies the person of a refusal that the person did not cause. */
  notify(error: RunletError, node: Node): void;
}

/**
 * Runs the commands of a client that is not trusted: events, writes, and answers to calls. A command that is not
 * allowed changes nothing, and the next update gives the client the server's value again.
 */
export class ClientCommands {
  readonly #engine: CommandEngine;
  readonly #limits: CommandLimits;
  readonly #events: CommandEvents;
  readonly #writes: ClientWrites;
  readonly #interactions: OpenInteractions;
  readonly #refusalLimiter: RateLimiter;
  /** Number of async event handlers that are still pending. */
  #pendingHandlers = 0;

  constructor(engine: CommandEngine, limits: CommandLimits, events: CommandEvents) {
    const { refusedPerMinute, refusedBytes } = limits;
    this.#engine = engine;
    this.#limits = limits;
    this.#events = events;
    this.#writes = new ClientWrites(engine, refusedBytes);
    this.#interactions = new OpenInteractions((node, name, property, data) => {
      const event: RootedEvent = { control: node.control, name, data, page: engine.root };
      engine.runHandler("handler", property, node, () => deliverEvent(node, property, event));
    });
    this.#refusalLimiter = new RateLimiter(engine.clock, refusedPerMinute / 60, refusedPerMinute);
  }

  /** Approximate bytes of the refused values that the client still shows. */
  get refusedBytes(): number {
    return this.#writes.refusedBytes;
  }

  /** Ends what a person does with controls that were hidden, disabled or removed. Called after each flush. */
  endUnusable(): void {
    this.#interactions.endUnusable();
  }

  /** Ends what the person did in a client that is gone. */
  clientRenewed(): void {
    this.#interactions.endAll();
  }

  /**
   * Runs one command of a client that had the updates up to `seen`. A refusal is reported, and so is an error of the
   * app's own check of a value, which counts as a refusal. Throws `too-many` if too many commands or values were refused.
   */
  run(command: Command, seen: number): void {
    try {
      this.#run(command, seen);
    } catch (error) {
      if (isInstance(error, RunletError)) this.#events.refused(error);
      else this.#reportFailure(error, command);
      this.#checkRefusals(command);
    }
  }

  #reportFailure(error: unknown, { id }: Command): void {
    const { funnel, root, tree } = this.#engine;
    funnel.report(error, "tree", "receive", tree.nodes.get(id) ?? root[NODE]);
  }

  /**
   * Ends the connection of a client that causes refusals without end. A refused command is cheap to send, but its undo
   * may send a large value again.
   */
  #checkRefusals({ id }: Command): void {
    this.#writes.checkRefusals();
    const { tree } = this.#engine;
    // No client can know at once that a control has left the page.
    const hasLeft = id <= tree.lastId && tree.nodes.get(id) === undefined;
    if (hasLeft || this.#refusalLimiter.tryAcquire()) return;
    throw new RunletError(
      "too-many",
      `A client sent more than ${this.#limits.refusedPerMinute} commands a minute that were refused.`,
    );
  }

  #run(command: Command, seen: number): void {
    if ("result" in command) return this.#engine.calls.answer(command);
    if ("write" in command) return this.#writes.apply(this.#findUsable(command), command, seen);
    const { id, event, data } = command;
    if (this.#interactions.isLate(id, event, data)) return;
    this.#dispatchEvent(this.#interactions.endedBy(id, event, data) ?? this.#findUsable(command), command);
  }

  /** Returns the control that a command is for, or throws if it accepts no input. The client's write is then undone. */
  #findUsable(command: WriteCommand | EventCommand): Node {
    const node = this.#engine.tree.nodes.get(command.id);
    if (node === undefined) {
      // The client does not know yet that the control left, and may see it come back.
      if ("write" in command) {
        const removed = this.#engine.clientState.findRemoved(command.id);
        if (removed !== undefined) this.#writes.revert(removed, command.write);
      }
      throw new RunletError(
        "not-mounted",
        `The client sent ${describeCommand(command)} for control ${command.id}, which is not on the page.`,
      );
    }
    for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
      const refusal = at.spec.inputRefusal?.(at.control as never);
      if (refusal === undefined) continue;
      if ("write" in command) this.#writes.revert(node, command.write);
      const whose = at === node ? "it" : pathOf(at);
      throw new RunletError(
        refusal.code,
        `The client sent ${describeCommand(command)} for ${pathOf(node)}, but ${whose} ${refusal.reason}.`,
      );
    }
    return node;
  }

  #dispatchEvent(node: Node, command: EventCommand): void {
    const { event: name } = command;
    const property = node.spec.events.get(name);
    if (property === undefined) {
      throw new RunletError("unknown-event", `${pathOf(node)}: ${node.spec.type} has no event ${quote(name)}.`);
    }
    const { payload, rules } = node.spec.entries[property] as EventSpec<unknown>;
    if (isListening(node, name)) this.#assertNotBusy(node, property, name);
    else if (!isListening(node, endOf(name))) {
      throw new RunletError(
        "not-listening",
        `${propertyPath(node, property)} is not set: the client's ${quote(name)} has no handler.`,
      );
    }
    const data = this.#dataOf(node, command, rules);
    if (data === REFUSED) return;
    const problem = payload.check(data);
    if (problem !== undefined) {
      throw new RunletError(
        "wrong-type",
        `${describeProblem(`The data of ${quote(name)} for ${pathOf(node)}`, problem)}.`,
      );
    }
    this.#interactions.record(node, name, data);
    if (!isListening(node, name)) return;
    const event: RootedEvent = {
      control: node.control,
      name,
      data: rules.adjust === undefined ? convertAs(payload, data) : rules.adjust(data as never, node.control as never),
      page: this.#engine.root,
    };
    this.#pendingHandlers++;
    const deliver = () => deliverEvent(node, property, event);
    this.#engine.runHandler("handler", property, node, deliver, () => this.#pendingHandlers--);
  }

  /** Returns the data of an event: what became of the write that it reports, and where the chosen child is now. */
  #dataOf(node: Node, { data, from, of }: EventCommand, { positionOf }: EventRules<unknown>): unknown {
    const current = (name: string): unknown => {
      const entry = Object.hasOwn(node.spec.entries, name) ? node.spec.entries[name] : undefined;
      return entry instanceof Prop ? encodeAs(entry.type, readProperty(node, name, entry)) : undefined;
    };
    if (from !== undefined) return this.#writes.outcomes.valueOf(node.id, from, current(from));
    if (of === undefined || positionOf === undefined) return this.#writes.outcomes.dataFor(node.id, data, current);
    const child = this.#engine.tree.nodes.get(of);
    const index = child && positionOf(child.control as never, node.control as never);
    if (index === undefined) return REFUSED;
    return isPlainObject(data) ? { ...data, index } : index;
  }

  #assertNotBusy(node: Node, property: string, name: string): void {
    const { handlers } = this.#limits;
    if (this.#pendingHandlers < handlers) return;
    const busy = new RunletError(
      "busy",
      `${propertyPath(node, property)}: ${handlers} handlers of this session have not ended: the client's ${quote(name)} was refused.`,
    );
    this.#events.notify(busy, node);
    throw busy;
  }
}

/** Longest list of names of properties in an error. */
const MAX_NAMES = 200;

function describeCommand(command: WriteCommand | EventCommand): string {
  return "write" in command
    ? `a write of ${shorten(Object.keys(command.write).join(", "), MAX_NAMES)}`
    : `the event ${quote(command.event)}`;
}
