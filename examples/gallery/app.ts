import {
  Checkbox,
  Column,
  Container,
  type Control,
  each,
  type Main,
  type Page,
  Row,
  type State,
  state,
  Text,
  TextButton,
  TextField,
} from "runlet";
import { combineLatest, map } from "rxjs";
import { ControlPage } from "./control-page.ts";
import { heading } from "./parts.ts";
import type { Sample } from "./sample.ts";
import type { Group } from "./samples.ts";

/** An app that is hosted beside the gallery. */
export interface Example {
  readonly name: string;
  readonly title: string;
  readonly says: string;
}

/** Pixels from which on the list of controls stands beside the page, and the properties beside the control. */
const BESIDE = 800;
const WIDE = 1200;

/** The gallery: a list of every control, and a page for each. */
export class Gallery extends Column {
  readonly #groups: readonly Group[];
  readonly #examples: readonly Example[];
  readonly #chosen: State<string | null>;
  readonly #search = state("");
  readonly #isDark = state<boolean | null>(null);
  readonly #isRtl = state(false);
  /** Unknown until the client has told. */
  readonly #width = state(0);

  constructor(groups: readonly Group[], examples: readonly Example[], chosen: string | null) {
    super({ expand: true, spacing: 0, horizontalAlignment: "stretch" });
    this.#groups = groups;
    this.#examples = examples;
    this.#chosen = state(chosen);
    this.onSizeChange = ({ data }) => this.#width.set(data.width);
  }

  override build(): Control[] {
    const { page } = this;
    page.bind(
      "themeMode",
      this.#isDark.select((dark) => (dark === null ? "system" : dark ? "dark" : "light")),
    );
    const view$ = combineLatest([this.#chosen, this.#width]).pipe(
      map(([chosen, width]) => ({ chosen, isBeside: width >= BESIDE })),
    );
    return [
      this.#bar(),
      new Row({
        expand: true,
        spacing: 0,
        verticalAlignment: "stretch",
        visible: this.#width.select((width) => width > 0),
        controls: [
          this.#list(),
          new Container({
            expand: true,
            visible: view$.pipe(map(({ chosen, isBeside }) => isBeside || chosen !== null)),
            content: this.#chosen.select((chosen) => this.#shown(chosen)),
          }),
        ],
      }),
    ];
  }

  #bar() {
    return new Container({
      padding: { left: 12, right: 16, top: 8, bottom: 8 },
      content: new Row({
        wrap: true,
        runSpacing: 0,
        controls: [
          new TextButton({
            content: new Text({ value: "Runlet", themeStyle: "titleLarge" }),
            onClick: () => this.#chosen.set(null),
          }),
          new Text({ value: "controls", expand: true }),
          new Checkbox({ label: "Dark", tristate: true, value: this.#isDark }),
          new Checkbox({ label: "Right to left", value: this.#isRtl }),
        ],
      }),
    });
  }

  #list() {
    const shown$ = this.#search.select((words) => {
      const word = words.trim().toLowerCase();
      return this.#groups
        .map((group) => ({ ...group, samples: group.samples.filter(({ type }) => type.toLowerCase().includes(word)) }))
        .filter(({ samples }) => samples.length > 0);
    });
    return new Container({
      width: this.#width.select((width) => (width >= BESIDE ? 260 : null)),
      expand: this.#width.select((width) => (width >= BESIDE ? null : true)),
      visible: combineLatest([this.#chosen, this.#width]).pipe(
        map(([chosen, width]) => width >= BESIDE || chosen === null),
      ),
      content: new Column({
        expand: true,
        scroll: "auto",
        spacing: 8,
        horizontalAlignment: "stretch",
        controls: [
          new Container({
            padding: { left: 12, right: 12, top: 8 },
            content: new TextField({ label: "Search", dense: true, value: this.#search }),
          }),
          new Column({
            spacing: 8,
            horizontalAlignment: "stretch",
            controls: each(
              shown$,
              ({ name }) => name,
              (group$, name) =>
                new Column({
                  spacing: 0,
                  horizontalAlignment: "stretch",
                  controls: [
                    new Container({
                      padding: { left: 24, top: 8, bottom: 4 },
                      content: new Text({ value: String(name), themeStyle: "labelLarge", color: "primary" }),
                    }),
                    new Column({
                      spacing: 0,
                      horizontalAlignment: "stretch",
                      controls: each(
                        group$.pipe(map(({ samples }) => samples)),
                        ({ type }) => type,
                        (_, type) => this.#entry(String(type)),
                      ),
                    }),
                  ],
                }),
            ),
          }),
        ],
      }),
    });
  }

  #entry(type: string) {
    return new Container({
      padding: { left: 12, right: 12 },
      content: new TextButton({
        content: type,
        style: this.#chosen.select((chosen) => ({
          alignment: { x: -1, y: 0 },
          color: chosen === type ? "onsecondarycontainer" : "onsurfacevariant",
          ...(chosen === type && { bgcolor: "secondarycontainer" }),
        })),
        onClick: () => this.#chosen.set(type),
      }),
    });
  }

  #shown(type: string | null): Control {
    const sample = this.#groups.flatMap(({ samples }) => samples).find((one) => one.type === type);
    if (sample !== undefined) return this.#page(sample);
    return new Column({
      scroll: "auto",
      horizontalAlignment: "stretch",
      controls: [
        new Container({
          padding: 24,
          content: new Column({
            spacing: 16,
            controls: [
              heading("Every control, live", "displaySmall"),
              new Text({ value: "Choose one.", color: "onsurfacevariant" }),
              ...this.#examples.map(
                ({ name, title, says }) =>
                  new Row({
                    wrap: true,
                    controls: [new TextButton({ content: title, url: `/${name}/` }), new Text({ value: says })],
                  }),
              ),
            ],
          }),
        }),
      ],
    });
  }

  #page(sample: Sample) {
    return new ControlPage(
      sample,
      this.#width.select((width) => width >= WIDE),
      this.#isRtl,
    );
  }
}

/** The app. `chosen` is the control that is shown first. */
export function galleryApp(groups: readonly Group[], examples: readonly Example[], chosen: string | null = null): Main {
  return (page: Page) => {
    page.title = chosen === null ? "Runlet: controls" : `Runlet: ${chosen}`;
    page.padding = 0;
    page.spacing = 0;
    page.horizontalAlignment = "stretch";
    page.add(new Gallery(groups, examples, chosen));
  };
}
