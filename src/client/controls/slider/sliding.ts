/** Events of a thumb that is moved. */
export interface SlidingEvents {
  started(): void;
  /** Called at most once a frame, and always once after the last move. */
  moved(): void;
  ended(): void;
}

/** One gesture of the person on a thumb: it starts, moves, and ends. */
export class Sliding {
  readonly #events: SlidingEvents;
  #isOn = false;
  #frame: number | undefined;

  constructor(events: SlidingEvents) {
    this.#events = events;
  }

  /** Whether a move has not been reported yet. */
  get isDue(): boolean {
    return this.#frame !== undefined;
  }

  start(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    this.#events.started();
  }

  move(): void {
    this.start();
    this.#frame ??= requestAnimationFrame(() => this.#emitMoved());
  }

  finish(): void {
    if (!this.#isOn) return;
    this.#isOn = false;
    if (this.#frame !== undefined) this.#emitMoved();
    this.#events.ended();
  }

  cancelFrame(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #emitMoved(): void {
    this.cancelFrame();
    this.#events.moved();
  }
}
