import type { Arena } from "./arena.ts";
import { DoubleTap } from "./double-tap.ts";
import { Drag } from "./drag.ts";
import type { Gesture, GestureHost, Movement, Sample } from "./gesture.ts";
import { LongPress } from "./long-press.ts";
import { MultiTap } from "./multi-tap.ts";
import { Scale } from "./scale.ts";
import { Tap } from "./tap.ts";

/** All gestures that pointers can make on one control. A gesture whose events have no handler does not compete. */
export class Detector {
  /** Gestures that do not start on a button inside the control. */
  readonly #taps: readonly Gesture[];
  readonly #drags: readonly Movement[];
  /** Gestures that keep a pointer, wherever it moves. */
  readonly #movements: readonly Movement[];
  #isMuted = false;

  constructor(host: GestureHost) {
    const own: GestureHost = {
      ...host,
      emit: (event, data) => {
        if (!this.#isMuted) host.emit(event, data);
      },
    };
    const buttons = ["primary", "secondary", "tertiary"] as const;
    const longPresses = buttons.map((button) => new LongPress(own, button));
    this.#taps = [
      new DoubleTap(own),
      new MultiTap(own),
      ...buttons.map((button) => new Tap(own, button)),
      ...longPresses,
    ];
    this.#drags = [
      new Drag(own, "horizontalDrag"),
      new Drag(own, "verticalDrag"),
      new Drag(own, "pan"),
      new Scale(own),
    ];
    this.#movements = [...this.#drags, ...longPresses];
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

  /**
   * Forgets all pointers without an event, because the control can no longer be used. The server ends what goes on.
   * Gestures of other controls may win instead.
   */
  reset(): void {
    this.#isMuted = true;
    for (const gesture of [...this.#taps, ...this.#drags]) gesture.reset();
    this.#isMuted = false;
  }

  /**
   * Returns how far a pointer is on the way to a drag, of which at least 1 makes one. Undefined if no drag competes for
   * the pointer.
   */
  progress(sample: Sample): number | undefined {
    const all = this.#movements.map((gesture) => gesture.progress(sample)).filter((share) => share !== undefined);
    return all.length === 0 ? undefined : Math.max(...all);
  }

  /** Returns whether a pointer makes a gesture that goes on wherever it moves. */
  holds(pointer: number): boolean {
    return this.#movements.some((gesture) => gesture.holds(pointer));
  }
}
