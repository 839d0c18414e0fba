import { Column, Container, type Control, GestureDetector, type ScrollDetails, Text } from "runlet";
import { expect, test } from "vitest";
import { openApp } from "../open.ts";
import { ENDLESS } from "../support/animations.ts";

const at = (control: Control) => `[data-id="${control.id}"]`;

test("hoverInterval limits how often onHover is called, and the last position is reported", async () => {
  const [often, seldom]: [number[], number[]] = [[], []];
  const inner = new GestureDetector({
    content: new Text({ value: "here" }),
    hoverInterval: ENDLESS,
    onHover: ({ data }) => void seldom.push(data.localPosition.x),
    onExit: () => void seldom.push(-1),
  });
  const outer = new GestureDetector({
    content: inner,
    width: 200,
    height: 200,
    onHover: ({ data }) => void often.push(data.localPosition.x),
  });
  const { tab, app } = await openApp((page) => {
    page.padding = 0;
    page.add(outer);
  });
  await tab.mouse.move(10, 100);
  // The test waits for each report, so that there is one of each movement without a limit.
  for (const x of [20, 30, 40]) {
    await tab.mouse.move(x, 100);
    await expect.poll(() => often.at(-1)).toBe(x);
  }
  expect(seldom.filter((x) => x > 10)).toEqual(seldom.includes(10) ? [] : [20]);
  await tab.mouse.move(400, 400);
  await expect.poll(() => seldom.slice(-2)).toEqual([40, -1]);
  expect(seldom).toHaveLength(3);
  await tab.close();
  await app.close();
});

test("dragInterval limits how often a drag is reported, and the last position is reported", async () => {
  const places: number[] = [];
  const label = new Text({ value: "here" });
  const detector = new GestureDetector({
    content: label,
    width: 200,
    height: 200,
    dragInterval: ENDLESS,
    onPanUpdate: ({ data }) => void places.push(data.localPosition.x),
    onPanEnd: () => void places.push(-1),
  });
  const { tab, app } = await openApp((page) => {
    page.padding = 0;
    page.add(detector);
  });
  await tab.mouse.move(30, 40);
  await tab.mouse.down();
  await tab.mouse.move(180, 40, { steps: 15 });
  await tab.mouse.up();
  await expect.poll(() => places.at(-1)).toBe(-1);
  expect(places.slice(1)).toEqual([180, -1]);
  detector.dragInterval = 0;
  // The interval is read when a drag is reported, so the drag waits until the client has the new one.
  label.value = "changed";
  await tab.getByText("changed").waitFor();
  places.length = 0;
  await tab.mouse.move(30, 40);
  await tab.mouse.down();
  for (const x of [60, 90, 120]) {
    await tab.mouse.move(x, 40);
    await expect.poll(() => places.at(-1)).toBe(x);
  }
  await tab.mouse.up();
  await tab.close();
  await app.close();
});

test("sizeChangeInterval limits how often onSizeChange is called", async () => {
  const [often, seldom]: [number[], number[]] = [[], []];
  const boxes = [often, seldom].map(
    (widths) =>
      new Container({
        width: 10,
        height: 10,
        ...(widths === seldom && { sizeChangeInterval: ENDLESS }),
        onSizeChange: ({ data }) => void widths.push(data.width),
      }),
  );
  const { tab, app } = await openApp((page) => page.add(...boxes));
  for (const width of [10, 20, 30, 40]) {
    for (const box of boxes) box.width = width;
    await expect.poll(() => often.at(-1)).toBe(width);
  }
  expect({ often, seldom }).toEqual({ often: [10, 20, 30, 40], seldom: [10] });
  await tab.close();
  await app.close();
});

test("scrollInterval limits how often onScroll is called, and the last position is reported", async () => {
  const [often, seldom]: [number[], number[]] = [[], []];
  const columns = [often, seldom].map(
    (places) =>
      new Column({
        height: 100,
        scroll: "auto",
        scrollInterval: places === seldom ? ENDLESS : 0,
        controls: [new Container({ height: 1000, width: 10 })],
        onScroll: ({ data }: { data: ScrollDetails }) => void (data.eventType === "update" && places.push(data.pixels)),
      }),
  );
  const { tab, app } = await openApp((page) => page.add(...columns));
  // A person who keeps a finger on the screen does not end the scrolling. Scripts end it with each step.
  await tab.evaluate(() => {
    const stop = (event: Event) => event.isTrusted && event.stopImmediatePropagation();
    document.addEventListener("scrollend", stop, { capture: true });
  });
  const each = (act: (root: HTMLElement, top: number) => void, top = 0) =>
    Promise.all(columns.map((column) => tab.locator(at(column)).evaluate(act, top)));
  for (const top of [20, 40, 60]) {
    await each((root, top) => root.scrollTo(0, top), top);
    await expect.poll(() => often.at(-1)).toBe(top);
  }
  expect({ often, seldom }).toEqual({ often: [20, 40, 60], seldom: [20] });
  await each((root) => root.dispatchEvent(new Event("scrollend")));
  await expect.poll(() => seldom).toEqual([20, 60]);
  await tab.close();
  await app.close();
});
