import { Worker } from "node:worker_threads";
import type { ErrorPlace } from "../core/funnel.ts";
import { type Node, pathOf } from "../core/node.ts";
import type { Log } from "../core/session-options.ts";
import type { Watch } from "../core/watch.ts";

/** What a {@link Watchdog} minds, in milliseconds. */
export interface WatchdogOptions {
  readonly log: Log;
  /** Code of an app that takes longer to return is warned of. Default 200. */
  readonly slowAfter?: number;
  /** An event loop that is blocked for longer is told of on stderr, while it still is. Default 1000. */
  readonly blockedAfter?: number;
  /** An event loop that is blocked for longer ends the process, by SIGKILL. Default: never. */
  readonly killAfter?: number;
}

// The numbers that main thread and worker share. From FRAMES on, four for each piece of code that is running, the
// outermost first: the names of its session, kind, own and class.
const [BEAT, DEPTH, BLOCKED_AT, BLOCKED_FOR, FRAMES] = [0, 1, 2, 3, 4];
/** Code that is nested deeper is not told to the worker. */
const MOST_FRAMES = 64;
/** Names that are known at once: topics, for one, may be without end. One too many costs the oldest, until it is used. */
const MOST_NAMES = 10_000;
const LONGEST_NAME = 200;

/** What the worker runs. A text, since a function's own would not survive every bundler. */
const WORKER = `
const { parentPort, workerData } = require("node:worker_threads");
const { writeSync } = require("node:fs");
const { cells, every, blockedAfter, killAfter, at, MOST_FRAMES } = workerData;
const names = new Map();
let seen = 0, blocked = 0, next = blockedAfter, last = performance.now();
parentPort.on("message", ([id, name]) => (name === undefined ? names.delete(id) : names.set(id, name)));
setInterval(() => {
  const now = performance.now();
  // A process that is asleep is not blocked: then this thread slept, too.
  blocked += Math.min(now - last, 3 * every);
  last = now;
  const beat = Atomics.load(cells, at.BEAT);
  if (beat !== seen) [seen, blocked, next] = [beat, 0, blockedAfter];
  const isEnd = blocked >= killAfter;
  if (blocked < blockedAfter && !isEnd) return;
  Atomics.store(cells, at.BLOCKED_FOR, blocked);
  Atomics.store(cells, at.BLOCKED_AT, beat);
  if (blocked >= next || isEnd) tell(isEnd);
  while (next <= blocked) next *= 2;
  if (isEnd) process.kill(process.pid, "SIGKILL");
}, every);
function tell(isEnd) {
  const end = isEnd ? "; the process is killed" : "";
  const line = "[runlet] the event loop has been blocked for " + Math.round(blocked) + " ms " + culprit() + end + ".\\n";
  // When nobody can take the line, the watch goes on.
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

/** A piece of code that is running. */
class Frame {
  session = "";
  kind: ErrorPlace["kind"] = "main";
  name = "";
  node: Node | undefined = undefined;
  begun = 0;
}

/** Begins to watch the event loop of this process. The worker thread it needs begins with the first code that runs. */
export function startWatchdog(options: WatchdogOptions): Watchdog {
  return new Watchdog(options);
}

/**
 * Tells who keeps all sessions waiting: in the log, of code that was slow, once it has returned; on stderr, from another
 * thread, of code that has not. `begin` and `end` are called around each piece of an app's code: they allocate nothing.
 */
export class Watchdog implements Watch {
  readonly #log: Log;
  readonly #options: WatchdogOptions;
  readonly #slowAfter: number;
  readonly #cells = new Int32Array(new SharedArrayBuffer(4 * (FRAMES + 4 * MOST_FRAMES)));
  /** Numbers of names, by text; of classes, by kind. */
  readonly #names = new Map<unknown, number>();
  readonly #frames: Frame[] = [];
  #depth = 0;
  #lastName = 0;
  #worker: Worker | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #isStopped = false;
  /** The innermost code in what is running that took most of the time so far. */
  #inner: { took: number; text: string } | undefined;
  /** Since the last beat, in milliseconds: of all code, and of that which was warned of. */
  #busy = 0;
  #warned = 0;
  #runs = 0;

  constructor(options: WatchdogOptions) {
    this.#options = options;
    this.#log = options.log;
    this.#slowAfter = options.slowAfter ?? 200;
    this.#cells[BEAT] = 1;
  }

  begin(session: string, kind: ErrorPlace["kind"], name: string, node: Node): void {
    const depth = this.#depth;
    const frame = (this.#frames[depth] ??= new Frame());
    frame.session = session;
    frame.kind = kind;
    frame.name = name;
    frame.node = node;
    if (depth < MOST_FRAMES) {
      const at = FRAMES + 4 * depth;
      this.#cells[at] = this.#names.get(session) ?? this.#learn(session, session);
      this.#cells[at + 1] = this.#names.get(kind) ?? this.#learn(kind, kind);
      this.#cells[at + 2] = this.#names.get(name) ?? this.#learn(name, name);
      this.#cells[at + 3] = this.#names.get(node.kind) ?? this.#learn(node.kind, node.control.constructor.name);
    }
    frame.begun = performance.now();
    this.#cells[DEPTH] = this.#depth = depth + 1;
  }

  end(): void {
    if (this.#depth === 0) return;
    const depth = --this.#depth;
    this.#cells[DEPTH] = depth;
    const frame = this.#frames[depth] as Frame;
    const took = performance.now() - frame.begun;
    if (depth === 0) {
      this.#busy += took;
      this.#runs++;
    }
    if (took > this.#slowAfter) this.#tell(frame, took);
    frame.node = undefined;
  }

  /** Names that are known: of sessions, of code, of classes. */
  get size(): number {
    return this.#names.size;
  }

  /** A session has ended: its id is not kept. */
  forget(session: string): void {
    this.#unlearn(session);
  }

  /** Ends the thread. Slow code is warned of all the same. */
  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#timer);
    void this.#worker?.terminate();
    this.#worker = undefined;
  }

  #tell(frame: Frame, took: number): void {
    const { session, kind, name, node } = frame;
    const code = () => `${kind} ${name} of ${pathOf(node as Node)}`;
    const ms = Math.round(took);
    if (this.#depth > 0) {
      // What is around this code is slow as well, and will be told of. Of two, the longer by far is to blame.
      if (this.#inner === undefined || took > 2 * this.#inner.took) {
        const whose = session === this.#frames[0]?.session ? "" : ` of session ${session}`;
        this.#inner = { took, text: `, ${ms} ms of them in ${code()}${whose}` };
      }
      return;
    }
    const most = this.#inner !== undefined && this.#inner.took > took / 2 ? this.#inner.text : "";
    this.#inner = undefined;
    this.#warned += took;
    this.#log.warn(`[runlet] ${session}: ${code()} took ${ms} ms${most}; every session waited for it.`);
  }

  #beat(): void {
    const cells = this.#cells;
    const wasBlocked = Atomics.load(cells, BLOCKED_AT) === cells[BEAT];
    Atomics.add(cells, BEAT, 1);
    const [busy, warned, runs] = [this.#busy, this.#warned, this.#runs];
    this.#busy = this.#warned = this.#runs = 0;
    // A stack that was full may have kept an end from being called.
    this.#depth = cells[DEPTH] = 0;
    const blocked = cells[BLOCKED_FOR] as number;
    // What was slow by itself was told of when it returned.
    if (!wasBlocked || warned > blocked / 2) return;
    const part = `${Math.round(busy)} ms of them in handlers and hooks (calls: ${runs})`;
    this.#log.warn(
      `[runlet] the event loop was blocked for some ${blocked} ms, ${part}. ` +
        "The rest is code after an await, in a timer or of the framework.",
    );
  }

  #learn(key: unknown, name: string): number {
    if (this.#worker === undefined && !this.#isStopped) this.#start();
    if (this.#names.size >= MOST_NAMES) this.#unlearn(this.#names.keys().next().value);
    // A line is one line, whatever the name; a topic need not be a text.
    const text = String(name)
      .slice(0, LONGEST_NAME)
      .replace(/\p{Cc}/gu, " ");
    this.#lastName = (this.#lastName + 1) | 0;
    this.#names.set(key, this.#lastName);
    this.#worker?.postMessage([this.#lastName, text]);
    return this.#lastName;
  }

  #unlearn(key: unknown): void {
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
      this.#log.warn("[runlet] nobody watches the event loop:", error);
    };
    try {
      const workerData = { cells: this.#cells, every, blockedAfter, killAfter, at, MOST_FRAMES };
      // Without the flags of the process: a loader of TypeScript would take its time here, too.
      this.#worker = new Worker(WORKER, { eval: true, execArgv: [], env: {}, workerData });
      this.#worker.on("error", failed).unref();
      this.#timer = setInterval(() => this.#beat(), every).unref();
    } catch (error) {
      failed(error);
    }
  }
}
