/**
 * A promise whose rejection is reported if nothing handles it by the end of the turn, as an unhandled rejection of the
 * process would be. Code that awaits or catches it handles it. The promises of its `then`, `catch` and `finally` are watched
 * in the same way.
 */
export class WatchedPromise<T> extends Promise<T> {
  #isHandled = false;
  #watch: Watch | undefined;

  /** Returns a promise for the outcome of another one, whose unhandled rejection is given to `report`. */
  static of<T>(outcome: Promise<T>, watch: Watch): WatchedPromise<T> {
    const watched = new WatchedPromise<T>((resolve, reject) => void outcome.then(resolve, reject));
    watched.#start(watch);
    return watched;
  }

  #start(watch: Watch): void {
    this.#watch = watch;
    super.then(undefined, (error: unknown) =>
      watch.turnEnd(() => {
        if (!this.#isHandled) watch.report(error);
      }),
    );
  }

  // biome-ignore lint/suspicious/noThenProperty: the class is a promise.
  override then<A = T, B = never>(
    fulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#isHandled = true;
    const next = super.then(fulfilled, rejected);
    if (this.#watch !== undefined && next instanceof WatchedPromise) next.#start(this.#watch);
    return next;
  }
}

/** What a {@link WatchedPromise} does with a rejection. */
export interface Watch {
  /** Calls a function at the end of this turn. */
  turnEnd(callback: () => void): void;
  /** Reports a rejection that nothing handled. */
  report(error: unknown): void;
}
