import { BehaviorSubject, Observable, Subject } from "rxjs";
import type { ModelControl } from "./model-control.ts";

/** Hears of what a bound stream gives to a control, right before the control does. */
export interface Follower {
  received(thing: ModelControl, property: string, value: unknown): void;
  failed(message: string): void;
}

/** A stream that properties are bound to, which knows who is subscribed. */
export class Source {
  readonly name: string;
  readonly subject: Subject<unknown>;
  /** Subscriptions that are open, by thing and property. */
  readonly #open: Map<ModelControl, Map<string, number>> = new Map();
  isEnded = false;
  /** For a list: whose it is, and the controls that it may give again. */
  holder: ModelControl | undefined;
  readonly held: Set<ModelControl> = new Set();
  readonly isList: boolean;
  readonly #follower: Follower;

  /** With an initial value it emits at every subscription. */
  constructor(name: string, follower: Follower, isList: boolean, initial?: { readonly value: unknown }) {
    this.name = name;
    this.isList = isList;
    this.#follower = follower;
    this.subject = initial === undefined ? new Subject() : new BehaviorSubject(initial.value);
  }

  /** The stream for one property of one control. `map` makes what the control is given. */
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
