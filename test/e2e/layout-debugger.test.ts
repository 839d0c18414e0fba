import { Button, Column, Container, Control, type Page, Row, Text, TextField } from "runlet";
import { expect, test } from "vitest";
import { type Opened, openApp, openTab, serveApp, violations } from "./open.ts";

const KEY = "Alt+Shift+KeyD";
const OUTLINE = ".r-layout-debugger-outline";

/** A control without a box of its own. */
class Greeting extends Control {
  override build() {
    return new Text({ value: "Hello" });
  }
}

/** Opens an app, and returns its page so that the test can change it. */
async function appWith(main: (page: Page) => void, options = {}) {
  let page!: Page;
  const opened = await openApp(
    (own) => {
      page = own;
      main(own);
    },
    { reducedMotion: "reduce", ...options },
  );
  return { ...opened, opened, page };
}

const panelOf = ({ tab }: Opened) => tab.getByRole("dialog", { name: "Layout debugger" });
const entriesOf = (opened: Opened) => panelOf(opened).getByRole("listitem").allInnerTexts();
const outlinesOf = ({ tab }: Opened) => tab.locator(OUTLINE).count();
const hasChunk = ({ requests }: Opened) => requests.some((url) => url.includes("layout-debugger"));

test("showLayoutDebugger outlines each box, names those without a size, and follows changes", async () => {
  const empty = new Container({ bgcolor: "red" });
  const { opened, page, app } = await appWith((page) => {
    page.showLayoutDebugger = true;
    page.add(new Greeting(), empty, new Row({ controls: [new Text({ value: "A" }), new Container({ width: 40 })] }));
  });
  await panelOf(opened).waitFor();
  // The page, the text in the control without a box, the container, the row and its two children.
  await expect.poll(() => outlinesOf(opened)).toBe(6);
  expect(await entriesOf(opened)).toEqual([
    expect.stringContaining(
      "no height. This Container has no content, and the page gives it no height: give it a height, or expand.",
    ),
    expect.stringContaining(
      "no height. This Container has no content, and its Row gives it no height: give it a height.",
    ),
  ]);
  expect(await opened.tab.locator(".r-layout-debugger-empty").count()).toBe(2);
  empty.height = 30;
  page.add(new Text({ value: "Later" }));
  await expect.poll(() => outlinesOf(opened)).toBe(7);
  expect(await entriesOf(opened)).toHaveLength(1);
  // A change of size without an update.
  const before = await opened.tab.locator(OUTLINE).first().boundingBox();
  await opened.tab.setViewportSize({ width: 600, height: 700 });
  await expect.poll(() => opened.tab.locator(OUTLINE).first().boundingBox()).toEqual({ ...before, width: 600 });
  page.showLayoutDebugger = false;
  await panelOf(opened).waitFor({ state: "detached" });
  expect(await outlinesOf(opened)).toBe(0);
  expect(opened.problems).toEqual([]);
  await app.close();
});

test("the box under the pointer or with the focus is shown, and the app still gets its clicks", async () => {
  let clicks = 0;
  const { opened, tab, app } = await appWith((page) => {
    page.showLayoutDebugger = true;
    page.add(
      new Button({ content: "Count", onClick: () => void clicks++ }),
      new Row({ controls: [new TextField({ label: "Name", expand: true })] }),
    );
  });
  await panelOf(opened).waitFor();
  await tab.getByRole("button", { name: "Count" }).hover();
  await panelOf(opened).getByText("Page > Button[0]").waitFor();
  await tab.getByRole("button", { name: "Count" }).click();
  await expect.poll(() => clicks).toBe(1);
  await tab.getByRole("textbox", { name: "Name" }).focus();
  await panelOf(opened).getByText("Its Row says: exactly 880 px, its share of the width (expand: 1).").waitFor();
  // In the mode for that, a press selects, and the app gets nothing of it.
  await panelOf(opened).getByRole("button", { name: "Pick" }).click();
  const place = await tab.getByRole("button", { name: "Count" }).boundingBox();
  await tab.mouse.click(place!.x + 20, place!.y + 20);
  await panelOf(opened).getByText("Page > Button[0]").waitFor();
  await tab.getByRole("textbox", { name: "Name" }).hover();
  expect(await panelOf(opened).getByText("Page > Button[0]").count()).toBe(1);
  await tab.getByRole("button", { name: "Count" }).click();
  await expect.poll(() => clicks).toBe(2);
  expect(opened.problems).toEqual([]);
  await app.close();
});

test("in development, a key shows the debugger, arrow keys walk, and Escape closes it", async () => {
  const { opened, tab, app } = await appWith((page) => {
    page.add(
      new TextField({ label: "Name", autofocus: true }),
      new Column({ controls: [new Text({ value: "One" }), new Text({ value: "Two" })] }),
    );
  });
  const field = tab.getByRole("textbox", { name: "Name" });
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(hasChunk(opened)).toBe(false);
  await tab.keyboard.press(KEY);
  await panelOf(opened).getByText("Page > TextField[0]").waitFor();
  expect(await panelOf(opened).evaluate((panel) => panel === document.activeElement)).toBe(true);
  expect(await field.inputValue()).toBe("");
  for (const [key, path] of [
    ["ArrowRight", "Page > Column[1]"],
    ["ArrowDown", "Page > Column[1] > Text[0]"],
    ["ArrowRight", "Page > Column[1] > Text[1]"],
    ["ArrowLeft", "Page > Column[1] > Text[0]"],
    ["ArrowUp", "Page > Column[1]"],
  ] as const) {
    await tab.keyboard.press(key);
    await panelOf(opened).getByText(path, { exact: true }).waitFor();
  }
  await tab.keyboard.press("Escape");
  await panelOf(opened).waitFor({ state: "detached" });
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  await tab.keyboard.press(KEY);
  await panelOf(opened).waitFor();
  await tab.keyboard.press(KEY);
  await panelOf(opened).waitFor({ state: "detached" });
  expect(opened.problems).toEqual([]);
  await app.close();
});

test("outlines follow a page that scrolls, and what is scrolled out of sight has none", async () => {
  const { opened, tab, app } = await appWith((page) => {
    page.showLayoutDebugger = true;
    const lines = Array.from({ length: 20 }, (_, n) => new Text({ value: `Line ${n}`, height: 20 }));
    page.add(
      new Column({ height: 100, scroll: "auto", spacing: 0, controls: lines }),
      new Container({ height: 2000, bgcolor: "primary" }),
    );
  });
  await panelOf(opened).waitFor();
  // The page, the column, 5 of its lines, and the container.
  await expect.poll(() => outlinesOf(opened)).toBe(8);
  await tab.getByText("Line 10").evaluate((line) => line.scrollIntoView());
  await tab.evaluate(() => scrollTo(0, 60));
  const last = tab.locator(OUTLINE).last();
  await expect.poll(async () => (await last.boundingBox())?.y).toBe(60);
  expect(opened.problems).toEqual([]);
  await app.close();
});

test.each(["light", "dark"] as const)("the panel is accessible, %s", async (colorScheme) => {
  const main = (page: Page) => {
    page.showLayoutDebugger = true;
    page.add(new Container({ bgcolor: "red" }), new Text({ value: "Hello" }));
  };
  const { opened, tab, app } = await appWith(main, { colorScheme });
  await panelOf(opened).getByRole("listitem").getByRole("button").click();
  await panelOf(opened).getByText("Page > Container[0]").waitFor();
  await tab.mouse.move(0, 0);
  expect(await violations(opened)).toEqual([]);
  await app.close();
});

test("outside development, the key has no effect, and the property has", async () => {
  let page!: Page;
  const app = await serveApp((own) => {
    page = own;
    page.add(new Text({ value: "Hello" }));
  });
  const opened = await openTab(app.url);
  await opened.tab.getByText("Hello").waitFor();
  await opened.tab.keyboard.press(KEY);
  page.add(new Text({ value: "Later" }));
  await opened.tab.getByText("Later").waitFor();
  expect(hasChunk(opened)).toBe(false);
  expect(await panelOf(opened).count()).toBe(0);
  page.showLayoutDebugger = true;
  await panelOf(opened).waitFor();
  expect(opened.problems).toEqual([]);
  await app.close();
});
