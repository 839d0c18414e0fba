import type { Arena, ArenaMember } from "./arena.ts";
import {
  DOUBLE_TAP_MIN_TIME,
  DOUBLE_TAP_SLOP,
  DOUBLE_TAP_TIME,
  distance,
  type Gesture,
  type GestureHost,
  positions,
  type Sample,
  TOUCH_SLOP,
} from "./gesture.ts";

interface Press {
  readonly start: Sample;
  readonly arena: Arena;
}

/**
 * Two taps in one place, one soon after the other. A single tap must wait until it is certain that no second one
 * follows.
 */
export class DoubleTap implements Gesture, ArenaMember {
  readonly #host: GestureHost;
  #first: Press | undefined;
  #second: Press | undefined;
  /** Whether the first tap is done, so that the second one can follow. */
  #isWaiting = false;
  #cancelTimer: (() => void) | undefined;

  constructor(host: GestureHost) {
    this.#host = host;
  }

  down(sample: Sample, arena: Arena): void {
    const isListened = ["doubleTap", "doubleTapDown", "doubleTapCancel"].some((event) => this.#host.listensTo(event));
    if (sample.button !== "primary" || !isListened || this.#second !== undefined) return;
    const press = { start: sample, arena };
    if (this.#first !== undefined) {
      const isSecond =
        this.#isWaiting &&
        distance(this.#first.start, sample) <= DOUBLE_TAP_SLOP &&
        sample.time - this.#first.start.time >= DOUBLE_TAP_MIN_TIME;
      if (isSecond) {
        this.#cancelTimer?.();
        this.#second = press;
        arena.enter(this);
        this.#host.emit("doubleTapDown", { kind: sample.kind, ...positions(this.#host, sample) });
        return;
      }
      this.#reject();
    }
    this.#first = press;
    arena.enter(this);
  }

  move(sample: Sample): void {
    const press = this.#pressOf(sample);
    if (press !== undefined && distance(press.start, sample) > TOUCH_SLOP) this.#reject();
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
    this.#cancelTimer = this.#host.after(DOUBLE_TAP_TIME, () => this.#reject());
  }

  cancel(sample: Sample): void {
    if (this.#pressOf(sample) !== undefined) this.#reject();
  }

  reset(): void {
    if (this.#first !== undefined) this.#reject();
  }

  won(): void {
    // Winning is not enough: `up` emits the event after the second tap.
  }

  lost(arena: Arena): void {
    if (arena === this.#first?.arena || arena === this.#second?.arena) this.#reject();
  }

  #pressOf({ pointer }: Sample): Press | undefined {
    if (this.#second !== undefined) return this.#second.start.pointer === pointer ? this.#second : undefined;
    return this.#isWaiting || this.#first?.start.pointer !== pointer ? undefined : this.#first;
  }

  #reject(): void {
    const [first, second] = [this.#first, this.#second];
    this.#reset();
    if (second !== undefined) this.#host.emit("doubleTapCancel");
    first?.arena.yield(this);
    second?.arena.yield(this);
  }

  #reset(): void {
    this.#cancelTimer?.();
    this.#first = this.#second = undefined;
    this.#isWaiting = false;
  }
}
