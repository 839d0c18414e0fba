import { type Command, type EventCommand, MAX_COMMANDS, type WriteCommand } from "../../protocol/messages.ts";
import { isEqual } from "../declaration/equal.ts";
import { quote, RunletError } from "../declaration/errors.ts";
import type { ControlEvent } from "../declaration/event.ts";
import { readProperty, storeProperty, unknownProperty } from "../declaration/properties.ts";
import { EventSpec, eventName, handlerName, Prop } from "../declaration/spec.ts";
import { encodeAs, integerType, isPlainObject } from "../declaration/types.ts";
import { type Node, pathOf, propertyPath } from "../tree/node.ts";
import { markDirtySinceSend, nextDocument } from "../update/document.ts";
import { badMessage, isCount } from "./handshake.ts";
import { RateLimiter } from "./rate-limiter.ts";
import type { Session } from "./session.ts";

/** Milliseconds until the client is asked to resend commands that exceeded the rate limit. */
const THROTTLE_PAUSE = 500;
/** Maximum number of messages over the rate limit during one pause. A person cannot cause more. */
const MAX_THROTTLED_MESSAGES = 100;
/** Maximum number of properties with refused values between two sends. Each one is remembered until the next send. */
const MAX_REFUSED = 1000;
const positiveInteger = integerType({ min: 1 });

/**
 * The receiver of a client's messages, none of which is trusted. A message of the wrong shape ends the connection. A
 * command that is not allowed changes nothing, and the client gets the server's value again. Each command runs once and
 * in order, even if it arrives several times. After a gap, the client is asked to resend.
 */
export class Inbox {
  readonly #session: Session;
  readonly #commandLimiter: RateLimiter;
  readonly #snapshotLimiter: RateLimiter;
  #lastCmd = 0;
  /** Messages that exceeded the rate limit since the client was last asked to resend. */
  #throttledMessages = 0;
  /** Values that the client showed before it wrote a refused value, by `id/name`, until the next send. */
  readonly #valuesBeforeRefusal = new Map<string, unknown>();
  /** Whether the client awaits an acknowledgment of its last commands. */
  isAckDue = false;

  constructor(session: Session) {
    this.#session = session;
    const { clock, limits } = session;
    this.#commandLimiter = new RateLimiter(clock, limits.commandsPerSecond, limits.commandBurst);
    this.#snapshotLimiter = new RateLimiter(clock, limits.snapshotsPerMinute / 60, limits.snapshotsPerMinute);
  }

  /** Number of the last command that was run or refused. */
  get lastCommand(): number {
    return this.#lastCmd;
  }

  consumeAck(): number {
    this.isAckDue = false;
    // Clearing a Map allocates a new table even if the Map is empty.
    if (this.#valuesBeforeRefusal.size > 0) this.#valuesBeforeRefusal.clear();
    return this.#lastCmd;
  }

  /** Handles one message, which is already sanitized. */
  receive(message: unknown): void {
    if (!isPlainObject(message)) throw badMessage(`it must be an object, not ${quote(message)}`);
    const { type, seq } = message;
    if (type === "hello") throw badMessage("it said hello twice");
    if (type !== "ack" && type !== "ping" && type !== "resend" && type !== "commands") {
      throw badMessage(`there is no type ${quote(type)}`);
    }
    if (!isCount(seq) || seq > this.#session.seq) {
      throw badMessage(`"seq" must be an update that was sent, not ${quote(seq)}`);
    }
    if (type === "resend") return this.#resendUpdates(seq);
    this.#session.sender.acknowledge(seq);
    if (type === "ping") this.#session.link.post({ type: "pong", seq: this.#session.seq, cmd: this.#lastCmd });
    else if (type === "commands") this.#receiveCommands(message.commands);
  }

  #resendUpdates(seq: number): void {
    const { sender } = this.#session;
    if (!sender.canResendAfter(seq) && !this.#snapshotLimiter.tryAcquire()) {
      throw new RunletError("too-many", "A client asked too often for all documents.");
    }
    this.isAckDue = true;
    sender.resume(seq);
  }

  #receiveCommands(commands: unknown): void {
    if (!Array.isArray(commands) || commands.length === 0) {
      throw badMessage(`"commands" must be an array of 1 to ${MAX_COMMANDS}`);
    }
    if (commands.length > MAX_COMMANDS) {
      throw new RunletError(
        "too-many",
        `A client sent ${commands.length} commands in one message, and may send ${MAX_COMMANDS}.`,
      );
    }
    this.isAckDue = true;
    for (const each of commands) {
      if (!this.#session.isOpen) return;
      const command = checkCommand(each);
      // The command arrived before. The client sent it again, because the connection was lost before the ack.
      if (command.cmd <= this.#lastCmd) continue;
      if (command.cmd > this.#lastCmd + 1) {
        if (this.#throttledMessages === 0) this.#session.link.post({ type: "resend", cmd: this.#lastCmd });
        break;
      }
      if (this.#throttledMessages > 0 || !this.#commandLimiter.tryAcquire()) {
        this.#throttle();
        break;
      }
      // A handler may flush and use up the ack, so it is due again for each command.
      this.isAckDue = true;
      this.#runCommand(command);
      if (this.#valuesBeforeRefusal.size > MAX_REFUSED) {
        throw new RunletError("too-many", `A client wrote ${MAX_REFUSED} refused values before it got an answer.`);
      }
    }
    // Even if nothing changed, the client waits for its ack.
    this.#session.clock.turnEnd(() => {
      if (!this.isAckDue) return;
      if (this.#session.page.autoUpdate) this.#session.flush();
      this.#session.sendUpdate();
    });
  }

  /**
   * Delays commands that exceed the rate limit. Nothing is lost, because the client sends unacknowledged commands
   * again. A client that ignores the pause is disconnected.
   */
  #throttle(): void {
    if (++this.#throttledMessages > MAX_THROTTLED_MESSAGES) {
      const { commandsPerSecond } = this.#session.limits;
      throw new RunletError("too-many", `A client sent more than ${commandsPerSecond} commands a second, and went on.`);
    }
    if (this.#throttledMessages > 1) return;
    this.#session.clock.after(
      THROTTLE_PAUSE,
      () => {
        this.#throttledMessages = 0;
        this.#session.link.post({ type: "resend", cmd: this.#lastCmd });
      },
      true,
    );
  }

  #runCommand(command: Command): void {
    this.#lastCmd = command.cmd;
    try {
      if ("result" in command) return this.#session.calls.answer(command);
      const node = this.#findUsable(command);
      if ("write" in command) this.#applyWrite(node, command.write);
      else this.#dispatchEvent(node, command.event, command.data);
    } catch (error) {
      if (!(error instanceof RunletError)) throw error;
      this.#session.reportRefused(error);
    }
  }

  /** Returns the control that a command is for, or throws if it accepts no input. The client's write is then undone. */
  #findUsable(command: WriteCommand | EventCommand): Node {
    const node = this.#session.nodes.get(command.id);
    if (node === undefined) {
      // The client does not know yet that the control left, and may see it come back.
      if ("write" in command) {
        const removed = this.#session.clientState.findRemoved(command.id);
        if (removed !== undefined) this.#revertInClient(removed, command.write);
      }
      throw new RunletError(
        "not-mounted",
        `The client sent ${describeCommand(command)} for control ${command.id}, which is not on the page.`,
      );
    }
    for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
      const { disabled, visible } = at.control;
      if (visible && !disabled) continue;
      if ("write" in command) this.#revertInClient(node, command.write);
      const whose = at === node ? "it" : pathOf(at);
      throw visible
        ? new RunletError(
            "control-disabled",
            `The client sent ${describeCommand(command)} for ${pathOf(node)}, but ${whose} is disabled.`,
          )
        : new RunletError(
            "control-hidden",
            `The client sent ${describeCommand(command)} for ${pathOf(node)}, but ${whose} is not visible.`,
          );
    }
    return node;
  }

  /** Accepts all values of a write, or none. */
  #applyWrite(node: Node, properties: { readonly [name: string]: unknown }): void {
    const writes: [name: string, prop: Prop<unknown>, value: unknown][] = [];
    try {
      for (const [name, value] of Object.entries(properties))
        writes.push([name, writableProperty(node, name, value), value]);
    } catch (error) {
      this.#revertInClient(node, properties);
      throw error;
    }
    for (const [name, prop, value] of writes) this.#acceptWrite(node, name, prop, value);
  }

  /**
   * Stores the person's value, unless the app has changed the property since the last send. Then the app's value stays,
   * and is sent with this ack.
   */
  #acceptWrite(node: Node, name: string, entry: Prop<unknown>, value: unknown): void {
    const key = `${node.id}/${name}`;
    const inClient = this.#valuesBeforeRefusal.has(key)
      ? this.#valuesBeforeRefusal.get(key)
      : valueInClient(node, name);
    this.#valuesBeforeRefusal.delete(key);
    const isUnsent = !isEqual(encodeAs(entry.type, readProperty(node, name, entry)), inClient);
    this.#recordClientValues(node, { [name]: value });
    if (isUnsent) return;
    storeProperty(node, name, entry, value);
    // Updates the document now, so that both sides agree even while a flush waits for update().
    if (node.document !== undefined) {
      node.document = nextDocument(node, node.document, [name], this.#session.hasShortLane);
    }
    this.#session.bindings.writeToState(node, name, value);
  }

  /** Records that the client shows refused values, so that the next send undoes them. */
  #revertInClient(node: Node, clientValues: { readonly [name: string]: unknown }): void {
    for (const name of Object.keys(clientValues)) {
      const key = `${node.id}/${name}`;
      if (!this.#valuesBeforeRefusal.has(key)) this.#valuesBeforeRefusal.set(key, valueInClient(node, name));
    }
    this.#recordClientValues(node, clientValues);
  }

  /** Records what the client shows now, so that the next send turns it into the server's values. */
  #recordClientValues(node: Node, clientValues: { readonly [name: string]: unknown }): void {
    if (node.sent === undefined) return;
    // Members such as `$slots` are not properties. No client may write them, and its replica ignored the write.
    const properties = Object.entries(clientValues).filter(([name]) => !name.startsWith("$"));
    const names = properties.map(([name]) => name);
    markDirtySinceSend(node, names);
    node.sent = { ...node.sent, ...Object.fromEntries(properties) };
    this.#session.clientState.markChanged(node);
  }

  #dispatchEvent(node: Node, name: string, data: unknown): void {
    const property = handlerName(name);
    const entry = Object.hasOwn(node.spec.entries, property) ? node.spec.entries[property] : undefined;
    if (!(entry instanceof EventSpec) || eventName(property) !== name) {
      throw new RunletError("unknown-event", `${pathOf(node)}: ${node.spec.type} has no event ${quote(name)}.`);
    }
    const handler = node.values[property] as ((event: ControlEvent) => void | Promise<void>) | undefined;
    const listeners = node.eventSubjects?.get(name);
    if (handler === undefined && listeners === undefined) {
      throw new RunletError(
        "not-listening",
        `${propertyPath(node, property)} is not set: the client's ${quote(name)} has no handler.`,
      );
    }
    const { limits } = this.#session;
    if (this.#session.pendingHandlers >= limits.handlers) {
      const busy = new RunletError(
        "busy",
        `${propertyPath(node, property)}: ${limits.handlers} handlers of this session have not ended: the client's ${quote(name)} was refused.`,
      );
      this.#session.sendNotice(busy, node);
      throw busy;
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

function valueInClient(node: Node, name: string): unknown {
  const sent: { readonly [name: string]: unknown } = node.sent ?? {};
  if (Object.hasOwn(sent, name)) return sent[name];
  const entry = node.spec.entries[name];
  return entry instanceof Prop ? encodeAs(entry.type, entry.default) : undefined;
}

/** Returns the declaration of a property if a client may write this value to it. Throws the reason otherwise. */
function writableProperty(node: Node, name: string, value: unknown): Prop<unknown> {
  const entry = Object.hasOwn(node.spec.entries, name) ? node.spec.entries[name] : undefined;
  if (entry === undefined) throw unknownProperty(node, name);
  if (!(entry instanceof Prop && entry.isWritable)) {
    throw new RunletError(
      "not-writable",
      `${propertyPath(node, name)} can be set by the app only: the client's write of ${quote(value)} was refused.`,
    );
  }
  const problem = entry.type.check(value) ?? entry.guard?.(value, node.control);
  if (problem === undefined) return entry;
  throw new RunletError("wrong-type", `${propertyPath(node, name)}${problem}: the client's write was refused.`);
}

function checkCommand(command: unknown): Command {
  if (!isPlainObject(command)) throw badMessage(`a command must be an object, not ${quote(command)}`);
  const { cmd, id, event, write, result } = command;
  if (positiveInteger.check(cmd) !== undefined) throw badMessage(`"cmd" must be a command's number, not ${quote(cmd)}`);
  if (positiveInteger.check(id) !== undefined) throw badMessage(`"id" must be a control's number, not ${quote(id)}`);
  const isOne = [event, write, result].filter((part) => part !== undefined).length === 1;
  if (!isOne || !(typeof event === "string" || isPlainObject(write) || isCount(result))) {
    throw badMessage(`command ${cmd as number} must have either an "event", a "write" or a "result"`);
  }
  return command as unknown as Command;
}

function describeCommand(command: WriteCommand | EventCommand): string {
  return "write" in command
    ? `a write of ${Object.keys(command.write).join(", ")}`
    : `the event ${quote(command.event)}`;
}
