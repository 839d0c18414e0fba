import type { Arena, Contender } from "./arena.ts";
import {
  type Button,
  distance,
  type Gesture,
  type GestureHost,
  minus,
  PRESS_TIME,
  places,
  type Sample,
  TAP_REACH,
} from "./gesture.ts";

const NAMES: { readonly [button in Button]: string } = {
  primary: "tap",
  secondary: "secondaryTap",
  tertiary: "tertiaryTap",
};

/** A press of one button that goes up where it went down. */
export class Tap implements Gesture, Contender {
  readonly #host: GestureHost;
  readonly #button: Button;
  readonly #name: string;
  #arena: Arena | undefined;
  #start!: Sample;
  #last!: Sample;
  #isTold = false;
  #hasWon = false;
  #end: Sample | undefined;
  #stop: (() => void) | undefined;

  constructor(host: GestureHost, button: Button) {
    this.#host = host;
    this.#button = button;
    this.#name = NAMES[button];
  }

  down(sample: Sample, arena: Arena): void {
    const isHeard = ["", "Down", "Up", "Move", "Cancel"].some((part) => this.#host.hears(this.#name + part));
    if (this.#arena !== undefined || sample.button !== this.#button || !isHeard) return;
    this.#arena = arena;
    this.#start = this.#last = sample;
    this.#isTold = this.#hasWon = false;
    this.#end = undefined;
    this.#stop = this.#host.after(PRESS_TIME, () => this.#tellDown());
    arena.enter(this);
  }

  move(sample: Sample): void {
    if (this.#isOther(sample)) return;
    if (distance(this.#start, sample) > TAP_REACH) return this.cancel(sample);
    if (this.#isTold && this.#button === "primary") {
      const delta = minus(sample, this.#last);
      this.#host.emit("tapMove", { kind: sample.kind, ...places(this.#host, sample), delta });
    }
    this.#last = sample;
  }

  up(sample: Sample): void {
    if (this.#isOther(sample)) return;
    this.#end = sample;
    if (this.#hasWon) this.#finish();
  }

  cancel(sample: Sample): void {
    if (this.#isOther(sample)) return;
    if (this.#hasWon) this.lost();
    else this.#arena?.yield(this);
  }

  won(): void {
    this.#hasWon = true;
    this.#tellDown();
    if (this.#end !== undefined) this.#finish();
  }

  lost(): void {
    this.#reset();
    if (this.#isTold) this.#host.emit(`${this.#name}Cancel`);
  }

  #isOther({ pointer }: Sample): boolean {
    return this.#arena === undefined || pointer !== this.#start.pointer || this.#end !== undefined;
  }

  #tellDown(): void {
    this.#stop?.();
    if (this.#isTold) return;
    this.#isTold = true;
    this.#host.emit(`${this.#name}Down`, this.#details(this.#start));
  }

  #finish(): void {
    this.#reset();
    this.#host.emit(`${this.#name}Up`, this.#details(this.#end ?? this.#start));
    if (this.#button === "primary") this.#host.emit("tap", this.#details(this.#start));
    if (this.#button === "secondary") this.#host.emit("secondaryTap");
  }

  #reset(): void {
    this.#stop?.();
    this.#arena = undefined;
  }

  #details(sample: Sample) {
    return { kind: sample.kind, ...places(this.#host, sample) };
  }
}
