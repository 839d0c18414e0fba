import { type SchedulerAction, type SchedulerLike, Subscription } from "rxjs";

/** Everything that is "later": replaced as a whole in tests. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` once, `ms` from now. The result cancels it. What is idle keeps no process alive. */
  after(ms: number, run: () => void, isIdle?: boolean): () => void;
  /** Calls `run` once the current turn of the event loop is over. */
  turnEnd(run: () => void): void;
}

/** Milliseconds, some 25 days: a longer timer would come at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The clock of the machine. */
export const realClock: Clock = {
  now: () => Date.now(),
  after(ms, run, isIdle = false) {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (left: number): void => {
      timer =
        left > LONGEST_TIMER ? setTimeout(() => wait(left - LONGEST_TIMER), LONGEST_TIMER) : setTimeout(run, left);
      // A browser's timer is a number.
      if (isIdle) (timer as { unref?: () => void }).unref?.();
    };
    wait(ms);
    return () => clearTimeout(timer);
  },
  turnEnd(run) {
    if (turn.push(run) === 1) atTurnEnd(endTurn);
  },
};

/** What all sessions do at the end of this turn: one immediate for all of them. */
let turn: (() => void)[] = [];

function endTurn(): void {
  const runs = turn;
  turn = [];
  for (const run of runs) {
    try {
      run();
    } catch (error) {
      // It is not the next session's: as it would have been in an immediate of its own.
      setTimeout(() => {
        throw error;
      }, 0);
    }
  }
}

/** Real end of turn: promises that are ready run before it. */
export function atTurnEnd(run: () => void): void {
  if (typeof setImmediate === "function") setImmediate(run);
  else setTimeout(run, 0);
}

/** An RxJS scheduler on a clock: `timer(0, 1000, page.loop)`. Counts what is waiting. */
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
  wait(ms: number, run: () => void): Subscription {
    this.#count(1);
    const cancel = this.#clock.after(ms, () => {
      waiting.unsubscribe();
      // Thrown on, it would be nobody's and end the process.
      try {
        run();
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

/** One piece of work, which may ask to run again: what RxJS calls an action. */
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
    const waiting = this.#scheduler.wait(delay, () => {
      this.#work.call(this, state);
      // Work that did not ask to run again is done.
      if (this.#waiting === waiting) this.unsubscribe();
    });
    this.#waiting = waiting;
    return this;
  }
}
