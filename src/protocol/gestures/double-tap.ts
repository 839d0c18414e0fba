import type { Arena, Contender } from "./arena.ts";
import {
  DOUBLE_TAP_LEAST_TIME,
  DOUBLE_TAP_REACH,
  DOUBLE_TAP_TIME,
  distance,
  type Gesture,
  type GestureHost,
  places,
  type Sample,
  TAP_REACH,
} from "./gesture.ts";

interface Press {
  readonly start: Sample;
  readonly arena: Arena;
}

/**
 * Two taps in one place, one soon after the other. A single tap must wait until it is certain that no second one
 * follows.
 */
export class DoubleTap implements Gesture, Contender {
  readonly #host: GestureHost;
  #first: Press | undefined;
  #second: Press | undefined;
  /** Whether the first tap is done, so that the second one can follow. */
  #isWaiting = false;
  #stop: (() => void) | undefined;

  constructor(host: GestureHost) {
    this.#host = host;
  }

  down(sample: Sample, arena: Arena): void {
    const isHeard = ["doubleTap", "doubleTapDown", "doubleTapCancel"].some((event) => this.#host.hears(event));
    if (sample.button !== "primary" || !isHeard || this.#second !== undefined) return;
    const press = { start: sample, arena };
    if (this.#first !== undefined) {
      const isSecond =
        this.#isWaiting &&
        distance(this.#first.start, sample) <= DOUBLE_TAP_REACH &&
        sample.time - this.#first.start.time >= DOUBLE_TAP_LEAST_TIME;
      if (isSecond) {
        this.#stop?.();
        this.#second = press;
        arena.enter(this);
        this.#host.emit("doubleTapDown", { kind: sample.kind, ...places(this.#host, sample) });
        return;
      }
      this.#giveUp();
    }
    this.#first = press;
    arena.enter(this);
  }

  move(sample: Sample): void {
    const press = this.#pressOf(sample);
    if (press !== undefined && distance(press.start, sample) > TAP_REACH) this.#giveUp();
  }

  up(sample: Sample): void {
    const press = this.#pressOf(sample);
    if (press === undefined) return;
    if (press === this.#second) {
      const { arena } = this.#first as Press;
      this.#reset();
      arena.claim(this);
      press.arena.claim(this);
      this.#host.emit("doubleTap");
      return;
    }
    this.#isWaiting = true;
    press.arena.hold(this);
    this.#stop = this.#host.after(DOUBLE_TAP_TIME, () => this.#giveUp());
  }

  cancel(sample: Sample): void {
    if (this.#pressOf(sample) !== undefined) this.#giveUp();
  }

  won(): void {
    // The gesture finds out in `up` that both taps are done.
  }

  lost(arena: Arena): void {
    if (arena === this.#first?.arena || arena === this.#second?.arena) this.#giveUp();
  }

  #pressOf({ pointer }: Sample): Press | undefined {
    if (this.#second !== undefined) return this.#second.start.pointer === pointer ? this.#second : undefined;
    return this.#isWaiting || this.#first?.start.pointer !== pointer ? undefined : this.#first;
  }

  #giveUp(): void {
    const [first, second] = [this.#first, this.#second];
    this.#reset();
    if (second !== undefined) this.#host.emit("doubleTapCancel");
    first?.arena.yield(this);
    second?.arena.yield(this);
  }

  #reset(): void {
    this.#stop?.();
    this.#first = this.#second = undefined;
    this.#isWaiting = false;
  }
}
