import { Observable, type Observer, type Operator, Subscriber, type Subscription, type TeardownLogic } from "rxjs";

/** Runs a callback of the app's; routes what it throws, or what its promise rejects with. */
export type Guard = (callback: () => unknown) => void;

/**
 * A stream whose subscribers may fail: what they throw is routed, also behind operators. RxJS would throw it from a
 * timer, which ends the process. What goes through `merge` and the like is a stream of RxJS's own again.
 */
export class Told<T> extends Observable<T> {
  readonly #guard: Guard;

  constructor(guard: Guard, subscribe?: (subscriber: Subscriber<T>) => TeardownLogic) {
    super(subscribe);
    this.#guard = guard;
  }

  override subscribe(
    observerOrNext?: Partial<Observer<T>> | ((value: T) => void) | null,
    error?: ((error: unknown) => void) | null,
    complete?: (() => void) | null,
  ): Subscription {
    // An operator, or the feed of a property: it hands errors on by itself.
    if (observerOrNext instanceof Subscriber) return super.subscribe(observerOrNext);
    const guard = this.#guard;
    const observer: Partial<Observer<T>> =
      typeof observerOrNext === "object" && observerOrNext !== null
        ? observerOrNext
        : { ...(observerOrNext && { next: observerOrNext }), ...(error && { error }), ...(complete && { complete }) };
    return super.subscribe({
      next: (value) => guard(() => observer.next?.(value)),
      error: (thrown: unknown) =>
        guard(() => {
          if (observer.error === undefined) throw thrown;
          return observer.error(thrown);
        }),
      complete: () => guard(() => observer.complete?.()),
    });
  }

  /** RxJS's way to keep the class of a stream behind operators. */
  override lift<R>(operator?: Operator<T, R>): Observable<R> {
    const lifted = new Told<R>(this.#guard);
    lifted.source = this;
    lifted.operator = operator as Operator<unknown, R>;
    return lifted;
  }
}
