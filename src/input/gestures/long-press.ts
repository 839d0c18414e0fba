import type { Arena, ArenaMember } from "./arena.ts";
import {
  type Button,
  distance,
  type GestureHost,
  LONG_PRESS_TIME,
  type Movement,
  positions,
  type Sample,
  subtract,
  ThrottledReport,
  TOUCH_SLOP,
  Velocity,
} from "./gesture.ts";

const NAMES: { readonly [button in Button]: string } = {
  primary: "longPress",
  secondary: "secondaryLongPress",
  tertiary: "tertiaryLongPress",
};
const PARTS: readonly string[] = ["", "Down", "Cancel", "Start", "MoveUpdate", "Up", "End"];

/** A long press of one button. Once it is recognized, the pointer may move anywhere. */
export class LongPress implements Movement, ArenaMember {
  readonly #host: GestureHost;
  readonly #button: Button;
  readonly #name: string;
  readonly #report: ThrottledReport;
  #arena: Arena | undefined;
  #start!: Sample;
  #last!: Sample;
  #isLong = false;
  #velocity = new Velocity();
  #cancelTimer: (() => void) | undefined;

  constructor(host: GestureHost, button: Button) {
    this.#host = host;
    this.#button = button;
    this.#name = NAMES[button];
    this.#report = new ThrottledReport(host, () => this.#emitMove());
  }

  down(sample: Sample, arena: Arena): void {
    const isListened = PARTS.some((part) => this.#host.listensTo(this.#name + part));
    if (this.#arena !== undefined || sample.button !== this.#button || !isListened) return;
    this.#arena = arena;
    this.#start = this.#last = sample;
    this.#isLong = false;
    this.#velocity = new Velocity();
    this.#cancelTimer = this.#host.after(LONG_PRESS_TIME, () => this.#begin());
    arena.enter(this);
    this.#host.emit(`${this.#name}Down`, { kind: sample.kind, ...positions(this.#host, sample) });
  }

  move(sample: Sample): void {
    if (this.#isOther(sample)) return;
    if (!this.#isLong) {
      if (distance(this.#start, sample) > TOUCH_SLOP) this.cancel(sample);
      return;
    }
    this.#velocity.add(sample, sample.time);
    this.#last = sample;
    this.#report.schedule();
  }

  up(sample: Sample): void {
    if (this.#isOther(sample)) return;
    if (!this.#isLong) return this.cancel(sample);
    this.#report.flush();
    this.#arena = undefined;
    const velocity = this.#velocity.at(sample.time);
    this.#host.emit(`${this.#name}End`, { ...positions(this.#host, sample), velocity });
    this.#host.emit(`${this.#name}Up`);
  }

  cancel(sample: Sample): void {
    if (this.#isOther(sample)) return;
    if (this.#isLong) this.up(sample);
    else if (this.#arena?.isOver === true) this.lost();
    else this.#arena?.yield(this);
  }

  reset(): void {
    this.#report.cancel();
    this.#cancelTimer?.();
    const arena = this.#arena;
    if (!this.#isLong) arena?.yield(this);
    this.#arena = undefined;
  }

  /** A long press is made by waiting, never by moving. */
  progress(): undefined {}

  holds(pointer: number): boolean {
    return this.#arena !== undefined && this.#isLong && pointer === this.#start.pointer;
  }

  won(): void {
    // Winning is not enough: a press becomes a long press only by its duration.
  }

  lost(): void {
    this.#cancelTimer?.();
    this.#arena = undefined;
    this.#host.emit(`${this.#name}Cancel`);
  }

  #isOther({ pointer }: Sample): boolean {
    return this.#arena === undefined || pointer !== this.#start.pointer;
  }

  #begin(): void {
    this.#isLong = true;
    this.#host.capture(this.#start.pointer);
    this.#arena?.claim(this);
    this.#host.emit(`${this.#name}Start`, positions(this.#host, this.#start));
    this.#host.emit(this.#name);
  }

  #emitMove(): void {
    const offset = subtract(this.#last, this.#start);
    this.#host.emit(`${this.#name}MoveUpdate`, {
      ...positions(this.#host, this.#last),
      offsetFromOrigin: offset,
      localOffsetFromOrigin: offset,
    });
  }
}
