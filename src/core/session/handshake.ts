import { type Hello, PROTOCOL_VERSION, type Resume } from "../../protocol/messages.ts";
import { quote, RunletError } from "../declaration/errors.ts";
import { isPlainObject } from "../declaration/types.ts";

/** Maximum number of characters of an id, a secret or a name in the handshake. */
const MAX_LENGTH = 128;

/** Checks the handshake, which is a client's first message: the protocol version first, then the shape of the rest. */
export function checkHello(message: unknown, isSecond = false): Hello {
  if (!isPlainObject(message)) throw badMessage(`it must be an object, not ${quote(message)}`);
  const { type, protocol, instance, bundle, resume } = message;
  if (type !== "hello") throw badMessage(`the first must be "hello", not ${quote(type)}`);
  if (isSecond) throw badMessage("it said hello twice");
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
  if (!isPlainObject(resume)) throw badMessage(`"resume" must be an object, not ${quote(resume)}`);
  const { session, secret, seq, cmd } = resume;
  if (!isName(session)) throw badMessage(`"resume.session" must be a session's id, not ${quote(session)}`);
  // The error does not quote the value: secrets are never logged, not even wrong ones.
  if (!isName(secret)) throw badMessage('"resume.secret" must be a short text');
  for (const [name, value] of Object.entries({ seq, cmd })) {
    if (!isCount(value)) throw badMessage(`"resume.${name}" must be a whole number from 0 on, not ${quote(value)}`);
  }
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= MAX_LENGTH;
}

/** Returns whether a value is a whole number of 0 or more. */
export function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** Returns the error for a message that does not have the form of the protocol. */
export function badMessage(problem: string): RunletError {
  return new RunletError("bad-message", `A message from the client was refused: ${problem}.`);
}
