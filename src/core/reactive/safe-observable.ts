import { Observable, type Observer, type Operator, Subscriber, type Subscription, type TeardownLogic } from "rxjs";

/** A function that runs a callback of the app and reports its errors, also those of a returned promise. */
export type ErrorGuard = (callback: () => unknown) => void;

/**
 * An Observable that reports the errors of its subscribers, also after `pipe()`. RxJS would rethrow them from a timer,
 * which ends the process. Creation operators such as `merge` return a plain Observable, which is not protected.
 */
export class SafeObservable<T> extends Observable<T> {
  readonly #guard: ErrorGuard;

  constructor(guard: ErrorGuard, subscribe?: (subscriber: Subscriber<T>) => TeardownLogic) {
    super(subscribe);
    this.#guard = guard;
  }

  override subscribe(
    observerOrNext?: Partial<Observer<T>> | ((value: T) => void) | null,
    error?: ((error: unknown) => void) | null,
    complete?: (() => void) | null,
  ): Subscription {
    // The subscriber is an operator, or the binding of a property. Both forward errors themselves.
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

  /** Keeps the class of the stream after an operator. RxJS calls this method for each operator. */
  override lift<R>(operator?: Operator<T, R>): Observable<R> {
    const lifted = new SafeObservable<R>(this.#guard);
    lifted.source = this;
    lifted.operator = operator as Operator<unknown, R>;
    return lifted;
  }
}
