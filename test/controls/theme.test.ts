import { Hct, hexFromArgb, MaterialDynamicColors, SchemeTonalSpot } from "@material/material-color-utilities";
import { Container, Page, type Theme } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { loadControls } from "../../scripts/controls.ts";
import { Prop } from "../../src/core/declaration/spec.ts";
import type { Json } from "../../src/protocol/messages.ts";
import { eachTarget, THEME_TARGETS, VALUE_TARGETS } from "../../src/values/theme-targets.ts";

type WireTheme = { readonly colors: { readonly [role: string]: [string, string] }; readonly defaults?: Json };

async function wire(theme: Theme): Promise<WireTheme> {
  await using h = mount(new Container({ theme }));
  return (h.documents()["2"] as unknown as { theme: WireTheme }).theme;
}

test("a seed color becomes the tonal spot scheme, in light and dark", async () => {
  const { colors } = await wire({ colorSchemeSeed: "teal" });
  const scheme = (isDark: boolean) => new SchemeTonalSpot(Hct.fromInt(0xff009688), isDark, 0);
  const expected = (role: "primary" | "tertiaryContainer" | "inverseOnSurface") =>
    [false, true].map((isDark) => hexFromArgb(MaterialDynamicColors[role].getArgb(scheme(isDark) as never)));
  expect(Object.keys(colors)).toHaveLength(46);
  expect(colors.primary).toEqual(expected("primary"));
  expect(colors.tertiarycontainer).toEqual(expected("tertiaryContainer"));
  expect(colors.oninversesurface).toEqual(expected("inverseOnSurface"));
});

test("colors of the scheme override those of the seed, and work without a seed", async () => {
  const { colors } = await wire({ colorSchemeSeed: "teal", colorScheme: { onSurface: "red500" } });
  expect(colors.onsurface).toEqual(["#f44336", "#f44336"]);
  expect(Object.keys(colors)).toHaveLength(46);
  expect(await wire({ colorScheme: { onSurface: "#abc" } })).toEqual({ colors: { onsurface: ["#aabbcc", "#aabbcc"] } });
});

test("control themes become defaults of control properties", async () => {
  expect(
    await wire({
      dividerColor: "red",
      hintColor: "primary",
      visualDensity: "compact",
      buttonTheme: { style: { bgcolor: "#abc" } },
      dividerTheme: { color: "blue", space: 4 },
    }),
  ).toMatchObject({
    defaults: {
      Button: { style: { visualDensity: "compact" } },
      Divider: { color: "#2196f3", height: 4 },
      VerticalDivider: { color: "#2196f3", width: 4 },
      TextField: { hintStyle: { color: "primary" } },
    },
  });
});

test("a wrong theme is refused with an error that lists what is expected", () => {
  expect(() => new Container({ theme: { colorScheme: { primary: "secondary" } } })).toThrow(
    'Container.theme.colorScheme.primary must be a color that does not depend on the theme, such as "red500" or "#d0bcff", not "secondary".',
  );
  expect(() => new Container({ theme: { colorSchemeSeed: "rad" } })).toThrow(
    /^Container\.theme\.colorSchemeSeed must be a color such as .* \(is "red" meant\?\)/,
  );
  expect(() => new Container({ theme: { cardTheme: { elevation: -1 } } })).toThrow(
    "Container.theme.cardTheme.elevation must be at least 0, not -1.",
  );
});

test("a font must be a file on the app's own host", async () => {
  await using h = mount((page) => {
    page.fonts = { Kanit: "/fonts/kanit.woff2" };
  });
  expect(h.documents()["1"]).toMatchObject({ fonts: { Kanit: "/fonts/kanit.woff2" } });
  expect(() => {
    h.page.fonts = { Kanit: "https://example.com/kanit.woff2" };
  }).toThrow(
    'Page.fonts.Kanit must be a path on this site, such as "/fonts/kanit.woff2", not "https://example.com/kanit.woff2".',
  );
});

const controls = new Map((await loadControls()).map(({ type, class: { spec } }) => [type, spec.entries]));
const fieldsOf = (name: string): string[] => {
  // The error for an unknown field lists the known fields.
  try {
    new Container({ theme: { [name]: { none: 1 } } as never });
  } catch (error) {
    return /\((.*)\)/.exec(String(error))?.[1]?.split(", ") ?? [];
  }
  return [];
};
/** Properties that a theme sets: the type of the control, the property, and the field of the theme. */
const targets: [string, string, string][] = [];
for (const [field, types] of Object.entries(VALUE_TARGETS))
  for (const [type, path] of Object.entries(types)) targets.push([type, path, field]);
for (const [name, types] of Object.entries(THEME_TARGETS))
  eachTarget(types, fieldsOf(name), (type, property, field) => targets.push([type, property, `${name}.${field}`]));

/** One value of each enumeration. */
const ENUMS: readonly string[] = [
  "labels",
  "over",
  "all",
  "tapOnly",
  "list",
  "top",
  "label",
  "round",
  "antiAlias",
  "alwaysShow",
  "linear",
];

/** Values of many types. A property must accept each of them that its theme field accepts. */
const SAMPLES: readonly unknown[] = [
  ...[true, 4, 0.5, "red", "click", "home", "compact", "start", "center", "none", { left: 2 }, { topLeft: 2 }],
  ...[{ hovered: "red" }, { hovered: 4 }, { hovered: "click" }, { hovered: "home" }, { default: { width: 2 } }],
  ...[{ hovered: { size: 2 } }, { hovered: { type: "stadium" } }, { hovered: { left: 2 } }, { width: 2 }, { size: 2 }],
  ...[{ type: "stadium" }, { x: 1, y: 1 }, { x: 1 }, { width: 2, height: 2 }, { minWidth: 2 }, { bgcolor: "red" }],
  ...[
    [{ blurRadius: 2 }],
    { blurRadius: 2 },
    { duration: 4 },
    { type: "circular" },
    { borderSide: { width: 2 } },
    ...ENUMS,
  ],
];

function isAccepted(theme: unknown): boolean {
  try {
    new Container({ theme: theme as Theme });
    return true;
  } catch {
    return false;
  }
}

test.each(targets.filter(([type]) => controls.has(type)))(
  "%s.%s accepts every value that the theme's %s accepts",
  (type, path, field) => {
    const [property = "", part] = path.split(".");
    const entry = controls.get(type)?.[property];
    expect(entry).toBeDefined();
    const [name = "", inner] = field.split(".");
    const accepted = SAMPLES.filter((sample) =>
      isAccepted({ [name]: inner === undefined ? sample : { [inner]: sample } }),
    );
    expect(accepted).not.toEqual([]);
    if (!(entry instanceof Prop)) return;
    const refused = accepted.filter(
      (sample) => entry.type.check(part === undefined ? sample : { [part]: sample }) !== undefined,
    );
    expect(refused).toEqual([]);
  },
);

test("every field of every control theme sets a property", () => {
  const set = new Set(targets.map(([, , field]) => field));
  for (const name of Object.keys(THEME_TARGETS))
    for (const field of fieldsOf(name)) expect(set).toContain(`${name}.${field}`);
  expect(Page.spec.entries.theme).toBeInstanceOf(Prop);
});
