import { type SchedulerAction, type SchedulerLike, Subscription } from "rxjs";
import type { Clock } from "../../core/reactive/clock.ts";

/**
 * An RxJS scheduler on a clock: `timer(0, 1000, page.loop)`. Counts the pending work, which ends with the session.
 * @hidden
 */
export class ClockScheduler implements SchedulerLike {
  readonly #clock: Clock;
  readonly #count: (change: 1 | -1) => void;
  readonly #failed: (error: unknown) => void;
  /** In scheduled work: how much later `now` was than the monotonic time when the work was scheduled. */
  #offset = Number.NEGATIVE_INFINITY;
  /** Work that waits, or runs. `undefined` when the session has ended. */
  #actions: Set<Subscription> | undefined = new Set();

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
    // Work that schedules itself again would keep the session in memory forever.
    if (this.#actions === undefined) return Subscription.EMPTY;
    const action = new ClockAction(this, work);
    this.#actions.add(action);
    action.add(() => this.#actions?.delete(action));
    return action.schedule(state, delay);
  }

  /** @internal Ends all work, because the session has ended. Later work is not started. */
  dispose(): void {
    const actions = this.#actions ?? [];
    this.#actions = undefined;
    for (const action of actions) this.#guard(() => action.unsubscribe());
  }

  /** @internal */
  delay(ms: number, callback: () => void): Subscription {
    this.#count(1);
    const offset = this.now() - this.#clock.monotonic();
    const cancel = this.#clock.after(ms, () => {
      waiting.unsubscribe();
      this.#offset = offset;
      this.#guard(callback);
      this.#offset = Number.NEGATIVE_INFINITY;
    });
    const waiting = new Subscription(() => {
      cancel();
      this.#count(-1);
    });
    return waiting;
  }

  /** Runs code of the app. An uncaught error would end the process. */
  #guard(callback: () => void): void {
    try {
      callback();
    } catch (error) {
      this.#failed(error);
    }
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
