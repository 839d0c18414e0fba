import type { Mutant } from "./mutant.ts";

const clientMessages = "src/core/link/client-messages.ts";
const commandReceiver = "src/core/link/command-receiver.ts";
const host = "src/core/session/host.ts";
const disconnectedSessions = "src/core/session/disconnected-sessions.ts";
const clientLink = "src/protocol/client-link.ts";
const clientState = "src/core/update/client-state.ts";
const secret = "src/core/link/secret.ts";
const serverLink = "src/core/link/server-link.ts";
const replica = "src/protocol/replica.ts";
const enteredValues = "src/input/entered-values.ts";

export const sessions: readonly Mutant[] = [
  {
    name: "a repeated command is run again",
    file: "src/core/link/command-receiver.ts",
    find: "if (command.cmd <= this.last) continue;",
    replace: "",
  },
  {
    name: "a command after a gap is run",
    file: "src/core/link/command-receiver.ts",
    find: "if (command.cmd > this.last + 1) {",
    replace: "if (command.cmd > this.last + 1000) {",
  },
  {
    name: "throttled commands are lost",
    file: commandReceiver,
    find: "    if (this.#throttledMessages > 1) return;",
    replace: "    return;",
  },
  {
    name: "throttled commands are run",
    file: commandReceiver,
    find: "if (this.#throttledMessages > 0 || !this.#limiter.tryAcquire()) return this.#throttle();",
    replace: "",
  },
  {
    name: "requests for all documents are not limited",
    file: "src/core/link/server-link.ts",
    find: "if (this.#flow.after(seq) === undefined && !this.#snapshotLimiter.tryAcquire()) {",
    replace: "if (false) {",
  },
  {
    name: "missed updates that can be resent are replaced by all documents",
    file: "src/core/link/flow-control.ts",
    find: "if (seq === 0 || seq < this.#acked) return undefined;",
    replace: "if (seq === 0 || seq <= this.#acked + 1) return undefined;",
  },
  {
    name: "missed updates that are no longer stored count as resendable",
    file: "src/core/link/flow-control.ts",
    find: "return missed.every((update) => update !== undefined) ? missed : undefined;",
    replace: "return missed.filter((update) => update !== undefined);",
  },
  {
    name: "a client that acknowledges nothing is sent every update",
    file: "src/core/link/server-link.ts",
    find: "!this.#isWritable || this.#flow.isFull",
    replace: "!this.#isWritable",
  },
  {
    name: "changes that waited for an acknowledgment are not sent after it",
    file: "src/core/link/server-link.ts",
    find: "if (wasFull && !this.#flow.isFull) this.#sendUnlessFlushing();",
    replace: "",
  },
  {
    name: "a new client is not sent the controls that the old client had",
    file: clientState,
    find: "again !== undefined || child[NODE].sent === undefined",
    replace: "child[NODE].sent === undefined",
  },
  {
    name: "the old secret opens the session forever",
    file: "src/core/link/server-link.ts",
    find: "    if (!this.#secrets.isConfirmed) this.#secrets.confirm();\n",
    replace: "",
  },
  {
    name: "the old secret becomes invalid before its client has the new one",
    file: secret,
    find: "    this.#next = makeSecret();",
    replace: "    this.#next = makeSecret();\n    this.confirm();",
  },
  {
    name: "the end of an old connection disconnects the new one",
    file: serverLink,
    find: "    if (this.#connection !== connection) return;\n    const { events }",
    replace: "    const { events }",
  },
  {
    name: "page.onConnect is not called when the client returns",
    file: serverLink,
    find: "    if (isCurrent()) events.reconnected();\n",
    replace: "",
  },
  {
    name: "a resumed session is closed at the end of its old timeout",
    file: host,
    find: "    this.#disconnected.delete(session);\n    // The client",
    replace: "    // The client",
  },
  {
    name: "any user with the secret can resume a session",
    file: host,
    find: "if (session.userKey === userKey) return session;",
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
    find: "      if (session.user !== undefined) continue;\n",
    replace: "",
  },
  {
    name: "the number of controls is not limited",
    file: "src/core/tree/mounted-tree.ts",
    find: "if (this.nodes.size >= maxControls) {",
    replace: "if (false) {",
  },
  {
    name: "an update after a gap is applied",
    file: clientLink,
    find: "if (!isWhole && update.seq > this.#seq + 1) {",
    replace: "if (false) {",
  },
  {
    name: "a repeated update is applied twice",
    file: clientLink,
    find: "    if (update.seq <= this.#seq) return;",
    replace: "",
  },
  {
    name: "commands that were lost with their connection are not sent again",
    file: clientLink,
    find: '    this.#sendMessage({ type: "ack", seq: this.#seq });\n    this.#resend(cmd);',
    replace: '    this.#sendMessage({ type: "ack", seq: this.#seq });',
  },
  {
    name: "commands for a closed session are run in the next session",
    file: clientLink,
    find: "      this.#unacked = [];\n",
    replace: "",
  },
  {
    name: "a lost update is never requested again",
    file: clientLink,
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
    file: clientMessages,
    find: "Object.create(null) as",
    replace: "({}) as",
  },
  {
    name: "an update is sent before the welcome, or before the updates that the client missed",
    file: serverLink,
    find: "    this.#isCatchingUp = true;\n    connection.attach(this);",
    replace: "    connection.attach(this);",
  },
  {
    name: "a request for missed updates is answered with new ones first",
    file: serverLink,
    find: "    this.#isCatchingUp = true;\n    this.#resendAfter(seq);",
    replace: "    this.#resendAfter(seq);",
  },
  {
    name: "a client that resumes has a command acknowledged only with its next one",
    file: serverLink,
    find: "    if (resume.cmd < this.#commands.last) this.#isAckDue = true;\n",
    replace: "",
  },
  {
    name: "a running flush is interrupted by an update",
    file: "src/core/link/server-link.ts",
    find: "if (!this.#options.source.isFlushing()) this.send();",
    replace: "this.send();",
  },
  {
    name: "the client's next secret is refused if its welcome message was the last that arrived",
    file: secret,
    find: "    if (offered !== undefined && isSecret(offered, this.#next)) this.confirm();\n",
    replace: "",
  },
  {
    name: "each message of commands requests an update, even if their ack was sent",
    file: "src/core/link/server-link.ts",
    find: "if (this.#isAckDue) this.#options.source.requestUpdate();",
    replace: "this.#options.source.requestUpdate();",
  },
  {
    name: "a connection that ended during its welcome starts the app",
    file: serverLink,
    find: "    if (!isCurrent()) return;\n",
    replace: "",
  },
  {
    name: "changes over the rate are sent at once",
    file: "src/core/link/flow-control.ts",
    find: "if (wait <= 0) return false;",
    replace: "return false;",
  },
  {
    name: "a hello message that comes first shows another session than connect() returned",
    file: host,
    find: "new Connection(transport, options, this, reserved)",
    replace: "new Connection(transport, options, this)",
  },
];
