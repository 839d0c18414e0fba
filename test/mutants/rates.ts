import type { Mutant } from "./mutant.ts";

const host = "src/core/session/host.ts";
const link = "src/core/link/server-link.ts";
const policy = "src/server/connection-policy.ts";
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
    name: "a large message counts as one",
    file: "src/core/link/connection.ts",
    find: "if (size > 1) this.#countMessage(size - 1);",
    replace: "",
    tests: ["test/session/rates.test.ts"],
  },
  {
    name: "one large message is over the limit of messages",
    file: "src/core/link/connection.ts",
    find: "Math.min(cost, messagesPerSecond / 2)",
    replace: "cost",
    tests: ["test/session/rates.test.ts"],
  },
  {
    name: "what waits in a full socket is sent again when the client asks",
    file: link,
    find: "    if (!this.#isWritable) return;\n",
    replace: "",
    tests: ["test/session/server-link.test.ts"],
  },
  {
    name: "the connections of all clients are not limited",
    file: policy,
    find: "if (this.#total >= connections)",
    replace: "if (false)",
    tests: limitTests,
  },
  {
    name: "the connections of an address are not limited",
    file: policy,
    find: "count >= connectionsPerAddress || ",
    replace: "",
    tests: limitTests,
  },
  {
    name: "new connections of an address are not limited",
    file: policy,
    find: " || !this.#connectLimiter.tryAcquire(address)",
    replace: "",
    tests: limitTests,
  },
  {
    name: "each address of an IPv6 network counts as another client",
    file: policy,
    find: "  if (!isIPv6(zoneless)) return address;\n",
    replace: "  return address;\n",
    tests: ["test/server/client-address.test.ts"],
  },
  {
    name: "clients can fill the log with errors",
    file: "src/server/throttled-log.ts",
    find: "if (!limiter.tryAcquire()) return void omitted++;",
    replace: "",
    tests: ["test/server/throttled-log.test.ts"],
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
    name: "the rates of idle addresses are kept forever",
    file: rate,
    find: "if (limiter.isFull) this.#limiters.delete(key);",
    replace: "if (limiter === undefined) this.#limiters.delete(key);",
    tests: ["test/session/rates.test.ts"],
  },
];
