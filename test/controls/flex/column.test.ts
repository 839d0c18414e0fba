import { Text } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { Column } from "../../../src/controls/flex/column.ts";

test("a Column without properties has its defaults and sends none of them", async () => {
  await using h = mount(new Column());
  expect(h.getByType(Column)).toMatchObject({
    controls: [],
    alignment: "start",
    horizontalAlignment: "start",
    spacing: 10,
    tight: false,
    wrap: false,
    runSpacing: 10,
    runAlignment: "start",
    intrinsicWidth: false,
    scroll: null,
    autoScroll: false,
  });
  expect(h.documents()["2"]).toEqual({ $type: "Column" });
});

test("controls are shown in order", async () => {
  const column = new Column({ controls: [new Text({ value: "a" })], spacing: 0 });
  await using h = mount(column);
  column.controls.unshift(new Text({ value: "b" }));
  await h.flush();
  expect(h.tree()).toMatchObject({
    controls: [{ $type: "Column", spacing: 0, controls: [{ value: "b" }, { value: "a" }] }],
  });
});

test("a wrong value is refused with an error that lists what is expected", () => {
  expect(() => new Column({ horizontalAlignment: "left" as "start" })).toThrow(
    /^Column\.horizontalAlignment must be one of "start" \| /,
  );
  expect(() => new Column({ spacing: -1 })).toThrow("Column.spacing must be at least 0, not -1.");
});
