import { describe, expect, test } from "vitest";
import { theme } from "../../src/client/theme/theme.ts";
import { colorType } from "../../src/values/color.ts";
import { palette } from "../../src/values/palette.ts";
import { ThemeColor } from "../../src/values/theme-color.ts";

const sent = (color: string) => {
  expect(colorType.check(color)).toBeUndefined();
  return colorType.encode?.(color);
};

test("colors of the theme are sent by name, because only the client knows light from dark", () => {
  expect(sent("primary")).toBe("primary");
  expect(sent("surfacecontainerhigh,0.5")).toBe("surfacecontainerhigh,0.5");
  expect(sent("surfaceContainerHigh, 0.5")).toBe("surfacecontainerhigh,0.5");
  expect(sent("onPrimary")).toBe("onprimary");
});

test("every color of the theme is defined in the client", () => {
  expect(ThemeColor.filter((name) => !theme.includes(`--r-${name}:`))).toEqual([]);
});

describe("all else is sent as CSS has it", () => {
  test.each([
    ["red", "#f44336"],
    ["red500", "#f44336"],
    ["bluegrey900", "#263238"],
    ["limeaccent", "#eeff41"],
    ["limeaccent700", "#aeea00"],
    ["black12", "#0000001f"],
    ["white70", "#ffffffb3"],
    ["transparent", "#00000000"],
    ["red,0.5", "#f4433680"],
    ["red,0", "#f4433600"],
    ["red,1", "#f44336"],
    ["red,.04", "#f443360a"],
    ["black12,0.5", "#00000080"],
    ["#AbC", "#aabbcc"],
    ["#112233", "#112233"],
    ["#80112233", "#11223380"],
    ["#ff112233", "#112233"],
    ["#80112233,1.0", "#112233"],
    ["Red500", "#f44336"],
    ["blueGrey900", "#263238"],
    ["gray", "#9e9e9e"],
    ["bluegray900,0.5", "#26323880"],
    ["red, 0.5", "#f4433680"],
    ["#ABCDEF , 0.5", "#abcdef80"],
    ["rgb(255, 0, 128)", "#ff0080"],
    ["rgb(255 0 128 / 50%)", "#ff008080"],
    ["rgba(255,0,128,.5)", "#ff008080"],
    ["RGB(100%, 0%, 50.2%)", "#ff0080"],
    ["rgb(300, -5, 0)", "#ff0000"],
    ["rgb(255, 0, 128),0.5", "#ff008080"],
    ["hsl(120, 100%, 25%)", "#008000"],
    ["hsl(-240deg 100% 25%)", "#008000"],
    ["hsla(0 0% 100% / 0.25)", "#ffffff40"],
    ["0x112233", "#112233"],
    ["0X80112233", "#11223380"],
  ])("%s", (color, css) => {
    expect(sent(color)).toBe(css);
  });
});

describe("anything else is refused", () => {
  test.each([
    "",
    "#",
    "#12",
    "#12345",
    "#1234567",
    "#gggggg",
    "0xfff",
    "red,",
    "red,2",
    "red,1.5",
    "red,-1",
    "red,0.5,0.5",
    "red;background:url(//other.site)",
    "var(--x)",
    "rgb(1,2)",
    "rgb(1,2,3,4,5)",
    "rgb(red,2,3)",
    "rgb(10%,2,3)",
    "hsl(1,2,3)",
    "hsl(120 50% 50%) url(x)",
    "rgb(1,2,3),2",
    "toString",
    "__proto__",
    7,
    null,
    ["red"],
  ])("%j", (value) => {
    expect(colorType.check(value)?.message).toMatch(/^must be a color such as "primary", "red500,0.5", "#ff0000" or /);
  });
});

test.each([
  ["redd500", "red500"],
  ["graey", "grey"],
  ["deep-purple-accent-100", "deeppurpleaccent100"],
  ["onprimry,0.5", "onprimary"],
])("%s: the name that was meant is offered", (typed, meant) => {
  expect(colorType.check(typed)?.message).toContain(`not "${typed}" (is "${meant}" meant?)`);
});

test("no name is offered where none is near", () => {
  expect(colorType.check("banana")?.message).toMatch(/not "banana"$/);
});

test("each color of the palette has six digits, or eight if it is transparent", () => {
  expect(palette.size).toBe(306);
  const clear = /^(black|white)\d|^transparent$/;
  for (const [name, css] of palette) expect(css, name).toMatch(clear.test(name) ? /^#[0-9a-f]{8}$/ : /^#[0-9a-f]{6}$/);
});
