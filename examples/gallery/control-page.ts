import { Checkbox, Column, Container, type Control, Row, state, Text, TextButton } from "runlet";
import { map, type Observable } from "rxjs";
import { codeView } from "./code-view.ts";
import { editorOf } from "./editor.ts";
import { eventList } from "./event-list.ts";
import { heading, panel } from "./parts.ts";
import { findKind, propertyNames } from "./properties.ts";
import { readReference } from "./reference.ts";
import type { Sample } from "./sample.ts";
import { Stage } from "./sample-stage.ts";

/** Name of the first state: the control that `make` returns. */
const TRY = "Try it";

/** A page for one type of control: a live instance, its properties, its code, and its events. */
export class ControlPage extends Column {
  readonly #sample: Sample;
  readonly #isWide: Observable<boolean>;
  readonly #isRtl = state(false);
  readonly #state = state(TRY);

  constructor(sample: Sample, isWide: Observable<boolean>) {
    super({ expand: true, scroll: "auto", horizontalAlignment: "stretch" });
    this.#sample = sample;
    this.#isWide = isWide;
  }

  override build(): Control {
    const { kind, says, states } = this.#sample;
    const names = [TRY, ...Object.keys(states)];
    return new Container({
      padding: { left: 16, right: 16, top: 8, bottom: 32 },
      content: new Column({
        spacing: 16,
        horizontalAlignment: "stretch",
        controls: [
          heading(kind.spec.type, "headlineMedium"),
          new Text({ value: says, color: "onsurfacevariant", themeStyle: "bodyLarge" }),
          new Row({
            wrap: true,
            spacing: 4,
            runSpacing: 4,
            controls: [
              ...names.map((name) => this.#stateButton(name)),
              new Checkbox({ label: "Right to left", value: this.#isRtl }),
            ],
          }),
          new Container({ content: this.#state.select((name) => this.#shown(name)) }),
        ],
      }),
    });
  }

  #stateButton(name: string) {
    return new TextButton({
      content: name,
      style: this.#state.select((chosen) =>
        chosen === name ? { bgcolor: "secondarycontainer", color: "onsecondarycontainer" } : {},
      ),
      onClick: () => this.#state.set(name),
    });
  }

  /** Shows everything about one instance. Each state has a different instance. */
  #shown(name: string): Control {
    const { kind, make, around, states } = this.#sample;
    const isState = name !== TRY;
    const whole = isState ? (states[name] as () => Control)() : make();
    const live = findKind(whole, kind);
    const stage = new Stage(isState || around === undefined ? whole : around(whole), this.#isRtl);
    if (live === undefined) return stage;
    const main = [stage, panel("Code", codeView(live)), panel("Events", eventList(live))];
    const side = panel("Properties", propertyList(live));
    const column = (controls: Control[], expand: boolean) =>
      new Column({
        key: String(expand),
        spacing: 16,
        horizontalAlignment: "stretch",
        controls,
        ...(expand && { expand }),
      });
    return new Container({
      content: this.#isWide.pipe(
        map((isWide) =>
          isWide
            ? new Row({
                spacing: 16,
                verticalAlignment: "start",
                controls: [column(main, true), new Container({ width: 340, content: side })],
              })
            : column([...main, side], false),
        ),
      ),
    });
  }
}

function propertyList(control: Control) {
  const { properties } = readReference(control);
  const editors = (ofEvery: boolean) =>
    propertyNames(control, ofEvery).map((name) => editorOf({ control, name, about: properties[name] ?? "" }));
  const isOpen = state(false);
  const list = (controls: readonly Control[] | Observable<readonly Control[]>) =>
    new Column({ spacing: 12, horizontalAlignment: "stretch", controls });
  return list([
    ...editors(false),
    new TextButton({
      content: isOpen.select((open) => (open ? "Less" : "Properties of every control")),
      onClick: () => isOpen.set(!isOpen.value),
    }),
    list(isOpen.select((open) => (open ? editors(true) : []))),
  ]);
}
