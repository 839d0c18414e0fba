import { Segment, SegmentedButton, type SegmentedButtonProps, Text } from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";

/** Mounts a button with three days, and records the events that the app receives. */
function days(props: SegmentedButtonProps) {
  const events: unknown[] = [];
  const button = new SegmentedButton({
    segments: ["mon", "tue", "wed"].map((value) => new Segment({ value, label: value })),
    onChange: ({ data, control }) => void events.push([data, control.selected]),
    ...props,
  });
  const h = mount(button);
  const tap = (name: string) => h.tap(h.getByRole("radio", { name }));
  return { h, button, events, tap };
}

describe("a press", () => {
  test("selects a segment and deselects the other, but keeps the last one", async () => {
    const { button, events: reported, tap } = days({ selected: ["mon"] });
    await tap("tue");
    await tap("tue");
    expect(button.selected).toEqual(["tue"]);
    expect(reported).toEqual([[["tue"], ["tue"]]]);
  });

  test("deselects the last segment with allowEmptySelection", async () => {
    const { button, tap } = days({ selected: ["mon"], allowEmptySelection: true });
    await tap("mon");
    expect(button.selected).toEqual([]);
    await tap("wed");
    expect(button.selected).toEqual(["wed"]);
  });

  test("adds or removes a segment with allowMultipleSelection", async () => {
    const { button, tap } = days({ selected: ["mon"], allowMultipleSelection: true });
    await tap("wed");
    await tap("mon");
    await tap("wed");
    expect(button.selected).toEqual(["wed"]);
  });
});

test.each<[string, SegmentedButtonProps, unknown, string]>([
  [
    "an unknown segment",
    { selected: ["mon"] },
    ["sun"],
    'must name segments that can be selected, each once, not "sun"',
  ],
  ["the same segment twice", { selected: ["mon"], allowMultipleSelection: true }, ["tue", "tue"], "each once"],
  ["no segment", { selected: ["mon"] }, [], "must name a segment, unless allowEmptySelection is set"],
  ["several segments", { selected: ["mon"] }, ["mon", "tue"], "unless allowMultipleSelection is set, not 2"],
])("a client that selects %s is refused", async (_, props, selected, text) => {
  const { h, button, events: reported } = days(props);
  await expect(h.write(button, { selected: selected as string[] })).rejects.toThrow(text);
  expect([button.selected, reported]).toEqual([["mon"], []]);
});

test("a client cannot select a disabled segment, but can keep one that the app selected", async () => {
  const { h, button } = days({ selected: ["mon"], allowMultipleSelection: true });
  for (const segment of button.segments.slice(0, 2)) segment.disabled = true;
  await h.flush();
  await expect(h.write(button, { selected: ["mon", "tue"] })).rejects.toThrow('not "tue"');
  await h.write(button, { selected: ["mon", "wed"] });
  expect(button.selected).toEqual(["mon", "wed"]);
});

test.each<[SegmentedButtonProps, string]>([
  [{}, "Page > SegmentedButton[0].selected must name a segment, unless allowEmptySelection is set."],
  [
    { selected: ["mon", "tue"] },
    "Page > SegmentedButton[0].selected must name one segment, unless allowMultipleSelection is set, not 2.",
  ],
])("a selection of the app that its options do not allow is reported: %j", async (props, message) => {
  const { h } = days(props);
  expect(h.takeErrors()).toEqual([expect.objectContaining({ code: "contradiction", message })]);
  await h.unmount();
});

test("a wrong value is refused with an error that lists what is expected", () => {
  expect(() => new SegmentedButton({ segments: [new Text()] as never })).toThrow("SegmentedButton.segments");
  expect(() => new SegmentedButton({ selected: [1] as never })).toThrow(
    "SegmentedButton.selected[0] must be a string, not 1.",
  );
});
