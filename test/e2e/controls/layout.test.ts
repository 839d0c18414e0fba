import {
  Card,
  Column,
  Container,
  type ContainerProps,
  type Control,
  Divider,
  GridView,
  ListTile,
  ListView,
  type Page,
  ResponsiveRow,
  Row,
  SafeArea,
  Stack,
  Text,
  VerticalDivider,
} from "runlet";
import { afterEach, describe, expect, test } from "vitest";
import { type Opened, openApp } from "../open.ts";

/** Left, top, width and height on the screen, in pixels. */
type Box = readonly [x: number, y: number, width: number, height: number];

const opened: (Opened & { readonly app: { close(): Promise<void> } })[] = [];

afterEach(async () => {
  for (const { tab, app } of opened.splice(0)) {
    await tab.close();
    await app.close();
  }
});

async function open(make: (page: Page) => void) {
  const one = await openApp((page) => {
    page.padding = 0;
    page.spacing = 0;
    make(page);
  });
  opened.push(one);
  return one;
}

/** Returns the box of each control with a key, in a page of 900 by 700 pixels without padding. */
async function measure(make: () => Control | readonly Control[]): Promise<{ readonly [key: string]: Box }> {
  const root = [make()].flat();
  const { tab, problems } = await open((page) => page.add(...root));
  const keyed = new Map<string, number>();
  const look = (control: Control): void => {
    if (control.key !== undefined) keyed.set(String(control.key), control.id);
    const { content, controls } = control as { content?: unknown; controls?: Control[] };
    for (const child of [...(controls ?? []), content])
      if (typeof child === "object" && child !== null) look(child as Control);
  };
  for (const control of root) look(control);
  expect(problems).toEqual([]);
  const boxes: { [key: string]: Box } = {};
  for (const [key, id] of keyed) {
    boxes[key] = await tab.locator(`[data-id="${id}"]`).evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map((pixels) => Math.round(pixels * 10) / 10) as unknown as Box;
    });
  }
  return boxes;
}

const box = (key: string, props: ContainerProps = {}) => new Container({ key, bgcolor: "primarycontainer", ...props });

describe("expand in a Row and a Column", () => {
  test("controls that expand share the remaining space in proportion to their numbers", async () => {
    const boxes = await measure(() => [
      new Row({
        height: 50,
        spacing: 10,
        controls: [
          box("a", { width: 100, height: 50 }),
          box("b", { expand: 1, height: 50 }),
          box("c", { expand: 3, height: 20 }),
        ],
      }),
      new Column({
        height: 300,
        spacing: 10,
        controls: [
          box("d", { height: 100, width: 30 }),
          box("e", { expand: true, width: 30 }),
          box("f", { expand: 3, width: 30 }),
        ],
      }),
    ]);
    expect(boxes).toEqual({
      a: [0, 0, 100, 50],
      b: [110, 0, 195, 50],
      c: [315, 15, 585, 20],
      d: [0, 50, 30, 100],
      e: [0, 160, 30, 45],
      f: [0, 215, 30, 135],
    });
  });

  test("a control that expands ignores its size on the main axis, and keeps it on the cross axis", async () => {
    const boxes = await measure(
      () =>
        new Row({
          spacing: 0,
          controls: [
            box("a", { expand: true, width: 50, height: 10 }),
            box("b", { expand: true, width: 700, height: 20 }),
          ],
        }),
    );
    expect(boxes).toEqual({ a: [0, 5, 450, 10], b: [450, 0, 450, 20] });
  });

  test("a control with large content does not take more than its share", async () => {
    const boxes = await measure(() => [
      new Row({
        spacing: 0,
        controls: [
          box("a", { expand: true, content: box("wide", { width: 800, height: 10 }) }),
          box("b", { expand: true, height: 10 }),
        ],
      }),
      new Column({
        height: 100,
        spacing: 0,
        controls: [
          box("c", { expand: true, content: box("high", { width: 10, height: 90 }) }),
          box("d", { expand: true, width: 10 }),
        ],
      }),
    ]);
    expect(boxes.a?.[2]).toBe(450);
    expect(boxes.b).toEqual([450, 0, 450, 10]);
    expect(boxes.c?.[3]).toBe(50);
    expect(boxes.d).toEqual([0, 60, 10, 50]);
  });

  test("with expandLoose a control may be smaller than its share, and other shares stay the same", async () => {
    const boxes = await measure(
      () =>
        new Row({
          spacing: 0,
          controls: [
            box("a", { expand: true, expandLoose: true, width: 50, height: 10 }),
            box("b", { expand: true, height: 10 }),
          ],
        }),
    );
    expect(boxes).toEqual({ a: [0, 0, 50, 10], b: [50, 0, 450, 10] });
  });

  test("controls stretch on the cross axis if the parent stretches them", async () => {
    const boxes = await measure(() => [
      new Row({
        height: 60,
        spacing: 0,
        verticalAlignment: "stretch",
        controls: [box("a", { expand: true }), box("b", { width: 40 })],
      }),
      new Column({
        height: 60,
        width: 80,
        spacing: 0,
        horizontalAlignment: "stretch",
        controls: [box("c", { expand: true }), box("d", { height: 20 })],
      }),
      new Row({
        spacing: 0,
        intrinsicHeight: true,
        controls: [box("e", { width: 10, height: 70 }), box("f", { expand: true })],
      }),
    ]);
    expect(boxes).toEqual({
      a: [0, 0, 860, 60],
      b: [860, 0, 40, 60],
      c: [0, 60, 80, 40],
      d: [0, 100, 80, 20],
      e: [0, 120, 10, 70],
      f: [10, 120, 890, 70],
    });
  });

  test("spaceBetween has no effect if a control expands", async () => {
    const boxes = await measure(() => [
      new Row({
        spacing: 0,
        alignment: "spaceBetween",
        controls: [
          box("a", { width: 100, height: 10 }),
          box("b", { expand: true, height: 10 }),
          box("c", { width: 100, height: 10 }),
        ],
      }),
      new Row({
        spacing: 0,
        alignment: "spaceBetween",
        controls: [box("d", { width: 100, height: 10 }), box("e", { width: 100, height: 10 })],
      }),
    ]);
    expect(boxes.b).toEqual([100, 0, 700, 10]);
    expect(boxes.c).toEqual([800, 0, 100, 10]);
    expect(boxes.e?.[0]).toBe(800);
  });

  test("a tight row is as wide as its controls, unless one of them expands", async () => {
    const boxes = await measure(() => [
      new Row({
        key: "r",
        tight: true,
        controls: [box("a", { width: 50, height: 10 }), box("b", { width: 50, height: 10 })],
      }),
      new Row({
        key: "s",
        tight: true,
        spacing: 0,
        controls: [box("c", { width: 50, height: 10 }), box("d", { expand: true, height: 10 })],
      }),
    ]);
    expect(boxes.r).toEqual([0, 0, 110, 10]);
    expect(boxes.s).toEqual([0, 10, 900, 10]);
    expect(boxes.d).toEqual([50, 10, 850, 10]);
  });

  test("a row that wraps continues on the next line", async () => {
    const boxes = await measure(
      () =>
        new Row({
          width: 100,
          wrap: true,
          spacing: 10,
          runSpacing: 5,
          controls: [
            box("a", { width: 40, height: 10 }),
            box("b", { width: 40, height: 10 }),
            box("c", { width: 40, height: 10 }),
          ],
        }),
    );
    expect(boxes).toEqual({ a: [0, 0, 40, 10], b: [50, 0, 40, 10], c: [0, 15, 40, 10] });
  });

  test("nested rows and columns pass on their available space", async () => {
    const boxes = await measure(
      () =>
        new Row({
          key: "outer",
          expand: true,
          spacing: 0,
          controls: [
            new Column({
              key: "left",
              expand: true,
              spacing: 0,
              controls: [box("a", { expand: true, width: 20 }), box("b", { height: 100, width: 20 })],
            }),
            new Container({
              key: "right",
              expand: 2,
              content: new Column({
                spacing: 0,
                controls: [
                  new Row({ key: "row", spacing: 0, controls: [box("c", { expand: true, height: 30 })] }),
                  box("d", { expand: true, width: 10 }),
                ],
              }),
            }),
          ],
        }),
    );
    expect(boxes.outer).toEqual([0, 0, 900, 700]);
    expect(boxes.left).toEqual([0, 0, 300, 700]);
    expect(boxes.a).toEqual([0, 0, 20, 600]);
    expect(boxes.b).toEqual([0, 600, 20, 100]);
    expect(boxes.right?.slice(0, 3)).toEqual([300, 0, 600]);
    expect(boxes.row).toEqual([300, 0, 600, 30]);
    expect(boxes.c).toEqual([300, 0, 600, 30]);
  });

  test("a column in a row takes the height of the row, and its controls start at the top", async () => {
    const boxes = await measure(
      () =>
        new Row({ height: 200, controls: [new Column({ key: "c", controls: [box("a", { width: 10, height: 10 })] })] }),
    );
    expect(boxes.c?.slice(1)).toEqual([0, 10, 200]);
    expect(boxes.a).toEqual([0, 0, 10, 10]);
  });

  test("rows in a column that scrolls are as wide as the column, and their controls can expand", async () => {
    const boxes = await measure(
      () =>
        new Column({
          height: 100,
          width: 300,
          spacing: 0,
          scroll: "hidden",
          controls: [
            new Row({
              key: "r",
              spacing: 0,
              controls: [box("a", { expand: true, height: 80 }), box("b", { expand: 2, height: 80 })],
            }),
            box("c", { height: 80, width: 10 }),
          ],
        }),
    );
    expect(boxes.r).toEqual([0, 0, 300, 80]);
    expect(boxes.a).toEqual([0, 0, 100, 80]);
    expect(boxes.b).toEqual([100, 0, 200, 80]);
    expect(boxes.c).toEqual([0, 80, 10, 80]);
  });

  test("a right-to-left row starts at the right", async () => {
    const boxes = await measure(
      () =>
        new Row({
          rtl: true,
          spacing: 0,
          controls: [box("a", { width: 100, height: 10 }), box("b", { expand: true, height: 10 })],
        }),
    );
    expect(boxes).toEqual({ a: [800, 0, 100, 10], b: [0, 0, 800, 10] });
  });
});

describe("controls with one child", () => {
  test("a container, card or safe area wraps its content, or its content fills its fixed size", async () => {
    const boxes = await measure(() => [
      new Container({ key: "wraps", padding: 5, content: box("a", { width: 40, height: 10 }) }),
      new Container({ key: "fixed", width: 100, height: 50, content: box("b") }),
      new Card({ key: "card", margin: 0, content: box("c", { width: 40, height: 10 }) }),
      new SafeArea({ key: "safe", minimumPadding: 6, content: box("d", { width: 40, height: 10 }) }),
    ]);
    expect(boxes.wraps).toEqual([0, 0, 50, 20]);
    expect(boxes.b).toEqual([0, 20, 100, 50]);
    expect(boxes.card).toEqual([0, 70, 40, 10]);
    expect(boxes.safe).toEqual([0, 80, 52, 22]);
    expect(boxes.d).toEqual([6, 86, 40, 10]);
  });

  test("a container, card or stack around a row is as wide as the row, at any depth", async () => {
    const boxes = await measure(() => [
      new Container({ key: "a", content: new Row({ controls: [box("x", { height: 10, width: 10 })] }) }),
      new Card({
        key: "b",
        margin: 0,
        content: new Column({ controls: [new Container({ content: new ListTile({ title: "t" }) })] }),
      }),
      new Stack({ key: "c", controls: [new Row({ key: "row", controls: [box("y", { expand: true, height: 10 })] })] }),
      new Container({ key: "d", content: new Row({ tight: true, controls: [box("z", { height: 10, width: 10 })] }) }),
    ]);
    expect([boxes.a, boxes.b, boxes.c, boxes.row].map((at) => at?.[2])).toEqual([900, 900, 900, 900]);
    expect(boxes.y?.[2]).toBe(900);
    expect(boxes.d?.[2]).toBe(10);
  });

  test("a container that expands passes its whole size to the card and the container inside", async () => {
    const boxes = await measure(
      () =>
        new Row({
          expand: true,
          spacing: 0,
          verticalAlignment: "stretch",
          controls: [
            new Container({ key: "a", expand: true, content: new Card({ key: "b", margin: 0, content: box("c") }) }),
          ],
        }),
    );
    expect(boxes.a).toEqual([0, 0, 900, 700]);
    expect(boxes.b).toEqual([0, 0, 900, 700]);
    expect(boxes.c).toEqual([0, 0, 900, 700]);
  });
});

describe("Stack", () => {
  test("a stack is as large as its largest child without a position, and positions count from its edges", async () => {
    const boxes = await measure(
      () =>
        new Stack({
          key: "stack",
          controls: [
            box("a", { width: 200, height: 100 }),
            box("b", { width: 50, height: 120 }),
            box("c", { left: 10, top: 20, width: 30, height: 30 }),
            box("d", { right: 10, bottom: 20, width: 30, height: 30 }),
            box("e", { left: 10, right: 20, top: 5, bottom: 15 }),
            box("f", { left: 0, right: 0, bottom: 0, height: 12 }),
            new Text({ key: "g", left: 150, top: 0, value: "longer than the room that is left" }),
          ],
        }),
    );
    expect(boxes).toMatchObject({
      stack: [0, 0, 200, 120],
      a: [0, 0, 200, 100],
      b: [0, 0, 50, 120],
      c: [10, 20, 30, 30],
      d: [160, 70, 30, 30],
      e: [10, 5, 170, 100],
      f: [0, 108, 200, 12],
    });
    expect(boxes.g?.[3]).toBe(20);
    expect(boxes.g?.[2]).toBeGreaterThan(100);
  });

  test("alignment places children on each axis on which they have no position", async () => {
    const boxes = await measure(
      () =>
        new Stack({
          width: 200,
          height: 100,
          alignment: { x: 0.5, y: 1 },
          controls: [
            box("a", { width: 100, height: 40 }),
            box("b", { width: 20, height: 20, left: 10 }),
            box("c", { width: 20, height: 20, top: 10 }),
          ],
        }),
    );
    expect(boxes).toEqual({ a: [75, 60, 100, 40], b: [10, 80, 20, 20], c: [135, 10, 20, 20] });
  });

  test("fit sets the size of children without a position", async () => {
    const boxes = await measure(() => [
      new Stack({
        key: "loose",
        width: 200,
        height: 50,
        controls: [box("a", { content: box("a1", { width: 10, height: 10 }) })],
      }),
      new Stack({
        key: "fills",
        width: 200,
        height: 50,
        fit: "expand",
        controls: [box("b", { content: box("b1", { width: 10, height: 10 }) })],
      }),
      new Stack({ key: "passes", width: 200, height: 50, fit: "passThrough", controls: [box("c")] }),
    ]);
    expect(boxes.a).toEqual([0, 0, 10, 10]);
    expect(boxes.b).toEqual([0, 50, 200, 50]);
    expect(boxes.c).toEqual([0, 100, 200, 50]);
  });

  test("a stack with only positioned children takes all available space", async () => {
    const boxes = await measure(
      () =>
        new Container({
          width: 300,
          height: 100,
          content: new Stack({ key: "s", controls: [box("a", { right: 0, bottom: 0, width: 10, height: 10 })] }),
        }),
    );
    expect(boxes.s).toEqual([0, 0, 300, 100]);
    expect(boxes.a).toEqual([290, 90, 10, 10]);
  });

  test("positions in a nested stack count from the edges of that stack, and a stack can expand", async () => {
    const boxes = await measure(
      () =>
        new Column({
          height: 200,
          spacing: 0,
          controls: [
            box("above", { height: 50, width: 10 }),
            new Stack({
              key: "s",
              expand: true,
              width: 300,
              controls: [
                new Stack({
                  key: "t",
                  left: 20,
                  top: 10,
                  width: 100,
                  height: 100,
                  controls: [box("a", { top: 5, width: 10, height: 10 })],
                }),
              ],
            }),
          ],
        }),
    );
    expect(boxes.s).toEqual([0, 50, 300, 150]);
    expect(boxes.t).toEqual([20, 60, 100, 100]);
    expect(boxes.a).toEqual([20, 65, 10, 10]);
  });
});

describe("lists and grids", () => {
  const rows = (height: number | null, count: number) =>
    Array.from({ length: count }, (_, n) => box(`${n}`, { height, width: 20 }));

  test("a list that expands fills its parent, and stretches its rows on the cross axis", async () => {
    const boxes = await measure(
      () =>
        new Column({
          expand: true,
          width: 400,
          spacing: 0,
          controls: [
            box("above", { height: 100, width: 10 }),
            new ListView({ key: "list", expand: true, spacing: 5, padding: 10, controls: rows(30, 40) }),
          ],
        }),
    );
    expect(boxes.list).toEqual([0, 100, 400, 600]);
    expect(boxes["0"]).toEqual([10, 110, 380, 30]);
    expect(boxes["1"]).toEqual([10, 145, 380, 30]);
  });

  test("itemExtent sets the height of each row, and overrides the row's own height", async () => {
    const boxes = await measure(
      () => new ListView({ height: 300, itemExtent: 50, spacing: 10, controls: rows(30, 4) }),
    );
    expect(boxes["1"]).toEqual([0, 60, 900, 50]);
  });

  test("rows of a horizontal list are as high as the list", async () => {
    const boxes = await measure(
      () => new ListView({ key: "list", height: 80, horizontal: true, spacing: 4, controls: rows(10, 100) }),
    );
    expect(boxes.list).toEqual([0, 0, 900, 80]);
    expect(boxes["1"]).toEqual([24, 0, 20, 80]);
  });

  test("a list in a row takes the height of the row, and its share of the width", async () => {
    const boxes = await measure(
      () =>
        new Row({
          height: 200,
          spacing: 0,
          controls: [
            new ListView({ key: "a", expand: 1, controls: rows(10, 3) }),
            new ListView({ key: "b", expand: 2, controls: [] }),
          ],
        }),
    );
    expect(boxes.a).toEqual([0, 0, 300, 200]);
    expect(boxes.b).toEqual([300, 0, 600, 200]);
  });

  test("a list without a height, in a parent that does not scroll, is as high as its rows", async () => {
    const boxes = await measure(() => [
      new ListView({ key: "list", controls: rows(10, 3) }),
      box("below", { height: 10, width: 10 }),
    ]);
    expect(boxes.list).toEqual([0, 0, 900, 30]);
    expect(boxes.below?.[1]).toBe(30);
  });

  test("a grid sizes its tiles by runsCount, maxExtent and childAspectRatio", async () => {
    const tiles = (prefix: string) => Array.from({ length: 4 }, (_, n) => box(`${prefix}${n}`));
    const boxes = await measure(() => [
      new GridView({ width: 320, height: 200, runsCount: 3, controls: tiles("a") }),
      new GridView({
        width: 320,
        height: 200,
        maxExtent: 100,
        spacing: 8,
        runSpacing: 4,
        childAspectRatio: 2,
        controls: tiles("b"),
      }),
      new GridView({ width: 320, height: 110, horizontal: true, runsCount: 2, controls: tiles("c") }),
    ]);
    expect(boxes.a0).toEqual([0, 0, 100, 100]);
    expect(boxes.a2).toEqual([220, 0, 100, 100]);
    expect(boxes.a3).toEqual([0, 110, 100, 100]);
    // 320 / (100 + 4) is rounded up to four tiles in a row, each 77 pixels wide.
    expect(boxes.b1).toEqual([81, 200, 77, 38.5]);
    expect(boxes.c1).toEqual([0, 460, 50, 50]);
    expect(boxes.c2).toEqual([60, 400, 50, 50]);
  });
});

describe("ResponsiveRow", () => {
  test("breakpoints are about the width of the window, or of the row", async () => {
    const cells = (prefix: string) =>
      [1, 2, 3, 4].map((n) => box(`${prefix}${n}`, { height: 10, col: { xs: 6, md: 3 } }));
    const boxes = await measure(() => [
      new ResponsiveRow({ controls: cells("w") }),
      new Container({ width: 400, content: new ResponsiveRow({ controls: cells("m") }) }),
      new Container({
        width: 400,
        content: new ResponsiveRow({
          breakpointsBy: "row",
          runSpacing: { xs: 4, md: 20 },
          controls: cells("n"),
        }),
      }),
    ]);
    expect(boxes.w4).toEqual([682.5, 0, 217.5, 10]);
    expect(boxes.m2).toEqual([102.5, 10, 92.5, 10]);
    expect(boxes.n2).toEqual([205, 20, 195, 10]);
    expect(boxes.n3).toEqual([0, 34, 195, 10]);
  });

  test("columns, spacing, fractional col values and custom breakpoints set the width of controls", async () => {
    const boxes = await measure(() => [
      new ResponsiveRow({
        columns: 5,
        spacing: 0,
        controls: [
          box("a", { col: 1, height: 10 }),
          box("b", { col: 2.5, height: 10 }),
          box("c", { col: 1.5, height: 10 }),
        ],
      }),
      new ResponsiveRow({
        breakpoints: { small: 0, large: 800 },
        columns: { small: 2, large: 3 },
        spacing: { small: 0, large: 30 },
        alignment: "end",
        controls: [box("d", { col: { small: 2, large: 1 }, height: 10 })],
      }),
    ]);
    expect(boxes.b).toEqual([180, 0, 450, 10]);
    expect(boxes.c?.[0]).toBe(630);
    expect(boxes.d).toEqual([620, 10, 280, 10]);
  });

  test("a nested responsive row has its own columns", async () => {
    const boxes = await measure(
      () =>
        new ResponsiveRow({
          spacing: 0,
          controls: [new ResponsiveRow({ col: 6, spacing: 0, controls: [box("a", { height: 10 })] })],
        }),
    );
    expect(boxes.a?.[2]).toBeCloseTo(450, 0);
  });
});

test("dividers fill the available space", async () => {
  const boxes = await measure(() => [
    new Divider({ key: "d" }),
    new Row({
      height: 40,
      spacing: 0,
      controls: [box("a", { width: 10, height: 10 }), new VerticalDivider({ key: "v", width: 30 })],
    }),
    new Container({ key: "c", content: new Column({ controls: [new Divider({ height: 2 })] }) }),
  ]);
  expect(boxes.d).toEqual([0, 0, 900, 16]);
  expect(boxes.v).toEqual([10, 16, 30, 40]);
  expect(boxes.c).toEqual([0, 56, 900, 2]);
});
