import type { Mutant } from "./mutant.ts";

const sanitize = "src/core/session/sanitize.ts";
const host = "src/core/session/host.ts";
const inbox = "src/core/session/inbox.ts";
const disconnectedSessions = "src/core/session/disconnected-sessions.ts";
const link = "src/protocol/client-link.ts";
const clientState = "src/core/update/client-state.ts";
const sessionLink = "src/core/session/session-link.ts";
const replica = "src/protocol/replica.ts";
const sender = "src/core/session/sender.ts";
const session = "src/core/session/session.ts";
const enteredValues = "src/input/entered-values.ts";

export const sessions: readonly Mutant[] = [
  {
    name: "a repeated command is run again",
    file: inbox,
    find: "if (command.cmd <= this.#lastCmd) continue;",
    replace: "",
  },
  {
    name: "a command after a gap is run",
    file: inbox,
    find: "if (command.cmd > this.#lastCmd + 1) {",
    replace: "if (command.cmd > this.#lastCmd + 1000) {",
  },
  {
    name: "throttled commands are lost",
    file: inbox,
    find: "    if (this.#throttledMessages > 1) return;",
    replace: "    return;",
  },
  {
    name: "throttled commands are run",
    file: inbox,
    find: "if (this.#throttledMessages > 0 || !this.#commandLimiter.tryAcquire()) {",
    replace: "if (false) {",
  },
  {
    name: "requests for all documents are not limited",
    file: inbox,
    find: "if (!sender.canResendAfter(seq) && !this.#snapshotLimiter.tryAcquire()) {",
    replace: "if (false) {",
  },
  {
    name: "missed updates that can be resent are replaced by all documents",
    file: sender,
    find: "seq > 0 && seq >= this.#acked &&",
    replace: "seq > 0 && seq > this.#acked + 1 &&",
  },
  {
    name: "missed updates that are no longer stored count as resendable",
    file: sender,
    find: "return seq > 0 && seq >= this.#acked && missed.every(({ update }) => update !== undefined);",
    replace: "return seq > 0;",
  },
  {
    name: "a client that acknowledges nothing is sent every update",
    file: sender,
    find: "!this.#isWritable || this.#isFull",
    replace: "!this.#isWritable",
  },
  {
    name: "changes that waited for an acknowledgment are not sent after it",
    file: sender,
    find: "if (wasFull && !this.#isFull && !this.#session.isFlushing) this.sendUpdate();",
    replace: "",
  },
  {
    name: "a new client is not sent the controls that the old client had",
    file: clientState,
    find: "isAll || child[NODE].sent === undefined",
    replace: "child[NODE].sent === undefined",
  },
  {
    name: "the old secret opens the session forever",
    file: sessionLink,
    find: "    if (!this.#session.isOpen) return;\n    this.#secret = this.#nextSecret;",
    replace: "    if (!this.#session.isOpen) return;",
  },
  {
    name: "the old secret becomes invalid before its client has the new one",
    file: sessionLink,
    find: "    this.#nextSecret = makeSecret();",
    replace: "    this.#nextSecret = makeSecret();\n    this.#secret = this.#nextSecret;",
  },
  {
    name: "the end of an old connection disconnects the new one",
    file: sessionLink,
    find: "    if (this.#connection !== connection) return;\n    this.#connection = undefined;",
    replace: "    this.#connection = undefined;",
  },
  {
    name: "page.onConnect is not called when the client returns",
    file: sessionLink,
    find: '    this.#callPageHandler("onConnect");',
    replace: "",
  },
  {
    name: "a resumed session is closed at the end of its old timeout",
    file: host,
    find: "    this.#disconnected.delete(session);\n    this.#closeAwaitingHello(connection);",
    replace: "    this.#closeAwaitingHello(connection);",
  },
  {
    name: "any user with the secret can resume a session",
    file: host,
    find: "if (isEqual(session.user, user)) return session;",
    replace: "return session;",
  },
  {
    name: "a client with the secret takes a session from a live connection",
    file: host,
    find: "if (isAlive && resumable.link.connection === current)",
    replace: "if (false)",
  },
  {
    name: "the sessions of known users are not kept longest",
    file: disconnectedSessions,
    find: "if (session.user === undefined) return session;",
    replace: "return session;",
  },
  {
    name: "the number of controls is not limited",
    file: session,
    find: "if (this.nodes.size >= this.limits.controls) {",
    replace: "if (false) {",
  },
  {
    name: "an update after a gap is applied",
    file: link,
    find: "if (!isWhole && update.seq > this.#seq + 1) {",
    replace: "if (false) {",
  },
  {
    name: "a repeated update is applied twice",
    file: link,
    find: "    if (update.seq <= this.#seq) return;",
    replace: "",
  },
  {
    name: "commands that were lost with their connection are not sent again",
    file: link,
    find: '    this.#sendMessage({ type: "ack", seq: this.#seq });\n    this.#resend(cmd);',
    replace: '    this.#sendMessage({ type: "ack", seq: this.#seq });',
  },
  {
    name: "commands for a closed session are run in the next session",
    file: link,
    find: "      this.#unacked = [];\n",
    replace: "",
  },
  {
    name: "a lost update is never requested again",
    file: link,
    find: "if (message.seq > this.#seq) this.#requestResend();",
    replace: "",
  },
  {
    name: "the client's own write is lost when it receives all documents again",
    file: replica,
    find: "for (const [id, property, value] of own) this.#set(id, { [property]: value });",
    replace: "",
  },
  {
    name: "a value that the app replaced in a field is restored in the next session",
    file: enteredValues,
    find: "({ id, property, value }) => documents[id]?.[property] === value",
    replace: "() => true",
  },
  {
    name: "data from the client has a prototype",
    file: sanitize,
    find: "Object.create(null) as",
    replace: "({}) as",
  },
];
