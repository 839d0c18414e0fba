import { UnsubscriptionError } from "rxjs";
import type { ErrorNotice } from "../../protocol/messages.ts";
import { type ErrorPlace, isInstance } from "../declaration/errors.ts";
import { type ErrorFunnel, type Node, pathOf } from "../tree/node.ts";
import { PendingWork } from "./pending-work.ts";
import { messageOf, toPromise } from "./thrown.ts";
import { WatchedPromise } from "./watched-promise.ts";

/** Where an error of a task happened. */
interface TaskPlace {
  readonly name: string;
  readonly node: Node;
  /** Ancestors of the control when the task began. */
  readonly chain: readonly Node[];
  wasReported: boolean;
}

/** Observer of the calls of app code. Calls are nested. */
export interface CallObserver {
  callBegan(session: string, kind: ErrorPlace["kind"], name: string, node: Node): void;
  /** Called when the callback that started last has returned. */
  callEnded(): void;
}

/** The last handlers of errors that no control handled. */
export interface ErrorSink {
  /** Returns `page.onError`, if the app has set it. The handler may return a promise. */
  readonly pageHandler: () => ((error: unknown, place: ErrorPlace) => unknown) | undefined;
  /** Logs an unhandled error. `id` is the error id that the person is shown. */
  readonly unhandled: (error: unknown, place: ErrorPlace, id: string) => void;
  /** Whether people may see the details of errors, and not only their ids. Default `false`. */
  readonly showsDetails?: boolean;
  /** Observer that is notified when user code starts and ends. */
  readonly watch?: CallObserver | undefined;
  /** Id of the session, passed to `watch`. Default `""`. */
  readonly session?: string;
}

/**
 * The only way in which user code runs, so that its errors never stop a flush, a session or the server. An error goes
 * to the nearest ancestor whose `didCatch` returns true, then to `page.onError`, then to the log. An error thrown by a
 * `didCatch` goes to the ancestors above it. If `page.onError` throws, the original error is logged, then the new one.
 */
export class Funnel implements ErrorFunnel {
  readonly #sink: ErrorSink;
  readonly #observer: CallObserver | undefined;
  readonly #session: string;
  /** Errors of tasks, with where they happened. A caller that awaits the task throws the same error again. */
  readonly #ofTasks = new WeakMap<object, TaskPlace>();
  #lastId = 0;
  /** Async calls that have not ended. */
  readonly work: PendingWork = new PendingWork();

  constructor(sink: ErrorSink) {
    this.#sink = sink;
    this.#observer = sink.watch;
    this.#session = sink.session ?? "";
  }

  get isDevelopment(): boolean {
    return this.#sink.showsDetails === true;
  }

  /**
   * Runs user code and returns its result, or undefined if it threw. The rejection of a promise is reported, too. An
   * object with `then` is returned as a promise for its outcome.
   */
  run<T>(kind: ErrorPlace["kind"], name: string, node: Node, callback: () => T): T | undefined {
    try {
      const result = this.runWatched(kind, name, node, callback);
      if (!isThenable(result)) return result;
      const outcome = toPromise(result);
      this.#reportRejection(outcome, kind, name, node);
      this.work.add(kind, name, () => pathOf(node), outcome);
      return outcome as T;
    } catch (error) {
      // RxJS collects the errors of teardowns in one error of its own.
      const all = kind === "teardown" && isInstance(error, UnsubscriptionError) ? error.errors : [error];
      for (const each of all) this.report(each, kind, name, node);
      return undefined;
    }
  }

  /**
   * Runs user code with the observer only: errors go to the caller. The observer is notified when the code returns,
   * even if the returned promise is pending.
   */
  runWatched<T>(kind: ErrorPlace["kind"], name: string, node: Node, callback: () => T): T {
    const observer = this.#observer;
    if (observer === undefined) return callback();
    observer.callBegan(this.#session, kind, name, node);
    try {
      return callback();
    } finally {
      observer.callEnded();
    }
  }

  /** Runs a task, see {@link ErrorFunnel}. A caller that awaits it and fails reports the error as the task's. */
  runTask<T>(
    name: string,
    node: Node,
    begin: () => Promise<T>,
    ended: () => void,
    turnEnd: (callback: () => void) => void,
  ): Promise<T> {
    const chain = ancestorChain(node);
    const outcome = (async () => this.runWatched("task", name, node, begin))().finally(ended);
    outcome.catch((error: unknown) => {
      if (isObject(error)) this.#ofTasks.set(error, { name, node, chain, wasReported: false });
    });
    this.work.add("task", name, () => pathOf(node), outcome);
    const report = (error: unknown): void =>
      void this.report(error, "task", name, node, node.session === undefined ? chain : undefined);
    return WatchedPromise.of(outcome, { turnEnd, report });
  }

  /** Reports an error. Returns the part of it that the person may see. */
  report(
    error: unknown,
    kind: ErrorPlace["kind"],
    name: string,
    node: Node,
    chain: readonly Node[] = ancestorChain(node),
  ): ErrorNotice {
    const path = pathOfChain(chain);
    const id = this.#nextId();
    if (!isAbort(error)) this.#reportOnce(error, { kind, name, path }, node, chain, id);
    if (!this.isDevelopment) return { id };
    return { id, path, message: messageOf(error) };
  }

  /**
   * Reports a promise's rejection. If the control was unmounted meanwhile, the error goes to its ancestors at the time
   * of the call.
   */
  #reportRejection(outcome: Promise<unknown>, kind: ErrorPlace["kind"], name: string, node: Node): void {
    const atCall = ancestorChain(node);
    outcome.catch((error: unknown) =>
      this.report(error, kind, name, node, node.session === undefined ? atCall : undefined),
    );
  }

  #nextId(): string {
    this.#lastId++;
    return `E${this.#lastId}`;
  }

  /** Reports an error of a task once, as the task's, although a caller that awaits the task throws it again. */
  #reportOnce(error: unknown, place: ErrorPlace, node: Node, chain: readonly Node[], id: string): void {
    const task = isObject(error) ? this.#ofTasks.get(error) : undefined;
    if (task === undefined) return this.#propagate(error, place, node, chain, id);
    if (task.wasReported) return;
    task.wasReported = true;
    const at = task.node.session === undefined ? task.chain : ancestorChain(task.node);
    this.#propagate(error, { kind: "task", name: task.name, path: pathOfChain(at) }, task.node, at, id);
  }

  #propagate(error: unknown, place: ErrorPlace, origin: Node, chain: readonly Node[], id: string): void {
    for (const [index, node] of chain.entries()) {
      const { control } = node;
      if (control.didCatch === undefined) continue;
      const where: ErrorPlace = { kind: "didCatch", name: "didCatch", path: pathOf(node) };
      // If a didCatch fails on the error of another didCatch, only the page gets the new error. Otherwise each ancestor
      // could double the number of errors.
      const above = place.kind === "didCatch" ? [] : chain.slice(index + 1);
      const answer = runErrorHandler(
        () => this.runWatched("didCatch", "didCatch", node, () => control.didCatch?.(error, place)),
        (handlerError) => {
          if (!Object.is(handlerError, error)) this.#propagate(handlerError, where, node, above, this.#nextId());
        },
      );
      if (answer === true) return;
    }
    const handler = this.#sink.pageHandler();
    if (handler === undefined) return this.#sink.unhandled(error, place, id);
    runErrorHandler(
      () => this.runWatched("didCatch", "onError", origin, () => handler(error, place)),
      (handlerError) => {
        this.#sink.unhandled(error, place, id);
        if (Object.is(handlerError, error)) return;
        this.#sink.unhandled(handlerError, { kind: "didCatch", name: "onError", path: place.path }, this.#nextId());
      },
    );
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" || typeof value === "function") && value !== null;
}

/** Returns the controls that may catch an error of a control: itself first, the page last. */
function ancestorChain(node: Node): readonly Node[] {
  const chain: Node[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) chain.push(at);
  return chain;
}

/** Returns the path of the first control of a chain. Controls that were removed meanwhile appear by name only. */
function pathOfChain(chain: readonly Node[]): string {
  const there = chain.findIndex((node) => node.parentList !== undefined || node === chain.at(-1));
  return chain
    .slice(0, there + 1)
    .reverse()
    .map(pathOf)
    .join(" > ");
}

/** Runs an error handler. Calls `failed` if it throws or rejects, possibly with the same error again. */
function runErrorHandler(callback: () => unknown, failed: (handlerError: unknown) => void): unknown {
  const caught = (handlerError: unknown): void => {
    if (!isAbort(handlerError)) failed(handlerError);
  };
  try {
    const result = callback();
    if (isThenable(result)) toPromise(result).catch(caught);
    return result;
  } catch (handlerError) {
    caught(handlerError);
    return undefined;
  }
}

/**
 * Returns whether an error ends a pending `sleep` or task at unmount. Such an error is expected, so it is not reported.
 */
function isAbort(error: unknown): boolean {
  try {
    return error instanceof Error && error.name === "AbortError";
  } catch {
    return false;
  }
}

/** Returns whether a value is a promise or another object with `then`. Throws if reading `then` throws. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return false;
  return typeof (value as { then?: unknown }).then === "function";
}
