import { expect, test } from "vitest";
import { type CatalogControl, expectedControls, LeftOut } from "../scripts/catalog.ts";

const member = (name: string, inheritedFrom: string | null = null) => ({ name, inheritedFrom });
const classes: CatalogControl[] = [
  {
    id: "Control",
    name: "Control",
    group: "x",
    abstract: true,
    props: [member("_i"), member("expand_loose")],
    events: [],
    methods: [],
  },
  {
    id: "Field",
    name: "Field",
    group: "x",
    abstract: true,
    props: [member("label")],
    events: [],
    methods: [member("focus")],
  },
  {
    id: "TextField",
    name: "TextField",
    group: "input",
    props: [member("value"), member("label", "Field"), member("expand_loose", "Control")],
    events: [member("tap_outside")],
    methods: [member("focus", "Field")],
  },
  { id: "charts.Text", name: "Text", group: "charts", props: [], events: [], methods: [] },
];

test("entries of every control count once; entries of another base class count in each control", () => {
  expect(expectedControls(classes)).toEqual([
    { id: "Control", type: "Control", group: "every control", properties: ["expandLoose"], events: [], methods: [] },
    {
      id: "TextField",
      type: "TextField",
      group: "input",
      properties: ["value", "label"],
      events: ["onTapOutside"],
      methods: ["focus"],
    },
    // A class of another package is a different class, even with the same name.
    { id: "charts.Text", type: "charts.Text", group: "charts", properties: [], events: [], methods: [] },
  ]);
});

test("reasons are read from the tables of controls: by name, by list and by group", () => {
  const leftOut = new LeftOut(`
| control | property | reason |
|---|---|---|
| every control | \`badge\` | one |
| all buttons | \`focus()\` | two |
| Row, Column | \`a\`, \`b\` | three |
| RawImage | | four |

| value | field | reason |
|---|---|---|
| Row | \`c\` | five |
`);
  const control = (id: string, group = "layout") => ({ id, type: id, group, properties: [], events: [], methods: [] });
  expect(leftOut.reason(control("Text"), "badge")).toBe("one");
  expect(leftOut.reason(control("Chip", "buttons"), "focus")).toBe("two");
  expect(leftOut.reason(control("Column"), "b")).toBe("three");
  expect(leftOut.reason(control("Row"), "c")).toBeUndefined();
  expect(leftOut.reason(control("RawImage"))).toBe("four");
  expect(leftOut.reason(control("Row"))).toBeUndefined();
});
