import type { Mutant } from "./mutant.ts";

const budget = "src/core/session/memory-budget.ts";
const kept = "src/core/session/disconnected-sessions.ts";
const host = "src/core/session/host.ts";
const link = "src/core/link/server-link.ts";
const sessionTests = ["test/session/memory-budget.test.ts", "test/session/host.test.ts"];
const model = ["test/core/model/trees.test.ts", "test/core/model/everything.test.ts"];

/** Faults in how the bytes of sessions are counted, and in what happens near the limits. */
export const memory: readonly Mutant[] = [
  {
    name: "the bytes of a document stay counted after its control has left",
    file: "src/core/update/engine.ts",
    find: "    replaceDocument(node, undefined, this);",
    replace: "    node.document = undefined;",
    tests: model,
  },
  {
    name: "a text that a client writes is not counted",
    file: "src/core/session/client-writes.ts",
    find: "      replaceDocument(node, document, this.#engine, [name]);",
    replace: "      node.document = document;",
    tests: sessionTests,
  },
  {
    name: "a long text is not measured",
    file: "src/core/declaration/properties.ts",
    find: "next.length > SHORT_TEXT) node.flags",
    replace: "next.length > 1e9) node.flags",
    tests: sessionTests,
  },
  {
    name: "a changed document is counted as if it were new",
    file: "src/core/update/document.ts",
    find: "sizeOfDocument(document, names) - sizeOfDocument(node.document, names)",
    replace: "sizeOfDocument(document, names)",
    tests: model,
  },
  {
    name: "calls stay counted after their answer",
    file: "src/core/update/calls.ts",
    find: "    this.bytes -= bytes;\n",
    replace: "",
    tests: sessionTests,
  },
  {
    name: "unacknowledged updates are not counted",
    file: "src/core/session/session.ts",
    find: " + this.link.unackedBytes",
    replace: "",
    tests: sessionTests,
  },
  {
    name: "refused values are not counted",
    file: "src/core/session/session.ts",
    find: " + this.#commands.refusedBytes",
    replace: "",
    tests: sessionTests,
  },
  {
    name: "the host does not hear that a session grows",
    file: "src/core/session/session.ts",
    find: "    this.#options.onResize?.();",
    replace: "",
    tests: sessionTests,
  },
  {
    name: "a session without a connection is not counted again",
    file: host,
    find: "        this.#disconnected.resized(session);\n",
    replace: "",
    tests: sessionTests,
  },
  {
    name: "a session that ends stays counted",
    file: host,
    find: "        this.#memory.delete(session);\n        this.#disconnected",
    replace: "        this.#disconnected",
    tests: sessionTests,
  },
  {
    name: "a resumed session is counted for its old address",
    file: host,
    find: "    this.#memory.add(session, connection.options);\n    connection",
    replace: "    connection",
    tests: sessionTests,
  },
  {
    name: "connected sessions end before those without a connection",
    file: budget,
    find: "    if (isEnough() || this.#endKept(isEnough, client)) return;",
    replace: "    if (isEnough()) return;",
    tests: sessionTests,
  },
  {
    name: "the smallest session of a client ends first",
    file: budget,
    find: "one.bytes > largest.bytes) largest = one;",
    replace: "one.bytes < largest.bytes) largest = one;",
    tests: sessionTests,
  },
  {
    name: "a kept session of another client makes space for a client",
    file: budget,
    find: "client === undefined || (entry !== undefined && client.entries.has(entry))",
    replace: "entry !== undefined || client === undefined",
    tests: sessionTests,
  },
  {
    name: "new sessions start in a full process",
    file: budget,
    find: "    return this.#endKept(() => this.#bytes + NEW_SESSION_BYTES <= limits.totalBytes * FULL);",
    replace: "    return true;",
    tests: sessionTests,
  },
  {
    name: "new sessions start for a client that is over its budget",
    file: budget,
    find: "<= limits[limit], client))\n        return false;",
    replace: "<= limits[limit], client))\n        continue;",
    tests: sessionTests,
  },
  {
    name: "known users lose their sessions before anonymous ones",
    file: kept,
    find: "if (session.user !== undefined) continue;",
    replace: "if (session.user === undefined) continue;",
    tests: sessionTests,
  },
  {
    name: "a full heap refuses newcomers while kept sessions could make space",
    file: host,
    find: "      if (count === 0) return false;",
    replace: "      return false;",
    tests: sessionTests,
  },
  {
    name: "one client can end the kept sessions of all others",
    file: kept,
    find: "clients.has(this.#sessions.get(session)?.client)",
    replace: "clients.size > 0",
    tests: sessionTests,
  },
  {
    name: "kept sessions of others end before those of a client that grows large",
    file: budget,
    find: "    if (client !== undefined) this.#shrink(client, hasAtMost(LARGE_SHARE), reason);\n",
    replace: "",
    tests: sessionTests,
  },
  {
    name: "a full heap ends kept sessions for each newcomer",
    file: host,
    find: "if (this.#disconnected.size > 0 && !this.#heapRelief.tryAcquire()) return false;",
    replace: "",
    tests: sessionTests,
  },
  {
    name: "what a client has acknowledged stays counted",
    file: link,
    find: "    if (wasFull && !this.#flow.isFull) this.#sendUnlessFlushing();\n    this.#options.events.resized();",
    replace: "    if (wasFull && !this.#flow.isFull) this.#sendUnlessFlushing();",
    tests: sessionTests,
  },
];
