import type { ErrorNotice } from "../protocol/messages.ts";
import { type Node, pathOf } from "./node.ts";

/** Where an error came from. */
export interface ErrorPlace {
  readonly kind:
    | "main"
    | "hook"
    | "handler"
    | "observable"
    | "effect"
    | "task"
    | "teardown"
    | "pubsub"
    | "didCatch"
    | "tree";
  /** The hook, handler, property, task or topic: `didMount`, `onClick`, `value`. */
  readonly name: string;
  /** The control it happened in, from the page down. */
  readonly path: string;
}

/** Where errors end that no control handled. */
export interface ErrorSink {
  /** `page.onError`, if the app has set it. What it returns may be a promise. */
  readonly pageHandler: () => ((error: unknown, place: ErrorPlace) => unknown) | undefined;
  /** The log. The id is what the person is shown. */
  readonly unhandled: (error: unknown, place: ErrorPlace, id: string) => void;
}

/**
 * The one way through which user code runs: nothing it throws stops a flush, a session or the server.
 * An error goes to the nearest ancestor whose `didCatch` returns true, then to `page.onError`, then to the log.
 */
export class Funnel {
  readonly #sink: ErrorSink;
  /** Errors of tasks: who awaits one throws the same error once more, and it was told already. */
  readonly #ofTasks = new WeakSet<object>();
  #lastId = 0;

  constructor(sink: ErrorSink) {
    this.#sink = sink;
  }

  /** Runs user code; gives what it returned, or undefined when it threw. A promise's rejection is routed too. */
  run<T>(kind: ErrorPlace["kind"], name: string, node: Node, callback: () => T): T | undefined {
    try {
      const result = callback();
      if (isThenable(result)) result.then(undefined, (error: unknown) => this.report(error, kind, name, node));
      return result;
    } catch (error) {
      this.report(error, kind, name, node);
      return undefined;
    }
  }

  /** Routes an error; gives what a person may be shown of it. */
  report(error: unknown, kind: ErrorPlace["kind"], name: string, node: Node): ErrorNotice {
    const place: ErrorPlace = { kind, name, path: pathOf(node) };
    this.#lastId++;
    const id = `E${this.#lastId}`;
    if (!isAbort(error) && !this.#wasTold(error, kind) && !this.#caught(error, place, node)) {
      const handler = this.#sink.pageHandler();
      if (handler === undefined) this.#sink.unhandled(error, place, id);
      else this.#handle("onError", place.path, () => handler(error, place));
    }
    return { id, path: place.path, message: error instanceof Error ? error.message : String(error) };
  }

  #wasTold(error: unknown, kind: ErrorPlace["kind"]): boolean {
    if (typeof error !== "object" || error === null) return false;
    if (kind !== "task") return this.#ofTasks.delete(error);
    this.#ofTasks.add(error);
    return false;
  }

  #caught(error: unknown, place: ErrorPlace, node: Node): boolean {
    for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
      const { control } = at;
      if (control.didCatch === undefined) continue;
      if (this.#handle("didCatch", pathOf(at), () => control.didCatch?.(error, place)) === true) return true;
    }
    return false;
  }

  /** Runs what handles errors: its own go to the log, or they would come back to it for ever. */
  #handle(name: string, path: string, callback: () => unknown): unknown {
    const failed = (error: unknown) => {
      this.#lastId++;
      this.#sink.unhandled(error, { kind: "didCatch", name, path }, `E${this.#lastId}`);
    };
    try {
      const result = callback();
      if (isThenable(result)) result.then(undefined, failed);
      return result;
    } catch (error) {
      failed(error);
      return undefined;
    }
  }
}

/** What ends a pending `sleep` or task at unmount: expected, so nobody needs to hear of it. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return value !== null && typeof value === "object" && typeof (value as { then?: unknown }).then === "function";
}
