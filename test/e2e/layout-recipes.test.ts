import { readFileSync } from "node:fs";
import type { Page as Tab } from "playwright-core";
import type { Main } from "runlet";
import { mainOf, type RunningApp } from "runlet/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Box, type Boxes, differences, type LayoutCase } from "../layout/case.ts";
import { parseCases } from "../layout/parse.ts";
import { referenceBoxes } from "../layout/reference/page.ts";
import { codeBlocksOf, makeFolder, writeBlock } from "../support/code-blocks.ts";
import { atRest, openTab, serveApp } from "./open.ts";
import { turnWheel } from "./support/wheel.ts";

const PAGE = "docs/guide/layout-recipes.md";
const pictures = parseCases(readFileSync("test/layout/recipes.txt", "utf8"), "recipe", "../recipes.txt");
const { folder, remove } = makeFolder("recipes");
const apps = new Map<string, RunningApp>();

beforeAll(async () => {
  // `mainOf` handles one program at a time.
  for (const block of codeBlocksOf(PAGE)) {
    const main: Main = await mainOf(() => import(/* @vite-ignore */ writeBlock(block, folder)));
    apps.set(block.heading, await serveApp(main));
  }
});

afterAll(async () => {
  for (const app of apps.values()) await app.close();
  remove();
});

/** Shows the program below a heading of the page in a window of a size. */
async function open(heading: string, width: number, height: number): Promise<Tab> {
  const { tab, problems } = await openTab(apps.get(heading)!.url, { viewport: { width, height } });
  await atRest(tab);
  expect(problems).toEqual([]);
  return tab;
}

/** Returns the visible part of the box around each text of a recipe, by the first line of the text, without spaces. */
async function boxesOf(tab: Tab): Promise<Boxes> {
  const entries = await tab.evaluate(() => {
    const found: [string, Box][] = [];
    const boxes = ".r-container, .r-field";
    for (const label of document.querySelectorAll(".r-text, .r-field label")) {
      // Every recipe gives the measured Container a color, and none of those in it.
      let box = label.closest(boxes);
      const isClear = (of: Element) => getComputedStyle(of).backgroundColor === "rgba(0, 0, 0, 0)";
      while (box?.matches(".r-container") && isClear(box)) box = box.parentElement!.closest(boxes);
      if (box === null) continue;
      const rectangle = box.getBoundingClientRect();
      let [left, top, right, bottom] = [rectangle.left, rectangle.top, rectangle.right, rectangle.bottom];
      for (let at = box.parentElement; at !== null && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflowY === "visible") continue;
        const clip = at.getBoundingClientRect();
        [left, top] = [Math.max(left, clip.left), Math.max(top, clip.top)];
        [right, bottom] = [Math.min(right, clip.right), Math.min(bottom, clip.bottom)];
      }
      [right, bottom] = [Math.min(right, innerWidth), Math.min(bottom, innerHeight)];
      const key = label.textContent.split("\n")[0]!.toLowerCase().replace(/\s/g, "");
      found.push([key, right > left && bottom > top ? [left, top, right - left, bottom - top] : null]);
    }
    return found;
  });
  return Object.fromEntries(entries);
}

const pictureOf = (name: string): LayoutCase => pictures.find((one) => one.name === `recipe/${name}`)!;

test.each([
  ["Center something", ["center"]],
  ["A footer at the bottom", ["footer"]],
  ["Equal columns", ["columns"]],
  ["A sidebar", ["sidebar"]],
  ["A form of two columns that becomes one", ["form-wide", "form-narrow"]],
  ["A grid of cards", ["cards"]],
  ["Controls over other controls", ["overlay"]],
  ["The full height", ["height"]],
  ["A list that scrolls inside a page", ["scroll"]],
  ["From right to left", ["rtl"]],
])("%s: the program has the boxes of its picture", async (heading, names) => {
  for (const name of names) {
    const { width, height, boxes } = pictureOf(name);
    const tab = await open(heading, width, height);
    expect({ name, wrong: differences(boxes, await boxesOf(tab)) }).toEqual({ name, wrong: [] });
    await tab.close();
  }
});

test("each recipe of the page has a program and a picture", () => {
  const headings = [...readFileSync(PAGE, "utf8").matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
  expect(headings).toHaveLength(10);
  expect([...apps.keys()]).toEqual(headings);
  const shown = [...readFileSync(PAGE, "utf8").matchAll(/layout\/recipe-([\w-]+)\.svg/g)].map(([, name]) => name);
  expect(shown.map((name) => `recipe/${name}`)).toEqual(pictures.map(({ name }) => name));
});

test("the pictures are what the reference engine computes", () => {
  const wrong = pictures.map((one) => ({ name: one.name, wrong: differences(one.boxes, referenceBoxes(one)) }));
  expect(wrong.filter((one) => one.wrong.length > 0)).toEqual([]);
});

/** Sizes of windows in which what matters must hold: a phone, and a wide screen. */
const WINDOWS = [
  [360, 640],
  [1400, 800],
] as const;

const near = (value: number): unknown => expect.closeTo(value, 0);

test.each(WINDOWS)("in a window of %d x %d, each recipe keeps its promise", async (width, height) => {
  const show = async (heading: string) => {
    const tab = await open(heading, width, height);
    const boxes = await boxesOf(tab);
    await tab.close();
    return (key: string) => {
      const [left, top, w, h] = boxes[key]!;
      return { left, top, width: w, height: h, right: left + w, bottom: top + h };
    };
  };

  let box = await show("Center something");
  expect(box("center")).toMatchObject({ left: near((width - 160) / 2), top: near((height - 80) / 2) });

  box = await show("A footer at the bottom");
  expect(box("footer")).toMatchObject({ left: 0, right: near(width), bottom: near(height), height: near(40) });
  expect(box("content")).toMatchObject({ top: near(56), bottom: near(height - 40), width: near(width) });

  box = await show("Equal columns");
  for (const name of ["second", "third"]) {
    expect(box(name).width).toBeCloseTo(box("first").width, 0);
    expect(box(name).height).toBeCloseTo(box("first").height, 0);
  }
  expect(box("third").right).toBeCloseTo(width - 10, 0);

  box = await show("A sidebar");
  expect(box("menu")).toMatchObject({ width: near(200), height: near(height) });
  expect(box("main")).toMatchObject({ left: near(200), right: near(width), height: near(height) });

  box = await show("A form of two columns that becomes one");
  if (width < 768) expect(box("lastname").top).toBeGreaterThan(box("firstname").bottom);
  else expect(box("lastname")).toMatchObject({ top: near(box("firstname").top), width: near(box("firstname").width) });
  expect(box("street").width).toBeCloseTo(width - 20, 0);

  box = await show("A grid of cards");
  expect(box("card1").width).toBeLessThanOrEqual(220);
  expect(box("card2").width).toBeCloseTo(box("card1").width, 0);
  expect(box("card5").top === box("card1").top).toBe(width > 1000);

  box = await show("Controls over other controls");
  expect(box("map")).toMatchObject({ width: near(width), height: near(height) });
  expect(box("chat")).toMatchObject({ right: near(width - 16), bottom: near(height - 16) });

  box = await show("The full height");
  expect(box("canvas")).toMatchObject({ right: near(width - 10), bottom: near(height - 10) });
  expect(box("list").bottom).toBeCloseTo(height - 10, 0);

  box = await show("A list that scrolls inside a page");
  expect(box("answer")).toMatchObject({ bottom: near(height - 10), width: near(width - 20) });
  expect(box("title").top).toBeCloseTo(10, 0);

  box = await show("From right to left");
  expect(box("photo").right).toBeCloseTo(width - 10, 0);
  expect(box("time").left).toBeCloseTo(10, 0);
  expect(box("name")).toMatchObject({ left: near(box("time").right + 10), right: near(box("photo").left - 10) });
});

test("in a low window, only the list scrolls, and the other parts stay", async () => {
  const tab = await open("A list that scrolls inside a page", 500, 300);
  const before = await boxesOf(tab);
  await tab.getByText("Line 1").hover();
  await turnWheel(tab, 0, 1000);
  await tab.waitForFunction(() => document.querySelector(".r-column")!.scrollTop > 0);
  await expect.poll(async () => (await boxesOf(tab)).line6?.[3]).toBeCloseTo(56, 0);
  const after = await boxesOf(tab);
  expect(after.title).toEqual(before.title);
  expect(after.answer).toEqual(before.answer);
});

test("in a low window, the content of the page with a footer scrolls inside", async () => {
  const tab = await open("A footer at the bottom", 360, 140);
  const { footer, content } = await boxesOf(tab);
  expect(footer).toEqual([0, 100, 360, 40].map(near));
  expect(content).toEqual([0, 56, 360, 44].map(near));
});
