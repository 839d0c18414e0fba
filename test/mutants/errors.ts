import type { Mutant } from "./mutant.ts";

const throwing = ["test/session/throwing/throwing.test.ts"];
const oddValues = ["test/session/throwing/odd-values.test.ts"];
const unhandled = ["test/server/unhandled-errors.test.ts"];
const funnel = "src/core/reactive/funnel.ts";
const unhandledErrors = "src/server/unhandled-errors.ts";

/** Faults in what happens to whatever the app's code throws, rejects, returns or emits. */
export const errors: readonly Mutant[] = [
  {
    name: "a revoked proxy that a teardown throws is asked for its class",
    file: funnel,
    find: "isInstance(error, UnsubscriptionError)",
    replace: "(error instanceof UnsubscriptionError)",
    tests: throwing,
  },
  {
    name: "whether an error ends a task is asked without care",
    file: funnel,
    find: '  try {\n    return error instanceof Error && error.name === "AbortError";\n  } catch {\n    return false;\n  }',
    replace: '  return error instanceof Error && error.name === "AbortError";',
    tests: throwing,
  },
  {
    name: "an error handler that rejects is not heard",
    file: funnel,
    find: "    if (isThenable(result)) toPromise(result).catch(caught);\n",
    replace: "",
    tests: ["test/session/throwing", "test/core"],
  },
  {
    name: "the error of a task is reported twice if its caller awaits it",
    file: funnel,
    find: "    task.wasReported = true;\n",
    replace: "",
    tests: ["test/session/throwing", "test/core"],
  },
  {
    name: "RxJS gets the errors of teardowns",
    file: "src/core/reactive/bindings.ts",
    find: 'typeof teardown === "function" ? () => this.#tearDown(teardown) : teardown',
    replace: "teardown",
    tests: throwing,
  },
  {
    name: "an error of the app's own check closes the connection",
    file: "src/core/session/client-commands.ts",
    find: "else this.#reportFailure(error, command);",
    replace: "else throw error;",
    tests: throwing,
  },
  {
    name: "the rejection of an async log ends the process",
    file: "src/core/session/safe-log.ts",
    find: "toPromise(result).catch(() => {})",
    replace: "toPromise(result)",
    tests: throwing,
  },
  {
    name: "a log that throws ends what reports to it",
    file: "src/core/session/safe-log.ts",
    find: "  try {\n    log[level](...what.map(textOf));\n  } catch {\n    // The app's log does not work, so there is no place where its failure could be reported.\n  }",
    replace: "  log[level](...what.map(textOf));",
    tests: throwing,
  },
  {
    name: "a topic that is no text cannot be reported",
    file: "src/controls/page/pubsub.ts",
    find: 'typeof topic === "string" ? topic : quote(topic)',
    replace: "(topic as string)",
    tests: throwing,
  },
  {
    name: "a value that cannot be encoded stops the flush",
    file: "src/core/update/flush.ts",
    find: "if (!resetUnsendable(node, this.#host.funnel, this.#host)) throw error;",
    replace: "throw error;",
    tests: oddValues,
  },
  {
    name: "an update with a value that cannot be sent is lost",
    file: "src/core/link/server-link.ts",
    find: "    if (!source.resetUnsendable()) return source.failed(error);\n",
    replace: "    return source.failed(error);\n",
    tests: oddValues,
  },
  {
    name: "an error at the end of a session's page stops its end",
    file: "src/core/session/session.ts",
    find: 'this.engine.funnel.run("teardown", "disposeRoot", this.page[NODE], () => this.#options.disposeRoot?.(this.page));',
    replace: "this.#options.disposeRoot?.(this.page);",
    tests: oddValues,
  },
  {
    name: "a reporter of the app that throws ends the session",
    file: "src/core/session/session.ts",
    find: '      log(failure, "onUnhandled");',
    replace: "      throw failure;",
    tests: ["test/session/throwing", "test/core"],
  },
  {
    name: "a callback of the host's owner that throws stops the host",
    file: "src/core/session/host.ts",
    find: "      this.#log.error(`[runlet] ${name}() of the host failed:`, error);",
    replace: "      throw error;",
    tests: ["test/session/host.test.ts"],
  },
  {
    name: "an answer of a client that the app cannot check closes the connection",
    file: "src/core/update/calls.ts",
    find: "      this.#reject(pending, `gave an answer whose check failed: ${messageOf(thrown)}`, { thrown });",
    replace: "      throw thrown;",
    tests: ["test/session/throwing", "test/core/calls.test.ts"],
  },
  {
    name: "Node's flag for rejected promises is overruled",
    file: unhandledErrors,
    find: " || (isRejection && hasFlag())",
    replace: "",
    tests: unhandled,
  },
  {
    name: "a listener of the program is overruled",
    file: unhandledErrors,
    find: " || hasListener()",
    replace: "",
    tests: unhandled,
  },
  {
    name: "a stray error ends the process of a server",
    file: "src/server/serve.ts",
    find: "handleUnhandledErrors(log, true)",
    replace: "handleUnhandledErrors(log)",
    tests: unhandled,
  },
  {
    name: "after the end of an app, the process is not as it was",
    file: unhandledErrors,
    find: "  process.emit = originalEmit as typeof process.emit;\n",
    replace: "",
    tests: unhandled,
  },
  {
    name: "the answer of a renderer that is no JSON is kept and fails again",
    file: "src/client/screen/answer.ts",
    find: "    JSON.stringify(value);\n",
    replace: "",
    tests: ["test/client/answer.test.ts"],
  },
  {
    name: "what a renderer throws is read without care",
    file: "src/client/screen/answer.ts",
    find: '  } catch {\n    return "an error without a readable message";\n  }',
    replace: "  } finally {\n  }",
    tests: ["test/client/answer.test.ts"],
  },
];
