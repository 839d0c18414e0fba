import { UnsubscriptionError } from "rxjs";
import type { ErrorNotice } from "../protocol/messages.ts";
import { type Node, pathOf } from "./node.ts";
import type { Watch } from "./watch.ts";

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
  /** Sees user code begin and end. */
  readonly watch?: Watch | undefined;
  /** The id of the session, for `watch`. Default `""`. */
  readonly session?: string;
}

/**
 * The one way through which user code runs: nothing it throws stops a flush, a session or the server.
 * An error goes to the nearest ancestor whose `didCatch` returns true, then to `page.onError`, then to the log; that of
 * a `didCatch` to those above it, that of `page.onError` to the log, after the one it did not handle.
 */
export class Funnel {
  readonly #sink: ErrorSink;
  readonly #watch: Watch | undefined;
  readonly #session: string;
  /** Errors of tasks: who awaits one throws the same error once more, and it was told already. */
  readonly #ofTasks = new WeakSet<object>();
  #lastId = 0;

  constructor(sink: ErrorSink) {
    this.#sink = sink;
    this.#watch = sink.watch;
    this.#session = sink.session ?? "";
  }

  /** Runs user code; gives what it returned, or undefined when it threw. A promise's rejection is routed too. */
  run<T>(kind: ErrorPlace["kind"], name: string, node: Node, callback: () => T): T | undefined {
    try {
      const result = this.watched(kind, name, node, callback);
      if (isThenable(result)) this.#follow(result, kind, name, node);
      return result;
    } catch (error) {
      // RxJS puts what teardowns threw into one error of its own.
      const all = kind === "teardown" && error instanceof UnsubscriptionError ? error.errors : [error];
      for (const each of all) this.report(each, kind, name, node);
      return undefined;
    }
  }

  /** Runs user code that is only watched: what it throws is the caller's. Until it returns, not until a promise settles. */
  watched<T>(kind: ErrorPlace["kind"], name: string, node: Node, callback: () => T): T {
    const watch = this.#watch;
    if (watch === undefined) return callback();
    watch.begin(this.#session, kind, name, node);
    try {
      return callback();
    } finally {
      watch.end();
    }
  }

  /** Routes an error; gives what a person may be shown of it. */
  report(
    error: unknown,
    kind: ErrorPlace["kind"],
    name: string,
    node: Node,
    chain: readonly Node[] = chainOf(node),
  ): ErrorNotice {
    const path = pathOfChain(chain);
    const id = this.#nextId();
    if (!isAbort(error) && !this.#wasTold(error, kind)) this.#route(error, { kind, name, path }, node, chain, id);
    return { id, path, message: error instanceof Error ? error.message : String(error) };
  }

  /** Has the rejection of a promise routed. Of a control that is gone by then, those hear who were above at the call. */
  #follow(result: PromiseLike<unknown>, kind: ErrorPlace["kind"], name: string, node: Node): void {
    const atCall = chainOf(node);
    result.then(undefined, (error: unknown) =>
      this.report(error, kind, name, node, node.session === undefined ? atCall : undefined),
    );
  }

  #nextId(): string {
    this.#lastId++;
    return `E${this.#lastId}`;
  }

  #wasTold(error: unknown, kind: ErrorPlace["kind"]): boolean {
    if (typeof error !== "object" || error === null) return false;
    if (kind !== "task") return this.#ofTasks.delete(error);
    this.#ofTasks.add(error);
    return false;
  }

  #route(error: unknown, place: ErrorPlace, of: Node, chain: readonly Node[], id: string): void {
    for (const [index, node] of chain.entries()) {
      const { control } = node;
      if (control.didCatch === undefined) continue;
      const where: ErrorPlace = { kind: "didCatch", name: "didCatch", path: pathOf(node) };
      // Who fails on the error of a didCatch is told to the page alone: else each one above would double the errors.
      const above = place.kind === "didCatch" ? [] : chain.slice(index + 1);
      const answer = handle(
        () => this.watched("didCatch", "didCatch", node, () => control.didCatch?.(error, place)),
        (own) => {
          if (own !== error) this.#route(own, where, node, above, this.#nextId());
        },
      );
      if (answer === true) return;
    }
    const handler = this.#sink.pageHandler();
    if (handler === undefined) return this.#sink.unhandled(error, place, id);
    handle(
      () => this.watched("didCatch", "onError", of, () => handler(error, place)),
      (own) => {
        this.#sink.unhandled(error, place, id);
        if (own === error) return;
        this.#sink.unhandled(own, { kind: "didCatch", name: "onError", path: place.path }, this.#nextId());
      },
    );
  }
}

/** Who may catch the errors of a control: itself first, the page last. */
function chainOf(node: Node): readonly Node[] {
  const chain: Node[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) chain.push(at);
  return chain;
}

/** The path of the first of a chain: of those that are gone by now, only the names. */
function pathOfChain(chain: readonly Node[]): string {
  const there = chain.findIndex((node) => node.holder !== undefined || node === chain.at(-1));
  return chain
    .slice(0, there + 1)
    .reverse()
    .map(pathOf)
    .join(" > ");
}

/** Runs what handles an error, and tells when that fails: maybe by throwing the same error again. */
function handle(callback: () => unknown, failed: (own: unknown) => void): unknown {
  const caught = (own: unknown): void => {
    if (!isAbort(own)) failed(own);
  };
  try {
    const result = callback();
    if (isThenable(result)) result.then(undefined, caught);
    return result;
  } catch (own) {
    caught(own);
    return undefined;
  }
}

/** What ends a pending `sleep` or task at unmount: expected, so nobody needs to hear of it. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

/** Whether a value is a promise, or as good as one. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return value !== null && typeof value === "object" && typeof (value as { then?: unknown }).then === "function";
}
