import { type Clock, scheduleTurnEnd } from "../core/reactive/clock.ts";

interface Timer {
  readonly due: number;
  readonly order: number;
  readonly run: () => void;
}

/** A clock whose time changes only through `runUntil`. The end of a turn is real, because promises need it. */
export class VirtualClock implements Clock {
  #now: number;
  #order = 0;
  readonly #timers = new Set<Timer>();
  #turnEnds = 0;

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { due: this.#now + Math.max(0, ms), order: this.#order++, run: callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  turnEnd(callback: () => void): void {
    this.#turnEnds++;
    scheduleTurnEnd(() => {
      this.#turnEnds--;
      callback();
    });
  }

  /** Whether a callback is waiting for the end of a turn. */
  get isTurnEndDue(): boolean {
    return this.#turnEnds > 0;
  }

  /** Time of the next timer, or `undefined` if there is none. */
  get next(): number | undefined {
    return this.#first()?.due;
  }

  /** Advances to an instant and runs the timers that are due by then, in order. */
  runUntil(instant: number): void {
    this.#now = Math.max(this.#now, instant);
    for (let timer = this.#first(); timer !== undefined && timer.due <= instant; timer = this.#first()) {
      this.#timers.delete(timer);
      timer.run();
    }
  }

  #first(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) {
      if (first === undefined || timer.due < first.due || (timer.due === first.due && timer.order < first.order))
        first = timer;
    }
    return first;
  }
}
