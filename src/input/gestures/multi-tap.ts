import { distance, type Gesture, type GestureHost, LONG_PRESS_TIME, type Sample, TOUCH_SLOP } from "./gesture.ts";

/** A tap or a long press of several fingers at once. It does not compete with other gestures. */
export class MultiTap implements Gesture {
  readonly #host: GestureHost;
  readonly #starts = new Map<number, Sample>();
  #touches = 0;
  #isRejected = false;
  #cancelTimer: (() => void) | undefined;

  constructor(host: GestureHost) {
    this.#host = host;
  }

  down(sample: Sample): void {
    if (sample.button !== "primary") return;
    if (this.#starts.size === 0) this.#isRejected = false;
    this.#starts.set(sample.pointer, sample);
    this.#touches = this.#starts.size;
    this.#cancelTimer?.();
    if (this.#touches !== this.#host.multiTapTouches()) return;
    this.#cancelTimer = this.#host.after(LONG_PRESS_TIME, () => {
      this.#isRejected = true;
      this.#host.emit("multiLongPress");
    });
  }

  move(sample: Sample): void {
    const start = this.#starts.get(sample.pointer);
    if (start !== undefined && distance(start, sample) > TOUCH_SLOP) this.#reject();
  }

  up({ pointer }: Sample): void {
    if (!this.#starts.delete(pointer)) return;
    this.#cancelTimer?.();
    if (this.#starts.size > 0 || this.#isRejected) return;
    this.#host.emit("multiTap", this.#touches === this.#host.multiTapTouches());
  }

  cancel({ pointer }: Sample): void {
    if (this.#starts.delete(pointer)) this.#reject();
  }

  reset(): void {
    this.#starts.clear();
    this.#reject();
  }

  #reject(): void {
    this.#cancelTimer?.();
    this.#isRejected = true;
  }
}
