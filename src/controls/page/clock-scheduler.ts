import { type SchedulerAction, type SchedulerLike, Subscription } from "rxjs";
import type { Clock } from "../../core/reactive/clock.ts";

/**
 * An RxJS scheduler on a clock: `timer(0, 1000, page.loop)`. Counts the pending work.
 * @hidden
 */
export class ClockScheduler implements SchedulerLike {
  readonly #clock: Clock;
  readonly #count: (change: 1 | -1) => void;
  readonly #failed: (error: unknown) => void;

  constructor(clock: Clock, count: (change: 1 | -1) => void, failed: (error: unknown) => void) {
    this.#clock = clock;
    this.#count = count;
    this.#failed = failed;
  }

  now(): number {
    return this.#clock.now();
  }

  schedule<T>(work: (this: SchedulerAction<T>, state?: T) => void, delay = 0, state?: T): Subscription {
    return new ClockAction(this, work).schedule(state, delay);
  }

  /** @internal */
  delay(ms: number, callback: () => void): Subscription {
    this.#count(1);
    const cancel = this.#clock.after(ms, () => {
      waiting.unsubscribe();
      // An uncaught error would end the process.
      try {
        callback();
      } catch (error) {
        this.#failed(error);
      }
    });
    const waiting = new Subscription(() => {
      cancel();
      this.#count(-1);
    });
    return waiting;
  }
}

/** One piece of work, which may schedule itself again. RxJS calls it an action. */
class ClockAction<T> extends Subscription implements SchedulerAction<T> {
  readonly #scheduler: ClockScheduler;
  readonly #work: (this: SchedulerAction<T>, state?: T) => void;
  #waiting: Subscription | undefined;

  constructor(scheduler: ClockScheduler, work: (this: SchedulerAction<T>, state?: T) => void) {
    super();
    this.#scheduler = scheduler;
    this.#work = work;
    this.add(() => this.#waiting?.unsubscribe());
  }

  schedule(state?: T, delay = 0): Subscription {
    if (this.closed) return this;
    this.#waiting?.unsubscribe();
    const waiting = this.#scheduler.delay(delay, () => {
      this.#work.call(this, state);
      // Work that was not scheduled again is done.
      if (this.#waiting === waiting) this.unsubscribe();
    });
    this.#waiting = waiting;
    return this;
  }
}
