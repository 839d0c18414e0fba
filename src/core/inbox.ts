import { type Command, PROTOCOL_VERSION } from "../protocol/messages.ts";
import { assertBounded } from "./bounds.ts";
import { nextDocument, noteUnsent } from "./document.ts";
import { isEqual } from "./equal.ts";
import { quote, RunletError } from "./errors.ts";
import type { ControlEvent } from "./event.ts";
import { type Node, nameOf, pathOf } from "./node.ts";
import { readProperty, storeProperty, unknownProperty } from "./properties.ts";
import type { Session } from "./session.ts";
import { EventSpec, eventName, handlerName, Prop } from "./spec.ts";
import { encodeAs, integerType, isPlainObject } from "./types.ts";

/** Most commands in one message. */
const MOST_COMMANDS = 50;
const counting = integerType({ min: 1 });

/**
 * What comes from a client. Nothing of it is trusted: a message of the wrong shape ends the connection; a
 * command that may not be is refused, changes nothing, and the client is given the server's value again.
 */
export class Inbox {
  readonly #session: Session;
  #lastCmd = 0;
  /** By `id/name`: what the client showed before it wrote what was refused, until the next send. */
  readonly #beforeRefused = new Map<string, unknown>();
  /** The client awaits an answer to its last commands. */
  isAckDue = false;

  constructor(session: Session) {
    this.#session = session;
  }

  takeAck(): number {
    this.isAckDue = false;
    // To clear an empty Map makes a new table all the same.
    if (this.#beforeRefused.size > 0) this.#beforeRefused.clear();
    return this.#lastCmd;
  }

  receive(message: unknown): void {
    assertBounded(message);
    if (!isPlainObject(message)) throw badMessage(`it must be an object, not ${quote(message)}`);
    const { type } = message;
    if (type === "hello") return this.#hello(message.protocol);
    if (!this.#session.hasStarted) throw badMessage(`the first must be "hello", not ${quote(type)}`);
    if (type === "ack") return this.#acknowledge(message.seq);
    if (type === "commands") return this.#commands(message.seq, message.commands);
    throw badMessage(`there is no type ${quote(type)}`);
  }

  #hello(protocol: unknown): void {
    if (protocol !== PROTOCOL_VERSION) {
      throw new RunletError(
        "protocol-version",
        `The client speaks protocol ${quote(protocol)} and the server ${PROTOCOL_VERSION}. Reload the page.`,
      );
    }
    this.#session.start();
  }

  #acknowledge(seq: unknown): void {
    const isKnown = typeof seq === "number" && Number.isSafeInteger(seq) && seq >= 0 && seq <= this.#session.seq;
    if (!isKnown) throw badMessage(`"seq" must be an update that was sent, not ${quote(seq)}`);
  }

  #commands(seq: unknown, commands: unknown): void {
    this.#acknowledge(seq);
    if (!Array.isArray(commands) || commands.length === 0 || commands.length > MOST_COMMANDS) {
      throw badMessage(`"commands" must be an array of 1 to ${MOST_COMMANDS}`);
    }
    this.isAckDue = true;
    for (const command of commands) {
      if (this.#session.isOpen) this.#command(checkCommand(command, this.#lastCmd + 1));
    }
    // Nothing may have changed: the client still waits for its ack.
    this.#session.clock.turnEnd(() => {
      if (!this.isAckDue) return;
      if (this.#session.page.autoUpdate) this.#session.flush();
      this.#session.send();
    });
  }

  #command(command: Command): void {
    this.#lastCmd = command.cmd;
    try {
      const node = this.#find(command);
      if ("write" in command) this.#write(node, command.write);
      else this.#event(node, command.event, command.data);
    } catch (error) {
      if (!(error instanceof RunletError)) throw error;
      this.#session.refused(error);
    }
  }

  /** The control that a command is for, if it can be used now. A refused write is undone in the client. */
  #find(command: Command): Node {
    const node = this.#session.nodes.get(command.id);
    if (node === undefined) {
      // The client, which does not know yet that it left, may see it come back.
      if ("write" in command) {
        const left = this.#session.outbox.findLeft(command.id);
        if (left !== undefined) this.#undo(left, command.write);
      }
      throw new RunletError(
        "not-mounted",
        `The client sent ${what(command)} for control ${command.id}, which is not on the page.`,
      );
    }
    for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
      const { disabled, visible } = at.control;
      if (visible && !disabled) continue;
      if ("write" in command) this.#undo(node, command.write);
      const whose = at === node ? "it" : pathOf(at);
      throw visible
        ? new RunletError(
            "control-disabled",
            `The client sent ${what(command)} for ${pathOf(node)}, but ${whose} is disabled.`,
          )
        : new RunletError(
            "control-hidden",
            `The client sent ${what(command)} for ${pathOf(node)}, but ${whose} is not visible.`,
          );
    }
    return node;
  }

  /** All of a write is taken, or nothing of it. */
  #write(node: Node, properties: { readonly [name: string]: unknown }): void {
    const writes: [name: string, prop: Prop<unknown>, value: unknown][] = [];
    try {
      for (const [name, value] of Object.entries(properties)) writes.push([name, writable(node, name, value), value]);
    } catch (error) {
      this.#undo(node, properties);
      throw error;
    }
    for (const [name, prop, value] of writes) this.#accept(node, name, prop, value);
  }

  /** The app's own unsent change stays and goes out with this ack; else the person's value is the value. */
  #accept(node: Node, name: string, entry: Prop<unknown>, value: unknown): void {
    const key = `${node.id}/${name}`;
    const inClient = this.#beforeRefused.has(key) ? this.#beforeRefused.get(key) : shownInClient(node, name);
    this.#beforeRefused.delete(key);
    const isUnsent = !isEqual(encodeAs(entry.type, readProperty(node, name, entry)), inClient);
    this.#show(node, { [name]: value });
    if (isUnsent) return;
    storeProperty(node, name, entry, value);
    // Known to both sides at once, also where a flush waits for update().
    if (node.document !== undefined) {
      node.document = nextDocument(node, node.document, [name], this.#session.hasShortLane);
    }
    this.#session.streams.entered(node, name, value);
  }

  /** The client shows what was refused: the next send takes it back. */
  #undo(node: Node, shown: { readonly [name: string]: unknown }): void {
    for (const name of Object.keys(shown)) {
      const key = `${node.id}/${name}`;
      if (!this.#beforeRefused.has(key)) this.#beforeRefused.set(key, shownInClient(node, name));
    }
    this.#show(node, shown);
  }

  /** The client shows this now: the next send makes of it what the server has. */
  #show(node: Node, shown: { readonly [name: string]: unknown }): void {
    if (node.given === undefined) return;
    // What a document has beside properties is no client's to write: its replica did not either.
    const properties = Object.entries(shown).filter(([name]) => !name.startsWith("$"));
    const names = properties.map(([name]) => name);
    noteUnsent(node, names);
    node.given = { ...node.given, ...Object.fromEntries(properties) };
    this.#session.outbox.changed(node);
  }

  #event(node: Node, name: string, data: unknown): void {
    const property = handlerName(name);
    const entry = Object.hasOwn(node.spec.entries, property) ? node.spec.entries[property] : undefined;
    if (!(entry instanceof EventSpec) || eventName(property) !== name) {
      throw new RunletError("unknown-event", `${pathOf(node)}: ${node.spec.type} has no event ${quote(name)}.`);
    }
    const handler = node.values[property] as ((event: ControlEvent) => void | Promise<void>) | undefined;
    const listeners = node.events?.get(name);
    if (handler === undefined && listeners === undefined) {
      throw new RunletError(
        "not-listening",
        `${nameOf(node, property)} is not set: the client's ${quote(name)} has no handler.`,
      );
    }
    const problem = entry.payload.check(data);
    if (problem !== undefined) {
      throw new RunletError("wrong-type", `The data of ${quote(name)} for ${pathOf(node)}${problem}.`);
    }
    const event: ControlEvent = { control: node.control, name, data, page: this.#session.page };
    this.#session.runHandler("handler", property, node, () => {
      listeners?.next(event);
      return handler?.(event);
    });
  }
}

function shownInClient(node: Node, name: string): unknown {
  const shown: { readonly [name: string]: unknown } = node.given ?? {};
  if (Object.hasOwn(shown, name)) return shown[name];
  const entry = node.spec.entries[name];
  return entry instanceof Prop ? encodeAs(entry.type, entry.default) : undefined;
}

/** The declaration of a property that a client may write this value to, or the error that says why not. */
function writable(node: Node, name: string, value: unknown): Prop<unknown> {
  const entry = Object.hasOwn(node.spec.entries, name) ? node.spec.entries[name] : undefined;
  if (entry === undefined) throw unknownProperty(node, name);
  if (!(entry instanceof Prop && entry.isWritable)) {
    throw new RunletError(
      "not-writable",
      `${nameOf(node, name)} is the app's alone: the client's write of ${quote(value)} was refused.`,
    );
  }
  const problem = entry.type.check(value) ?? entry.guard?.(value, node.control);
  if (problem === undefined) return entry;
  throw new RunletError("wrong-type", `${nameOf(node, name)}${problem}: the client's write was refused.`);
}

function checkCommand(command: unknown, due: number): Command {
  if (!isPlainObject(command)) throw badMessage(`a command must be an object, not ${quote(command)}`);
  const { cmd, id, event, write } = command;
  if (cmd !== due) throw badMessage(`the next command must have cmd ${due}, not ${quote(cmd)}`);
  if (counting.check(id) !== undefined) throw badMessage(`"id" must be a control's number, not ${quote(id)}`);
  const isEvent = typeof event === "string" && write === undefined;
  if (!isEvent && !(isPlainObject(write) && event === undefined)) {
    throw badMessage(`command ${due} must have either an "event" or a "write"`);
  }
  return command as unknown as Command;
}

function what(command: Command): string {
  return "write" in command
    ? `a write of ${Object.keys(command.write).join(", ")}`
    : `the event ${quote(command.event)}`;
}

function badMessage(problem: string): RunletError {
  return new RunletError("bad-message", `A message from the client was refused: ${problem}.`);
}
