import { Worker } from "node:worker_threads";
import type { ErrorPlace } from "../core/declaration/errors.ts";
import type { CallObserver } from "../core/reactive/funnel.ts";
import type { Log } from "../core/session/session-options.ts";
import { className, type Node, pathOf } from "../core/tree/node.ts";

/** Options of a {@link Watchdog}. All times are in milliseconds. */
export interface WatchdogOptions {
  readonly log: Log;
  /** Duration of a call of the app's code after which a warning is logged when it returns. Default 200. */
  readonly slowAfter?: number;
  /**
   * Duration of a blocked event loop after which a line is written to stderr, while it is still blocked. Default 1000.
   */
  readonly blockedAfter?: number;
  /** Duration of a blocked event loop after which the process is killed with SIGKILL. Default: never. */
  readonly killAfter?: number;
}

// Indexes into the memory that the main thread and the worker share. From FRAMES on there are four cells for each
// running call, the outermost call first. They hold the numbers of four names: session, kind of code, name of code,
// class.
const [BEAT, DEPTH, BLOCKED_AT, BLOCKED_FOR, FRAMES] = [0, 1, 2, 3, 4];
/** Largest depth of nested calls that the worker can see. */
const MAX_FRAMES = 64;
/**
 * Largest number of stored names. The app can create names without limit, for example pubsub topics. Above the limit
 * the oldest name is dropped; it gets a new number when it is used again.
 */
const MAX_NAMES = 10_000;
const MAX_NAME_LENGTH = 200;

/** Source of the worker. It is a string because bundlers may rewrite the text of a function. */
const WORKER = `
const { parentPort, workerData } = require("node:worker_threads");
const { writeSync } = require("node:fs");
const { cells, every, blockedAfter, killAfter, at, MOST_FRAMES } = workerData;
const names = new Map();
let seen = 0, blocked = 0, next = blockedAfter, last = performance.now();
parentPort.on("message", ([id, name]) => (name === undefined ? names.delete(id) : names.set(id, name)));
setInterval(() => {
  const now = performance.now();
  // If the whole process was suspended, this thread was too. A suspended process must not count as blocked.
  blocked += Math.min(now - last, 3 * every);
  last = now;
  const beat = Atomics.load(cells, at.BEAT);
  if (beat !== seen) [seen, blocked, next] = [beat, 0, blockedAfter];
  const isEnd = blocked >= killAfter;
  if (blocked < blockedAfter && !isEnd) return;
  Atomics.store(cells, at.BLOCKED_FOR, blocked);
  Atomics.store(cells, at.BLOCKED_AT, beat);
  if (blocked >= next || isEnd) report(isEnd);
  while (next <= blocked) next *= 2;
  if (isEnd) process.kill(process.pid, "SIGKILL");
}, every);
function report(isEnd) {
  const end = isEnd ? "; the process is killed" : "";
  const line = "[runlet] the event loop has been blocked for " + Math.round(blocked) + " ms " + culprit() + end + ".\\n";
  // stderr may be closed. The worker must keep watching, because it may still have to kill the process.
  try { writeSync(2, line); } catch {}
}
function culprit() {
  const depth = Atomics.load(cells, at.DEPTH);
  if (depth > 0) return "by " + code(depth - 1) + (depth > 1 ? ", called in " + code(0) : "");
  return "by code after an await, in a timer or of the framework; the last before it was " + code(0);
}
function code(index) {
  const from = at.FRAMES + 4 * Math.min(index, MOST_FRAMES - 1);
  const [session, kind, name, control] = [0, 1, 2, 3].map((n) => names.get(Atomics.load(cells, from + n)) ?? "?");
  return kind + " " + name + " of " + control + " of session " + session;
}
`;

/** A call of the app's code that is running. */
class Frame {
  session = "";
  kind: ErrorPlace["kind"] = "main";
  name = "";
  node: Node | undefined = undefined;
  startedAt = 0;
}

/** Creates a watchdog of this process's event loop. Its worker thread starts when the app's code first runs. */
export function startWatchdog(options: WatchdogOptions): Watchdog {
  return new Watchdog(options);
}

/**
 * Reports code that blocks all sessions. Slow code that has returned is reported in the log. Code that has not returned
 * is reported on stderr by another thread. `callBegan` and `callEnded` surround each call of the app's code, so they
 * allocate nothing.
 */
export class Watchdog implements CallObserver {
  readonly #log: Log;
  readonly #options: WatchdogOptions;
  readonly #slowAfter: number;
  readonly #cells = new Int32Array(new SharedArrayBuffer(4 * (FRAMES + 4 * MAX_FRAMES)));
  /**
   * Numbers of the names that the worker knows. The key is the text, or the `ClassInfo` object for the name of a class.
   */
  readonly #names = new Map<unknown, number>();
  readonly #frames: Frame[] = [];
  #depth = 0;
  #lastName = 0;
  #worker: Worker | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #isStopped = false;
  /** Nested call that took most of the time of the running outermost call so far. */
  #slowestInner: { took: number; text: string } | undefined;
  /** Milliseconds in outermost calls since the last beat. */
  #busy = 0;
  /** Milliseconds in calls that a warning was logged for, since the last beat. */
  #warned = 0;
  /** Number of outermost calls since the last beat. */
  #runs = 0;

  constructor(options: WatchdogOptions) {
    this.#options = options;
    this.#log = options.log;
    this.#slowAfter = options.slowAfter ?? 200;
    this.#cells[BEAT] = 1;
  }

  callBegan(session: string, kind: ErrorPlace["kind"], name: string, node: Node): void {
    const depth = this.#depth;
    const frame = (this.#frames[depth] ??= new Frame());
    frame.session = session;
    frame.kind = kind;
    frame.name = name;
    frame.node = node;
    if (depth < MAX_FRAMES) {
      const at = FRAMES + 4 * depth;
      this.#cells[at] = this.#names.get(session) ?? this.#registerName(session, session);
      this.#cells[at + 1] = this.#names.get(kind) ?? this.#registerName(kind, kind);
      this.#cells[at + 2] = this.#names.get(name) ?? this.#registerName(name, name);
      this.#cells[at + 3] =
        this.#names.get(node.classInfo) ?? this.#registerName(node.classInfo, className(node.control));
    }
    frame.startedAt = performance.now();
    this.#cells[DEPTH] = this.#depth = depth + 1;
  }

  callEnded(): void {
    if (this.#depth === 0) return;
    const depth = --this.#depth;
    this.#cells[DEPTH] = depth;
    const frame = this.#frames[depth] as Frame;
    const took = performance.now() - frame.startedAt;
    if (depth === 0) {
      this.#busy += took;
      this.#runs++;
    }
    if (took > this.#slowAfter) this.#warnSlow(frame, took);
    frame.node = undefined;
  }

  /** Number of stored names of sessions, code and classes. */
  get size(): number {
    return this.#names.size;
  }

  /** Drops the id of a session that has ended. */
  forget(session: string): void {
    this.#unregisterName(session);
  }

  /** Stops the worker thread. Slow code is still logged when it returns. */
  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#timer);
    void this.#worker?.terminate();
    this.#worker = undefined;
  }

  #warnSlow(frame: Frame, took: number): void {
    const { session, kind, name, node } = frame;
    const code = () => `${kind} ${name} of ${pathOf(node as Node)}`;
    const ms = Math.round(took);
    if (this.#depth > 0) {
      // The outermost call is slow, too, and is reported when it returns. It names one nested call: an outer one
      // replaces an inner one only if it took far longer, because then most of the time was not spent in the inner one.
      if (this.#slowestInner === undefined || took > 2 * this.#slowestInner.took) {
        const whose = session === this.#frames[0]?.session ? "" : ` of session ${session}`;
        this.#slowestInner = { took, text: `, ${ms} ms of them in ${code()}${whose}` };
      }
      return;
    }
    const most = this.#slowestInner !== undefined && this.#slowestInner.took > took / 2 ? this.#slowestInner.text : "";
    this.#slowestInner = undefined;
    this.#warned += took;
    this.#log.warn(`[runlet] ${session}: ${code()} took ${ms} ms${most}; every session waited for it.`);
  }

  #heartbeat(): void {
    const cells = this.#cells;
    const wasBlocked = Atomics.load(cells, BLOCKED_AT) === cells[BEAT];
    Atomics.add(cells, BEAT, 1);
    const [busy, warned, runs] = [this.#busy, this.#warned, this.#runs];
    this.#busy = this.#warned = this.#runs = 0;
    // A stack overflow may have prevented a call of `callEnded()`.
    this.#depth = cells[DEPTH] = 0;
    const blocked = cells[BLOCKED_FOR] as number;
    // If slow calls explain most of the time, they were already reported when they returned.
    if (!wasBlocked || warned > blocked / 2) return;
    const part = `${Math.round(busy)} ms of them in handlers and hooks (calls: ${runs})`;
    this.#log.warn(
      `[runlet] the event loop was blocked for about ${blocked} ms, ${part}. ` +
        "The rest is code after an await, in a timer or of the framework.",
    );
  }

  #registerName(key: unknown, name: string): number {
    if (this.#worker === undefined && !this.#isStopped) this.#start();
    if (this.#names.size >= MAX_NAMES) this.#unregisterName(this.#names.keys().next().value);
    // Control characters are replaced, because a name must not break the line.
    const text = name.slice(0, MAX_NAME_LENGTH).replace(/\p{Cc}/gu, " ");
    this.#lastName = (this.#lastName + 1) | 0;
    this.#names.set(key, this.#lastName);
    this.#worker?.postMessage([this.#lastName, text]);
    return this.#lastName;
  }

  #unregisterName(key: unknown): void {
    const id = this.#names.get(key);
    if (!this.#names.delete(key)) return;
    this.#worker?.postMessage([id]);
  }

  #start(): void {
    const { blockedAfter = 1000, killAfter } = this.#options;
    const every = Math.max(10, Math.round(Math.min(blockedAfter, killAfter ?? blockedAfter) / 8));
    const at = { BEAT, DEPTH, BLOCKED_AT, BLOCKED_FOR, FRAMES };
    const failed = (error: unknown): void => {
      this.stop();
      this.#log.warn("[runlet] the event loop is not being watched:", error);
    };
    try {
      const workerData = { cells: this.#cells, every, blockedAfter, killAfter, at, MOST_FRAMES: MAX_FRAMES };
      // The worker does not inherit the process's flags: a TypeScript loader would slow down its start.
      this.#worker = new Worker(WORKER, { eval: true, execArgv: [], env: {}, workerData });
      this.#worker.on("error", failed).unref();
      this.#timer = setInterval(() => this.#heartbeat(), every).unref();
    } catch (error) {
      failed(error);
    }
  }
}
