import type { Mutant } from "./mutant.ts";

const drain = ["test/session/drain.test.ts"];
const shutdown = ["test/server/shutdown.test.ts"];
const hosts = ["test/server/host-names.test.ts"];
const hostNames = "src/server/host-names.ts";
const drainFile = "src/core/session/drain.ts";
const pending = "src/core/reactive/pending-work.ts";
const signal = "src/server/close-at-signal.ts";
const loop = "src/controls/page/clock-scheduler.ts";

/** Faults in how a process, a session and its work end, and in which host names an app answers to. */
export const ends: readonly Mutant[] = [
  {
    name: "sessions without a connection are kept while the app ends",
    file: "src/core/session/host.ts",
    find: "onAway: () => this.#drain ?? this",
    replace: "onAway: () => this",
    tests: drain,
  },
  {
    name: "all clients are disconnected in the same moment",
    file: drainFile,
    find: "      if (at > 0) await this.#pause(BATCH_PAUSE);\n",
    replace: "",
    tests: drain,
  },
  {
    name: "work that starts at the end of a session is cut off",
    file: drainFile,
    find: "rest = rest.filter((session) => !hasEnded(session));",
    replace: "rest = [];",
    tests: drain,
  },
  {
    name: "an app that ends does not say what it waits for",
    file: drainFile,
    find: "if (!isLogged && clock.monotonic() - now >= PATIENCE)",
    replace: "if (false)",
    tests: drain,
  },
  {
    name: "the end waits without a limit",
    file: drainFile,
    find: "clock.after(time, () => this.stop())",
    replace: "clock.after(time, () => {})",
    tests: drain,
  },
  {
    name: "the end waits for tasks that only repeat something",
    file: pending,
    find: "calls.length > idle.length",
    replace: "true",
    tests: drain,
  },
  {
    name: "the end waits for main() and didMount()",
    file: pending,
    find: 'return kind === "main" || (kind === "hook" && name !== "willUnmount");',
    replace: "return false;",
    tests: drain,
  },
  {
    name: "a call that rejected counts as running forever",
    file: pending,
    find: "then(ended, ended)",
    replace: "then(ended, () => {})",
    tests: drain,
  },
  {
    name: "new clients are let in while the app ends",
    file: "src/server/app.ts",
    find: '      if (isClosed) return respondAndClose(socket, "503 Service Unavailable");\n',
    replace: "",
    tests: shutdown,
  },
  {
    name: "a program that listens for the signal as well has no say",
    file: signal,
    find: "process.listenerCount(signal) === 1",
    replace: "true",
    tests: shutdown,
  },
  {
    name: "a second signal changes nothing",
    file: signal,
    find: "    process.exit(128 + constants.signals[signal]);\n",
    replace: "    return;\n",
    tests: shutdown,
  },
  {
    name: "one Ctrl+C that comes twice ends the process at once",
    file: signal,
    find: "if (signal === first.signal && performance.now() - first.at < SAME_WISH) return;",
    replace: "",
    tests: shutdown,
  },
  {
    name: "an app that was closed still listens for signals",
    file: "src/server/serve.ts",
    find: "    ignoreSignals();\n",
    replace: "",
    tests: shutdown,
  },
  {
    name: "sockets that were passed on keep the process alive",
    file: "src/server/serve.ts",
    find: "    for (const socket of upgraded) socket.destroy();\n",
    replace: "",
    tests: shutdown,
  },
  {
    name: "all clients of a server that restarts come back at once",
    file: "src/protocol/backoff.ts",
    find: "isRestart ? FIRST_AT_RESTART : 0",
    replace: "0",
    tests: ["test/protocol/backoff.test.ts"],
  },
  {
    name: "a stream on page.loop starts after the end of its session",
    file: loop,
    find: "if (this.#actions === undefined) return Subscription.EMPTY;",
    replace: "this.#actions ??= new Set();",
    tests: ["test/core/reactive/page-loop.test.ts"],
  },
  {
    name: "an error of a teardown keeps other timers of page.loop alive",
    file: loop,
    find: "for (const action of actions) this.#guard(() => action.unsubscribe());",
    replace: "this.#guard(() => actions.forEach((action) => action.unsubscribe()));",
    tests: ["test/core/reactive/page-loop.test.ts"],
  },
  {
    name: "*.example.com allows names of any depth",
    file: hostNames,
    find: "return dot > 0 && name.slice(dot) === allowed.slice(1);",
    replace: "return name.endsWith(allowed.slice(1));",
    tests: hosts,
  },
  {
    name: "host names are not checked",
    file: hostNames,
    find: "if (this.#isAllowed(name)) return undefined;",
    replace: "return undefined;",
    tests: hosts,
  },
  {
    name: "any IP address counts as one of this machine",
    file: hostNames,
    find: " && isOwnAddress(name);",
    replace: ";",
    tests: hosts,
  },
  {
    name: "names are logged without a limit",
    file: hostNames,
    find: "    if (this.#logged.has(name)) return;\n",
    replace: "",
    tests: hosts,
  },
  {
    name: "only the first of several Host headers is checked",
    file: "src/server/connection-policy.ts",
    find: 'request.headersDistinct.host?.join(", ")',
    replace: "request.headers.host",
    tests: hosts,
  },
];
