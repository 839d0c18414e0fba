import {
  Column,
  Container,
  each,
  GridView,
  Icon,
  type IconName,
  type Page,
  Row,
  run,
  state,
  Text,
  TextButton,
  TextField,
} from "runlet";
import { iconNames } from "runlet/server";
import { combineLatest, debounceTime, map, startWith, tap } from "rxjs";

/** Number of icons that are shown at first, and added when the person scrolls near the end. */
const PAGE = 200;
/** Distance from the end in pixels at which more icons are added. */
const NEAR = 800;

const all = iconNames();
const styles: { readonly [name: string]: (icon: string) => boolean } = {
  Filled: (icon) => !/^cupertino_|_(outlined|rounded|sharp)$/.test(icon),
  Outlined: (icon) => icon.endsWith("_outlined"),
  Rounded: (icon) => icon.endsWith("_rounded"),
  Sharp: (icon) => icon.endsWith("_sharp"),
  Cupertino: (icon) => icon.startsWith("cupertino_"),
};

/** A list of all icons that is searched during typing. */
class IconBrowser extends Column {
  readonly #words = state("");
  /** Style that is shown; `null` for all styles. */
  readonly #style = state<string | null>("Filled");
  readonly #most = state(PAGE);
  #extent = 0;
  readonly #chosen = state<IconName>("home");

  constructor() {
    super({ expand: true, spacing: 12, horizontalAlignment: "stretch" });
  }

  override build() {
    // Wait for a pause in typing, so that not every character starts a search.
    const words$ = this.#words.pipe(debounceTime(100, this.page.loop), startWith(""));
    const found$ = combineLatest([words$, this.#style]).pipe(
      tap(() => {
        this.#extent = 0;
        this.#most.set(PAGE);
      }),
      map(([words, style]) => search(words, style)),
    );
    const shown$ = combineLatest([found$, this.#most]).pipe(map(([found, most]) => found.slice(0, most)));
    return [
      new TextField({ label: "Search", prefixIcon: "search", autofocus: true, value: this.#words }),
      new Row({
        wrap: true,
        spacing: 4,
        runSpacing: 4,
        controls: [null, ...Object.keys(styles)].map((style) => this.#choice(style)),
      }),
      new Text({
        value: found$.pipe(map(({ length }) => `${length.toLocaleString("en")} icons`)),
        color: "onsurfacevariant",
      }),
      new GridView({
        expand: true,
        maxExtent: 120,
        spacing: 8,
        runSpacing: 8,
        controls: each(
          shown$,
          (name) => name,
          (_, name) => this.#tile(name as IconName),
        ),
        onScroll: ({ data }) => {
          if (data.pixels > data.maxScrollExtent - NEAR) this.#more(data.maxScrollExtent);
        },
      }),
      this.#detail(),
    ];
  }

  /** Adds icons, once for each length of the list. The length changes only when the client has added the last ones. */
  #more(extent: number) {
    if (extent === this.#extent) return;
    this.#extent = extent;
    this.#most.set(this.#most.value + PAGE);
  }

  #choice(style: string | null) {
    return new TextButton({
      content: style ?? "All",
      style: this.#style.select((chosen) =>
        chosen === style ? { bgcolor: "secondarycontainer", color: "onsecondarycontainer" } : {},
      ),
      onClick: () => this.#style.set(style),
    });
  }

  #tile(name: IconName) {
    return new Container({
      padding: 8,
      borderRadius: 12,
      ink: true,
      bgcolor: "surfacecontainer",
      onClick: () => this.#chosen.set(name),
      content: new Column({
        alignment: "center",
        horizontalAlignment: "center",
        spacing: 8,
        controls: [
          new Icon({ name, size: 32 }),
          new Text({ value: name, size: 11, maxLines: 2, textAlign: "center", color: "onsurfacevariant" }),
        ],
      }),
    });
  }

  /** Shows the selected icon enlarged, with the code that creates it. */
  #detail() {
    return new Container({
      padding: 16,
      borderRadius: 16,
      bgcolor: "secondarycontainer",
      content: new Row({
        spacing: 16,
        controls: [
          new Icon({ name: this.#chosen, size: 48, color: "onsecondarycontainer" }),
          new Text({
            expand: true,
            value: this.#chosen.select((name) => `new Icon({ name: "${name}" })`),
            fontFamily: "ui-monospace",
            fontFamilyFallback: ["monospace"],
            color: "onsecondarycontainer",
            selectable: true,
          }),
        ],
      }),
    });
  }
}

/** Returns the names that contain all words. Names that begin with the first word come first. */
function search(text: string, style: string | null): IconName[] {
  const words = text
    .toLowerCase()
    .split(/[\s_]+/)
    .filter((word) => word !== "");
  const isIn = style === null ? () => true : (styles[style] as (icon: string) => boolean);
  const found = all.filter((icon) => isIn(icon) && words.every((word) => icon.includes(word)));
  const first = words[0] ?? "";
  const rank = (icon: string) => Number(!icon.replace("cupertino_", "").startsWith(first));
  return found.toSorted((a, b) => rank(a) - rank(b));
}

run((page: Page) => {
  page.title = "Icons";
  page.padding = 16;
  page.horizontalAlignment = "stretch";
  page.add(new IconBrowser());
});
