import { VirtualClock } from "../../../src/testing/virtual-clock.ts";

/** A virtual clock whose wall time can be set, as an operator or a time server sets the clock of a machine. */
export class ShiftedClock extends VirtualClock {
  /** Milliseconds that the wall time is ahead. */
  shift = 0;

  override now(): number {
    return super.now() + this.shift;
  }

  /** Lets time pass, in steps that are as short as those of real timers. */
  async pass(ms: number, turns = 25): Promise<void> {
    const end = this.monotonic() + ms;
    for (let { next } = this; next !== undefined && next <= end; { next } = this) {
      this.runUntil(next);
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    }
    this.runUntil(end);
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
}
