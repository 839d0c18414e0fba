import { distance, type Gesture, type GestureHost, LONG_PRESS_TIME, type Sample, TAP_REACH } from "./gesture.ts";

/** A tap or a long press of several fingers at once. It does not compete with other gestures. */
export class MultiTap implements Gesture {
  readonly #host: GestureHost;
  readonly #starts = new Map<number, Sample>();
  #most = 0;
  #isOff = false;
  #stop: (() => void) | undefined;

  constructor(host: GestureHost) {
    this.#host = host;
  }

  down(sample: Sample): void {
    if (sample.button !== "primary") return;
    if (this.#starts.size === 0) this.#isOff = false;
    this.#starts.set(sample.pointer, sample);
    this.#most = this.#starts.size;
    this.#stop?.();
    if (this.#most !== this.#host.touches()) return;
    this.#stop = this.#host.after(LONG_PRESS_TIME, () => {
      this.#isOff = true;
      this.#host.emit("multiLongPress");
    });
  }

  move(sample: Sample): void {
    const start = this.#starts.get(sample.pointer);
    if (start !== undefined && distance(start, sample) > TAP_REACH) this.#giveUp();
  }

  up({ pointer }: Sample): void {
    if (!this.#starts.delete(pointer)) return;
    this.#stop?.();
    if (this.#starts.size > 0 || this.#isOff) return;
    this.#host.emit("multiTap", this.#most === this.#host.touches());
  }

  cancel({ pointer }: Sample): void {
    if (this.#starts.delete(pointer)) this.#giveUp();
  }

  #giveUp(): void {
    this.#stop?.();
    this.#isOff = true;
  }
}
