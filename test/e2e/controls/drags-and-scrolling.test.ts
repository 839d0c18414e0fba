import {
  Button,
  Column,
  Container,
  type Control,
  GestureDetector,
  type GestureDetectorProps,
  GridView,
  ListView,
  type Page,
  RangeSlider,
  Rating,
  Row,
  Slider,
  Tab,
  TabBar,
  TabBarView,
  Tabs,
  Text,
  View,
} from "runlet";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Opened, openApp } from "../open.ts";

/** One page for all cases of this file: each shows its own controls. */
let opened: Opened & { app: { close(): Promise<void> } };
let page!: Page;
let heard: string[] = [];
let touchEvent: (type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel", ...at: number[]) => Promise<unknown>;
const mark = new Button({ content: "mark", onClick: () => void heard.push("mark") });

beforeAll(async () => {
  opened = await openApp(
    (shown) => {
      page = shown;
      page.padding = 0;
      page.spacing = 0;
    },
    { hasTouch: true },
  );
  const fingers = await opened.tab.context().newCDPSession(opened.tab);
  touchEvent = (type, ...numbers) => {
    const touchPoints = numbers.flatMap((x, id) => (id % 2 === 0 ? [{ x, y: numbers[id + 1] ?? 0, id }] : []));
    return fingers.send("Input.dispatchTouchEvent", { type, touchPoints });
  };
});

beforeEach(() => {
  page.views.length = 0;
  page.controls = [];
});

afterAll(async () => {
  expect(opened.problems).toEqual([]);
  await opened.app.close();
});

const DRAGS = ["horizontalDrag", "verticalDrag", "pan"] as const;
type Gesture = (typeof DRAGS)[number] | "scale" | "tap" | "longPress";

/** A detector of 200 by 80 pixels that records the beginnings and ends of its gestures. */
function detector(gestures: readonly Gesture[], content: Control = new Text({ value: "Swipe me" }), name = "") {
  const props: GestureDetectorProps = {
    content: new Container({ content, width: 200, height: 80, bgcolor: "#eeeeee" }),
  };
  for (const gesture of gestures) {
    const parts =
      gesture === "scale" ? ["Start", "End"] : gesture === "tap" ? ["", "Down", "Cancel"] : ["Start", "End", "Cancel"];
    for (const part of parts) {
      const event = `${gesture}${part}`;
      Reflect.set(props, `on${event.charAt(0).toUpperCase()}${event.slice(1)}`, () => void heard.push(name + event));
    }
  }
  return new GestureDetector(props);
}

const filler = (count = 20) =>
  Array.from(
    { length: count },
    (_, n) => new Container({ width: 300, height: 40, content: new Text({ value: `${n}` }) }),
  );
/** A list of 150 pixels that starts with a control. */
const list = (first: Control, props = {}) =>
  new ListView({ height: 150, width: 300, controls: [first, ...filler()], ...props });

async function show(...controls: Control[]): Promise<void> {
  page.controls = [new Container({ height: 30, content: mark }), ...controls];
  const last = controls.at(-1) as Control;
  await expect.poll(() => opened.tab.locator(`[data-id="${last.id}"]`).count()).toBe(1);
  // Until all of it is laid out, and known to the part of the browser that scrolls.
  await opened.tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  heard = [];
}

async function middle(control: Control): Promise<[x: number, y: number]> {
  const root = opened.tab.locator(`[data-id="${control.id}"]`);
  const box = await (control instanceof Rating ? root.locator(".r-rating-track") : root).boundingBox();
  if (box === null) throw new Error("not shown");
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Swipes over a control by touch, in small steps. */
async function swipe(control: Control, dx: number, dy: number, steps = 10): Promise<void> {
  const [x, y] = await middle(control);
  await touchEvent("touchStart", x, y);
  for (let step = 1; step <= steps; step++)
    await touchEvent("touchMove", x + (dx * step) / steps, y + (dy * step) / steps);
  await touchEvent("touchEnd");
}

/** Returns what was recorded, once all earlier events have arrived: events arrive in order. */
async function events(): Promise<string[]> {
  await opened.tab.locator(`[data-id="${mark.id}"] button`).press("Enter");
  await expect.poll(() => heard).toContain("mark");
  return heard.filter((event) => event !== "mark");
}

const places = (control: Control) =>
  opened.tab
    .locator(`[data-id="${control.id}"]`)
    .evaluate((element) => [Math.round(element.scrollLeft), Math.round(element.scrollTop)]);
const scrolled = (control: Control) => expect.poll(() => places(control)).not.toEqual([0, 0]);
const stays = async (control: Control) => expect(await places(control)).toEqual([0, 0]);

test("a swipe along the list scrolls it, and a detector of the other axis is at most canceled", async () => {
  const row = detector(["horizontalDrag"]);
  const all = list(row);
  await show(all);
  await swipe(row, 0, -60);
  await scrolled(all);
  expect(await events()).toEqual(["horizontalDragCancel"]);
});

test("a swipe across the list is the detector's", async () => {
  const row = detector(["horizontalDrag"]);
  const all = list(row);
  await show(all);
  await swipe(row, 60, 6);
  expect(await events()).toEqual(["horizontalDragStart", "horizontalDragEnd"]);
  await stays(all);
});

test("of the same axis, the inner one wins: the detector in a list, or the list in a detector", async () => {
  const inside = detector(["verticalDrag"]);
  const outer = list(inside);
  await show(outer);
  await swipe(inside, 0, -60);
  expect(await events()).toEqual(["verticalDragStart", "verticalDragEnd"]);
  await stays(outer);
  const text = new Container({ width: 200, height: 80 });
  const inner = list(text);
  await show(
    new GestureDetector({
      content: inner,
      onVerticalDragStart: () => void heard.push("start"),
      onVerticalDragCancel: () => void heard.push("cancel"),
    }),
  );
  await swipe(text, 0, -60);
  await scrolled(inner);
  expect(await events()).toEqual(["cancel"]);
});

test.each([
  ["pan", 0, -60, true],
  ["pan", 60, 0, false],
  ["pan", 60, -15, false],
  // Its vertical part reaches the slop of the list first, although the browser would not scroll.
  ["pan", 60, -42, true],
  ["scale", 0, -60, true],
  ["scale", 60, 0, false],
] as const)("of a %s by (%i, %i) in a list, who moves less than its slop loses", async (gesture, dx, dy, isScroll) => {
  const row = detector([gesture]);
  const all = list(row);
  await show(all);
  await swipe(row, dx, dy);
  const parts = isScroll ? (gesture === "scale" ? [] : ["Cancel"]) : ["Start", "End"];
  if (isScroll) await scrolled(all);
  expect(await events()).toEqual(parts.map((part) => gesture + part));
  if (!isScroll) await stays(all);
});

test("a detector in a row in a list: each axis finds its own", async () => {
  const across = detector(["verticalDrag"]);
  const row = new Row({ width: 300, scroll: "auto", controls: [across, ...filler(3)] });
  const all = list(row);
  await show(all);
  await swipe(across, -60, 0);
  await scrolled(row);
  expect(await events()).toEqual(["verticalDragCancel"]);
  await stays(all);
  heard = [];
  await swipe(across, 0, -60);
  expect(await events()).toEqual(["verticalDragStart", "verticalDragEnd"]);
  await stays(all);
  const along = detector(["horizontalDrag"]);
  const inner = new ListView({ horizontal: true, width: 300, height: 80, controls: [along, ...filler(3)] });
  const outer = list(inner);
  await show(outer);
  await swipe(along, 0, -60);
  await scrolled(outer);
  expect(await events()).toEqual(["horizontalDragCancel"]);
  await stays(inner);
});

const scrollers: [string, (first: Control) => Control][] = [
  [
    "GridView",
    (first) =>
      new GridView({ height: 150, width: 300, runsCount: 1, childAspectRatio: 3, controls: [first, ...filler()] }),
  ],
  ["Column", (first) => new Column({ height: 150, scroll: "auto", controls: [first, ...filler()] })],
  ["reversed ListView", (first) => list(first, { reverse: true })],
];
test.each(scrollers)("a %s scrolls under a detector of the other axis", async (_name, make) => {
  const row = detector(["horizontalDrag", "tap"]);
  const all = make(row);
  await show(all);
  await swipe(row, 0, all instanceof ListView ? 60 : -60);
  await scrolled(all);
  expect((await events()).filter((event) => event !== "tapDown" && event !== "tapCancel")).toEqual([
    "horizontalDragCancel",
  ]);
});

test("the page and a View scroll under a detector of the other axis", async () => {
  const row = detector(["horizontalDrag"]);
  await show(row, ...filler(30));
  await swipe(row, 0, -60);
  await expect.poll(() => opened.tab.evaluate(() => scrollY)).toBeGreaterThan(0);
  await opened.tab.evaluate(() => scrollTo(0, 0));
  expect(await events()).toEqual(["horizontalDragCancel"]);
  const inView = detector(["horizontalDrag"]);
  const view = new View({ scroll: "auto", controls: [inView, ...filler(30)] });
  heard = [];
  page.views.push(view);
  page.update();
  await opened.tab.locator(`[data-id="${inView.id}"]`).waitFor();
  await swipe(inView, 0, -60);
  await scrolled(view);
  await expect.poll(() => heard).toEqual(["horizontalDragCancel"]);
});

test("a TabBarView is swiped over a detector of the other axis", async () => {
  const inside = detector(["verticalDrag"]);
  const panels = new TabBarView({ height: 150, width: 300, controls: [inside, new Text({ value: "two" })] });
  const tabs = new Tabs({
    length: 2,
    content: new Column({
      controls: [new TabBar({ tabs: [new Tab({ label: "A" }), new Tab({ label: "B" })] }), panels],
    }),
  });
  await show(tabs);
  await swipe(inside, -90, 0);
  await scrolled(panels);
  expect(await events()).toEqual(["verticalDragCancel"]);
});

test("where nothing scrolls, a lone drag wins at once, in any direction", async () => {
  const lone = detector(["horizontalDrag"]);
  await show(new ListView({ height: 150, width: 300, controls: [lone] }));
  const [x, y] = await middle(lone);
  await touchEvent("touchStart", x, y);
  await expect.poll(() => heard).toEqual(["horizontalDragStart"]);
  for (let step = 1; step <= 6; step++) await touchEvent("touchMove", x, y - 10 * step);
  await touchEvent("touchEnd");
  expect(await events()).toEqual(["horizontalDragStart", "horizontalDragEnd"]);
});

test("a mouse never scrolls by dragging, so a lone drag wins at once", async () => {
  const row = detector(["horizontalDrag"]);
  const all = list(row);
  await show(all);
  const [x, y] = await middle(row);
  await opened.tab.mouse.move(x, y);
  await opened.tab.mouse.down();
  await expect.poll(() => heard).toEqual(["horizontalDragStart"]);
  await opened.tab.mouse.move(x, y - 60, { steps: 4 });
  await opened.tab.mouse.up();
  expect(await events()).toEqual(["horizontalDragStart", "horizontalDragEnd"]);
  await stays(all);
});

test("a drag ends where it was when the browser takes the pointer away, and what is no drag yet is canceled", async () => {
  const ends: unknown[] = [];
  const row = new GestureDetector({
    content: new Container({ width: 200, height: 80 }),
    onPanEnd: ({ data }) => void ends.push(data.globalPosition),
    onPanCancel: () => void heard.push("cancel"),
    onTap: () => {},
    onLongPressStart: () => void heard.push("long"),
    onLongPressEnd: ({ data }) => void ends.push(data.globalPosition),
  });
  await show(row);
  const [x, y] = await middle(row);
  await touchEvent("touchStart", x, y);
  for (let step = 1; step <= 5; step++) await touchEvent("touchMove", x + 10 * step, y);
  await touchEvent("touchCancel");
  await expect.poll(() => ends).toEqual([{ x: x + 50, y }]);
  await touchEvent("touchStart", x, y);
  await touchEvent("touchCancel");
  await expect.poll(() => heard).toEqual(["cancel"]);
  await touchEvent("touchStart", x, y);
  await expect.poll(() => heard).toContain("long");
  await touchEvent("touchCancel");
  await expect
    .poll(() => ends)
    .toEqual([
      { x: x + 50, y },
      { x, y },
    ]);
});

test("after a long press, a finger moves without scrolling the list", async () => {
  const row = detector(["longPress"]);
  const all = list(row);
  await show(all);
  const [x, y] = await middle(row);
  await touchEvent("touchStart", x, y);
  await expect.poll(() => heard).toEqual(["longPressStart"]);
  for (let step = 1; step <= 6; step++) await touchEvent("touchMove", x, y - 10 * step);
  await touchEvent("touchEnd");
  expect(await events()).toEqual(["longPressStart", "longPressEnd"]);
  await stays(all);
});

const inputs: [string, () => Control][] = [
  [
    "Slider",
    () =>
      new Slider({
        width: 250,
        value: 0.2,
        onChangeStart: () => void heard.push("start"),
        onChange: () => void heard.push("change"),
      }),
  ],
  [
    "Slider that only slides",
    () =>
      new Slider({
        width: 250,
        value: 0.2,
        interaction: "slideOnly",
        onChangeStart: () => void heard.push("start"),
        onChange: () => void heard.push("change"),
      }),
  ],
  [
    "RangeSlider",
    () =>
      new RangeSlider({
        width: 250,
        startValue: 0.2,
        endValue: 0.9,
        onChangeStart: () => void heard.push("start"),
        onChange: () => void heard.push("change"),
      }),
  ],
  ["Rating", () => new Rating({ value: 1, onChange: () => void heard.push("change") })],
];
test.each(inputs)(
  "a swipe along a list that begins on a %s scrolls, and one along the control moves it",
  async (_name, make) => {
    const control = make();
    const all = list(new Container({ content: control, width: 300, height: 80 }));
    await show(all);
    await swipe(control, 0, -50);
    await scrolled(all);
    expect(await events()).toEqual([]);
    const moved = make();
    await show(list(new Container({ content: moved, width: 300, height: 80 })));
    await swipe(moved, 40, 0);
    await expect.poll(() => heard).toContain("change");
  },
);

test("a finger that scrolls presses nothing, and one that goes up does", async () => {
  const box = new Container({ width: 200, height: 80, onTapDown: () => void heard.push("down") });
  await show(list(box));
  // Dispatched in one turn, so that the finger does not rest long enough to press.
  await opened.tab.locator(`[data-id="${box.id}"]`).evaluate((element) => {
    const fire = (type: string, clientY: number) => {
      const finger = { pointerId: 7, pointerType: "touch", clientX: 50, clientY, bubbles: true };
      element.dispatchEvent(new PointerEvent(type, finger));
    };
    for (const [type, y] of [
      ["pointerdown", 60],
      ["pointermove", 40],
      ["pointerup", 40],
      ["pointerdown", 60],
    ] as const)
      fire(type, y);
    fire("pointercancel", 0);
  });
  expect(await events()).toEqual([]);
  const [x, y] = await middle(box);
  await touchEvent("touchStart", x, y);
  await touchEvent("touchEnd");
  await expect.poll(() => heard).toContain("down");
});

test("a list without anything to scroll leaves the swipe to the list around it", async () => {
  const text = new Text({ value: "one" });
  const outer = list(new ListView({ height: 80, width: 200, controls: [text] }));
  await show(outer);
  await swipe(text, 0, -60);
  await scrolled(outer);
});

test.each(["disabled", "hidden", "removed"])(
  "a pan whose control is %s meanwhile begins anew only with a new press",
  async (how) => {
    const updates: number[] = [];
    const row = detector(["pan"]);
    row.onPanUpdate = () => void updates.push(updates.length);
    const box = new Container({ width: 200, height: 80, content: row });
    await show(box);
    const set = (isOff: boolean): void => {
      if (how === "disabled") row.disabled = isOff;
      else if (how === "hidden") row.visible = !isOff;
      else box.content = isOff ? null : row;
    };
    const [x, y] = await middle(row);
    const { mouse } = opened.tab;
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + 40, y, { steps: 4 });
    await expect.poll(() => updates.length).toBeGreaterThan(1);
    set(true);
    const usable = opened.tab.locator(`[data-id="${row.id}"]:not([hidden]):not([data-off])`);
    const wait = async (count: number) => {
      if (how !== "disabled") await expect.poll(() => usable.count()).toBe(count);
      else await events();
    };
    await wait(0);
    const before = updates.length;
    await mouse.move(x + 60, y);
    set(false);
    await wait(1);
    await mouse.move(x + 80, y, { steps: 3 });
    await mouse.up();
    const all = await events();
    expect(all.filter((event) => event === "panStart")).toHaveLength(1);
    expect(all.filter((event) => event === "panEnd").length).toBeLessThan(2);
    expect(updates).toHaveLength(before);
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + 40, y, { steps: 4 });
    await mouse.up();
    await expect.poll(() => heard.filter((event) => event === "panStart")).toHaveLength(2);
  },
);

test.each(["disabled", "hidden"])(
  "a slider that is %s while it is dragged is moved only by a new press",
  async (how) => {
    const started: unknown[] = [];
    const changed: unknown[] = [];
    const slider = new Slider({
      width: 250,
      onChangeStart: ({ data }) => void started.push(data),
      onChange: ({ data }) => void changed.push(data),
    });
    await show(slider);
    const [x, y] = await middle(slider);
    const { mouse } = opened.tab;
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + 30, y, { steps: 3 });
    await expect.poll(() => changed.length).toBeGreaterThan(1);
    const set = (isOff: boolean): void => {
      if (how === "disabled") slider.disabled = isOff;
      else slider.visible = !isOff;
      page.update();
    };
    // The client must show each change, or the two may be one update.
    const shown = async (title: string): Promise<void> => {
      page.title = title;
      page.update();
      await opened.tab.waitForFunction((wanted) => document.title === wanted, title);
    };
    set(true);
    await shown(`${how}: off`);
    set(false);
    await shown(`${how}: on`);
    await events();
    const before = changed.length;
    await mouse.move(x + 60, y, { steps: 3 });
    await mouse.up();
    await events();
    expect([started.length, changed.length]).toEqual([1, before]);
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + 30, y, { steps: 3 });
    await mouse.up();
    await expect.poll(() => started).toHaveLength(2);
  },
);
