import {
  Column,
  Container,
  type Control,
  type Main,
  type Page,
  Row,
  type State,
  state,
  TextButton,
  type ThemeMode,
} from "runlet";
import { combineLatest, map } from "rxjs";
import { controlList } from "./control-list.ts";
import { ControlPage } from "./control-page.ts";
import { overview } from "./overview.ts";
import { heading } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** An app that is hosted beside the gallery. */
export interface Example {
  readonly name: string;
  readonly title: string;
  readonly says: string;
}

/** Pixels from which on the list of controls stands beside the page, and the properties beside the control. */
const BESIDE = 840;
const WIDE = 1160;
const THEMES: readonly ThemeMode[] = ["system", "light", "dark"];

/** A list of every control, and a page for each. */
class Gallery extends Column {
  readonly #samples: readonly Sample[];
  readonly #examples: readonly Example[];
  /** The control that is shown, by its type. */
  readonly #chosen: State<string | null>;
  readonly #theme = state<ThemeMode>("system");
  /** Unknown until the client has told. */
  readonly #width = state(0);

  constructor(samples: readonly Sample[], examples: readonly Example[], chosen: string | null) {
    super({ expand: true, spacing: 0, horizontalAlignment: "stretch" });
    this.#samples = samples;
    this.#examples = examples;
    this.#chosen = state(chosen);
    this.onSizeChange = ({ data }) => this.#width.set(data.width);
  }

  override build(): Control[] {
    const isBeside$ = this.#width.select((width) => width >= BESIDE);
    const isAlone$ = combineLatest([this.#chosen, isBeside$]).pipe(
      map(([chosen, isBeside]) => ({
        isListShown: isBeside || chosen === null,
        isPageShown: isBeside || chosen !== null,
      })),
    );
    this.page.bind("themeMode", this.#theme);
    return [
      this.#bar(),
      new Row({
        expand: true,
        spacing: 0,
        verticalAlignment: "stretch",
        visible: this.#width.select((width) => width > 0),
        controls: [
          new Container({
            width: isBeside$.pipe(map((isBeside) => (isBeside ? 272 : null))),
            expand: isBeside$.pipe(map((isBeside) => (isBeside ? null : true))),
            visible: isAlone$.pipe(map(({ isListShown }) => isListShown)),
            content: controlList(this.#samples, this.#examples, this.#chosen),
          }),
          new Container({
            expand: true,
            visible: isAlone$.pipe(map(({ isPageShown }) => isPageShown)),
            content: this.#chosen.select((chosen) => this.#shown(chosen)),
          }),
        ],
      }),
    ];
  }

  #bar() {
    return new Container({
      padding: { left: 4, right: 16, top: 8, bottom: 8 },
      content: new Row({
        alignment: "spaceBetween",
        spacing: 4,
        controls: [
          new TextButton({ content: heading("Runlet", "titleLarge"), onClick: () => this.#chosen.set(null) }),
          new Row({ tight: true, spacing: 0, controls: THEMES.map((mode) => this.#themeButton(mode)) }),
        ],
      }),
    });
  }

  #themeButton(mode: ThemeMode) {
    return new TextButton({
      content: mode,
      style: this.#theme.select((theme) => (theme === mode ? { bgcolor: "secondarycontainer" } : {})),
      onClick: () => this.#theme.set(mode),
    });
  }

  #shown(type: string | null): Control {
    const sample = this.#samples.find(({ kind }) => kind.spec.type === type);
    if (sample === undefined) return overview(this.#samples, this.#examples, (chosen) => this.#chosen.set(chosen));
    return new ControlPage(
      sample,
      this.#width.select((width) => width >= WIDE),
    );
  }
}

/** The app. `chosen` is the control that is shown first. */
export function galleryApp(
  samples: readonly Sample[],
  examples: readonly Example[],
  chosen: string | null = null,
): Main {
  return (page: Page) => {
    page.title = chosen === null ? "Runlet: controls" : `Runlet: ${chosen}`;
    page.padding = 0;
    page.spacing = 0;
    page.horizontalAlignment = "stretch";
    page.add(new Gallery(samples, examples, chosen));
  };
}
