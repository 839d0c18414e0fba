import { Badge, Card, Column, Container, type Control, type Page, Row, Stack } from "runlet";
import { expect, onTestFinished, test } from "vitest";
import { type Opened, openApp } from "./open.ts";

const box = (width: number, props = {}) => new Container({ width, height: 30, ...props });

/** Opens a page of 900 by 700 pixels without padding. */
async function open(make: (page: Page) => void): Promise<Opened> {
  const opened = await openApp((page) => {
    page.padding = 0;
    make(page);
  });
  onTestFinished(async () => {
    expect(opened.problems).toEqual([]);
    await opened.app.close();
  });
  return opened;
}

/** Expects the size of a control on the screen, once it has it. */
async function expectSize({ tab }: Opened, { id }: Control, width: number, height: number): Promise<void> {
  const size = () =>
    tab.locator(`[data-id="${id}"]`).evaluate((element) => {
      const box = element.getBoundingClientRect();
      return [Math.round(box.width), Math.round(box.height)];
    });
  await expect.poll(size).toEqual([width, height]);
}

test("a Row that wraps follows the window, through boxes that are as small as their content", async () => {
  const row = new Row({ wrap: true, controls: [box(300), box(300), box(200)] });
  const opened = await open((page) => page.add(new Stack({ controls: [new Card({ margin: 0, content: row })] })));
  await expectSize(opened, row, 820, 30);
  await opened.tab.setViewportSize({ width: 700, height: 700 });
  await expectSize(opened, row, 610, 70);
  await opened.tab.setViewportSize({ width: 400, height: 700 });
  await expectSize(opened, row, 300, 110);
  await opened.tab.setViewportSize({ width: 900, height: 700 });
  await expectSize(opened, row, 820, 30);
});

test("a Row that wraps follows what is deep inside its children, also where that is wider than its lines", async () => {
  const inner = box(250);
  const row = new Row({
    wrap: true,
    spacing: 0,
    runSpacing: 0,
    controls: [new Card({ margin: 0, content: new Container({ content: inner }) }), box(300), box(500)],
  });
  const opened = await open((page) => page.add(row));
  await expectSize(opened, row, 550, 60);
  inner.width = 700;
  await expectSize(opened, inner, 700, 30);
  await expectSize(opened, row, 800, 60);
  inner.width = 100;
  await expectSize(opened, row, 900, 30);
  row.width = 320;
  await expectSize(opened, row, 320, 90);
  row.width = null;
  await expectSize(opened, row, 900, 30);
});

test.each([false, true])("a Row that wraps follows what is deep inside its widest child, rtl: %s", async (rtl) => {
  const inner = box(600);
  const card = new Card({ margin: 0, content: new Container({ content: inner }) });
  const row = new Row({ rtl, wrap: true, spacing: 0, runSpacing: 0, controls: [card, box(550), box(500)] });
  const opened = await open((page) => page.add(row));
  await expectSize(opened, row, 600, 90);
  inner.width = 800;
  await expectSize(opened, inner, 800, 30);
  await expectSize(opened, row, 800, 90);
  inner.width = 300;
  await expectSize(opened, row, 850, 60);
  row.width = 560;
  await expectSize(opened, row, 560, 90);
  row.width = null;
  await expectSize(opened, row, 850, 60);
});

test("a child with expandLoose that moves to another Column is limited to its share there, and to none outside", async () => {
  const child = box(50, { height: 400, expand: 1, expandLoose: true });
  const first = new Column({ height: 200, spacing: 0, controls: [child, box(20, { expand: 1 })] });
  const second = new Column({ height: 300, spacing: 0, controls: [box(20)] });
  const plain = new Row({ controls: [] });
  const opened = await open((page) => page.add(first, second, plain));
  await expectSize(opened, child, 50, 100);
  first.controls.splice(0, 1);
  second.controls.push(child);
  await expectSize(opened, child, 50, 270);
  second.controls.splice(1, 1);
  child.expandLoose = false;
  child.expand = null;
  plain.controls.push(child);
  await expectSize(opened, child, 50, 400);
});

test("a Container with a badge but without content takes all the space, as without the badge", async () => {
  const empty = new Container({ badge: new Badge({ label: "3" }) });
  const opened = await open((page) =>
    page.add(new Container({ width: 200, height: 100, alignment: "center", content: empty })),
  );
  await expectSize(opened, empty, 200, 100);
});
