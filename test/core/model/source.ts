import { BehaviorSubject, Observable, Subject } from "rxjs";
import type { ModelControl } from "./model-control.ts";

/** Receives the values of a bound stream right before its control does. */
export interface Follower {
  received(thing: ModelControl, property: string, value: unknown): void;
  failed(message: string): void;
}

/** A stream for bindings, which counts its subscriptions. */
export class Source {
  readonly name: string;
  readonly subject: Subject<unknown>;
  /** Number of open subscriptions, by control and property. */
  readonly #open: Map<ModelControl, Map<string, number>> = new Map();
  isEnded = false;
  /** Of a list: its control, and the controls that it may emit again. */
  holder: ModelControl | undefined;
  readonly held: Set<ModelControl> = new Set();
  readonly isList: boolean;
  readonly #follower: Follower;

  /** A source with an initial value emits it at every subscription. */
  constructor(name: string, follower: Follower, isList: boolean, initial?: { readonly value: unknown }) {
    this.name = name;
    this.isList = isList;
    this.#follower = follower;
    this.subject = initial === undefined ? new Subject() : new BehaviorSubject(initial.value);
  }

  /** Returns the Observable for one property of one control. `map` converts the value for the control. */
  for(thing: ModelControl, property: string, map: (value: unknown) => unknown = (value) => value): Observable<unknown> {
    return new Observable((subscriber) => {
      this.#count(thing, property, 1);
      const inner = this.subject.subscribe({
        next: (value) => {
          this.#follower.received(thing, property, value);
          subscriber.next(map(value));
        },
        error: (error: Error) => {
          this.#follower.failed(error.message);
          subscriber.error(error);
        },
        complete: () => subscriber.complete(),
      });
      return () => {
        this.#count(thing, property, -1);
        inner.unsubscribe();
      };
    });
  }

  isOpenFor(thing: ModelControl, property: string): number {
    return this.#open.get(thing)?.get(property) ?? 0;
  }

  #count(thing: ModelControl, property: string, change: number): void {
    const counts = this.#open.get(thing) ?? new Map<string, number>();
    this.#open.set(thing, counts);
    counts.set(property, (counts.get(property) ?? 0) + change);
  }
}
