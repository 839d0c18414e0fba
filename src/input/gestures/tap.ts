import type { Arena, ArenaMember } from "./arena.ts";
import {
  type Button,
  distance,
  type Gesture,
  type GestureHost,
  PRESS_TIME,
  positions,
  type Sample,
  subtract,
  TOUCH_SLOP,
} from "./gesture.ts";

const NAMES: { readonly [button in Button]: string } = {
  primary: "tap",
  secondary: "secondaryTap",
  tertiary: "tertiaryTap",
};

/** A tap with one button. The pointer goes up close to the point at which it went down. */
export class Tap implements Gesture, ArenaMember {
  readonly #host: GestureHost;
  readonly #button: Button;
  readonly #name: string;
  #arena: Arena | undefined;
  #start!: Sample;
  #last!: Sample;
  #isDownEmitted = false;
  #hasWon = false;
  #upSample: Sample | undefined;
  #cancelTimer: (() => void) | undefined;

  constructor(host: GestureHost, button: Button) {
    this.#host = host;
    this.#button = button;
    this.#name = NAMES[button];
  }

  down(sample: Sample, arena: Arena): void {
    const isListened = ["", "Down", "Up", "Move", "Cancel"].some((part) => this.#host.listensTo(this.#name + part));
    if (this.#arena !== undefined || sample.button !== this.#button || !isListened) return;
    this.#arena = arena;
    this.#start = this.#last = sample;
    this.#isDownEmitted = this.#hasWon = false;
    this.#upSample = undefined;
    this.#cancelTimer = this.#host.after(PRESS_TIME, () => this.#emitDown());
    arena.enter(this);
  }

  move(sample: Sample): void {
    if (this.#isOther(sample)) return;
    if (distance(this.#start, sample) > TOUCH_SLOP) return this.cancel(sample);
    if (this.#isDownEmitted && this.#button === "primary") {
      const delta = subtract(sample, this.#last);
      this.#host.emit("tapMove", { kind: sample.kind, ...positions(this.#host, sample), delta });
    }
    this.#last = sample;
  }

  up(sample: Sample): void {
    if (this.#isOther(sample)) return;
    this.#upSample = sample;
    if (this.#hasWon) this.#finish();
  }

  cancel(sample: Sample): void {
    if (this.#isOther(sample)) return;
    if (this.#hasWon) this.lost();
    else this.#arena?.yield(this);
  }

  reset(): void {
    const arena = this.#arena;
    this.#reset();
    arena?.yield(this);
  }

  won(): void {
    this.#hasWon = true;
    this.#emitDown();
    if (this.#upSample !== undefined) this.#finish();
  }

  lost(): void {
    this.#reset();
    if (this.#isDownEmitted) this.#host.emit(`${this.#name}Cancel`);
  }

  #isOther({ pointer }: Sample): boolean {
    return this.#arena === undefined || pointer !== this.#start.pointer || this.#upSample !== undefined;
  }

  #emitDown(): void {
    this.#cancelTimer?.();
    if (this.#isDownEmitted) return;
    this.#isDownEmitted = true;
    this.#host.emit(`${this.#name}Down`, this.#details(this.#start));
  }

  #finish(): void {
    this.#reset();
    this.#host.emit(`${this.#name}Up`, this.#details(this.#upSample ?? this.#start));
    if (this.#button === "primary") this.#host.emit("tap", this.#details(this.#start));
    if (this.#button === "secondary") this.#host.emit("secondaryTap");
  }

  #reset(): void {
    this.#cancelTimer?.();
    this.#arena = undefined;
  }

  #details(sample: Sample) {
    return { kind: sample.kind, ...positions(this.#host, sample) };
  }
}
