import type { Arena } from "./arena.ts";
import { DoubleTap } from "./double-tap.ts";
import { Drag } from "./drag.ts";
import type { Gesture, GestureHost, Sample } from "./gesture.ts";
import { LongPress } from "./long-press.ts";
import { MultiTap } from "./multi-tap.ts";
import { Scale } from "./scale.ts";
import { Tap } from "./tap.ts";

/** All gestures that pointers can make on one control. A gesture whose events have no handler does not compete. */
export class Detector {
  /** Gestures that do not start on a button inside the control. */
  readonly #taps: readonly Gesture[];
  readonly #drags: readonly Gesture[];

  constructor(host: GestureHost) {
    const buttons = ["primary", "secondary", "tertiary"] as const;
    this.#taps = [
      new DoubleTap(host),
      new MultiTap(host),
      ...buttons.map((button) => new Tap(host, button)),
      ...buttons.map((button) => new LongPress(host, button)),
    ];
    this.#drags = [
      new Drag(host, "horizontalDrag"),
      new Drag(host, "verticalDrag"),
      new Drag(host, "pan"),
      new Scale(host),
    ];
  }

  /**
   * Starts gestures, because a pointer went down. With `isTapTaken`, an element inside the control handles taps itself,
   * so only drags are started.
   */
  down(sample: Sample, arena: Arena, isTapTaken = false): void {
    for (const gesture of isTapTaken ? this.#drags : [...this.#taps, ...this.#drags]) gesture.down(sample, arena);
  }

  move(sample: Sample): void {
    // Drags are moved first: if a tap gives up, a drag wins and must know how far the pointer has moved.
    for (const gesture of [...this.#drags, ...this.#taps]) gesture.move(sample);
  }

  up(sample: Sample): void {
    for (const gesture of [...this.#taps, ...this.#drags]) gesture.up(sample);
  }

  cancel(sample: Sample): void {
    for (const gesture of [...this.#taps, ...this.#drags]) gesture.cancel(sample);
  }
}
