import {
  type ColorScheme,
  Column,
  Container,
  Control,
  FilledButton,
  OutlinedButton,
  type Page,
  Row,
  run,
  Switch,
  state,
  Text,
  TextButton,
  TextField,
} from "runlet";
import { combineLatest, map } from "rxjs";

const seeds = ["#6750a4", "#b3261e", "#a15c00", "#386a20", "#006a6a", "#0061a4", "#8b418f"];

/** Color roles that are used together: the background, and the text on it. */
const pairs: readonly (readonly [keyof ColorScheme, keyof ColorScheme])[] = [
  ["primary", "onPrimary"],
  ["primaryContainer", "onPrimaryContainer"],
  ["secondary", "onSecondary"],
  ["secondaryContainer", "onSecondaryContainer"],
  ["tertiary", "onTertiary"],
  ["tertiaryContainer", "onTertiaryContainer"],
  ["error", "onError"],
  ["errorContainer", "onErrorContainer"],
  ["surface", "onSurface"],
  ["surfaceDim", "onSurface"],
  ["surfaceBright", "onSurface"],
  ["surfaceContainerLowest", "onSurface"],
  ["surfaceContainerLow", "onSurface"],
  ["surfaceContainer", "onSurface"],
  ["surfaceContainerHigh", "onSurfaceVariant"],
  ["surfaceContainerHighest", "onSurfaceVariant"],
  ["inverseSurface", "onInverseSurface"],
  ["primaryFixed", "onPrimaryFixed"],
  ["primaryFixedDim", "onPrimaryFixedVariant"],
  ["secondaryFixed", "onSecondaryFixed"],
  ["secondaryFixedDim", "onSecondaryFixedVariant"],
  ["tertiaryFixed", "onTertiaryFixed"],
  ["tertiaryFixedDim", "onTertiaryFixedVariant"],
];
/** Color roles that are not used as the background of text. */
const alone: readonly (keyof ColorScheme)[] = [
  "inversePrimary",
  "outline",
  "outlineVariant",
  "surfaceTint",
  "shadow",
  "scrim",
];

/**
 * An editor of color schemes. One seed generates a color for each role, light and dark; each role can be overridden.
 */
class PaletteEditor extends Control {
  readonly #seed = state(seeds[0] as string);
  readonly #overrides = state<{ readonly [role: string]: string }>({});
  readonly #chosen = state<keyof ColorScheme>("primary");
  readonly #entered = state("");

  override build() {
    const theme$ = combineLatest([this.#seed, this.#overrides]).pipe(
      map(([seed, colorScheme]) => ({ ...(isColor(seed) && { colorSchemeSeed: seed }), colorScheme })),
    );
    // The page itself uses the scheme, so it is the largest preview.
    this.page.bind("theme", theme$);
    return new Column({
      spacing: 16,
      horizontalAlignment: "stretch",
      controls: [
        this.#seeds(),
        this.#role(),
        new Row({
          wrap: true,
          spacing: 16,
          runSpacing: 16,
          verticalAlignment: "start",
          controls: (["light", "dark"] as const).map(
            (themeMode) =>
              new Container({
                themeMode,
                width: 440,
                padding: 16,
                borderRadius: 24,
                content: new Column({
                  spacing: 12,
                  horizontalAlignment: "stretch",
                  controls: [sample(themeMode), this.#roles()],
                }),
              }),
          ),
        }),
      ],
    });
  }

  #seeds() {
    return new Row({
      wrap: true,
      spacing: 8,
      controls: [
        new TextField({
          label: "Seed",
          width: 160,
          value: this.#seed,
          error: this.#seed.select((seed) => (isColor(seed) ? null : "Such as #6750a4")),
        }),
        ...seeds.map(
          (seed) =>
            new Container({
              width: 40,
              height: 40,
              shape: "circle",
              bgcolor: seed,
              tooltip: seed,
              border: this.#seed.select((chosen) => (chosen === seed ? { width: 3, color: "onsurface" } : null)),
              content: new Text({ semanticsLabel: seed }),
              onClick: () => this.#seed.set(seed),
            }),
        ),
      ],
    });
  }

  /** Field for a color that replaces the generated color of the selected role. */
  #role() {
    return new Row({
      wrap: true,
      controls: [
        new TextField({
          label: this.#chosen.select((role) => `Another ${role}`),
          width: 280,
          hintText: "#rrggbb",
          value: this.#entered,
          error: this.#entered.select((text) => (text === "" || isColor(text) ? null : "Such as #6750a4")),
          onChange: ({ data }) => this.#override(data),
        }),
        new TextButton({
          content: "Reset all",
          disabled: this.#overrides.select((overrides) => Object.keys(overrides).length === 0),
          onClick: () => {
            this.#overrides.set({});
            this.#entered.set("");
          },
        }),
      ],
    });
  }

  #override(color: string) {
    const { [this.#chosen.value]: _, ...others } = this.#overrides.value;
    if (color === "") this.#overrides.set(others);
    else if (isColor(color)) this.#overrides.set({ ...others, [this.#chosen.value]: color });
  }

  #choose(role: keyof ColorScheme) {
    this.#chosen.set(role);
    this.#entered.set(this.#overrides.value[role] ?? "");
  }

  #roles() {
    return new Column({
      spacing: 4,
      horizontalAlignment: "stretch",
      controls: [
        ...pairs.map(
          ([behind, on]) =>
            new Row({ spacing: 4, controls: [this.#tile(behind, behind, on), this.#tile(on, on, behind)] }),
        ),
        ...alone.map((role) => this.#line(role)),
      ],
    });
  }

  #line(role: keyof ColorScheme) {
    return new Container({
      padding: { left: 12, right: 12, top: 4, bottom: 4 },
      borderRadius: 8,
      onClick: () => this.#choose(role),
      content: new Row({
        controls: [
          new Container({ width: 24, height: 24, borderRadius: 6, bgcolor: role.toLowerCase() }),
          new Text({ value: role, size: 12 }),
        ],
      }),
    });
  }

  #tile(role: keyof ColorScheme, bgcolor: string, color: string) {
    return new Container({
      expand: true,
      padding: { left: 12, right: 12, top: 8, bottom: 8 },
      borderRadius: 8,
      bgcolor: bgcolor.toLowerCase(),
      onClick: () => this.#choose(role),
      content: new Text({ value: role, size: 12, noWrap: true, overflow: "ellipsis", color: color.toLowerCase() }),
    });
  }
}

/** Returns a few controls that use the colors. */
function sample(name: string) {
  return new Column({
    spacing: 8,
    controls: [
      new Text({ value: name, themeStyle: "titleLarge" }),
      new Row({
        wrap: true,
        controls: [
          new FilledButton({ content: "Filled" }),
          new OutlinedButton({ content: "Outlined" }),
          new Switch({ label: "Switch", value: true }),
        ],
      }),
    ],
  });
}

function isColor(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

run((page: Page) => {
  page.title = "Palette";
  page.padding = 16;
  page.horizontalAlignment = "stretch";
  page.add(new PaletteEditor());
});
