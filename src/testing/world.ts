import { PubSubHub } from "../core/pubsub.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** Largest number of turns to wait. Sessions that answer each other endlessly would otherwise never settle. */
const MOST_TURNS = 100;

/** State that all sessions of a test share: the clock, and the hub that passes messages between sessions. */
export class World {
  readonly clock: VirtualClock;
  readonly hub: PubSubHub = new PubSubHub();

  constructor(now: number) {
    this.clock = new VirtualClock(now);
  }

  /** Waits for resolved promises and messages in transit. Every session flushes at the end of a turn. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      await new Promise<void>((resolve) => this.clock.turnEnd(resolve));
      if (!this.clock.isTurnEndDue) return;
    }
  }

  /**
   * Advances the time of all sessions. At each instant at which timers are due, runs timers, then promises, then a
   * flush.
   */
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
