import type { Json } from "../../protocol/messages.ts";
import type { Arena } from "./arena.ts";

/** A point, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Button = "primary" | "secondary" | "tertiary";
export type PointerKind = "touch" | "mouse" | "stylus" | "unknown";

/** Position of a pointer, in pixels from the top left corner of the viewport, and time, in milliseconds. */
export interface Sample extends Point {
  readonly pointer: number;
  readonly kind: PointerKind;
  readonly button: Button;
  readonly time: number;
}

/** The control whose gestures are recognized. */
export interface GestureHost {
  listensTo(event: string): boolean;
  emit(event: string, data?: Json): void;
  /** Converts a point of the viewport to the control's coordinates, from its top left corner. */
  local(point: Point): Point;
  /** Runs a callback after `ms` milliseconds. Returns a function that cancels it. */
  after(ms: number, callback: () => void): () => void;
  /** Keeps the pointer's events on this control wherever it moves, and suppresses the click that would follow. */
  capture(pointer: number): void;
  /** Returns the milliseconds between two reports of a continuing gesture. */
  interval(): number;
  /** Returns the number of fingers of a multi-finger tap. */
  multiTapTouches(): number;
}

/** A gesture that a pointer can make. */
export interface Gesture {
  down(sample: Sample, arena: Arena): void;
  move(sample: Sample): void;
  up(sample: Sample): void;
  /** Ends the gesture, because the browser took the pointer away. */
  cancel(sample: Sample): void;
  /** Forgets all pointers, because the control can no longer be used. A new gesture needs a new pointer. */
  reset(): void;
}

/** A gesture that moving makes, and that keeps its pointer wherever it moves. */
export interface Movement extends Gesture {
  /**
   * Returns how far a pointer is on the way to make this gesture: 1 is there. Undefined if the gesture does not compete
   * for the pointer.
   */
  progress(sample: Sample): number | undefined;
  /** Returns whether the pointer makes this gesture. */
  holds(pointer: number): boolean;
}

/**
 * Time after which a pressed pointer is reported as a press, in milliseconds. This value and those below are Flutter's.
 */
export const PRESS_TIME = 100;
/** Time after which a press is a long press, in milliseconds. */
export const LONG_PRESS_TIME = 500;
/** Maximum time from the end of the first tap to the start of the second tap, in milliseconds. */
export const DOUBLE_TAP_TIME = 300;
/** Minimum time from the start of the first tap to the start of the second tap, in milliseconds. */
export const DOUBLE_TAP_MIN_TIME = 40;
/** Maximum distance between the two taps of a double tap, in pixels. */
export const DOUBLE_TAP_SLOP = 100;
/** Maximum distance that a pointer may move during a tap or before a long press, in pixels. */
export const TOUCH_SLOP = 18;

/** Returns the distance in pixels after which a pointer drags. It is larger for fingers, because they tremble. */
export function dragSlop(kind: PointerKind): number {
  return kind === "mouse" ? 1 : TOUCH_SLOP;
}

/** Returns the distance between two points, in pixels. */
export function distance(from: Point, to: Point): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** Returns the vector from `from` to `to`. */
export function subtract(to: Point, from: Point): { x: number; y: number } {
  return { x: to.x - from.x, y: to.y - from.y };
}

/** Returns a plain point, without the other members of a sample. */
export function toXY(point: Point): { x: number; y: number } {
  return { x: point.x, y: point.y };
}

/** Returns a position relative to the control and relative to the viewport. */
export function positions(host: GestureHost, point: Point): { localPosition: Json; globalPosition: Json } {
  return { localPosition: toXY(host.local(point)), globalPosition: toXY(point) };
}

/** Period over which a velocity is measured, in milliseconds. */
const VELOCITY_WINDOW = 100;

/** Measures the velocity of a pointer, in pixels per second. */
export class Velocity {
  #samples: { at: Point; time: number }[] = [];

  add(point: Point, time: number): void {
    this.#samples.push({ at: toXY(point), time });
    while ((this.#samples[0]?.time ?? time) < time - VELOCITY_WINDOW) this.#samples.shift();
  }

  /** Returns the velocity at a time. It is 0 for a pointer that has come to rest. */
  at(time: number): { x: number; y: number } {
    const recent = this.#samples.filter((sample) => sample.time >= time - VELOCITY_WINDOW);
    const [first, last] = [recent[0], recent.at(-1)];
    if (first === undefined || last === undefined || last.time <= first.time) return { x: 0, y: 0 };
    const { x, y } = subtract(last.at, first.at);
    const seconds = (last.time - first.time) / 1000;
    return { x: x / seconds, y: y / seconds };
  }
}

/** Limits the reports of a continuing gesture to one per interval. The last state is always reported. */
export class ThrottledReport {
  readonly #host: GestureHost;
  readonly #emit: () => void;
  #cancelTimer: (() => void) | undefined;
  #isDue = false;

  constructor(host: GestureHost, emit: () => void) {
    this.#host = host;
    this.#emit = emit;
  }

  /** Schedules a report of a new state. It is emitted at once if an interval has passed since the last report. */
  schedule(): void {
    this.#isDue = true;
    if (this.#cancelTimer === undefined) this.#emitNow();
  }

  /** Emits a scheduled report now. */
  flush(): void {
    const isDue = this.#isDue;
    this.cancel();
    if (isDue) this.#emit();
  }

  /** Drops a scheduled report. */
  cancel(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#isDue = false;
  }

  #emitNow(): void {
    this.#isDue = false;
    this.#emit();
    this.#cancelTimer = this.#host.after(this.#host.interval(), () => {
      this.#cancelTimer = undefined;
      if (this.#isDue) this.#emitNow();
    });
  }
}
