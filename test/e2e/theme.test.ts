import { Button, Checkbox, Column, Container, type Control, type Page, Text, type Theme } from "runlet";
import { expect, test } from "vitest";
import { type Opened, openApp, violations } from "./open.ts";

/** Returns the computed value of a CSS property of the element that shows a text. */
async function styleOf({ tab }: Opened, text: string, property: string): Promise<string> {
  const found = tab.getByText(text, { exact: true });
  return found.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

const rgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;

/** Opens an app, and returns its page so that the test can change it. */
async function appWith(main: (page: Page) => void, colorScheme: "light" | "dark" = "light") {
  let page!: Page;
  const opened = await openApp(
    (own) => {
      page = own;
      main(own);
    },
    { colorScheme, reducedMotion: "reduce" },
  );
  return { opened, page };
}

test("colorSchemeSeed sets the colors of the page in light and dark mode, until the theme is removed", async () => {
  const { opened, page } = await appWith((page) => {
    page.theme = { colorSchemeSeed: "green" };
    page.add(new Text({ value: "main", color: "primary" }));
  });
  await expect.poll(() => styleOf(opened, "main", "color")).toBe(rgb("#3b6939"));
  await opened.tab.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => styleOf(opened, "main", "color")).toBe(rgb("#a1d39a"));
  page.darkTheme = { colorSchemeSeed: "blue", colorScheme: { primary: "#123456" } };
  await expect.poll(() => styleOf(opened, "main", "color")).toBe(rgb("#123456"));
  page.theme = null;
  page.darkTheme = null;
  await expect.poll(() => styleOf(opened, "main", "color")).toBe(rgb("#d0bcff"));
  expect(await opened.tab.locator(".r-root").getAttribute("style")).toBe("");
  expect(opened.problems).toEqual([]);
  await opened.app.close();
});

test("the theme of a container overrides the outer theme inside the container only", async () => {
  const inner: Theme = { colorScheme: { primary: "#ff0000" }, textTheme: { titleLarge: { size: 33, weight: "w900" } } };
  const { opened, page } = await appWith((page) => {
    page.theme = { colorScheme: { primary: "#00ff00", secondary: "#0000ff" } };
    const texts = (name: string) => [
      new Text({ value: `${name} primary`, color: "primary", themeStyle: "titleLarge" }),
      new Text({ value: `${name} secondary`, color: "secondary" }),
    ];
    page.add(...texts("outer"), new Container({ theme: inner, content: new Column({ controls: texts("inner") }) }));
  });
  expect(await styleOf(opened, "outer primary", "color")).toBe(rgb("#00ff00"));
  expect(await styleOf(opened, "inner primary", "color")).toBe(rgb("#ff0000"));
  expect(await styleOf(opened, "inner secondary", "color")).toBe(rgb("#0000ff"));
  expect(await styleOf(opened, "inner primary", "font-size")).toBe("33px");
  expect(await styleOf(opened, "inner primary", "font-weight")).toBe("900");
  expect(await styleOf(opened, "outer primary", "font-size")).toBe("22px");
  (page.controls[2] as Container).theme = null;
  await expect.poll(() => styleOf(opened, "inner primary", "color")).toBe(rgb("#00ff00"));
  expect(await styleOf(opened, "inner primary", "font-size")).toBe("22px");
  await opened.app.close();
});

test("a control takes its defaults from the nearest theme that defines them", async () => {
  const { opened, page } = await appWith((page) => {
    page.theme = { checkboxTheme: { splashRadius: 30 }, buttonTheme: { style: { bgcolor: "#00ff00" } } };
    page.darkTheme = { buttonTheme: { style: { bgcolor: "#0000ff" } } };
    page.add(
      new Checkbox({ label: "plain" }),
      new Checkbox({ label: "own", splashRadius: 10 }),
      new Button({ content: "go" }),
      new Button({ content: "styled", style: { padding: 40 } }),
      new Container({
        theme: { checkboxTheme: { splashRadius: 5 } },
        content: new Column({ controls: [new Checkbox({ label: "nested" }), new Button({ content: "nested go" })] }),
      }),
    );
  });
  const disc = (label: string) =>
    opened.tab.locator("label", { hasText: label }).evaluate((box) => box.style.getPropertyValue("--r-c-disc"));
  const back = (name: string) =>
    opened.tab
      .getByRole("button", { name, exact: true })
      .evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(await disc("plain")).toBe("60px");
  expect(await disc("own")).toBe("20px");
  expect(await disc("nested")).toBe("10px");
  expect(await back("go")).toBe(rgb("#00ff00"));
  expect(await back("styled")).toBe(rgb("#00ff00"));
  expect(await back("nested go")).toBe(rgb("#00ff00"));
  await opened.tab.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => back("go")).toBe(rgb("#0000ff"));
  expect(await disc("plain")).toBe("");
  page.themeMode = "light";
  await expect.poll(() => back("nested go")).toBe(rgb("#00ff00"));
  // A control that moves into the scope of another theme takes that theme's defaults.
  const [plain, , , , nest] = page.controls as Control[] as [Checkbox, Checkbox, Button, Button, Container];
  page.controls.splice(0, 1);
  (nest.content as Column).controls.push(plain);
  await expect.poll(() => disc("plain")).toBe("10px");
  page.theme = null;
  await expect.poll(() => back("go")).not.toBe(rgb("#00ff00"));
  expect(opened.problems).toEqual([]);
  await opened.app.close();
});

test("tooltips and scrollbars follow the theme", async () => {
  const { opened, page } = await appWith((page) => {
    page.theme = {
      tooltipTheme: { decoration: { bgcolor: "#00ff00" }, waitDuration: 0, textStyle: { size: 30 } },
      scrollbarTheme: { thumbColor: "#ff0000", thickness: 6 },
    };
    page.add(
      new Text({ value: "tipped", tooltip: { message: "a tip", textStyle: { italic: true } } }),
      new Column({ scroll: "auto", height: 50, controls: [new Text({ value: "scrolled" })] }),
    );
  });
  await opened.tab.getByText("tipped").hover();
  await opened.tab.getByText("a tip").waitFor();
  expect(await styleOf(opened, "a tip", "background-color")).toBe(rgb("#00ff00"));
  expect(await styleOf(opened, "a tip", "font-style")).toBe("italic");
  expect(await styleOf(opened, "scrolled", "scrollbar-color")).toBe(`${rgb("#ff0000")} rgba(0, 0, 0, 0)`);
  const width = () => opened.tab.locator(".r-box-scrolls").evaluate((box) => getComputedStyle(box).scrollbarWidth);
  expect(await width()).toBe("thin");
  page.theme = null;
  await expect.poll(width).toBe("auto");
  await expect.poll(() => styleOf(opened, "a tip", "background-color")).not.toBe(rgb("#00ff00"));
  expect(opened.problems).toEqual([]);
  await opened.app.close();
});

test("a font of the page loads from the app's own host, and is removed when page.fonts is cleared", async () => {
  const { opened, page } = await appWith((page) => page.add(new Text({ value: "letters" })));
  const asked = opened.tab.waitForRequest("**/fonts/own.woff2");
  await opened.tab.route("**/fonts/own.woff2", (route) => route.fulfill({ path: FONT, contentType: "font/woff2" }));
  page.fonts = { "Own Font": "/fonts/own.woff2" };
  page.theme = { fontFamily: "Own Font" };
  await asked;
  await expect.poll(() => styleOf(opened, "letters", "font-family")).toContain('"Own Font", Roboto');
  await expect.poll(() => opened.tab.evaluate(() => document.fonts.check('14px "Own Font"'))).toBe(true);
  page.fonts = null;
  const families = () => opened.tab.evaluate(() => [...document.fonts].map(({ family }) => family));
  await expect.poll(families).not.toContain("Own Font");
  expect(opened.problems).toEqual([]);
  await opened.app.close();
});

const FONT = "node_modules/@fontsource/roboto/files/roboto-latin-400-normal.woff2";

test.each(["#6750a4", "red", "yellow", "#00ff00", "cyan", "blue", "#ff00ff", "black", "white"])(
  "the color scheme of the seed %s has enough contrast in light and dark mode",
  async (seed) => {
    const { opened } = await appWith((page) => {
      page.theme = { colorSchemeSeed: seed };
      const pairs = [
        ...["primary", "secondary", "tertiary", "error"].flatMap((name) => [name, `${name}container`]),
        "inversesurface",
      ].map((name) => [name, name === "inversesurface" ? "oninversesurface" : `on${name}`] as const);
      const surfaces = [
        "",
        "dim",
        "bright",
        ...["lowest", "low", "", "high", "highest"].map((level) => `container${level}`),
      ];
      for (const surface of surfaces)
        pairs.push([`surface${surface}`, "onsurface"], [`surface${surface}`, "onsurfacevariant"]);
      pairs.push(["surface", "primary"], ["surface", "error"]);
      for (const [bgcolor, color] of pairs)
        page.add(new Container({ bgcolor, content: new Text({ value: `${color} on ${bgcolor}`, color }) }));
      page.add(new Button({ content: "Go" }), new Checkbox({ label: "Agreed", value: true }));
    });
    expect(await violations(opened)).toEqual([]);
    await opened.tab.emulateMedia({ colorScheme: "dark" });
    expect(await violations(opened)).toEqual([]);
    await opened.app.close();
  },
);
