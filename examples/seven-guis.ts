// The seven tasks of https://eugenkiss.github.io/7guis/, each in its own file in the folder 7guis.
import { Column, Container, type Control, type Page, Row, run, state, Text, TextButton } from "runlet";
import { Cells } from "./7guis/cells.ts";
import { Circles } from "./7guis/circles.ts";
import { Counter } from "./7guis/counter.ts";
import { Crud } from "./7guis/crud.ts";
import { Flight } from "./7guis/flight.ts";
import { Temperature } from "./7guis/temperature.ts";
import { Timer } from "./7guis/timer.ts";

const tasks: { readonly [name: string]: () => Control } = {
  Counter: () => new Counter(),
  Temperature: () => new Temperature(),
  Flight: () => new Flight(),
  Timer: () => new Timer(),
  People: () => new Crud(),
  Circles: () => new Circles(),
  Cells: () => new Cells(),
};

/** Shows one of the seven tasks at a time. */
class SevenGuis extends Column {
  readonly #chosen = state("Counter");

  constructor() {
    super({ spacing: 24, horizontalAlignment: "stretch" });
  }

  override build() {
    return [
      new Text({ value: "7GUIs", themeStyle: "headlineMedium" }),
      new Row({
        wrap: true,
        spacing: 4,
        runSpacing: 4,
        controls: Object.keys(tasks).map((name) => this.#choice(name)),
      }),
      new Container({ content: this.#chosen.select((name) => (tasks[name] as () => Control)()) }),
    ];
  }

  #choice(name: string) {
    return new TextButton({
      content: name,
      style: this.#chosen.select((chosen) =>
        chosen === name ? { bgcolor: "secondarycontainer", color: "onsecondarycontainer" } : {},
      ),
      onClick: () => this.#chosen.set(name),
    });
  }
}

run((page: Page) => {
  page.title = "7GUIs";
  page.padding = 16;
  page.horizontalAlignment = "stretch";
  page.add(new SevenGuis());
});
