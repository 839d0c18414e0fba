import type { Arena, ArenaMember } from "./arena.ts";
import {
  distance,
  dragSlop,
  type GestureHost,
  type Movement,
  type Point,
  type Sample,
  subtract,
  ThrottledReport,
  toXY,
  Velocity,
} from "./gesture.ts";

/** The shape that all fingers on the screen form together. */
interface PointerSpread {
  readonly focus: Point;
  readonly span: number;
  readonly width: number;
  readonly height: number;
  /** Angle of the line between the first two fingers, in radians. */
  readonly angle: number;
}

/** A gesture of fingers that move apart, together or around each other. A single finger only moves the focal point. */
export class Scale implements Movement, ArenaMember {
  readonly #host: GestureHost;
  readonly #report: ThrottledReport;
  readonly #pointers = new Map<number, Sample>();
  readonly #arenas = new Map<number, Arena>();
  #start!: PointerSpread;
  #reported!: Point;
  #hasWon = false;
  #velocity = new Velocity();
  #time = 0;

  constructor(host: GestureHost) {
    this.#host = host;
    this.#report = new ThrottledReport(host, () => this.#emitChange());
  }

  down(sample: Sample, arena: Arena): void {
    const isListened = ["scaleStart", "scaleUpdate", "scaleEnd"].some((event) => this.#host.listensTo(event));
    if (sample.button !== "primary" || !isListened) return;
    if (this.#hasWon && this.#pointers.size > 0) this.#emitEnd(sample.time);
    this.#pointers.set(sample.pointer, sample);
    this.#arenas.set(sample.pointer, arena);
    arena.enter(this);
    this.#restart(sample.time);
    if (this.#hasWon) arena.claim(this);
  }

  move(sample: Sample): void {
    if (!this.#pointers.has(sample.pointer)) return;
    this.#pointers.set(sample.pointer, sample);
    this.#time = sample.time;
    const now = this.#measure();
    this.#velocity.add(now.focus, sample.time);
    if (this.#hasWon) {
      this.#host.capture(sample.pointer);
      return this.#report.schedule();
    }
    if (this.#share(now, sample) <= 1) return;
    for (const arena of this.#arenas.values()) arena.claim(this);
  }

  up(sample: Sample): void {
    if (!this.#pointers.has(sample.pointer)) return;
    const arena = this.#arenas.get(sample.pointer);
    if (this.#hasWon) this.#emitEnd(sample.time);
    this.#removePointer(sample);
    if (this.#pointers.size === 0) this.#hasWon = false;
    else this.#restart(sample.time);
    arena?.yield(this);
  }

  cancel(sample: Sample): void {
    this.up(sample);
  }

  reset(): void {
    this.#report.cancel();
    const arenas = [...this.#arenas.values()];
    this.#pointers.clear();
    this.#arenas.clear();
    this.#hasWon = false;
    for (const arena of arenas) arena.yield(this);
  }

  progress(sample: Sample): number | undefined {
    if (!this.#pointers.has(sample.pointer) || this.#hasWon) return undefined;
    return this.#share(measure([...new Map(this.#pointers).set(sample.pointer, sample).values()]), sample);
  }

  holds(pointer: number): boolean {
    return this.#hasWon && this.#pointers.has(pointer);
  }

  won(): void {
    if (this.#hasWon) return;
    this.#hasWon = true;
    this.#emitStart();
    for (const arena of this.#arenas.values()) arena.claim(this);
  }

  lost(arena: Arena): void {
    for (const [pointer, own] of this.#arenas) {
      const sample = this.#pointers.get(pointer);
      if (own === arena && sample !== undefined) this.#removePointer(sample);
    }
    if (this.#pointers.size > 0 && !this.#hasWon) this.#restart(this.#time);
  }

  /** Returns how far the fingers have moved, as a share of the distance after which they scale. */
  #share({ span, focus }: PointerSpread, { kind }: Sample): number {
    const slop = dragSlop(kind);
    return Math.max(Math.abs(span - this.#start.span) / slop, distance(focus, this.#start.focus) / (2 * slop));
  }

  #removePointer({ pointer }: Sample): void {
    this.#pointers.delete(pointer);
    this.#arenas.delete(pointer);
  }

  /** Measures the fingers as a new start, because a finger was added or removed. */
  #restart(time: number): void {
    this.#time = time;
    this.#start = this.#measure();
    this.#reported = this.#start.focus;
    this.#velocity = new Velocity();
    if (this.#hasWon) this.#emitStart();
  }

  #measure(): PointerSpread {
    return measure([...this.#pointers.values()]);
  }

  #common({ focus }: PointerSpread) {
    return {
      localFocalPoint: toXY(this.#host.local(focus)),
      globalFocalPoint: toXY(focus),
      pointerCount: this.#pointers.size,
      timestamp: this.#time,
    };
  }

  #emitStart(): void {
    this.#start = this.#measure();
    this.#reported = this.#start.focus;
    this.#host.emit("scaleStart", this.#common(this.#start));
  }

  #emitChange(): void {
    const now = this.#measure();
    const ratio = (to: number, from: number): number => (from > 0 ? to / from : 1);
    const turn = now.angle - this.#start.angle;
    const focalPointDelta = subtract(now.focus, this.#reported);
    this.#reported = now.focus;
    this.#host.emit("scaleUpdate", {
      ...this.#common(now),
      focalPointDelta,
      scale: ratio(now.span, this.#start.span),
      horizontalScale: ratio(now.width, this.#start.width),
      verticalScale: ratio(now.height, this.#start.height),
      rotation: Math.atan2(Math.sin(turn), Math.cos(turn)),
    });
  }

  #emitEnd(time: number): void {
    this.#report.flush();
    this.#host.emit("scaleEnd", { pointerCount: this.#pointers.size - 1, velocity: this.#velocity.at(time) });
  }
}

function measure(points: readonly Point[]): PointerSpread {
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
