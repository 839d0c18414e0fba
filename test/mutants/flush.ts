import type { Mutant } from "./mutant.ts";

const clientWrites = "src/core/session/client-writes.ts";
const isolation = "src/core/tree/isolation.ts";
const serverLink = "src/core/link/server-link.ts";

export const flush: readonly Mutant[] = [
  {
    name: "updates are sent while the client is not writable",
    file: serverLink,
    find: "this.#isCatchingUp || !this.#isWritable ||",
    replace: "this.#isCatchingUp ||",
  },
  {
    name: "pending changes are not sent when the client becomes writable",
    file: serverLink,
    find: "if (isWritable) this.#sendUnlessFlushing();",
    replace: "",
  },
  {
    name: "commands without an effect are never acknowledged",
    file: serverLink,
    find: "if (content === undefined && !this.#isAckDue) return;",
    replace: "if (content === undefined) return;",
  },
  {
    name: "a refused write is not reverted in the client",
    file: clientWrites,
    find: "      this.revert(node, properties);\n      throw error;",
    replace: "      throw error;",
  },
  {
    name: "a client's write overrides an unsent change of the app",
    file: clientWrites,
    find: "if (isUnsent || unseen !== undefined) {",
    replace: "if (unseen !== undefined) {",
  },
  {
    name: "a write after a refused one is compared with the refused value",
    file: clientWrites,
    find: "this.#valuesInClient.has(key) ? this.#valuesInClient.get(key) : valueInClient(node, name);",
    replace: "valueInClient(node, name);",
  },
  {
    name: "an event of a control inside a disabled control is run",
    file: "src/core/session/client-commands.ts",
    find: "at !== undefined; at = at.parent) {\n      const refusal",
    replace: "at === node; at = at.parent) {\n      const refusal",
  },
  {
    name: "only the first turn requests a flush",
    file: "src/core/update/engine.ts",
    find: "this.#isUpdateRequested = false;\n    this.flushIfAutomatic();",
    replace: "this.flushIfAutomatic();",
  },
  {
    name: "changes that are held back are dropped",
    file: "src/core/update/engine.ts",
    find: "        this.#queue.push(node);\n        continue;",
    replace: "        continue;",
  },
  {
    name: "a turn whose changes were sent by a handler ends with another flush",
    file: "src/core/update/engine.ts",
    find: "if (this.isClean) return this.link.send();",
    replace: "",
  },
  {
    name: "update() in a hook is ignored",
    file: "src/core/update/engine.ts",
    find: "this.#requestedUpdates.push(updated ?? this.root[NODE]);",
    replace: "",
  },
  {
    name: "update() of an isolated control inside another one is ignored",
    file: isolation,
    find: "if (node === this.#openBoundary) return false;",
    replace: "",
  },
  {
    name: "changes inside an isolated control are not held back",
    file: isolation,
    find: "return above !== undefined && above !== this.#openBoundary;",
    replace: "return false;",
  },
  {
    name: "an isolated control that is being mounted holds back its descendants",
    file: "src/core/tree/isolation.ts",
    find: "((at.flags & Flag.isEntering) === 0 && this.#isIsolated(at))",
    replace: "this.#isIsolated(at)",
  },
];
