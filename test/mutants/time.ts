import type { Mutant } from "./mutant.ts";

const deadline = "src/core/reactive/deadline.ts";
const watch = "src/transport/socket-watch.ts";
const pings = "src/transport/ping-log.ts";
const socket = "src/transport/websocket.ts";
const blocking = "src/server/blocking-clock.ts";
const rate = "src/core/link/rate-limiter.ts";
const timers = "src/protocol/timers.ts";
const deadlineTests = ["test/session/deadlines.test.ts"];
const progress = ["test/session/websocket-progress.test.ts"];
const blockTests = ["test/session/blocked-rates.test.ts"];
const linkTime = ["test/protocol/client-link-time.test.ts"];

/** Faults in what is decided by time: behind a blocked event loop, over slow lines, and when clocks are set. */
export const time: readonly Mutant[] = [
  {
    name: "a timer decides before the input that waits is read",
    file: deadline,
    find: "      cancel = afterReading(clock, callback);",
    replace: "      callback();",
    tests: deadlineTests,
  },
  {
    name: "a timer waits for one turn of the event loop only",
    file: deadline,
    find: "const TURNS_TO_READ = 10;",
    replace: "const TURNS_TO_READ = 1;",
    tests: deadlineTests,
  },
  {
    name: "a deadline that is canceled while input is read still ends something",
    file: deadline,
    find: "    if (isCanceled) return;\n",
    replace: "",
    tests: deadlineTests,
  },
  {
    name: "any answer to a ping counts as progress",
    file: watch,
    find: " && this.#taken >= (MIN_RATE * this.#stallTime) / 1000) this.startStall();",
    replace: ") this.startStall();",
    tests: progress,
  },
  {
    name: "progress does not count as life",
    file: watch,
    find: "    this.#taken += bytes;\n",
    replace: "",
    tests: progress,
  },
  {
    name: "what was taken in an earlier time counts again",
    file: watch,
    find: "    this.#taken = 0;\n",
    replace: "",
    tests: progress,
  },
  {
    name: "a client that sends a large message is cut off",
    file: watch,
    find: "this.#missedPings >= MAX_MISSED_PINGS && !this.#isSending",
    replace: "this.#missedPings >= MAX_MISSED_PINGS",
    tests: progress,
  },
  {
    name: "a client has no time for pings after its own message",
    file: watch,
    find: "this.#missedPings = this.#isSending ? 1 : this.#missedPings + 1;",
    replace: "this.#missedPings++;",
    tests: progress,
  },
  {
    name: "an answer to a ping behind a blocked event loop is not awaited",
    file: watch,
    find: "    this.#cancelCheck = afterReading(realClock, () => (this.#isSilent ? this.#socket.terminate() : this.#nextPing()));",
    replace: "    this.#socket.terminate();",
    tests: progress,
  },
  {
    name: "one of several challenges is answered",
    file: watch,
    find: "for (const answered of this.#answers.splice(0)) answered();",
    replace: "this.#answers.shift()?.();",
    tests: progress,
  },
  {
    name: "a ping that was never sent can be answered",
    file: pings,
    find: "if (!this.#unanswered.has(text)) return undefined;",
    replace: "if (!this.#unanswered.has(text)) return 0;",
    tests: progress,
  },
  {
    name: "an answer proves only the bytes of its own ping",
    file: pings,
    find: "      sum += bytes;\n",
    replace: "      sum = bytes;\n",
    tests: progress,
  },
  {
    name: "a client that answers no ping is sent pings without a limit",
    file: pings,
    find: "return this.#unanswered.size >= MAX_UNANSWERED;",
    replace: "return false;",
    tests: progress,
  },
  {
    name: "answers to nothing are not limited",
    file: socket,
    find: "if (!watch.answered(String(data))) countControlFrame();",
    replace: "watch.answered(String(data));",
    tests: progress,
  },
  {
    name: "a page that is larger than the limit of what waits is cut off",
    file: socket,
    find: "socket.bufferedAmount - largest > TERMINATE_ABOVE",
    replace: "socket.bufferedAmount > TERMINATE_ABOVE",
    tests: progress,
  },
  {
    name: "one large message raises the limit of what waits forever",
    file: socket,
    find: "      if (writable$.value) largest = 0;\n",
    replace: "",
    tests: progress,
  },
  {
    name: "small messages are followed by no ping",
    file: socket,
    find: "      socket.send(text, sent);\n      return count(text);",
    replace: "      socket.send(text, sent);\n      return Buffer.byteLength(text);",
    tests: progress,
  },
  {
    name: "a client whose answers wait behind its message hears nothing",
    file: socket,
    find: "if (isSending && takesParts)",
    replace: "if (false)",
    tests: progress,
  },
  {
    name: "pings of a client are counted forever",
    file: socket,
    find: "(isSending) => {\n    pings = 0;",
    replace: "(isSending) => {",
    tests: progress,
  },
  {
    name: "a message is cut within a character",
    file: "src/protocol/message-parts.ts",
    find: "    if ((text.charCodeAt(to - 1) & 0xfc00) === 0xd800) to--;\n",
    replace: "",
    tests: progress,
  },
  {
    name: "a short block hides a long one",
    file: blocking,
    find: "Math.max(this.blockedFor(), late)",
    replace: "late",
    tests: blockTests,
  },
  {
    name: "a process that was suspended for an hour allows an hour's number",
    file: blocking,
    find: "Math.min(MAX_BLOCK, Math.max(this.blockedFor(), late))",
    replace: "Math.max(this.blockedFor(), late)",
    tests: blockTests,
  },
  {
    name: "a block counts forever",
    file: blocking,
    find: "this.monotonic() - this.#blockEndedAt < READING_TIME ? this.#block : 0",
    replace: "this.#block",
    tests: blockTests,
  },
  {
    name: "the tokens of a blocked time are given at each request",
    file: rate,
    find: "const taken = Math.min(this.#overflow, ofBlock);",
    replace: "const taken = ofBlock;",
    tests: blockTests,
  },
  {
    name: "all of an idle time counts as blocked",
    file: rate,
    find: "const taken = Math.min(this.#overflow, ofBlock);",
    replace: "const taken = ofBlock > 0 ? this.#overflow : 0;",
    tests: blockTests,
  },
  {
    name: "rates follow the wall clock",
    file: rate,
    find: "const now = this.#clock.monotonic();",
    replace: "const now = this.#clock.now();",
    tests: ["test/session/wall-clock.test.ts"],
  },
  {
    name: "updates wait for the wall clock",
    file: "src/core/link/flow-control.ts",
    find: "const wait = this.#lastSent + this.#interval - this.#clock.monotonic();",
    replace: "const wait = this.#lastSent + this.#interval - this.#clock.now();",
    tests: ["test/session/wall-clock.test.ts"],
  },
  {
    name: "a page that slept counts its late timer as a missed answer",
    file: timers,
    find: "if (timers.now() - due > ms / 3) (wasLate ?? start)();\n      else cancel",
    replace: "cancel",
    tests: linkTime,
  },
  {
    name: "a page whose timers are always late never pings",
    file: "src/protocol/client-link.ts",
    find: "startDeadline(timers, ms, run, () => beat(0));",
    replace: "startDeadline(timers, ms, run);",
    tests: linkTime,
  },
  {
    name: "a message in the queue behind the timer counts as missed",
    file: timers,
    find: "else cancel = timers.after(0, missed);",
    replace: "else missed();",
    tests: linkTime,
  },
  {
    name: "parts of a large message are no sign of life",
    file: "src/protocol/client-link.ts",
    find: "  receivePart(): void {\n    this.#hasReceived = true;",
    replace: "  receivePart(): void {",
    tests: linkTime,
  },
];
