import type { LayoutProps } from "runlet";
import {
  Column,
  Container,
  Control,
  GridView,
  ListView,
  type Page,
  ResponsiveRow,
  Row,
  Stack,
  Text,
  View,
} from "runlet";
import { flag, type Spec, slot, spec } from "runlet/spec";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

/** Returns the errors of a page, and checks that each has an error box. */
async function errorBoxes(make: (page: Page) => void) {
  const messages: string[] = [];
  await using h = mount((page) => {
    page.onError = ({ error }) => void messages.push((error as Error).message);
    make(page);
  });
  await h.flush();
  const boxes = Object.values(h.documents()).filter((document) => "$error" in document);
  expect(boxes.length).toBe(messages.length);
  return messages.map((message) => message.replace(/\. .*/, ""));
}

const fill = () => new Container({ expand: true });

test("a control that expands is an error in a parent with unbounded space", async () => {
  expect(await errorBoxes((page) => page.add(new Column({ scroll: "auto", controls: [fill()] })))).toEqual([
    "Page > Column[0] > Container[0] expands in Page > Column[0], which scrolls in that direction, so the space it would take is unbounded",
  ]);
  expect(await errorBoxes((page) => page.add(new Row({ scroll: "auto", controls: [fill()] })))).toHaveLength(1);
  expect(await errorBoxes((page) => page.add(new Column({ controls: [fill()] })))).toEqual([
    "Page > Column[0] > Container[0] expands in Page > Column[0], which has no height of its own: Page gives children that do not expand only the space they need",
  ]);
  expect(
    await errorBoxes((page) =>
      page.add(new Column({ scroll: "auto", controls: [new Column({ controls: [fill()] })] })),
    ),
  ).toEqual([
    "Page > Column[0] > Column[0] > Container[0] expands in Page > Column[0] > Column[0], which has no height of its own: Page > Column[0] scrolls in that direction",
  ]);
  expect(
    await errorBoxes((page) => {
      page.scroll = "auto";
      page.add(fill());
    }),
  ).toHaveLength(1);
});

test("a control may expand in a parent with bounded space", async () => {
  const inRow = () => new Row({ controls: [fill()] });
  for (const make of [
    fill,
    inRow,
    () => new Column({ expand: true, controls: [fill()] }),
    () => new Column({ height: 100, controls: [fill()] }),
    () => new Column({ scroll: "auto", controls: [inRow()] }),
    () => new Container({ height: 100, content: new Column({ controls: [fill()] }) }),
    () => new Stack({ expand: true, controls: [new Column({ controls: [fill()] })] }),
    () => new Column({ wrap: true, controls: [fill()] }),
    () => new GridView({ height: 100, controls: [new Column({ controls: [fill()] })] }),
    () => new Column({ controls: [new Container({ expand: false })] }),
  ]) {
    expect(await errorBoxes((page) => page.add(make()))).toEqual([]);
  }
});

test("a custom control passes the space of its parent on to its content", async () => {
  class Own extends Control {
    override build(): Control {
      return fill();
    }
  }
  expect(await errorBoxes((page) => page.add(new Own()))).toEqual([]);
  expect(await errorBoxes((page) => page.add(new Column({ scroll: "auto", controls: [new Own()] })))).toHaveLength(1);
});

test("a list in a control that scrolls is as long as its rows, which is no error", async () => {
  for (const make of [
    () => new ListView(),
    () => new Column({ scroll: "auto", controls: [new ListView()] }),
    () => new ListView({ controls: [new Container({ content: new GridView() })] }),
    () => new Column({ scroll: "auto", controls: [new ListView({ horizontal: true })] }),
    () => new Row({ scroll: "auto", controls: [new ListView({ width: 100 })] }),
  ]) {
    expect(await errorBoxes((page) => page.add(make()))).toEqual([]);
  }
});

test("a grid and a ResponsiveRow need an end to their width", async () => {
  expect(await errorBoxes((page) => page.add(new Row({ controls: [new GridView()] })))).toEqual([
    "Page > Row[0] > GridView[0] takes all the width it may have, but there is no end to it: Page > Row[0] gives children that do not expand only the space they need",
  ]);
  const inList = () => new ListView({ horizontal: true, controls: [new Container({ content: new ResponsiveRow() })] });
  expect(await errorBoxes((page) => page.add(inList()))).toEqual([
    "Page > ListView[0] > Container[0] > ResponsiveRow takes all the width it may have, but there is no end to it: Page > ListView[0] scrolls in that direction",
  ]);
  for (const make of [
    () => new Row({ controls: [new GridView({ expand: true }), new ResponsiveRow({ width: 200 })] }),
    () => new Row({ width: 300, controls: [new Column({ expand: true, controls: [new ResponsiveRow()] })] }),
    () => new Stack({ controls: [new GridView({ left: 0, right: 0 })] }),
  ]) {
    expect(await errorBoxes((page) => page.add(make()))).toEqual([]);
  }
});

test("a control of the app's own that shows a list is a column", async () => {
  class OwnList extends Control {
    override build(): Control[] {
      return [fill(), new Text({ value: "below" })];
    }
  }
  expect(await errorBoxes((page) => page.add(new OwnList()))).toEqual([
    "Page > OwnList[0] > Container[0] expands in Page > OwnList[0], which has no height of its own: Page gives children that do not expand only the space they need",
  ]);
  expect(await errorBoxes((page) => page.add(new OwnList({ height: 100 })))).toEqual([]);
});

test("a layout of the app's own says which of its properties decide about the space of its children", async () => {
  interface FoldProps extends LayoutProps {
    isOpen?: boolean;
    content?: Control | null;
  }
  class Fold extends Control {
    static override readonly spec: Spec<FoldProps> = spec<FoldProps>({
      type: "Fold",
      parent: Control,
      layout: {
        name: "fold",
        reads: ["isOpen"],
        limit: (_axis, own, props) => ((props as FoldProps).isOpen === true ? own : "none"),
      },
      properties: { isOpen: flag(false), content: slot() },
    });
    declare isOpen: boolean;
    constructor(props?: FoldProps) {
      super(props);
    }
  }
  const messages: unknown[] = [];
  const fold = new Fold({ expand: true, isOpen: true, content: new Column({ controls: [fill()] }) });
  await using h = mount((page) => {
    page.onError = ({ error }) => void messages.push(error);
    page.add(fold);
  });
  await h.flush();
  expect(messages).toEqual([]);
  fold.isOpen = false;
  await h.flush();
  expect(messages).toMatchObject([{ code: "unbounded" }]);
});

test("a control may expand in a View, and in what a Stack or an alignment limits", async () => {
  const inView = (page: Page, view: View) => void (page.views = [view]);
  expect(await errorBoxes((page) => inView(page, new View({ controls: [fill()] })))).toEqual([]);
  expect(await errorBoxes((page) => inView(page, new View({ scroll: "auto", controls: [fill()] })))).toHaveLength(1);
  const column = () => new Column({ controls: [fill()] });
  for (const make of [
    () => new Stack({ height: 100, controls: [column()] }),
    () => new Container({ height: 100, alignment: { x: 0, y: 0 }, content: column() }),
    () => new Stack({ expand: true, controls: [new Column({ top: 0, bottom: 0, controls: [fill()] })] }),
    () => new Row({ expand: true, controls: [column()] }),
    () => new Row({ expand: true, verticalAlignment: "stretch", controls: [new Container({ content: column() })] }),
  ]) {
    expect(await errorBoxes((page) => page.add(make()))).toEqual([]);
  }
  const between = () => new Stack({ expand: true, controls: [new Column({ left: 0, controls: [fill()] })] });
  expect(await errorBoxes((page) => page.add(between()))).toHaveLength(1);
});

test("the error is reported once, the rest of the page works, and fixing the layout removes the error box", async () => {
  const messages: unknown[] = [];
  const column = new Column({ controls: [new Text({ value: "beside" })], height: 100 });
  const inside = fill();
  await using h = mount((page) => {
    page.onError = ({ error }) => void messages.push(error);
    page.add(column);
  });
  column.controls.push(inside);
  await h.flush();
  expect(messages).toEqual([]);
  column.scroll = "auto";
  await h.flush();
  (column.controls[0] as Text).value = "goes on";
  inside.bgcolor = "red";
  await h.flush();
  expect(messages).toMatchObject([{ code: "unbounded" }]);
  expect(h.documents()[inside.id]).toMatchObject({ $error: { id: "E1" }, bgcolor: expect.anything() });
  column.scroll = null;
  await h.flush();
  expect(h.documents()[inside.id]).not.toHaveProperty("$error");
  const scrolls = new Column({ scroll: "auto" });
  h.page.add(scrolls);
  await h.flush();
  column.controls.splice(1, 1);
  scrolls.controls.push(inside);
  await h.flush();
  expect(messages).toHaveLength(2);
  scrolls.controls.length = 0;
  await h.flush();
  column.controls.push(inside);
  await h.flush();
  expect(messages).toHaveLength(2);
  expect(h.documents()[inside.id]).not.toHaveProperty("$error");
});
