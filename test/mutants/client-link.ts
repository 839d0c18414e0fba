import type { Mutant } from "./mutant.ts";

const clientLink = "src/protocol/client-link.ts";
const serverLink = "src/core/link/server-link.ts";
const connection = "src/core/link/connection.ts";
const calls = "src/core/update/calls.ts";
const backoff = "src/protocol/backoff.ts";
const replica = "src/protocol/replica.ts";
const writes = "src/core/session/client-writes.ts";
const rates = ["test/session/rates.test.ts"];
const links = ["test/protocol", "test/session/link-pair.test.ts", "test/session/server-link.test.ts"];
const hosts = ["test/session/host.test.ts", "test/session/deadlines.test.ts"];
const composing = { file: "src/client/input/field-text.ts", tests: ["test/e2e/resilience.test.ts"] };
const changedTexts = { file: "src/client/input/field-text.ts", tests: ["test/e2e/changed-texts.test.ts"] };

/** Faults in the two halves of the link, and in what a client writes, calls and answers. */
export const clientLinks: readonly Mutant[] = [
  // ---- the client's half
  {
    name: "a second welcome starts the session again",
    file: clientLink,
    find: "    if (this.#isWelcome) return;\n    if (!resumed)",
    replace: "    if (!resumed)",
    tests: links,
  },
  {
    name: "a message before the welcome is taken",
    file: clientLink,
    find: "    else if (!this.#isWelcome) return;\n",
    replace: "",
    tests: links,
  },
  {
    name: "a page that was reloaded numbers its commands from one again",
    file: clientLink,
    find: "    this.#cmd = Math.max(this.#cmd, cmd);\n",
    replace: "",
    tests: [...links, "test/session/resume.test.ts"],
  },
  {
    name: "a client whose documents are unreliable resumes with them",
    file: clientLink,
    find: "seq: this.#needsSnapshot ? 0 : this.#seq, cmd: this.#ack",
    replace: "seq: this.#seq, cmd: this.#ack",
    tests: links,
  },
  {
    name: "a client claims acknowledgments that never came",
    file: clientLink,
    find: "cmd: this.#ack },",
    replace: "cmd: this.#cmd },",
    tests: links,
  },
  {
    name: "changes are applied to documents that are unreliable",
    file: clientLink,
    find: "    if (this.#needsSnapshot && !isWhole) return;\n",
    replace: "",
    tests: links,
  },
  {
    name: "a held update is applied to documents that have become unreliable",
    file: clientLink,
    find: "return this.#needsSnapshot ? undefined : this.#outOfOrder.get(this.#seq + 1);",
    replace: "return this.#outOfOrder.get(this.#seq + 1);",
    tests: links,
  },
  {
    name: "updates behind a gap are held without a limit",
    file: clientLink,
    find: "if (this.#outOfOrder.size < MAX_OUT_OF_ORDER) this.#outOfOrder",
    replace: "this.#outOfOrder",
    tests: links,
  },
  {
    name: "updates that wait behind a gap are forgotten by a reconnect",
    file: clientLink,
    find: "    if (this.#outOfOrder.size > 0) this.#awaitMissing();\n",
    replace: "",
    tests: links,
  },
  {
    name: "a gap that was filled is asked for again",
    file: clientLink,
    find: '    if (this.#outOfOrder.size === 0) this.#stopTimer("gap");\n',
    replace: "",
    tests: links,
  },
  {
    name: "commands that piled up are sent in one message",
    file: clientLink,
    find: "|| part.commands.length === MAX_COMMANDS",
    replace: "",
    tests: [...links, "test/client"],
  },
  {
    name: "timers of a connection outlive it",
    file: clientLink,
    find: "    for (const cancel of this.#timers.values()) cancel();\n",
    replace: "",
    tests: links,
  },
  {
    name: "the delays start again after each lost connection, even if the server ended the session",
    file: backoff,
    find: "(isResumed && code === LOST)",
    replace: "(code === LOST)",
    tests: ["test/protocol/backoff.test.ts"],
  },
  {
    name: "a welcome resets the delays",
    file: backoff,
    find: "isResumed === undefined || lasted < LASTING",
    replace: "isResumed === undefined",
    tests: ["test/protocol/backoff.test.ts"],
  },
  {
    name: "an own write hides properties whose name begins alike",
    file: replica,
    find: "path.startsWith(`${written}/`)",
    replace: "path.startsWith(written)",
    tests: ["test/protocol/replica.test.ts"],
  },
  {
    name: "an own write hides only the whole property, and not its parts",
    file: replica,
    find: "path === written || path.startsWith(`${written}/`)",
    replace: "path === written",
    tests: ["test/protocol/replica.test.ts"],
  },
  {
    name: "an own write is acknowledged by the command before it",
    file: replica,
    find: "if (cmd <= ack) this.#writes",
    replace: "if (cmd <= ack + 1) this.#writes",
    tests: ["test/protocol/replica.test.ts", "test/client/commands.test.ts"],
  },
  // ---- the server's half
  {
    name: "a client may claim updates that were never sent",
    file: serverLink,
    find: '    if (seq > this.seq) throw badMessage(`"resume',
    replace: '    if (false) throw badMessage(`"resume',
    tests: ["test/session/server-link.test.ts"],
  },
  {
    name: "a client may claim commands that never came",
    file: serverLink,
    find: "    if (cmd > this.#commands.last) throw",
    replace: "    if (false) throw",
    tests: ["test/session/server-link.test.ts"],
  },
  {
    name: "a session that never started is kept",
    file: serverLink,
    find: 'code === 1000 || this.#state === "new"',
    replace: "code === 1000",
    tests: ["test/session/server-link.test.ts"],
  },
  {
    name: "the old connection stays open when another one takes its place",
    file: serverLink,
    find: '    old.close(CloseCode.replaced, "another connection shows the session now");\n',
    replace: "",
    tests: ["test/session/server-link.test.ts"],
  },
  {
    name: "a client may say hello again while another one is challenged for its session",
    file: connection,
    find: 'if (this.#hello !== undefined) throw badMessage("it came after the hello message, before the welcome");',
    replace: "",
    tests: hosts,
  },
  {
    name: "a client that waits for a challenge waits forever if the other one leaves",
    file: connection,
    find: "    for (const answer of this.#pendingChecks) answer(false);\n",
    replace: "",
    tests: hosts,
  },
  {
    name: "a session that was made for a connection outlives it without a hello message",
    file: connection,
    find: "    this.takeReserved()?.close();\n    this.#host.closed(this);",
    replace: "    this.#host.closed(this);",
    tests: hosts,
  },
  {
    name: "an error in a client's message leaves its connection open",
    file: connection,
    find: "      this.close(CLOSE_CODES[error.code] ?? CloseCode.protocol, error.code);\n",
    replace: "",
    tests: hosts,
  },
  // ---- commands
  {
    name: "the second refused write of a property forgets what was shown before the first",
    file: writes,
    find: "if (!this.#valuesInClient.has(key)) this.#valuesInClient",
    replace: "this.#valuesInClient",
    tests: rates,
  },
  {
    name: "one refused value lets the other values of a write through",
    file: writes,
    find: "const writes = Object.entries(properties).map((entry) => this.#check(node, entry, of));\n      for (const write of writes) this.#acceptWrite(node, write, cmd, seen);",
    replace:
      "for (const entry of Object.entries(properties)) this.#acceptWrite(node, this.#check(node, entry, of), cmd, seen);",
    tests: rates,
  },
  {
    name: "a handler that rejects counts as running forever",
    file: "src/core/update/engine.ts",
    find: "result.then(finished, finished)",
    replace: "result.then(finished, () => {})",
    tests: rates,
  },
  {
    name: "handlers that run are not limited",
    file: "src/core/session/client-commands.ts",
    find: "if (this.#pendingHandlers < handlers) return;",
    replace: "return;",
    tests: ["test/attacks/limits.test.ts"],
  },
  {
    name: "an answer counts whatever control it names",
    file: calls,
    find: " || pending.node.id !== id",
    replace: "",
    tests: rates,
  },
  {
    name: "a call can be answered before it was sent",
    file: calls,
    find: "pending?.isSent !== true || ",
    replace: "pending === undefined || ",
    tests: [...rates, "test/core/calls.test.ts"],
  },
  {
    name: "calls without an answer are not limited",
    file: calls,
    find: "if (this.#pending.size >= MAX_PENDING)",
    replace: "if (false)",
    tests: ["test/core/calls.test.ts"],
  },
  // ---- the client in the browser
  {
    ...composing,
    name: "what the app sets is written into a field at which an input method works",
    find: "  if (state.composedFrom !== undefined) return;\n",
    replace: "",
  },
  {
    ...composing,
    name: "each step of an input method is sent",
    find: "if (state.isOwnChange || state.composedFrom !== undefined) return;",
    replace: "if (state.isOwnChange) return;",
  },
  {
    ...composing,
    name: "what the app set during a canceled composition is never shown",
    find: "    if (own === base) return setText(input, other);\n",
    replace: "    if (own === base) return entered();\n",
  },
  {
    ...composing,
    name: "what an input method composed replaces what the app set meanwhile",
    find: "other === base ? own : mergeText(base, own, other)",
    replace: "own",
  },
  {
    ...changedTexts,
    name: "the cursor keeps its number when the app changes the text",
    find: "const [start, end] = selectionAfterChange(before, after, from, to);",
    replace: "const [start, end] = [from, to];",
  },
  {
    ...changedTexts,
    name: "undo leads to a text that the app replaces again",
    find: "if (state.known.get(value)?.isPassed !== true && value !== state.shown) break;",
    replace: "break;",
  },
  {
    name: "writes of a session that is gone are sent to the next",
    file: "src/client/connection/connect.ts",
    find: "    this.#commands?.reset();\n",
    replace: "",
    tests: ["test/e2e/identity.test.ts"],
  },
  {
    name: "a ticket that the server refuses forever is kept",
    file: "src/client/connection/connect.ts",
    find: "    if (!willRetry && code !== CloseCode.version && code !== CloseCode.unauthorized) this.#tab?.dropSession();\n",
    replace: "",
    tests: ["test/e2e/identity.test.ts"],
  },
];
