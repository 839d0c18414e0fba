import type { Mutant } from "./mutant.ts";

const tests = ["test/interaction", "test/core/model", "test/client", "test/protocol"];
const open = "src/core/session/open-interactions.ts";
const role = "src/core/session/interaction-role.ts";
const outcomes = "src/core/session/write-outcomes.ts";
const unseen = "src/core/update/unseen-changes.ts";
const outgoing = "src/protocol/outgoing-commands.ts";
const merge = "src/protocol/text-merge.ts";

/** Mistakes in what a person and the app do at the same time. */
export const interaction: readonly Mutant[] = [
  {
    name: "what has started with a hidden control does not end",
    file: open,
    find: "if (!isUsable(open.node)) this.#end(key, open);",
    replace: ";",
    tests,
  },
  {
    name: "the end that the client still sends runs a second time",
    file: open,
    find: "    this.#ended.add(key);\n",
    replace: "",
    tests,
  },
  {
    name: "a control behind an isolated one is ended before its changes are sent",
    file: open,
    find: "!isHeldBack && ",
    replace: "",
    tests,
  },
  {
    name: "the end has the data of the beginning",
    file: open,
    find: "if (open !== undefined && data !== undefined) open.last = data;",
    replace: "",
    tests,
  },
  {
    name: "a press that has ended is canceled",
    file: role,
    find: 'return { ends: step === "Up" || step === undefined ? [down] : [], continues: name };',
    replace: "return { ends: [], continues: name };",
    tests,
  },
  {
    name: "the event of a refused write runs",
    file: outcomes,
    find: "if (taken === undefined) return REFUSED;",
    replace: "if (taken === undefined) continue;",
    tests,
  },
  {
    name: "an event has the place that a child had",
    file: outcomes,
    find: "{ ...(reported as object), [name]: taken.value } : taken.value",
    replace: "{ ...(reported as object), [name]: written } : written",
    tests,
  },
  {
    name: "a write that skipped an update counts as based on it",
    file: unseen,
    find: "&& ack >= written.cmd",
    replace: "",
    tests,
  },
  {
    name: "what undoes a refused write counts as a change by the app",
    file: unseen,
    find: " || isEqual(shown ?? null, after[name] ?? null)",
    replace: "",
    tests,
  },
  {
    name: "a choice waits until the one before is acknowledged",
    file: outgoing,
    find: "else if (!isLatest || sentWith === 0) this.flush();",
    replace: "else if (sentWith === 0) this.flush();",
    tests,
  },
  {
    name: "a value that the renderer keeps is the replica's own object",
    file: outgoing,
    find: "const value = structuredClone(given);",
    replace: "const value = given;",
    tests,
  },
  {
    name: "the app's change is not merged with text that was not sent",
    file: outgoing,
    find: "if (pending.isUnsent && pending.sentWith <= update.ack) pending.rebase?.(pending, update, this.#local);",
    replace: ";",
    tests,
  },
  {
    name: "what a person typed is put at the offset that it had before the app's change",
    file: merge,
    find: "const [from, to] = selectionAfterChange(base, app, start, end);",
    replace: "const [from, to] = [start, end];",
    tests,
  },
];
