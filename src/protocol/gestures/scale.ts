import type { Arena, Contender } from "./arena.ts";
import {
  at,
  distance,
  dragReach,
  type Gesture,
  type GestureHost,
  minus,
  type Point,
  Report,
  type Sample,
  Velocity,
} from "./gesture.ts";

/** The shape that all fingers on the screen form together. */
interface Grip {
  readonly focus: Point;
  readonly span: number;
  readonly width: number;
  readonly height: number;
  /** Angle of the line between the first two fingers, in radians. */
  readonly angle: number;
}

/** A gesture of fingers that move apart, together or around each other. A single finger only moves the focal point. */
export class Scale implements Gesture, Contender {
  readonly #host: GestureHost;
  readonly #report: Report;
  readonly #pointers = new Map<number, Sample>();
  readonly #arenas = new Map<number, Arena>();
  #start!: Grip;
  #told!: Point;
  #hasWon = false;
  #velocity = new Velocity();
  #time = 0;

  constructor(host: GestureHost) {
    this.#host = host;
    this.#report = new Report(host, () => this.#tellChange());
  }

  down(sample: Sample, arena: Arena): void {
    const isHeard = ["scaleStart", "scaleUpdate", "scaleEnd"].some((event) => this.#host.hears(event));
    if (sample.button !== "primary" || !isHeard) return;
    if (this.#hasWon && this.#pointers.size > 0) this.#end(sample.time);
    this.#pointers.set(sample.pointer, sample);
    this.#arenas.set(sample.pointer, arena);
    arena.enter(this);
    this.#regrip(sample.time);
    if (this.#hasWon) arena.claim(this);
  }

  move(sample: Sample): void {
    if (!this.#pointers.has(sample.pointer)) return;
    this.#pointers.set(sample.pointer, sample);
    this.#time = sample.time;
    const now = this.#grip();
    this.#velocity.add(now.focus, sample.time);
    if (this.#hasWon) {
      this.#host.capture(sample.pointer);
      return this.#report.due();
    }
    const reach = dragReach(sample.kind);
    const isScale = Math.abs(now.span - this.#start.span) > reach || distance(now.focus, this.#start.focus) > 2 * reach;
    if (!isScale) return;
    for (const arena of this.#arenas.values()) arena.claim(this);
  }

  up(sample: Sample): void {
    if (!this.#pointers.has(sample.pointer)) return;
    const arena = this.#arenas.get(sample.pointer);
    if (this.#hasWon) this.#end(sample.time);
    this.#let(sample);
    if (this.#pointers.size === 0) this.#hasWon = false;
    else this.#regrip(sample.time);
    arena?.yield(this);
  }

  cancel(sample: Sample): void {
    this.up(sample);
  }

  won(): void {
    if (this.#hasWon) return;
    this.#hasWon = true;
    this.#tellStart();
    for (const arena of this.#arenas.values()) arena.claim(this);
  }

  lost(arena: Arena): void {
    for (const [pointer, own] of this.#arenas) {
      const sample = this.#pointers.get(pointer);
      if (own === arena && sample !== undefined) this.#let(sample);
    }
    if (this.#pointers.size > 0 && !this.#hasWon) this.#regrip(this.#time);
  }

  #let({ pointer }: Sample): void {
    this.#pointers.delete(pointer);
    this.#arenas.delete(pointer);
  }

  /** Starts a new comparison, because other fingers are on the screen now. */
  #regrip(time: number): void {
    this.#time = time;
    this.#start = this.#grip();
    this.#told = this.#start.focus;
    this.#velocity = new Velocity();
    if (this.#hasWon) this.#tellStart();
  }

  #grip(): Grip {
    const points = [...this.#pointers.values()];
    const mean = (of: (point: Point) => number): number =>
      points.reduce((sum, point) => sum + of(point), 0) / points.length;
    const focus = { x: mean(({ x }) => x), y: mean(({ y }) => y) };
    const [first, second] = points;
    return {
      focus,
      span: mean((point) => distance(point, focus)),
      width: mean(({ x }) => Math.abs(x - focus.x)),
      height: mean(({ y }) => Math.abs(y - focus.y)),
      angle: first === undefined || second === undefined ? 0 : Math.atan2(second.y - first.y, second.x - first.x),
    };
  }

  #common({ focus }: Grip) {
    return {
      localFocalPoint: at(this.#host.local(focus)),
      globalFocalPoint: at(focus),
      pointerCount: this.#pointers.size,
      timestamp: this.#time,
    };
  }

  #tellStart(): void {
    this.#start = this.#grip();
    this.#told = this.#start.focus;
    this.#host.emit("scaleStart", this.#common(this.#start));
  }

  #tellChange(): void {
    const now = this.#grip();
    const ratio = (to: number, from: number): number => (from > 0 ? to / from : 1);
    const turn = now.angle - this.#start.angle;
    const focalPointDelta = minus(now.focus, this.#told);
    this.#told = now.focus;
    this.#host.emit("scaleUpdate", {
      ...this.#common(now),
      focalPointDelta,
      scale: ratio(now.span, this.#start.span),
      horizontalScale: ratio(now.width, this.#start.width),
      verticalScale: ratio(now.height, this.#start.height),
      rotation: Math.atan2(Math.sin(turn), Math.cos(turn)),
    });
  }

  #end(time: number): void {
    this.#report.flush();
    this.#host.emit("scaleEnd", { pointerCount: this.#pointers.size - 1, velocity: this.#velocity.at(time) });
  }
}
