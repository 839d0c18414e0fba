import type { Json } from "../messages.ts";
import type { Arena } from "./arena.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Button = "primary" | "secondary" | "tertiary";
export type PointerKind = "touch" | "mouse" | "stylus" | "unknown";

/** Where a pointer is, in pixels from the window's top left corner, and when, in milliseconds. */
export interface Sample extends Point {
  readonly pointer: number;
  readonly kind: PointerKind;
  readonly button: Button;
  readonly time: number;
}

/** Whose gestures they are. */
export interface GestureHost {
  hears(event: string): boolean;
  emit(event: string, data?: Json): void;
  /** A point of the window, from the control's top left corner. */
  local(point: Point): Point;
  /** Runs something later; returns what stops it. */
  after(ms: number, run: () => void): () => void;
  /** The pointer goes on with a gesture that is no click, wherever it goes. */
  capture(pointer: number): void;
  /** Milliseconds between two reports of what goes on. */
  interval(): number;
  /** How many fingers a tap with several has. */
  touches(): number;
}

/** Something that a pointer may do. */
export interface Gesture {
  down(sample: Sample, arena: Arena): void;
  move(sample: Sample): void;
  up(sample: Sample): void;
  /** The browser took the pointer away. */
  cancel(sample: Sample): void;
}

/** Milliseconds and pixels, as in Flutter. */
export const PRESS_TIME = 100;
export const LONG_PRESS_TIME = 500;
export const DOUBLE_TAP_TIME = 300;
export const DOUBLE_TAP_LEAST_TIME = 40;
export const DOUBLE_TAP_REACH = 100;
export const TAP_REACH = 18;

/** How far a pointer goes before it drags: fingers tremble, mice do not. */
export function dragReach(kind: PointerKind): number {
  return kind === "mouse" ? 1 : TAP_REACH;
}

export function distance(from: Point, to: Point): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

export function minus(to: Point, from: Point): { x: number; y: number } {
  return { x: to.x - from.x, y: to.y - from.y };
}

export function at(point: Point): { x: number; y: number } {
  return { x: point.x, y: point.y };
}

/** Where something happened, in both ways to say it. */
export function places(host: GestureHost, point: Point): { localPosition: Json; globalPosition: Json } {
  return { localPosition: at(host.local(point)), globalPosition: at(point) };
}

/** Milliseconds back that a velocity is measured over. */
const RECENT = 100;

/** How fast a pointer goes, in pixels a second. */
export class Velocity {
  #samples: { at: Point; time: number }[] = [];

  add(point: Point, time: number): void {
    this.#samples.push({ at: at(point), time });
    while ((this.#samples[0]?.time ?? time) < time - RECENT) this.#samples.shift();
  }

  /** At a time: a pointer that has come to rest has none. */
  at(time: number): { x: number; y: number } {
    const recent = this.#samples.filter((sample) => sample.time >= time - RECENT);
    const [first, last] = [recent[0], recent.at(-1)];
    if (first === undefined || last === undefined || last.time <= first.time) return { x: 0, y: 0 };
    const { x, y } = minus(last.at, first.at);
    const seconds = (last.time - first.time) / 1000;
    return { x: x / seconds, y: y / seconds };
  }
}

/** Tells of what goes on at most once an interval, and always of the last. */
export class Report {
  readonly #host: GestureHost;
  readonly #tell: () => void;
  #stop: (() => void) | undefined;
  #isDue = false;

  constructor(host: GestureHost, tell: () => void) {
    this.#host = host;
    this.#tell = tell;
  }

  /** There is something new. */
  due(): void {
    this.#isDue = true;
    if (this.#stop === undefined) this.#run();
  }

  /** Tells what has not been told, now. */
  flush(): void {
    this.#stop?.();
    this.#stop = undefined;
    if (!this.#isDue) return;
    this.#isDue = false;
    this.#tell();
  }

  #run(): void {
    this.#isDue = false;
    this.#tell();
    this.#stop = this.#host.after(this.#host.interval(), () => {
      this.#stop = undefined;
      if (this.#isDue) this.#run();
    });
  }
}
