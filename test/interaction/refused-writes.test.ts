import {
  AutoComplete,
  Checkbox,
  Chip,
  type Control,
  Dropdown,
  DropdownOption,
  NavigationBar,
  NavigationBarDestination,
  Radio,
  RadioGroup,
  RangeSlider,
  Segment,
  SegmentedButton,
  Slider,
  Switch,
  Tab,
  TabBar,
  Tabs,
  TextField,
} from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";
import { TEXT_WRITE } from "../../src/protocol/text-merge.ts";

// K3 and K4 of the trials.

describe("a text outside the field's own limit", () => {
  test("can be made shorter step by step", async () => {
    const field = new TextField({ label: "Code", value: "abcdef", maxLength: 3 });
    await using h = mount(field);
    for (const rest of ["abcde", "abcd", "abc", "ab"]) {
      await h.press(field, "Backspace");
      expect(field.value).toBe(rest);
    }
    await h.type(field, "cd");
    expect(field.value).toBe("abc");
  });

  test.each([
    ["replaced by one of the same length", "abcdXY", true],
    ["cut in the middle", "abef", true],
    ["emptied", "", true],
    ["made longer", "abcdefg", false],
  ])("may be %s: %s, %s", async (_, text, isAllowed) => {
    const field = new TextField({ value: "abcdef", maxLength: 3, multiline: true });
    await using h = mount(field);
    if (isAllowed) await h.write(field, { value: text });
    else await expect(h.write(field, { value: text })).rejects.toThrow("has a maxLength of 3");
    expect(field.value).toBe(isAllowed ? text : "abcdef");
  });

  test("stays as it is if the app made the field read-only", async () => {
    const field = new TextField({ value: "abcdef", maxLength: 3, readOnly: true });
    await using h = mount(field);
    await expect(h.write(field, { value: "abc" })).rejects.toThrow("is read-only");
    expect(field.value).toBe("abcdef");
  });
});

/** A control, a write of it that is refused, and the event that reports the write. */
const REFUSED: readonly [title: string, make: () => Control, write: object, event: string, data?: unknown][] = [
  ["a text that is too long", () => new TextField({ value: "ab", maxLength: 3 }), { value: "abcdef" }, "change"],
  ["the Enter key after it", () => new TextField({ value: "ab", maxLength: 3 }), { value: "abcdef" }, "submit"],
  ["null without tristate", () => new Checkbox(), { value: null }, "change"],
  ["a disabled switch", () => new Switch({ disabled: true }), { value: true }, "change"],
  ["a hidden chip", () => new Chip({ label: "x", visible: false, onSelect: () => {} }), { selected: true }, "select"],
  ["a value off the scale", () => new Slider({ max: 10 }), { value: 11 }, "change"],
  [
    "one thumb past the other",
    () => new RangeSlider({ max: 10, startValue: 2, endValue: 4 }),
    { startValue: 6 },
    "change",
    { startValue: 6, endValue: 4 },
  ],
  ["a tab that is gone", () => tabs(), { selectedIndex: 2 }, "change"],
  [
    "an option that is disabled",
    () => new Dropdown({ options: [new DropdownOption({ value: "a", disabled: true })] }),
    { value: "a" },
    "select",
  ],
  [
    "a radio that is gone",
    () => new RadioGroup({ content: new Radio({ value: "a", label: "a" }) }),
    { value: "b" },
    "change",
  ],
  ["no segment", () => segments(), { selected: [] }, "change"],
  [
    "a destination that is gone",
    () => new NavigationBar({ destinations: ["a", "b"].map((label) => new NavigationBarDestination({ label })) }),
    { selectedIndex: 5 },
    "change",
  ],
  [
    "a suggestion that is gone",
    () => new AutoComplete(),
    { selectedIndex: 5 },
    "select",
    { index: 5, selectedIndex: 5 },
  ],
];

function tabs(): Tabs {
  return new Tabs({ length: 2, content: new TabBar({ tabs: ["a", "b"].map((label) => new Tab({ label })) }) });
}

function segments(): SegmentedButton {
  const names = ["a", "b"];
  return new SegmentedButton({
    segments: names.map((value) => new Segment({ value, label: value })),
    selected: ["a"],
  });
}

test.each(REFUSED)("the event of a refused write does not run: %s", async (_, make, write, event, data) => {
  const heard: unknown[] = [];
  const control = make();
  const handler = `on${event.charAt(0).toUpperCase()}${event.slice(1)}`;
  Reflect.set(control, handler, (happened: { data: unknown }) => void heard.push(happened.data));
  await using h = mount(control);
  const before = h.tree();
  await expect(h.write(control, write as never)).rejects.toThrow();
  await h.fire(control, event, (data ?? Object.values(write)[0]) as never).catch(() => {});
  expect(heard).toEqual([]);
  expect(h.tree()).toEqual(before);
});

test("the event runs again once a write is allowed, and for a value that the app sets itself", async () => {
  const heard: string[] = [];
  const field = new TextField({ value: "abc", maxLength: 3, onSubmit: ({ data }) => void heard.push(data) });
  await using h = mount(field);
  await h.write(field, { value: "abcd" }).catch(() => {});
  field.maxLength = 10;
  field.value = "abcd";
  await h.press(field, "Enter");
  field.value = "";
  await h.type(field, "xy\n");
  expect(heard).toEqual(["abcd", "xy"]);
});

test("what undoes a refused text is no change by the app: what was written before it was seen is not merged with it", async () => {
  const field = new TextField({ value: "abc", maxLength: 5, onChange: () => {}, onSubmit: () => {} });
  const h = mount(field, { network: { delay: 150 } });
  await h.advance(1000);
  const { client } = h as unknown as {
    client: { enter(...write: unknown[]): void; event(id: number, event: string, data: unknown): void };
  };
  client.enter(field.id, "value", "abcdef", "change", TEXT_WRITE);
  await h.advance(20);
  client.enter(field.id, "value", "bcdef", "change", TEXT_WRITE);
  client.event(field.id, "submit", "bcdef");
  await expect(h.advance(1000)).rejects.toThrow("6 characters were entered");
  await h.advance(1000);
  expect(field.value).toBe("bcdef");
});
