import {
  type Animate,
  Column,
  Container,
  Control,
  ExpansionTile,
  GridView,
  Image,
  ListView,
  type Page,
  ResponsiveRow,
  Row,
  Text,
  View,
} from "runlet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Opened, openApp } from "../open.ts";
import { ENDLESS } from "../support/animations.ts";

/** One page for all cases. */
let opened: Opened & { app: { close(): Promise<void> } };
let page!: Page;
beforeAll(async () => {
  opened = await openApp((shown) => void (page = shown));
});
afterAll(async () => {
  expect(opened.problems).toEqual([]);
  await opened.app.close();
});

/** Shows a control, in the place of that of the last case. */
function show(control: Control): void {
  page.views.length = 0;
  page.controls = [];
  if (control instanceof View) page.views.push(control);
  else page.controls.push(control);
  page.update();
}

interface Following {
  readonly autoScroll: boolean;
  readonly autoScrollAnimation: Animate | null;
  readonly controls: Control[];
}

const kinds: [string, (props: Following) => Column | GridView | ListView | ResponsiveRow | Row | View][] = [
  ["Column", (props) => new Column({ ...props, height: 200, scroll: "auto" })],
  ["GridView", (props) => new GridView({ ...props, height: 200, runsCount: 1 })],
  ["ListView", (props) => new ListView({ ...props, height: 200 })],
  ["ResponsiveRow", (props) => new ResponsiveRow({ ...props, height: 200, scroll: "auto" })],
  ["Row", (props) => new Row({ ...props, width: 200, scroll: "auto" })],
  ["View", (props) => new View({ ...props, scroll: "auto" })],
];
const ways: [string, boolean, Animate | null, "stays" | "jumps" | "moves"][] = [
  ["stays where it is without autoScroll", false, null, "stays"],
  ["follows its end with autoScroll", true, null, "jumps"],
  ["moves to its end with autoScrollAnimation", true, ENDLESS, "moves"],
];
const cases = kinds.flatMap(([type, make]) => ways.map(([text, ...way]) => [type, text, make, ...way] as const));

test.each(cases)("%s %s", async (_type, _text, make, autoScroll, autoScrollAnimation, expected) => {
  const box = () => new Container({ width: 300, height: 300 });
  const control = make({ autoScroll, autoScrollAnimation, controls: [box()] });
  show(control);
  const { tab } = opened;
  const root = tab.locator(`[data-id="${control.id}"]`);
  await root.waitFor();
  const places = () =>
    root.evaluate(({ scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth }) => ({
      at: Math.round(scrollTop + scrollLeft),
      end: Math.round(scrollHeight - clientHeight + scrollWidth - clientWidth),
    }));
  for (let added = 0; added < 3; added++) control.controls.push(box());
  // The end is far away once the new content is there.
  await expect.poll(async () => (await places()).end).toBeGreaterThan(500);
  if (expected === "stays") {
    await tab.waitForTimeout(200);
    expect((await places()).at).toBe(0);
  } else if (expected === "jumps") {
    await expect.poll(async () => (await places()).at).toBe((await places()).end);
  } else {
    await expect.poll(async () => (await places()).at).toBeGreaterThan(0);
    expect((await places()).at).toBeLessThan((await places()).end / 2);
  }
});

/** A control of the app's own around a text, without a box in the browser. */
class Note extends Control {
  readonly text = new Text({ value: "note" });
  override build() {
    return this.text;
  }
}

interface Growing {
  readonly child: Control;
  grow(): void | Promise<void>;
}
const text = (): Growing => {
  const child = new Text({ value: "…" });
  return { child, grow: () => void (child.value += "\nmore\nmore") };
};
const box = (): Growing => {
  const child = new Container({ width: 60, height: 60 });
  const grow = () => void Object.assign(child, { width: Number(child.width) + 80, height: Number(child.height) + 80 });
  return { child, grow };
};
const children: { readonly [what: string]: () => Growing } = {
  text,
  box,
  "own control": () => {
    const child = new Note();
    return { child, grow: () => void (child.text.value += "\nmore\nmore") };
  },
  "text in a control": () => {
    const { child, grow } = text();
    return { child: new Container({ padding: 8, content: child }), grow };
  },
  image: () => {
    const child = new Image({ src: "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'/>" });
    let size = 20;
    const grow = () => {
      size += 90;
      child.src = `<svg xmlns='http://www.w3.org/2000/svg' width='20' height='${size}'/>`;
    };
    return { child, grow };
  },
  tile: () => {
    const child = new ExpansionTile({ title: "More", controls: [new Container({ height: 120 })] });
    return { child, grow: () => void (child.expanded = !child.expanded) };
  },
};

type Make = (props: {
  autoScroll: boolean;
  controls: Control[];
}) => Control & { controls: Control[]; autoScroll: boolean };
const scrollers: { readonly [name: string]: Make } = {
  ListView: (props) => new ListView({ ...props, height: 150, width: 300 }),
  "reversed ListView": (props) => new ListView({ ...props, height: 150, width: 300, reverse: true }),
  "horizontal ListView": (props) => new ListView({ ...props, height: 150, width: 300, horizontal: true }),
  "horizontal ListView from right to left": (props) =>
    new ListView({ ...props, height: 150, width: 300, horizontal: true, rtl: true }),
  Column: (props) => new Column({ ...props, height: 150, scroll: "auto" }),
  Row: (props) => new Row({ ...props, width: 300, scroll: "auto" }),
  "Row from right to left": (props) => new Row({ ...props, width: 300, scroll: "auto", rtl: true }),
  ResponsiveRow: (props) => new ResponsiveRow({ ...props, height: 150, scroll: "auto" }),
  View: (props) => new View({ ...props, scroll: "auto" }),
};
const growing: [name: string, what: string][] = [
  ...Object.keys(scrollers).map((name): [string, string] => [name, "box"]),
  ...Object.keys(children)
    .filter((what) => what !== "box")
    .map((what): [string, string] => ["ListView", what]),
  ["Column", "text"],
  ["Column", "own control"],
];

/** Returns the distance from the end of what scrolls, and from the start, in pixels. */
async function distances(control: Control): Promise<{ fromEnd: number; fromStart: number }> {
  return opened.tab.locator(`[data-id="${control.id}"]`).evaluate((element) => {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = element;
    const fromStart = Math.round(Math.abs(scrollLeft) + Math.abs(scrollTop));
    return { fromEnd: Math.round(scrollWidth - clientWidth + scrollHeight - clientHeight) - fromStart, fromStart };
  });
}
const length = async (control: Control) => {
  const { fromEnd, fromStart } = await distances(control);
  return fromEnd + fromStart;
};
/** Waits until all changes so far are shown, and what follows from them in the next frames. */
async function shown(): Promise<void> {
  const title = `${Math.random()}`;
  page.title = title;
  page.update();
  await opened.tab.waitForFunction((title) => document.title === title, title);
  await opened.tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
/** Waits until the content has its size: rows that the browser has not drawn yet count with an estimate. */
async function measured(control: Control): Promise<number> {
  let now = await length(control);
  for (let before = -1; before !== now; now = await length(control)) {
    before = now;
    await shown();
  }
  return now;
}
const isAtEnd = (control: Control) => expect.poll(async () => (await distances(control)).fromEnd).toBeLessThan(2);

test.each(growing)("a %s follows a %s that grows, unless the person has scrolled away", async (name, what) => {
  const { child, grow } = (children[what] as () => Growing)();
  const lines = Array.from(
    { length: 30 },
    (_, n) => new Container({ width: 60, height: 30, content: new Text({ value: `${n}` }) }),
  );
  const control = (scrollers[name] as Make)({ autoScroll: true, controls: [...lines, child] });
  show(control);
  const root = opened.tab.locator(`[data-id="${control.id}"]`);
  await root.waitFor();
  await expect.poll(() => length(control)).toBeGreaterThan(100);
  await isAtEnd(control);
  for (let times = 0; times < (what === "tile" ? 1 : 3); times++) {
    const before = await measured(control);
    await grow();
    await expect.poll(() => length(control)).toBeGreaterThan(before);
    await isAtEnd(control);
  }
  await root.hover();
  const away = async () => {
    await opened.tab.mouse.wheel(name.includes("left") ? 5000 : -5000, name.includes("reversed") ? 5000 : -5000);
    return (await distances(control)).fromStart;
  };
  await expect.poll(away).toBe(0);
  await grow();
  await shown();
  expect((await distances(control)).fromStart).toBe(0);
  // A new child is followed wherever the person is, as before.
  control.controls.push(new Container({ width: 60, height: 30 }));
  await isAtEnd(control);
});

test.each(["ListView", "Column", "Row"])("a %s follows also the last few pixels", async (name) => {
  const boxes = Array.from({ length: 10 }, () => new Container({ width: 60, height: 60 }));
  const control = (scrollers[name] as Make)({ autoScroll: true, controls: boxes });
  show(control);
  await expect.poll(() => length(control)).toBeGreaterThan(100);
  await isAtEnd(control);
  for (const pixels of [1, 2, 3, 3, 2, 1]) {
    const before = await measured(control);
    const last = boxes[9] as Container;
    Object.assign(last, { width: Number(last.width) + pixels, height: Number(last.height) + pixels });
    await expect.poll(() => length(control)).toBe(before + pixels);
    await expect.poll(async () => (await distances(control)).fromEnd).toBe(0);
  }
});

test("autoScroll that is turned on a few pixels before the end waits until the content grows", async () => {
  const box = new Container({ width: 60, height: 153 });
  const column = new Column({ height: 150, scroll: "auto", controls: [box] });
  show(column);
  await expect.poll(() => distances(column)).toEqual({ fromEnd: 3, fromStart: 0 });
  column.autoScroll = true;
  for (let times = 0; times < 5; times++) await shown();
  expect(await distances(column)).toEqual({ fromEnd: 3, fromStart: 0 });
  box.height = 154;
  await expect.poll(() => distances(column)).toEqual({ fromEnd: 0, fromStart: 4 });
});

test("autoScroll that is turned on later follows growing content, too", async () => {
  const { child, grow } = box();
  const lines = Array.from({ length: 9 }, () => new Container({ width: 60, height: 30 }));
  const column = new Column({ height: 150, scroll: "auto", controls: [...lines, child] });
  page.controls = [column];
  page.update();
  await expect.poll(() => length(column)).toBeGreaterThan(100);
  await column.scrollTo({ offset: -1 });
  column.autoScroll = true;
  page.update();
  await column.scrollTo({ offset: -1 });
  const before = await length(column);
  grow();
  await expect.poll(() => length(column)).toBeGreaterThan(before);
  await isAtEnd(column);
});
