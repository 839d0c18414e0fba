import {
  Button,
  Column,
  Container,
  type Control,
  GridView,
  ListView,
  type Page,
  Row,
  type ScrollDetails,
  Text,
} from "runlet";
import { afterEach, expect, test } from "vitest";
import { eventually } from "../../support/patience.ts";
import { openApp, openTab, serveApp, violations } from "../open.ts";
import { turnWheel } from "../support/wheel.ts";

type OpenedApp = Awaited<ReturnType<typeof openApp>>;

const opened: OpenedApp[] = [];

afterEach(async () => {
  for (const { tab, app } of opened.splice(0)) {
    await tab.close();
    await app.close();
  }
});

async function open(make: (page: Page) => void, options = {}): Promise<OpenedApp> {
  const one = await openApp(make, options);
  opened.push(one);
  return one;
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => new Text({ key: `row-${n}`, value: `row ${n}` }));
const at = (control: Control) => `[data-id="${control.id}"]`;

/** Returns the number of rows in the DOM, and the first and the last visible row. */
async function state({ tab }: OpenedApp, list: Control) {
  return tab.locator(at(list)).evaluate((root) => {
    const port = root.getBoundingClientRect();
    const items = [...root.querySelectorAll(".r-list-row")];
    const seen = items.filter((item) => {
      const { top, bottom, left, right } = item.getBoundingClientRect();
      return bottom > port.top + 1 && top < port.bottom - 1 && right > port.left + 1 && left < port.right - 1;
    });
    const texts = seen.map((item) => item.textContent);
    return {
      drawn: items.length,
      first: texts[0],
      last: texts.at(-1),
      at: Math.round(root.scrollTop),
      count: items[0]?.getAttribute("aria-setsize"),
    };
  });
}

test("a list of 10,000 rows of a known size has only rows near the viewport in the DOM", async () => {
  const list = new ListView({ height: 300, itemExtent: 30, controls: rows(10_000) });
  const app = await open((page) => page.add(list));
  const { tab } = app;
  expect(await state(app, list)).toMatchObject({ first: "row 0", last: "row 9", count: "10000" });
  expect((await state(app, list)).drawn).toBeLessThan(25);
  expect(await tab.locator("[data-id]").count()).toBeLessThan(30);
  // The keyboard scrolls the list.
  await tab.locator(at(list)).focus();
  await tab.keyboard.press("End");
  await expect.poll(() => state(app, list)).toMatchObject({ first: "row 9990", last: "row 9999" });
  await tab.keyboard.press("PageUp");
  await expect.poll(async () => (await state(app, list)).at).toBeLessThan(299_700 - 200);
  await tab.keyboard.press("Home");
  await expect.poll(() => state(app, list)).toMatchObject({ first: "row 0", at: 0 });
  await tab.keyboard.press("ArrowDown");
  await expect.poll(async () => (await state(app, list)).at).toBeGreaterThan(0);
  // The app scrolls the list, and then the wheel does.
  await list.scrollTo({ key: "row-7000" });
  expect(await state(app, list)).toMatchObject({ first: "row 7000", at: 210_000 });
  await tab.locator(at(list)).hover();
  await turnWheel(tab, 0, 600);
  await expect.poll(() => state(app, list)).toMatchObject({ first: "row 7020" });
  expect((await state(app, list)).drawn).toBeLessThan(40);
  expect(await violations(app)).toEqual([]);
  expect(app.problems).toEqual([]);
});

test("a list of 10,000 rows of unknown sizes has all rows in the DOM, and the browser renders only visible ones", async () => {
  const list = new ListView({ height: 300, spacing: 2, controls: rows(10_000) });
  const app = await open((page) => page.add(list));
  expect((await state(app, list)).drawn).toBe(10_000);
  const skipped = await app.tab.locator(at(list)).evaluate((root) => {
    const items = [...root.querySelectorAll(".r-list-row > *")];
    return items.filter((item) => !item.checkVisibility({ contentVisibilityAuto: true })).length;
  });
  expect(skipped).toBeGreaterThan(9_900);
  await list.scrollTo({ key: "row-9000" });
  expect((await state(app, list)).first).toBe("row 9000");
  await list.scrollTo({ offset: -1 });
  await expect.poll(async () => (await state(app, list)).last).toBe("row 9999");
});

test("without buildControlsOnDemand all rows are in the DOM", async () => {
  const list = new ListView({ height: 100, itemExtent: 20, buildControlsOnDemand: false, controls: rows(200) });
  const app = await open((page) => page.add(list));
  expect((await state(app, list)).drawn).toBe(200);
});

test("prototypeItem and firstItemPrototype set the size of all rows", async () => {
  const lists = [
    new ListView({ expand: true, prototypeItem: new Container({ height: 40 }), controls: rows(5_000) }),
    new ListView({ expand: true, firstItemPrototype: true, controls: rows(5_000) }),
    new ListView({ expand: true, firstItemPrototype: true, reverse: true, controls: rows(5_000) }),
  ];
  const app = await open((page) => page.add(new Row({ height: 200, controls: lists })));
  const heights = () =>
    Promise.all(lists.map((list) => app.tab.locator(at(list)).evaluate((root) => root.scrollHeight)));
  await expect.poll(heights).toEqual([200_000, 100_000, 100_000]);
  for (const list of lists) expect((await state(app, list)).drawn).toBeLessThan(40);
  // A reversed list starts at the bottom.
  expect(await state(app, lists[2] as ListView)).toMatchObject({ first: "row 0", last: "row 9" });
  await (lists[2] as ListView).scrollTo({ key: "row-4000" });
  expect(await state(app, lists[2] as ListView)).toMatchObject({ first: "row 4000" });
});

test("a focused row keeps the focus while other rows are added, removed, moved and hidden", async () => {
  const buttons = Array.from({ length: 100 }, (_, n) => new Button({ content: `b${n}` }));
  const list = new ListView({ height: 200, itemExtent: 40, controls: buttons });
  const app = await open((page) => page.add(list));
  const { tab } = app;
  const texts = () => tab.locator(`${at(list)} .r-list-row`).allTextContents();
  await tab.getByRole("button", { name: "b1", exact: true }).focus();
  // The focused row stays in the DOM, however far it is from the viewport.
  await list.scrollTo({ offset: 2_000 });
  expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe("b1");
  await list.scrollTo({ offset: 0 });
  (buttons[0] as Button).visible = false;
  list.controls.splice(2, 1);
  list.controls.unshift(new Button({ content: "new" }), list.controls.pop() as Button);
  list.update();
  await expect.poll(async () => (await texts()).slice(0, 4)).toEqual(["new", "b99", "b1", "b3"]);
  expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe("b1");
  (buttons[0] as Button).visible = true;
  list.update();
  await expect.poll(async () => (await texts()).slice(0, 4)).toEqual(["new", "b99", "b0", "b1"]);
  // Tab reaches rows that were not in the DOM at first.
  for (let presses = 0; presses < 30; presses++) await tab.keyboard.press("Tab");
  expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe("b32");
});

test("a grid of 10,000 tiles has only tiles near the viewport in the DOM", async () => {
  const grid = new GridView({ height: 300, maxExtent: 100, controls: rows(10_000) });
  const app = await open((page) => page.add(grid));
  // 880 / 110 = 8 tiles are side by side. Each is 100 pixels high, with a gap of 10 pixels.
  expect(await state(app, grid)).toMatchObject({ first: "row 0", last: "row 23", count: "10000" });
  expect((await state(app, grid)).drawn).toBeLessThan(70);
  await grid.scrollTo({ key: "row-8000" });
  expect(await state(app, grid)).toMatchObject({ first: "row 8000" });
  await app.tab.setViewportSize({ width: 460, height: 700 });
  await expect.poll(async () => (await state(app, grid)).drawn).toBeLessThan(50);
  expect(app.problems).toEqual([]);
});

test("a list without a height has only rows near the visible part of the page in the DOM", async () => {
  const list = new ListView({ itemExtent: 20, controls: rows(5_000) });
  const app = await open((page) => page.add(list));
  const drawn = () => app.tab.locator(".r-list-row").allTextContents();
  expect((await drawn()).length).toBeLessThan(60);
  await app.tab.evaluate(() => scrollTo(0, 50_000));
  await expect.poll(drawn).toContain("row 2500");
  expect((await drawn()).length).toBeLessThan(80);
});

test("scrollTo scrolls by offset, delta and key, at once or animated", async () => {
  const column = new Column({
    height: 200,
    scroll: "auto",
    spacing: 0,
    controls: [new Column({ spacing: 0, controls: rows(100) })],
  });
  const wide = new Row({
    width: 300,
    scroll: "auto",
    spacing: 0,
    rtl: true,
    controls: Array.from({ length: 20 }, (_, n) => new Container({ key: n, width: 50, height: 10 })),
  });
  const app = await open((page) => page.add(column, wide));
  const top = () => app.tab.locator(at(column)).evaluate((root) => root.scrollTop);
  await column.scrollTo({ offset: 500 });
  expect(await top()).toBe(500);
  await column.scrollTo({ delta: -60 });
  expect(await top()).toBe(440);
  await column.scrollTo({ offset: -1 });
  expect(await top()).toBe(1_800);
  await column.scrollTo({ key: "row-30" });
  expect(await top()).toBe(600);
  const start = Date.now();
  const passed = app.tab.locator(at(column)).evaluate(async (root) => {
    const places = new Set<number>();
    while (root.scrollTop < 1_000) places.add(root.scrollTop) && (await new Promise(requestAnimationFrame));
    return places.size;
  });
  await column.scrollTo({ offset: 1_000, duration: 400, curve: "easeInOut" });
  expect(Date.now() - start).toBeGreaterThan(350);
  expect(await passed).toBeGreaterThan(3);
  expect(await top()).toBe(1_000);
  // Scrolling by the person interrupts scrollTo.
  const interrupted = column.scrollTo({ offset: 0, duration: 5_000 });
  await app.tab.locator(at(column)).hover();
  await app.tab.mouse.wheel(0, 10);
  await interrupted;
  expect(await top()).toBeGreaterThan(800);
  // A right-to-left row counts offsets from the right.
  await wide.scrollTo({ key: 10 });
  expect(await app.tab.locator(at(wide)).evaluate((root) => root.scrollLeft)).toBe(-500);
});

test("with reduced motion scrollTo scrolls at once", async () => {
  const list = new ListView({ height: 100, itemExtent: 20, controls: rows(100) });
  const app = await open((page) => page.add(list), { reducedMotion: "reduce" });
  const start = Date.now();
  await list.scrollTo({ offset: 300, duration: 3_000 });
  expect(Date.now() - start).toBeLessThan(1_500);
  expect((await state(app, list)).at).toBe(300);
});

test("onScroll reports a scroll that came before the code of scrolling was loaded", async () => {
  const received: ScrollDetails[] = [];
  const list = new ListView({
    height: 100,
    controls: Array.from({ length: 50 }, (_, index) => new Text({ value: `row ${index}` })),
    onScroll: ({ data }) => void received.push(data),
  });
  const app = await serveApp((page) => page.add(list));
  const { tab } = await openTab("about:blank");
  let load = (): void => {};
  const released = new Promise<void>((resolve) => {
    load = resolve;
  });
  let requests = 0;
  await tab.route("**/scroll-viewport-*.js", async (route) => {
    requests++;
    await released;
    await route.continue();
  });
  await tab.goto(app.url);
  await tab.getByText("row 0", { exact: true }).hover();
  await eventually(() => expect(requests).toBe(1));
  await turnWheel(tab, 0, 5000);
  await tab.getByText("row 49").waitFor();
  load();
  await eventually(() => {
    expect(received.map(({ eventType }) => eventType)).toEqual(["start", "user", "update", "end", "user"]);
    expect(received[2]?.pixels).toBe(received[2]?.maxScrollExtent);
  });
  await app.close();
});

test("onScroll reports the start, the updates and the end of scrolling", async () => {
  const received: ScrollDetails[] = [];
  const column = new Column({
    height: 100,
    scroll: "always",
    spacing: 0,
    scrollInterval: 0,
    controls: rows(50),
    onScroll: ({ data }) => void received.push(data),
  });
  const app = await open((page) => page.add(column));
  await app.tab.locator(at(column)).hover();
  await turnWheel(app.tab, 0, 120);
  await expect.poll(() => received.some(({ eventType }) => eventType === "end")).toBe(true);
  await expect.poll(() => received.at(-1)).toMatchObject({ eventType: "user", direction: "idle", pixels: 120 });
  expect(received[0]).toMatchObject({
    eventType: "start",
    minScrollExtent: 0,
    maxScrollExtent: 900,
    viewportDimension: 100,
  });
  expect(received.find(({ eventType }) => eventType === "user")).toMatchObject({ direction: "reverse" });
  const deltas = received.filter(({ eventType }) => eventType === "update").map(({ scrollDelta = 0 }) => scrollDelta);
  expect(deltas.reduce((sum, delta) => sum + delta, 0)).toBe(120);
  received.length = 0;
  await column.scrollTo({ offset: 0, duration: 100 });
  await expect.poll(() => received.at(-1)).toMatchObject({ eventType: "end", pixels: 0 });
  expect(received.some(({ eventType }) => eventType === "user")).toBe(false);
});

test("the scroll property sets the visibility and the thickness of the scrollbar", async () => {
  const column = new Column({
    height: 100,
    scroll: { thumbVisibility: true, thickness: 20, radius: 4 },
    controls: rows(50),
  });
  const app = await open((page) => page.add(column));
  const style = () =>
    app.tab.locator(at(column)).evaluate((root) => {
      const { overflowY } = getComputedStyle(root);
      const { width } = getComputedStyle(root, "::-webkit-scrollbar");
      return { overflowY, width };
    });
  await expect.poll(style).toEqual({ overflowY: "scroll", width: "20px" });
  column.scroll = "hidden";
  column.update();
  await expect.poll(async () => (await style()).overflowY).toBe("auto");
});

test("a control in unbounded space shows an error box, and the rest of the page works", async () => {
  const grid = new GridView({ controls: rows(3) });
  const expands = new Container({ expand: true, content: new Text({ value: "inside" }) });
  const clicks: unknown[] = [];
  const app = await open((page) =>
    page.add(
      new Column({ height: 300, scroll: "auto", controls: [new Row({ controls: [grid] }), expands] }),
      new Button({ content: "alive", onClick: ({ name }) => void clicks.push(name) }),
    ),
  );
  const { tab } = app;
  await expect.poll(() => tab.getByRole("alert").allTextContents()).toHaveLength(2);
  await expect(tab.locator(at(grid)).getByRole("alert").textContent()).resolves.toContain(
    "GridView[0] takes all the width it may have",
  );
  await expect(tab.locator(at(expands)).getByRole("alert").textContent()).resolves.toContain(
    "expands in Page > Column[0]",
  );
  expect(await tab.getByText("inside").isVisible()).toBe(true);
  await tab.getByRole("button", { name: "alive" }).click();
  await expect.poll(() => clicks).toEqual(["click"]);
  grid.width = 40;
  expands.expand = null;
  grid.page.update();
  await expect.poll(() => tab.getByRole("alert").count()).toBe(0);
});
