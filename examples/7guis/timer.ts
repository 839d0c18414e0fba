import { Column, Control, FilledButton, ProgressBar, Slider, state, Text } from "runlet";
import { combineLatest, interval, map, tap } from "rxjs";

/** Milliseconds between two updates of the elapsed time. */
const PERIOD = 100;

/** 7GUIs 4: a timer whose duration can be changed while it runs. */
export class Timer extends Control {
  readonly #elapsed = state(0);
  /** Duration in seconds, the unit of the slider. */
  readonly #duration = state<number | null>(10);

  override build(): Control {
    const { page } = this;
    const ticks$ = interval(PERIOD, page.loop).pipe(
      tap(() => {
        const left = this.#milliseconds - this.#elapsed.value;
        if (left > 0) this.#elapsed.set(this.#elapsed.value + Math.min(PERIOD, left));
      }),
    );
    this.effect(ticks$);
    const share$ = combineLatest([this.#elapsed, this.#duration]).pipe(
      map(([elapsed]) => (this.#milliseconds === 0 ? 1 : Math.min(1, elapsed / this.#milliseconds))),
    );
    return new Column({
      width: 320,
      spacing: 16,
      horizontalAlignment: "stretch",
      controls: [
        new ProgressBar({ value: share$, barHeight: 8, borderRadius: 4, semanticsLabel: "Elapsed" }),
        new Text({
          value: this.#elapsed.select((elapsed) => `${(elapsed / 1000).toFixed(1)} s`),
          themeStyle: "titleLarge",
        }),
        new Text({ value: this.#duration.select((seconds) => `of ${(seconds ?? 0).toFixed(1)} s`) }),
        new Slider({ semanticsLabel: "Duration", min: 0, max: 30, value: this.#duration }),
        new FilledButton({ content: "Reset", onClick: () => this.#elapsed.set(0) }),
      ],
    });
  }

  get #milliseconds() {
    return Math.round((this.#duration.value ?? 0) * 1000);
  }
}
