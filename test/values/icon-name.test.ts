import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { fileOfIcon, iconDrawing } from "../../src/server/icons.ts";
import { CupertinoIcons, Icons, iconNameType } from "../../src/values/icon-name.ts";

test("constants are the names", () => {
  expect(Icons.homeOutlined).toBe("home_outlined");
  expect(Icons.crop169).toBe("crop_16_9");
  expect(CupertinoIcons.house).toBe("cupertino_house");
  // @ts-expect-error: there is no such icon
  expect(Icons.homeOutlinde).toBeUndefined();
});

test("what is no icon's name is refused, with the name that is meant", () => {
  expect(iconNameType.check("home")).toBeUndefined();
  expect(iconNameType.check("cupertino_house_fill")).toBeUndefined();
  expect(iconNameType.check("home_outlinde")?.message).toMatch(/not "home_outlinde" \(is "home_outlined" meant\?\)$/);
  expect(iconNameType.check("homeOutlined")?.message).toMatch(/\(is "home_outlined" meant\?\)$/);
  expect(iconNameType.check("nothing-like-it-at-all")?.message).toMatch(/not "nothing-like-it-at-all"$/);
  expect(iconNameType.check(65536)?.message).toMatch(/not 65536$/);
});

test("every name has a drawing", () => {
  const names = [...Object.values(Icons), ...Object.values(CupertinoIcons)];
  expect(names.length).toBeGreaterThan(10_000);
  expect(names.filter((name) => !existsSync(fileOfIcon(name)))).toEqual([]);
});

test("a drawing is all that an SVG file fills, as outlines", async () => {
  expect(await iconDrawing("home")).toEqual({ box: "0 0 24 24", paths: ["M10 20v-6h4v6h5v-8h3L12 3 2 12h3v8z"] });
  // Circles are outlines, too.
  expect((await iconDrawing("circle_notifications_outlined"))?.paths.join("")).toMatch(/^M/);
  // A shift of the only path is one of what is seen.
  expect((await iconDrawing("cupertino_bars"))?.box).toMatch(/^-\d+ -\d+ 56 56$/);
  // Aliases have the drawing of another name, also in each style.
  expect(await iconDrawing("info_outline")).toEqual(await iconDrawing("info_outlined"));
  expect(await iconDrawing("info_outline_sharp")).toEqual(await iconDrawing("info_sharp"));
  expect(await iconDrawing("four_k_rounded")).toMatchObject({ box: "0 0 24 24" });
});

test("there is no way out of the icons' folders", async () => {
  for (const name of ["../package", "..%2fpackage", "home/../home", "cupertino_../../package", "", "no_such_icon"]) {
    expect(await iconDrawing(name), name).toBeUndefined();
  }
});
