import { Subscription } from "rxjs";
import type { Node } from "./node.ts";
import type { Session } from "./session.ts";

/** What lives from a control's mount to its unmount: subscriptions, tasks, timers and teardowns. */
export class Lifetime {
  readonly #node: Node;
  readonly #session: Session;
  readonly #abort = new AbortController();
  readonly #owned: Set<Subscription> = new Set();

  constructor(node: Node, session: Session) {
    this.#node = node;
    this.#session = session;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Ends with the control. */
  own(teardown: Subscription | (() => void)): void {
    const run = typeof teardown === "function" ? teardown : () => teardown.unsubscribe();
    const owned = new Subscription(() => {
      this.#owned.delete(owned);
      this.#session.counts.subscriptions--;
      this.#session.funnel.run("teardown", "own", this.#node, run);
    });
    this.#owned.add(owned);
    this.#session.counts.subscriptions++;
    if (typeof teardown !== "function") teardown.add(owned);
  }

  runTask<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { counts, funnel } = this.#session;
    counts.tasks++;
    const result = (async () => task(this.signal))().finally(() => counts.tasks--);
    funnel.run("task", task.name || "runTask", this.#node, () => result);
    return result;
  }

  sleep(ms: number): Promise<void> {
    const { clock, counts } = this.#session;
    return new Promise((resolve, reject) => {
      this.signal.throwIfAborted();
      counts.timers++;
      const cancel = clock.after(ms, () => {
        counts.timers--;
        this.signal.removeEventListener("abort", onAbort);
        resolve();
      });
      const onAbort = () => {
        counts.timers--;
        cancel();
        reject(this.signal.reason);
      };
      this.signal.addEventListener("abort", onAbort, { once: true });
    });
  }

  end(): void {
    for (const owned of [...this.#owned]) owned.unsubscribe();
    this.#abort.abort(new DOMException("the control was unmounted", "AbortError"));
  }
}
