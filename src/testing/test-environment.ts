import { PubSubHub } from "../controls/page/pubsub.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** Largest number of turns to wait. Sessions that answer each other endlessly would otherwise never settle. */
const MAX_TURNS = 100;

/** State that all sessions of a test share: the clock, and the hub that passes messages between sessions. */
export class TestEnvironment {
  readonly clock: VirtualClock;
  readonly hub: PubSubHub = new PubSubHub();

  constructor(now: number) {
    this.clock = new VirtualClock(now);
  }

  /** Waits for resolved promises and messages in transit. Every session flushes at the end of a turn. */
  async waitUntilIdle(): Promise<void> {
    for (let turn = 0; turn < MAX_TURNS; turn++) {
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
    await this.waitUntilIdle();
    for (let next = clock.next; next !== undefined && next <= end; next = clock.next) {
      clock.runUntil(next);
      await this.waitUntilIdle();
    }
    clock.runUntil(end);
    await this.waitUntilIdle();
  }
}
