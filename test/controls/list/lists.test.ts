import { Column, GridView, ListView, ResponsiveRow, Row, Text } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

test("scrollTo() finds a key at any depth, also of a control that was just added", async () => {
  const list = new ListView({ height: 100, controls: [new Row({ controls: [new Text({ key: "deep" })] })] });
  await using h = mount(list);
  await h.flush();
  const added = new Text({ key: 7 });
  list.controls.push(added);
  void list.scrollTo({ key: 7, duration: 300, curve: "easeIn" });
  await h.flush();
  void list.scrollTo({ key: "deep" });
  void list.scrollTo({ offset: -1 });
  await h.flush();
  const deep = (list.controls[0] as Row).controls[0] as Text;
  expect(h.takeCalls().map(({ method, args }) => [method, args])).toEqual([
    ["scrollTo", { target: added.id, duration: 300, curve: "easeIn" }],
    ["scrollTo", { target: deep.id }],
    ["scrollTo", { offset: -1 }],
  ]);
});

test("scrollTo() throws for an unknown key or contradictory arguments", async () => {
  const column = new Column({ scroll: "auto" });
  await using h = mount(column);
  await h.flush();
  expect(() => column.scrollTo({ key: "gone" })).toThrow(
    'Page > Column[0].scrollTo(): no control inside has the key "gone".',
  );
  expect(() => column.scrollTo({ offset: 1, delta: 2 })).toThrow(
    "Page > Column[0].scrollTo(): the argument must have one of offset, delta and key.",
  );
  expect(() => column.scrollTo({})).toThrow("must have one of");
});

test("scroll is a mode or the properties of a scrollbar", () => {
  expect(new Column({ scroll: { thickness: 4, thumbVisibility: true } }).scroll).toEqual({
    thickness: 4,
    thumbVisibility: true,
  });
  expect(() => new Column({ scroll: { thickness: -1 } })).toThrow(
    "Column.scroll.thickness must be at least 0, not -1.",
  );
  expect(() => new Row({ scroll: "sometimes" as never })).toThrow("Row.scroll must be");
});

test("wrong values of a GridView or ResponsiveRow are refused", () => {
  expect(() => new GridView({ runsCount: 0 })).toThrow("GridView.runsCount must be at least 1, not 0.");
  expect(() => new ResponsiveRow({ columns: { xs: 0 } })).toThrow(
    "ResponsiveRow.columns.xs must be at least 1, not 0.",
  );
  expect(() => new ResponsiveRow({ breakpoints: { "very wide": 1 } })).toThrow(
    'ResponsiveRow.breakpoints["very wide"] is not a valid breakpoint name: use a to z, 0 to 9 and _.',
  );
});
