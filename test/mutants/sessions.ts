import type { Mutant } from "./mutant.ts";

const sanitize = "src/core/sanitize.ts";
const host = "src/core/host.ts";
const inbox = "src/core/inbox.ts";
const disconnectedSessions = "src/core/disconnected-sessions.ts";
const link = "src/protocol/client-link.ts";
const clientState = "src/core/client-state.ts";
const sessionLink = "src/core/session-link.ts";
const replica = "src/protocol/replica.ts";
const sender = "src/core/sender.ts";
const session = "src/core/session.ts";
const enteredValues = "src/protocol/typed.ts";

export const sessions: readonly Mutant[] = [
  {
    name: "a command that comes again is run again",
    file: inbox,
    find: "if (command.cmd <= this.#lastCmd) continue;",
    replace: "",
  },
  {
    name: "a command behind a gap is run",
    file: inbox,
    find: "if (command.cmd > this.#lastCmd + 1) {",
    replace: "if (command.cmd > this.#lastCmd + 1000) {",
  },
  {
    name: "commands that come too fast are lost",
    file: inbox,
    find: "    if (this.#throttledMessages > 1) return;",
    replace: "    return;",
  },
  {
    name: "commands that come too fast are run",
    file: inbox,
    find: "if (this.#throttledMessages > 0 || !this.#commandLimiter.tryAcquire()) {",
    replace: "if (false) {",
  },
  {
    name: "all documents can be asked for without end",
    file: inbox,
    find: "if (!sender.canResendAfter(seq) && !this.#snapshotLimiter.tryAcquire()) {",
    replace: "if (false) {",
  },
  {
    name: "what was missed is taken to be unknown",
    file: sender,
    find: "seq > 0 && seq >= this.#acked &&",
    replace: "seq > 0 && seq > this.#acked + 1 &&",
  },
  {
    name: "what is not kept any more is sent again all the same",
    file: sender,
    find: "return seq > 0 && seq >= this.#acked && missed.every(({ update }) => update !== undefined);",
    replace: "return seq > 0;",
  },
  {
    name: "a client that acknowledges nothing is sent everything",
    file: sender,
    find: "!this.#isWritable || this.#isFull",
    replace: "!this.#isWritable",
  },
  {
    name: "what waited for an acknowledgement is not sent after it",
    file: sender,
    find: "if (wasFull && !this.#isFull && !this.#session.isFlushing) this.sendUpdate();",
    replace: "",
  },
  {
    name: "the client counts as having what it is given anew",
    file: clientState,
    find: "isAll || child[NODE].sent === undefined",
    replace: "child[NODE].sent === undefined",
  },
  {
    name: "the old secret opens the session for ever",
    file: sessionLink,
    find: "    if (!this.#session.isOpen) return;\n    this.#secret = this.#nextSecret;",
    replace: "    if (!this.#session.isOpen) return;",
  },
  {
    name: "the old secret ends before its client has the new one",
    file: sessionLink,
    find: "    this.#nextSecret = makeSecret();",
    replace: "    this.#nextSecret = makeSecret();\n    this.#secret = this.#nextSecret;",
  },
  {
    name: "the end of an old connection is the end of the new one",
    file: sessionLink,
    find: "    if (this.#connection !== connection) return;\n    this.#connection = undefined;",
    replace: "    this.#connection = undefined;",
  },
  {
    name: "an app is not told that its client is back",
    file: sessionLink,
    find: '    this.#callPageHandler("onConnect");',
    replace: "",
  },
  {
    name: "a session that is shown again ends when it would have",
    file: host,
    find: "    this.#disconnected.delete(session);\n    this.#closeAwaitingHello(connection);",
    replace: "    this.#closeAwaitingHello(connection);",
  },
  {
    name: "a session is any user's who has its secret",
    file: host,
    find: "if (isEqual(session.user, user)) return session;",
    replace: "return session;",
  },
  {
    name: "whoever has the secret takes a session from who shows it",
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
    name: "any number of controls is taken",
    file: session,
    find: "if (this.nodes.size >= this.limits.controls) {",
    replace: "if (false) {",
  },
  {
    name: "an update that overtook another is applied",
    file: link,
    find: "if (!isWhole && update.seq > this.#seq + 1) {",
    replace: "if (false) {",
  },
  {
    name: "an update that comes twice is applied twice",
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
    name: "commands for a session that has ended are run on the next",
    file: link,
    find: "      this.#unacked = [];\n",
    replace: "",
  },
  {
    name: "a lost update is never missed",
    file: link,
    find: "if (message.seq > this.#seq) this.#requestResend();",
    replace: "",
  },
  {
    name: "an own write is lost to all documents that come anew",
    file: replica,
    find: "for (const [id, property, value] of own) this.#set(id, { [property]: value });",
    replace: "",
  },
  {
    name: "what the app has taken out of a field is put back into the next session",
    file: enteredValues,
    find: "({ id, property, value }) => documents[id]?.[property] === value",
    replace: "() => true",
  },
  {
    name: "what the client sends has a prototype",
    file: sanitize,
    find: "Object.create(null) as",
    replace: "({}) as",
  },
];
