import type { Fault } from "./fault.ts";

export const flush: readonly Fault[] = [
  {
    name: "updates are sent to a client that cannot take them",
    file: "src/core/sender.ts",
    find: "!isOpen || !this.#isWritable ||",
    replace: "!isOpen ||",
  },
  {
    name: "what waited for the client is not sent when it can take it",
    file: "src/core/sender.ts",
    find: "if (isWritable && !this.#session.isFlushing) this.send();",
    replace: "",
  },
  {
    name: "commands that changed nothing are never answered",
    file: "src/core/sender.ts",
    find: "if (ops.length === 0 && !this.#inbox.isAckDue) return;",
    replace: "if (ops.length === 0) return;",
  },
  {
    name: "a refused write is not undone in the client",
    file: "src/core/inbox.ts",
    find: "    } catch (error) {\n      this.#undo(node, properties);",
    replace: "    } catch (error) {",
  },
  {
    name: "a client's write overrides the app's own unsent change",
    file: "src/core/inbox.ts",
    find: "if (isUnsent) return;",
    replace: "",
  },
  {
    name: "an event reaches a control in a disabled one",
    file: "src/core/inbox.ts",
    find: "at !== undefined; at = at.parent) {\n      const { disabled",
    replace: "at === node; at = at.parent) {\n      const { disabled",
  },
];
