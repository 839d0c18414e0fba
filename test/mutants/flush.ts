import type { Mutant } from "./mutant.ts";

const inbox = "src/core/inbox.ts";
const isolation = "src/core/isolation.ts";
const sender = "src/core/sender.ts";

export const flush: readonly Mutant[] = [
  {
    name: "updates are sent to a client that cannot take them",
    file: sender,
    find: "this.#transport === undefined || !this.#isWritable ||",
    replace: "this.#transport === undefined ||",
  },
  {
    name: "what waited for the client is not sent when it can take it",
    file: sender,
    find: "if (isWritable && !this.#session.isFlushing) this.sendUpdate();",
    replace: "",
  },
  {
    name: "commands that changed nothing are never answered",
    file: sender,
    find: "if (ops.length === 0 && calls.length === 0 && !this.#inbox.isAckDue) return;",
    replace: "if (ops.length === 0 && calls.length === 0) return;",
  },
  {
    name: "a clock that is set back holds updates up",
    file: sender,
    find: "wait <= 0 || wait > this.#interval + 1",
    replace: "wait <= 0",
  },
  {
    name: "a refused write is not undone in the client",
    file: inbox,
    find: "    } catch (error) {\n      this.#revertInClient(node, properties);",
    replace: "    } catch (error) {",
  },
  {
    name: "a client's write overrides the app's own unsent change",
    file: inbox,
    find: "if (isUnsent) return;",
    replace: "",
  },
  {
    name: "a write after a refused one counts against what was refused",
    file: inbox,
    find: "this.#valuesBeforeRefusal.has(key)\n      ? this.#valuesBeforeRefusal.get(key)\n      : valueInClient(node, name);",
    replace: "valueInClient(node, name);",
  },
  {
    name: "an event reaches a control in a disabled one",
    file: inbox,
    find: "at !== undefined; at = at.parent) {\n      const { disabled",
    replace: "at === node; at = at.parent) {\n      const { disabled",
  },
  {
    name: "only the first turn flushes",
    file: "src/core/dirty-queue.ts",
    find: "endTurn(): void {\n    this.#isFlushRequested = false;",
    replace: "endTurn(): void {",
  },
  {
    name: "what is held back is forgotten",
    file: "src/core/dirty-queue.ts",
    find: "        this.#queue.push(node);\n        continue;",
    replace: "        continue;",
  },
  {
    name: "update() in a hook is forgotten",
    file: "src/core/session.ts",
    find: "if (this.#requestedUpdates.length > 0) for",
    replace: "if (this.#requestedUpdates.length < 0) for",
  },
  {
    name: "update() of an isolated control in another does nothing",
    file: isolation,
    find: "if (node === this.#openBoundary) return false;",
    replace: "",
  },
  {
    name: "what is behind an isolated control does not wait",
    file: isolation,
    find: "return above !== undefined && above !== this.#openBoundary;",
    replace: "return false;",
  },
  {
    name: "an isolated control that enters holds back what is below it",
    file: isolation,
    find: "(!at.isEntering && this.#isIsolated(at))",
    replace: "this.#isIsolated(at)",
  },
];
