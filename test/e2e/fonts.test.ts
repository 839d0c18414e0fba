import { type Page, Text, TextField } from "runlet";
import { expect, onTestFinished, test } from "vitest";
import { atRest, type Opened, openTab, serveApp } from "./open.ts";

/** Opens an app whose host serves it at a path. */
async function opened(main: (page: Page) => void, options = {}): Promise<Opened> {
  const app = await serveApp(main, options);
  onTestFinished(() => app.close());
  const opened = await openTab(app.url);
  await atRest(opened.tab);
  return opened;
}

/** Returns the names of the font files that the page asked for, without their hashes. */
function fontFiles({ requests }: Opened): string[] {
  const names = requests.flatMap((url) => /([^/]+)-[^/]{8}\.woff2$/.exec(url)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** Returns the fonts that the browser drew a text with, each with whether it comes from a file of the page. */
async function drawnWith({ tab }: Opened, text: string): Promise<string[]> {
  const session = await tab.context().newCDPSession(tab);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument", { depth: 0 });
  const id = await tab.getByText(text).evaluate((element) => (element.id = "looked-at"));
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: `#${id}` });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  await tab.locator(`#${id}`).evaluate((element) => element.removeAttribute("id"));
  return fonts.map(({ familyName, isCustomFont }) => `${familyName}${isCustomFont ? "" : " of the device"}`);
}

const familyOf = ({ tab }: Opened, text: string) =>
  tab.getByText(text).evaluate((element) => getComputedStyle(element).fontFamily);

test.each(["", "/apps/one"])("text is drawn in Roboto from the app's own host, at the path '%s'", async (path) => {
  const page = await opened(
    (page) => page.add(new Text({ value: "Regular" }), new Text({ value: "Bold", weight: "bold" })),
    path === "" ? {} : { webAppPath: path },
  );
  expect(fontFiles(page)).toEqual(["roboto-latin-400", "roboto-latin-700"]);
  expect(await drawnWith(page, "Regular")).toEqual(["Roboto"]);
  expect(await drawnWith(page, "Bold")).toEqual(["Roboto"]);
  const origin = new URL(page.tab.url()).origin;
  expect(page.requests.filter((url) => new URL(url).origin !== origin)).toEqual([]);
  expect(
    page.requests.filter((url) => /\.(css|woff2)$/.test(url) && !url.startsWith(`${origin}${path}/runlet/`)),
  ).toEqual([]);
  expect(page.problems).toEqual([]);
});

test("a part of Roboto is loaded when a character of it is shown, and other characters are the system's", async () => {
  const page = await opened((page) => page.add(new Text({ value: "Привет" })));
  expect(fontFiles(page)).toEqual(["roboto-cyrillic-400"]);
  expect(await drawnWith(page, "Привет")).toEqual(["Roboto"]);
  const arrow = await opened((page) => page.add(new Text({ value: "→" })));
  expect(await drawnWith(arrow, "→")).toEqual([expect.stringMatching(/ of the device$/)]);
});

test("the style sheet and the fonts are kept by the browser for good", async () => {
  const page = await opened((page) => page.add(new Text({ value: "Regular" })));
  const types = { css: "text/css; charset=utf-8", woff2: "font/woff2" };
  for (const [extension, type] of Object.entries(types)) {
    const url = page.requests.find((url) => url.endsWith(`.${extension}`)) ?? "";
    const response = await fetch(url);
    expect([url, response.status, response.headers.get("content-type")]).toEqual([url, 200, type]);
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-encoding")).toBe(extension === "css" ? "gzip" : null);
  }
});

test("text hardly moves when Roboto arrives", async () => {
  const page = await opened((page) => page.add(new Text({ value: "Regular" })));
  const text = "Before the file has arrived, the text is drawn in a font of the device that is as wide and as high.";
  const boxes = await page.tab.evaluate(async (text) => {
    const boxes: { width: number; baseline: number }[] = [];
    for (const weight of [400, 500, 700]) {
      for (const family of ["Roboto", "Roboto Fallback"]) {
        // Fails for the fonts of the fallback that this device does not have.
        await document.fonts.load(`${weight} 16px "${family}"`).catch(() => {});
        const line = document.body.appendChild(document.createElement("div"));
        line.style.cssText = `position: absolute; white-space: nowrap; font: ${weight} 16px/24px "${family}"`;
        line.textContent = text;
        const mark = line.appendChild(document.createElement("span"));
        mark.style.cssText = "display: inline-block";
        const { width, top } = line.getBoundingClientRect();
        boxes.push({ width, baseline: mark.getBoundingClientRect().bottom - top });
        line.remove();
      }
    }
    return boxes;
  }, text);
  for (let index = 0; index < boxes.length; index += 2) {
    const [roboto, fallback] = [boxes[index], boxes[index + 1]] as const;
    expect(Math.abs(Number(fallback?.width) / Number(roboto?.width) - 1)).toBeLessThan(0.025);
    expect(Math.abs(Number(fallback?.baseline) - Number(roboto?.baseline))).toBeLessThan(0.5);
  }
});

test("a font named Roboto of the page takes the place of Runlet's", async () => {
  const app = await serveApp((page) => {
    page.fonts = { Roboto: "/fonts/own.woff2" };
    page.add(new Text({ value: "Regular" }));
  });
  onTestFinished(() => app.close());
  const page = await openTab("about:blank");
  const path = "node_modules/@fontsource/roboto/files/roboto-latin-100-normal.woff2";
  await page.tab.route("**/fonts/own.woff2", (route) => route.fulfill({ path, contentType: "font/woff2" }));
  await page.tab.goto(app.url);
  await atRest(page.tab);
  await expect.poll(() => drawnWith(page, "Regular")).toEqual(["Roboto Thin"]);
});

test("an app with a font of its own loads no Roboto", async () => {
  const page = await opened((page) => {
    page.theme = { fontFamily: "monospace" };
    page.add(new Text({ value: "Regular" }));
  });
  expect(await drawnWith(page, "Regular")).not.toContain("Roboto");
  expect(fontFiles(page)).toEqual([]);
});

test("generic font families select fonts of the device, in texts, text styles and themes", async () => {
  const page = await opened((page) => {
    page.theme = { fontFamily: "ui-serif", textTheme: { titleLarge: { fontFamily: "cursive" } } };
    page.add(
      new Text({ value: "own", fontFamily: "monospace", fontFamilyFallback: ["serif"] }),
      new Text({ value: "styled", style: { fontFamily: "system-ui" } }),
      new Text({ value: "title", themeStyle: "titleLarge" }),
      new Text({ value: "themed" }),
      new Text({ value: "named", fontFamily: "Own 3 Font" }),
      new Text({ value: "inherit", fontFamily: "inherit" }),
      new Text({ value: "hostile", fontFamily: 'x", serif; color: red' }),
      new TextField({ value: "field", textStyle: { fontFamily: "monospace" } }),
    );
  });
  expect(await familyOf(page, "own")).toMatch(/^monospace, serif, ui-serif, Roboto,/);
  expect(await familyOf(page, "styled")).toMatch(/^system-ui, ui-serif, Roboto,/);
  expect(await familyOf(page, "title")).toMatch(/^cursive, Roboto,/);
  expect(await familyOf(page, "themed")).toMatch(/^ui-serif, Roboto,/);
  expect(await familyOf(page, "named")).toMatch(/^"Own 3 Font", ui-serif, Roboto,/);
  expect(await familyOf(page, "inherit")).toMatch(/^(?:inherit|"inherit"), ui-serif, Roboto,/);
  expect(await familyOf(page, "hostile")).toContain("ui-serif, Roboto,");
  expect(await page.tab.locator("input").evaluate((input) => getComputedStyle(input).fontFamily)).toMatch(
    /^monospace,/,
  );
  expect(page.problems).toEqual([]);
});
