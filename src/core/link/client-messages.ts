import {
  type ClientMessage,
  type Command,
  DEFAULT_MESSAGE_BYTES,
  type Hello,
  MAX_COMMANDS,
  PROTOCOL_VERSION,
  type Resume,
} from "../../protocol/messages.ts";
import { quote, RunletError } from "../declaration/errors.ts";
import { integerType, isPlainObject } from "../declaration/types.ts";

/** Limits of one decoded message. */
const MAX = { depth: 32, values: 20_000, keys: 1000, characters: 65_536 };
/** Members of a command whose texts a person may have entered. They may be as long as the message. */
const ENTERED: ReadonlySet<string> = new Set(["write", "data", "value"]);
/** Level of the commands in a message, where the message itself is the first level. */
const COMMAND_DEPTH = 3;
/** Maximum number of characters of an id, a secret or a name in the hello message. */
const MAX_NAME_LENGTH = 128;
/** Keys that allow prototype pollution when an object is copied. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
const positiveInteger = integerType({ min: 1 });

/** A message that a client may send after its hello message. */
export type SessionMessage = Exclude<ClientMessage, Hello>;

/** Returns the error for a message that does not have the form of the protocol. */
export function badMessage(problem: string): RunletError {
  return new RunletError("bad-message", `A message from the client was refused: ${problem}.`);
}

/**
 * Copies a decoded message into plain data, before any other code reads it. Objects in the copy have no prototype, and
 * -0 becomes 0. Throws `bad-message` for a message that is too deep or too large, for values that JSON cannot carry,
 * and for keys that allow prototype pollution. `onSize` is called with the numbers of values and of characters.
 */
export function sanitizeMessage(
  message: unknown,
  onSize: (values: number, characters: number) => void = () => {},
): unknown {
  let values = 0;
  let characters = 0;
  const copy = (value: unknown, depth: number, maxText: number): unknown => {
    if (++values > MAX.values) throw badMessage(`it has more than ${MAX.values} values`);
    if (typeof value === "string") {
      if (value.length > maxText) throw badMessage(`it has a text over ${maxText} characters`);
      characters += value.length;
      return value;
    }
    if (typeof value === "number") {
      if (!Number.isFinite(value)) throw badMessage(`it has the number ${value}`);
      return value === 0 ? 0 : value;
    }
    if (value === null || value === undefined || typeof value === "boolean") return value;
    if (depth >= MAX.depth) throw badMessage(`it has more than ${MAX.depth} levels`);
    if (Array.isArray(value)) return Array.from(value, (item) => copy(item, depth + 1, maxText));
    if (!isPlainObject(value)) throw badMessage("it has something that is not JSON");
    const keys = Object.keys(value);
    if (keys.length > MAX.keys) throw badMessage(`it has an object with more than ${MAX.keys} keys`);
    const data = Object.create(null) as { [key: string]: unknown };
    for (const key of keys) {
      if (FORBIDDEN_KEYS.has(key)) throw badMessage(`it has the key ${key}`);
      const isEntered = depth === COMMAND_DEPTH && ENTERED.has(key);
      data[key] = copy(value[key], depth + 1, isEntered ? DEFAULT_MESSAGE_BYTES : maxText);
    }
    return data;
  };
  const copied = copy(message, 1, MAX.characters);
  onSize(values, characters);
  return copied;
}

// ---- the hello message --------------------------------------------------------------------------

/** Checks a client's first message: the protocol version first, then the shape of the rest. */
export function checkHello(message: unknown): Hello {
  if (!isPlainObject(message)) throw badMessage(`it must be an object, not ${quote(message)}`);
  const { type, protocol, instance, bundle, resume } = message;
  if (type !== "hello") throw badMessage(`the first must be "hello", not ${quote(type)}`);
  if (protocol !== PROTOCOL_VERSION) {
    throw new RunletError(
      "protocol-version",
      `The client speaks protocol ${quote(protocol)} and the server ${PROTOCOL_VERSION}. Reload the page.`,
    );
  }
  for (const [name, value] of Object.entries({ instance, bundle })) {
    if (value !== undefined && !isName(value)) throw badMessage(`"${name}" must be a short text, not ${quote(value)}`);
  }
  if (resume !== undefined) checkResume(resume);
  return message as unknown as Hello;
}

function checkResume(resume: unknown): asserts resume is Resume {
  if (!isPlainObject(resume)) throw badMessage('"resume" must be an object');
  const { session, secret, seq, cmd } = resume;
  if (!isName(session)) throw badMessage(`"resume.session" must be a session's id, not ${quote(session)}`);
  // The error does not quote the value: secrets are never logged, not even wrong ones.
  if (!isName(secret)) throw badMessage('"resume.secret" must be a short text');
  for (const [name, value] of Object.entries({ seq, cmd })) {
    if (!isCount(value)) throw badMessage(`"resume.${name}" must be a whole number from 0 on, not ${quote(value)}`);
  }
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= MAX_NAME_LENGTH;
}

/** Returns whether a value is a whole number of 0 or more. */
function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

// ---- later messages -----------------------------------------------------------------------------

/**
 * Checks the shape of a message that follows the hello message. Throws `bad-message`, or `too-many` for too many
 * commands.
 */
export function checkMessage(message: unknown): SessionMessage {
  if (!isPlainObject(message)) throw badMessage(`it must be an object, not ${quote(message)}`);
  const { type, seq, commands } = message;
  if (type === "hello") throw badMessage("it said hello twice");
  if (type !== "ack" && type !== "ping" && type !== "resend" && type !== "commands") {
    throw badMessage(`there is no type ${quote(type)}`);
  }
  if (!isCount(seq)) throw badMessage(`"seq" must be the number of an update, not ${quote(seq)}`);
  if (type === "commands") checkCommands(commands);
  return message as unknown as SessionMessage;
}

function checkCommands(commands: unknown): asserts commands is readonly Command[] {
  if (!Array.isArray(commands) || commands.length === 0) {
    throw badMessage(`"commands" must be an array of 1 to ${MAX_COMMANDS}`);
  }
  if (commands.length > MAX_COMMANDS) {
    throw new RunletError(
      "too-many",
      `A client sent ${commands.length} commands in one message, and may send ${MAX_COMMANDS}.`,
    );
  }
  for (const command of commands) checkCommand(command);
}

function checkCommand(command: unknown): asserts command is Command {
  if (!isPlainObject(command)) throw badMessage(`a command must be an object, not ${quote(command)}`);
  const { cmd, id, event, write, result, of, from } = command;
  if (positiveInteger.check(cmd) !== undefined) throw badMessage(`"cmd" must be a command's number, not ${quote(cmd)}`);
  if (positiveInteger.check(id) !== undefined) throw badMessage(`"id" must be a control's number, not ${quote(id)}`);
  if (of !== undefined && typeof of !== "string" && positiveInteger.check(of) !== undefined)
    throw badMessage(`"of" must be a control's number or a text, not ${quote(of)}`);
  if (from !== undefined && typeof from !== "string") throw badMessage(`"from" must be a property, not ${quote(from)}`);
  const isOne = [event, write, result].filter((part) => part !== undefined).length === 1;
  if (!isOne || !(typeof event === "string" || isPlainObject(write) || isCount(result))) {
    throw badMessage(`command ${cmd as number} must have either an "event", a "write" or a "result"`);
  }
}
