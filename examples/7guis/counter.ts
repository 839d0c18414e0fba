import { Control, FilledButton, Row, state, Text } from "runlet";
import { map } from "rxjs";

/** 7GUIs 1: a number, and a button that increments it. */
export class Counter extends Control {
  readonly #count = state(0);

  override build(): Control {
    return new Row({
      spacing: 16,
      controls: [
        new Text({ value: this.#count.pipe(map(String)), themeStyle: "headlineMedium" }),
        new FilledButton({ content: "Count", onClick: () => this.#count.set(this.#count.value + 1) }),
      ],
    });
  }
}
