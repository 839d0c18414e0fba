import { Subscription } from "rxjs";
import { ensureExtras, type Node, type Scope } from "../tree/node.ts";

/** Everything that lives from a control's mount to its unmount: subscriptions, tasks, timers and teardowns. */
export class Lifetime {
  readonly #node: Node;
  readonly #scope: Scope;
  readonly #abort = new AbortController();
  readonly #owned: Set<Subscription> = new Set();
  /** Functions that reject the pending sleeps. */
  readonly #sleeping: Set<(reason: unknown) => void> = new Set();

  constructor(node: Node, scope: Scope) {
    this.#node = node;
    this.#scope = scope;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Ends a subscription, or runs a function, at the unmount. */
  own(teardown: Subscription | (() => void)): void {
    const tearDown = typeof teardown === "function" ? teardown : () => teardown.unsubscribe();
    const owned = new Subscription(() => {
      this.#owned.delete(owned);
      this.#scope.counts.subscriptions--;
      this.#scope.funnel.run("teardown", "own", this.#node, tearDown);
    });
    this.#owned.add(owned);
    this.#scope.counts.subscriptions++;
    if (typeof teardown !== "function") teardown.add(owned);
  }

  runTask<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { clock, counts, funnel } = this.#scope;
    counts.tasks++;
    const begin = () => task(this.signal);
    const turnEnd = clock.turnEnd.bind(clock);
    return funnel.runTask(taskName(task), this.#node, begin, () => counts.tasks--, turnEnd);
  }

  sleep(ms: number): Promise<void> {
    const { clock, counts, funnel } = this.#scope;
    return new Promise((resolve, reject) => {
      this.signal.throwIfAborted();
      const stop = (): void => {
        counts.timers--;
        endSleep();
        this.#sleeping.delete(wake);
      };
      const cancel = clock.after(ms, () => {
        stop();
        resolve();
      });
      counts.timers++;
      const endSleep = funnel.work.addSleep(clock.monotonic(), ms);
      const wake = (reason: unknown): void => {
        stop();
        cancel();
        reject(reason);
      };
      this.#sleeping.add(wake);
    });
  }

  dispose(): void {
    for (const owned of [...this.#owned]) owned.unsubscribe();
    const reason = unmounted();
    for (const wake of [...this.#sleeping]) wake(reason);
    this.#abort.abort(reason);
  }
}

/** Returns the name of a task for errors. An app may define a name that is no string. */
function taskName({ name }: { readonly name: unknown }): string {
  return typeof name === "string" && name !== "" ? name : "runTask";
}

/** Returns the lifetime of a mounted control. */
export function lifetimeOf(node: Node, scope: Scope): Lifetime {
  const extras = ensureExtras(node);
  extras.lifetime ??= new Lifetime(node, scope);
  return extras.lifetime;
}

/** Marks the error of an unmount. A global symbol, so that another copy of this module recognizes the mark. */
const UNMOUNTED: unique symbol = Symbol.for("runlet.unmounted");

/**
 * Returns the error for the unmount of a control. Pending sleeps reject with it, and the signals of tasks abort with
 * it.
 */
export function unmounted(): DOMException {
  return Object.assign(new DOMException("the control was unmounted", "AbortError"), { [UNMOUNTED]: true });
}

/** Returns whether an error only means that a control was unmounted. Never throws, although a proxy may do so. */
export function isUnmounted(error: unknown): boolean {
  try {
    return typeof error === "object" && error !== null && UNMOUNTED in error;
  } catch {
    return false;
  }
}
