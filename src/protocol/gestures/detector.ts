import type { Arena } from "./arena.ts";
import { DoubleTap } from "./double-tap.ts";
import { Drag } from "./drag.ts";
import type { Gesture, GestureHost, Sample } from "./gesture.ts";
import { LongPress } from "./long-press.ts";
import { MultiTap } from "./multi-tap.ts";
import { Scale } from "./scale.ts";
import { Tap } from "./tap.ts";

/** All that pointers may do with one control. What it does not listen to takes no part. */
export class Detector {
  /** What gives way to a button that stands inside. */
  readonly #taps: readonly Gesture[];
  readonly #pulls: readonly Gesture[];

  constructor(host: GestureHost) {
    const buttons = ["primary", "secondary", "tertiary"] as const;
    this.#taps = [
      new DoubleTap(host),
      new MultiTap(host),
      ...buttons.map((button) => new Tap(host, button)),
      ...buttons.map((button) => new LongPress(host, button)),
    ];
    this.#pulls = [
      new Drag(host, "horizontalDrag"),
      new Drag(host, "verticalDrag"),
      new Drag(host, "pan"),
      new Scale(host),
    ];
  }

  /** A pointer came down, on something inside that takes taps itself, or not. */
  down(sample: Sample, arena: Arena, isTaken = false): void {
    for (const gesture of isTaken ? this.#pulls : [...this.#taps, ...this.#pulls]) gesture.down(sample, arena);
  }

  move(sample: Sample): void {
    for (const gesture of [...this.#taps, ...this.#pulls]) gesture.move(sample);
  }

  up(sample: Sample): void {
    for (const gesture of [...this.#taps, ...this.#pulls]) gesture.up(sample);
  }

  cancel(sample: Sample): void {
    for (const gesture of [...this.#taps, ...this.#pulls]) gesture.cancel(sample);
  }
}
