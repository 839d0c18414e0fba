import { watchUsable } from "../../input/usable.ts";
import type { View } from "../../rendering/view.ts";

/** Events of a thumb that is moved. */
export interface SlidingEvents {
  started(): void;
  /** Called at most once a frame, and always once after the last move. */
  moved(): void;
  ended(): void;
  /** Called when the gesture is lost, to show the last value that was reported. */
  lost(): void;
}

/**
 * One gesture of the person on a thumb: it starts, moves, and ends. If the control is hidden, disabled or removed
 * meanwhile, the server ends the gesture. Then the next one needs a new press.
 */
export class Sliding {
  readonly #view: View;
  readonly #events: SlidingEvents;
  #isOn = false;
  #isLost = false;
  #frame: number | undefined;
  #stop: (() => void) | undefined;

  constructor(view: View, events: SlidingEvents) {
    this.#view = view;
    this.#events = events;
  }

  /** Whether the gesture was lost, so that the pointer or key that still goes on must not move the thumb. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** Handles a new press, with which a new gesture can start. */
  press(): void {
    this.#isLost = false;
  }

  /** Whether a move has not been reported yet. */
  get isDue(): boolean {
    return this.#frame !== undefined;
  }

  start(): void {
    if (this.#isOn || this.#isLost) return;
    this.#isOn = true;
    this.#stop = watchUsable(this.#view, () => this.#lose());
    this.#events.started();
  }

  move(): void {
    if (this.#isLost) return;
    this.start();
    this.#frame ??= requestAnimationFrame(() => this.#emitMoved());
  }

  finish(): void {
    this.#isLost = false;
    if (!this.#isOn) return;
    this.#isOn = false;
    this.#stop?.();
    if (this.#frame !== undefined) this.#emitMoved();
    this.#events.ended();
  }

  cancelFrame(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #lose(): void {
    this.#stop?.();
    this.cancelFrame();
    this.#isOn = false;
    this.#isLost = true;
    this.#events.lost();
  }

  #emitMoved(): void {
    this.cancelFrame();
    this.#events.moved();
  }
}
