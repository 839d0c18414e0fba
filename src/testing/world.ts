import { PubSubHub } from "../core/pubsub.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** Turns waited for at most: sessions that answer each other for ever are not waited for. */
const MOST_TURNS = 100;

/** What the people of one app share: the clock, and what passes messages between their sessions. */
export class World {
  readonly clock: VirtualClock;
  readonly hub: PubSubHub = new PubSubHub();

  constructor(now: number) {
    this.clock = new VirtualClock(now);
  }

  /** Waits for promises that are ready and messages on their way: every session flushes at the end of the turn. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      await new Promise<void>((resolve) => this.clock.turnEnd(resolve));
      if (!this.clock.isTurnEndDue) return;
    }
  }

  /** Lets time pass for all: at each instant at which something is due, timers, then promises, then a flush. */
  async advance(ms: number): Promise<void> {
    const { clock } = this;
    const end = clock.now() + ms;
    await this.settle();
    for (let next = clock.next; next !== undefined && next <= end; next = clock.next) {
      clock.runUntil(next);
      await this.settle();
    }
    clock.runUntil(end);
    await this.settle();
  }
}
