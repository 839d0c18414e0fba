import type { Mutant } from "./mutant.ts";

const host = "src/core/session/host.ts";
const link = "src/core/link/server-link.ts";
const rate = "src/core/link/rate-limiter.ts";
const limitTests = ["test/attacks/limits.test.ts"];

/** Faults in how often, and how much, a client may ask for. */
export const rates: readonly Mutant[] = [
  {
    name: "a client without documents may resume as often as it likes",
    file: link,
    find: "    return this.#reloadLimiter.tryAcquire(Math.min(1, this.#options.source.bytes / LARGE_SNAPSHOT));",
    replace: "    return true;",
    tests: ["test/session/rates.test.ts"],
  },
  {
    name: "a client may ask for missed updates as often as it likes",
    file: link,
    find: "    if (!this.#resumeLimiter.tryAcquire()) throw new RunletError",
    replace: "    if (false) throw new RunletError",
    tests: ["test/session/rates.test.ts"],
  },
  {
    name: "refused commands are not limited",
    file: "src/core/session/client-commands.ts",
    find: "hasLeft || this.#refusalLimiter.tryAcquire()",
    replace: "this.#refusalLimiter !== undefined",
    tests: limitTests,
  },
  {
    name: "commands for controls that never were are not limited",
    file: "src/core/session/client-commands.ts",
    find: "id <= tree.lastId && tree.nodes",
    replace: "tree.nodes",
    tests: [...limitTests, "test/session/rates.test.ts"],
  },
  {
    name: "commands for controls that have just left end the connection",
    file: "src/core/session/client-commands.ts",
    find: "hasLeft || this",
    replace: "this",
    tests: ["test/session/rates.test.ts"],
  },
  {
    name: "the bytes of refused values are not limited",
    file: "src/core/session/client-writes.ts",
    find: " && this.refusedBytes <= this.#maxBytes) return;",
    replace: ") return;",
    tests: limitTests,
  },
  {
    name: "new sessions of an address are not limited",
    file: host,
    find: `if (address !== "" && !this.#newSessions.tryAcquire(address)) {`,
    replace: `if (address === "-") {`,
    tests: limitTests,
  },
  {
    name: "all rates of addresses are forgotten at a sweep",
    file: rate,
    find: "if (limiter.isFull) this.#limiters.delete(key);",
    replace: "this.#limiters.delete(key);",
    tests: ["test/session/rates.test.ts"],
  },
  {
    name: "the rates of idle addresses are kept for ever",
    file: rate,
    find: "if (limiter.isFull) this.#limiters.delete(key);",
    replace: "if (limiter === undefined) this.#limiters.delete(key);",
    tests: ["test/session/rates.test.ts"],
  },
];
