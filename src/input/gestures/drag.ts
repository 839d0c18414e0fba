import type { Arena, ArenaMember } from "./arena.ts";
import {
  dragSlop,
  type GestureHost,
  type Movement,
  positions,
  type Sample,
  subtract,
  ThrottledReport,
  Velocity,
} from "./gesture.ts";

/** Name of a drag, which is the prefix of its events. */
export type DragName = "pan" | "horizontalDrag" | "verticalDrag";
const PARTS: readonly string[] = ["Down", "Start", "Update", "End", "Cancel"];

/** A drag of one pointer: in any direction, or along one axis. */
export class Drag implements Movement, ArenaMember {
  readonly #host: GestureHost;
  readonly #name: DragName;
  readonly #report: ThrottledReport;
  #arena: Arena | undefined;
  #start!: Sample;
  #last!: Sample;
  /** Sample that was reported last. */
  #reported!: Sample;
  #hasWon = false;
  #velocity = new Velocity();

  constructor(host: GestureHost, name: DragName) {
    this.#host = host;
    this.#name = name;
    this.#report = new ThrottledReport(host, () => this.#emitMove());
  }

  down(sample: Sample, arena: Arena): void {
    const isListened = PARTS.some((part) => this.#host.listensTo(this.#name + part));
    if (this.#arena !== undefined || sample.button !== "primary" || !isListened) return;
    this.#arena = arena;
    this.#start = this.#last = this.#reported = sample;
    this.#hasWon = false;
    this.#velocity = new Velocity();
    this.#velocity.add(sample, sample.time);
    arena.enter(this);
    this.#host.emit(`${this.#name}Down`, positions(this.#host, sample));
  }

  move(sample: Sample): void {
    if (this.#isOther(sample)) return;
    this.#velocity.add(sample, sample.time);
    this.#last = sample;
    if (this.#hasWon) {
      this.#host.capture(sample.pointer);
      return this.#report.schedule();
    }
    if (this.#share(sample) > 1) this.#arena?.claim(this);
  }

  up(sample: Sample): void {
    if (this.#isOther(sample)) return;
    if (!this.#hasWon) return this.cancel(sample);
    this.#report.flush();
    this.#arena = undefined;
    const velocity = this.#velocity.at(sample.time);
    this.#host.emit(`${this.#name}End`, {
      ...positions(this.#host, sample),
      velocity,
      primaryVelocity: this.#along(velocity),
    });
  }

  cancel(sample: Sample): void {
    if (this.#isOther(sample)) return;
    if (this.#hasWon) this.up(sample);
    else this.#arena?.yield(this);
  }

  reset(): void {
    this.#report.cancel();
    const arena = this.#arena;
    if (!this.#hasWon) arena?.yield(this);
    this.#arena = undefined;
  }

  progress(sample: Sample): number | undefined {
    return this.#isOther(sample) || this.#hasWon ? undefined : this.#share(sample);
  }

  holds(pointer: number): boolean {
    return this.#arena !== undefined && this.#hasWon && pointer === this.#start.pointer;
  }

  won(): void {
    this.#hasWon = true;
    const { kind, time } = this.#last;
    this.#reported = this.#last;
    this.#host.emit(`${this.#name}Start`, { kind, ...positions(this.#host, this.#last), timestamp: time });
  }

  lost(): void {
    this.#arena = undefined;
    this.#host.emit(`${this.#name}Cancel`);
  }

  #isOther({ pointer }: Sample): boolean {
    return this.#arena === undefined || pointer !== this.#start.pointer;
  }

  /** Returns the distance that counts for this drag, as a share of the distance after which it begins. */
  #share(sample: Sample): number {
    const { x, y } = subtract(sample, this.#start);
    const slop = dragSlop(sample.kind);
    if (this.#name === "pan") return Math.hypot(x, y) / (2 * slop);
    return Math.abs(this.#name === "horizontalDrag" ? x : y) / slop;
  }

  #emitMove(): void {
    const delta = subtract(this.#last, this.#reported);
    this.#reported = this.#last;
    this.#host.emit(`${this.#name}Update`, {
      ...positions(this.#host, this.#last),
      localDelta: delta,
      globalDelta: delta,
      primaryDelta: this.#along(delta),
      timestamp: this.#last.time,
    });
  }

  /** Returns the component along the drag's axis. Null for a pan, which has no axis. */
  #along({ x, y }: { x: number; y: number }): number | null {
    return this.#name === "pan" ? null : this.#name === "horizontalDrag" ? x : y;
  }
}
