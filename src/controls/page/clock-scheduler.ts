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
  /** In scheduled work: how much later `now` was than the monotonic time when the work was scheduled. */
  #offset = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, count: (change: 1 | -1) => void, failed: (error: unknown) => void) {
    this.#clock = clock;
    this.#count = count;
    this.#failed = failed;
  }

  /**
   * Returns the wall time, which `timer(date)` needs. While scheduled work runs, the time is never before the time of
   * its scheduling plus the delay: `debounceTime` compares both, and would wait for hours if the machine's clock was
   * set back in between.
   */
  now(): number {
    return Math.max(this.#clock.now(), this.#clock.monotonic() + this.#offset);
  }

  schedule<T>(work: (this: SchedulerAction<T>, state?: T) => void, delay = 0, state?: T): Subscription {
    return new ClockAction(this, work).schedule(state, delay);
  }

  /** @internal */
  delay(ms: number, callback: () => void): Subscription {
    this.#count(1);
    const offset = this.now() - this.#clock.monotonic();
    const cancel = this.#clock.after(ms, () => {
      waiting.unsubscribe();
      this.#offset = offset;
      // An uncaught error would end the process.
      try {
        callback();
      } catch (error) {
        this.#failed(error);
      } finally {
        this.#offset = Number.NEGATIVE_INFINITY;
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
