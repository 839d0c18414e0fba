import { Column, Container, type Control, each, Row, state, Text, TextButton } from "runlet";
import { map, merge, type Observable, startWith, tap } from "rxjs";
import { codeOf, highlighted } from "./code.ts";
import { editorOf } from "./editor.ts";
import { heading, panel } from "./parts.ts";
import { eventsOf, propertyNames, propsOf } from "./properties.ts";
import { readReference } from "./reference.ts";
import type { Sample } from "./sample.ts";

/** Events kept in the list. */
const MOST_EVENTS = 30;

interface Happened {
  readonly id: number;
  readonly name: string;
  readonly data: string;
}

/** A kind of control: a live one, its properties, its code, and its events as they happen. */
export class ControlPage extends Column {
  readonly #sample: Sample;
  readonly #isWide: Observable<boolean>;
  readonly #state = state("default");
  readonly #rtl: Observable<boolean>;

  constructor(sample: Sample, isWide: Observable<boolean>, rtl: Observable<boolean>) {
    super({ expand: true, scroll: "auto", spacing: 16, horizontalAlignment: "stretch" });
    this.#sample = sample;
    this.#isWide = isWide;
    this.#rtl = rtl;
  }

  override build(): Control {
    const { type, states = {} } = this.#sample;
    const names = ["default", ...Object.keys(states)];
    return new Container({
      padding: { left: 24, right: 24, top: 8, bottom: 32 },
      content: new Column({
        spacing: 16,
        horizontalAlignment: "stretch",
        controls: [
          heading(type, "headlineMedium"),
          new Text({ value: readReference(type).about, color: "onsurfacevariant" }),
          new Row({ wrap: true, spacing: 8, runSpacing: 8, controls: names.map((name) => this.#stateButton(name)) }),
          new Container({
            content: this.#state.select((name) => this.#live(states[name]?.() ?? this.#sample.make())),
          }),
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

  /** Everything about one instance: of another there is another. */
  #live(control: Control) {
    const stage = new Stage(control, this.#rtl);
    const main = [stage, panel("Code", codeView(control)), panel("Events", eventList(control))];
    const editors = panel("Properties", propertyList(control, this.#sample.type));
    return new Container({
      content: this.#isWide.pipe(
        map((isWide) =>
          isWide
            ? new Row({
                key: "wide",
                spacing: 16,
                verticalAlignment: "start",
                controls: [
                  new Column({
                    key: "main",
                    expand: true,
                    spacing: 16,
                    horizontalAlignment: "stretch",
                    controls: main,
                  }),
                  new Container({ key: "side", width: 340, content: editors }),
                ],
              })
            : new Column({ key: "narrow", spacing: 16, horizontalAlignment: "stretch", controls: [...main, editors] }),
        ),
      ),
    });
  }
}

/** Where the live one stands. What goes wrong in it is told below, and the rest of the page goes on. */
class Stage extends Column {
  readonly #control: Control;
  readonly #problem = state<string | null>(null);
  readonly #rtl: Observable<boolean>;

  constructor(control: Control, rtl: Observable<boolean>) {
    super({ horizontalAlignment: "stretch" });
    this.#control = control;
    this.#rtl = rtl;
  }

  override build() {
    this.effect(changesOf(this.#control).pipe(tap(() => this.#problem.set(null))));
    return [
      new Container({
        padding: 24,
        borderRadius: 16,
        border: { width: 1, color: "outlinevariant" },
        rtl: this.#rtl,
        content: new Column({ alignment: "center", horizontalAlignment: "center", controls: [this.#control] }),
      }),
      new Text({
        value: this.#problem.select((problem) => problem ?? ""),
        visible: this.#problem.select((problem) => problem !== null),
        color: "error",
      }),
    ];
  }

  override didCatch(error: unknown) {
    this.#problem.set(error instanceof Error ? error.message : String(error));
    return true;
  }
}

function codeView(control: Control) {
  return new Container({
    padding: 16,
    borderRadius: 12,
    bgcolor: "surfacecontainerhighest",
    content: new Row({
      scroll: "auto",
      controls: [
        new Text({
          noWrap: true,
          overflow: "visible",
          fontFamily: "ui-monospace",
          fontFamilyFallback: ["SF Mono", "Consolas", "monospace"],
          size: 13,
          spans: changesOf(control).pipe(
            startWith(undefined),
            map(() => highlighted(codeOf(control))),
          ),
        }),
      ],
    }),
  });
}

/** Tells whenever a property of the control is another one. */
function changesOf(control: Control): Observable<unknown> {
  return merge(...Object.keys(propsOf(control)).map((name) => control.changes(name as never) as Observable<unknown>));
}

function propertyList(control: Control, type: string) {
  const { properties } = readReference(type);
  const editors = (ofEvery: boolean) =>
    propertyNames(control, ofEvery).map((name) => editorOf({ control, name, about: properties[name] ?? "" }));
  const isOpen = state(false);
  return new Column({
    spacing: 12,
    horizontalAlignment: "stretch",
    controls: [
      ...editors(false),
      new TextButton({
        content: isOpen.select((open) => (open ? "Less" : "Properties of every control")),
        onClick: () => isOpen.set(!isOpen.value),
      }),
      new Column({
        spacing: 12,
        horizontalAlignment: "stretch",
        controls: isOpen.select((open) => (open ? editors(true) : [])),
      }),
    ],
  });
}

/** The events of a control as they come, the newest first. */
function eventList(control: Control) {
  const happened = state<readonly Happened[]>([]);
  const names = eventsOf(control);
  let count = 0;
  const list = new Column({
    spacing: 4,
    horizontalAlignment: "stretch",
    controls: each(
      happened,
      ({ id }) => id,
      (event$) =>
        new Text({
          selectable: true,
          value: event$.pipe(map(({ name, data }) => `${name} ${data}`)),
          fontFamily: "ui-monospace",
          fontFamilyFallback: ["monospace"],
          size: 13,
        }),
    ),
  });
  const events$ = merge(...names.map((name) => control.events(name).pipe(map(({ data }) => ({ name, data })))));
  list.effect(
    events$.pipe(
      tap(({ name, data }) => {
        const event = { id: ++count, name, data: data === undefined ? "" : JSON.stringify(data) };
        happened.set([event, ...happened.value].slice(0, MOST_EVENTS));
      }),
    ),
  );
  const hint = names.length === 0 ? "It has no events of its own." : `Try it. It tells of ${names.join(", ")}.`;
  return new Column({
    horizontalAlignment: "stretch",
    controls: [new Text({ value: hint, themeStyle: "bodySmall", color: "onsurfacevariant" }), list],
  });
}
