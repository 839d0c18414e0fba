import {
  Column,
  Container,
  type Control,
  IconButton,
  type Main,
  type Page,
  Row,
  type State,
  state,
  TextButton,
  type ThemeMode,
} from "runlet";
import { combineLatest, map, type Observable } from "rxjs";
import { controlList } from "./control-list.ts";
import { ControlPage } from "./control-page.ts";
import { overview } from "./overview.ts";
import { heading } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** An app that is hosted together with the gallery. */
export interface Example {
  readonly name: string;
  readonly title: string;
  readonly says: string;
}

/** Widths in pixels from which the list is placed next to the page, and the properties next to the control. */
const WIDE_FROM = 840;
const WIDE = 1160;
const THEMES = [
  { mode: "system", icon: "brightness_auto", name: "System" },
  { mode: "light", icon: "light_mode", name: "Light" },
  { mode: "dark", icon: "dark_mode", name: "Dark" },
] as const;

/** The gallery: a list of all controls, and a page for each. */
class Gallery extends Column {
  readonly #samples: readonly Sample[];
  readonly #examples: readonly Example[];
  /** Type of the control that is shown; `null` for the start page. */
  readonly #chosen: State<string | null>;
  readonly #theme = state<ThemeMode>("system");
  /** Width in pixels; 0 until the client has reported it. */
  readonly #width = state(0);

  constructor(samples: readonly Sample[], examples: readonly Example[], chosen: string | null) {
    super({ expand: true, spacing: 0, horizontalAlignment: "stretch" });
    this.#samples = samples;
    this.#examples = examples;
    this.#chosen = state(chosen);
    this.onSizeChange = ({ data }) => this.#width.set(data.width);
  }

  override build(): Control[] {
    this.page.bind("themeMode", this.#theme);
    const isWide$ = this.#width.select((width) => width >= WIDE_FROM);
    const list = new Container({
      width: isWide$.pipe(map((isWide) => (isWide ? 272 : null))),
      expand: isWide$.pipe(map((isWide) => (isWide ? null : true))),
      content: controlList(this.#samples, this.#examples, this.#chosen),
    });
    const shown$ = this.#chosen.select((chosen) => ({ chosen, page: this.#shown(chosen) }));
    const body$ = combineLatest([shown$, isWide$, this.#isKnown$]).pipe(
      map(([{ chosen, page }, isWide, isKnown]) => {
        if (!isKnown) return [];
        return isWide ? [list, page] : [chosen === null ? list : page];
      }),
    );
    return [this.#bar(isWide$), new Row({ expand: true, spacing: 0, verticalAlignment: "stretch", controls: body$ })];
  }

  /** Whether the width is known. Until then only the bar is shown, because the layout depends on the width. */
  get #isKnown$() {
    return this.#width.select((width) => width > 0);
  }

  #bar(isWide$: Observable<boolean>) {
    const back = new IconButton({
      icon: "arrow_back",
      tooltip: "All controls",
      onClick: () => this.#chosen.set(null),
    });
    const title = new TextButton({
      content: heading("Runlet", "titleLarge"),
      onClick: () => this.#chosen.set(null),
    });
    const isBack$ = combineLatest([this.#chosen, isWide$, this.#isKnown$]).pipe(
      map(([chosen, isWide, isKnown]) => isKnown && !isWide && chosen !== null),
    );
    return new Row({
      margin: { left: 4, right: 8, top: 8, bottom: 8 },
      alignment: "spaceBetween",
      controls: [
        new Row({
          tight: true,
          spacing: 0,
          controls: isBack$.pipe(map((isBack) => (isBack ? [back, title] : [title]))),
        }),
        new Row({
          tight: true,
          spacing: 0,
          controls: this.#isKnown$.pipe(
            map((isKnown) => (isKnown ? THEMES.map((theme) => this.#themeButton(theme)) : [])),
          ),
        }),
      ],
    });
  }

  #themeButton({ mode, icon, name }: (typeof THEMES)[number]) {
    return new IconButton({
      icon,
      tooltip: name,
      selected: this.#theme.select((theme) => theme === mode),
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

/** Returns the app. `chosen` is the control that is shown first. */
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
