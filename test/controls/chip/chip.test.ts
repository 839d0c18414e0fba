import { Chip, type ChipProps, Text } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

test("a click selects or deselects a chip, and the value changes before onSelect is called", async () => {
  const seen: unknown[] = [];
  const chip = new Chip({ label: "Fish", onSelect: ({ data, control }) => void seen.push([data, control.selected]) });
  await using h = mount(chip);
  await h.tap(h.getByRole("button", { name: "Fish" }));
  await h.press(chip, " ");
  expect(seen).toEqual([
    [true, true],
    [false, false],
  ]);
});

test("a click on a chip with onClick does not select it", async () => {
  let clicks = 0;
  const chip = new Chip({ label: new Text({ value: "Call" }), onClick: () => void clicks++ });
  await using h = mount(chip);
  await h.tap(h.getByText("Call"));
  expect([clicks, chip.selected]).toEqual([1, false]);
});

test("Delete and Backspace call onDelete, if the chip has it", async () => {
  const chips = ["a", "b"].map((label) => new Chip({ label, onDelete: ({ control }) => h.page.remove(control) }));
  await using h = mount((page) => page.add(...chips, new Chip({ label: "c", onClick: () => {} })));
  await h.press(h.getByRole("button", { name: "a" }), "Delete");
  await h.press(h.getByRole("button", { name: "b" }), "Backspace");
  expect(h.page.controls.length).toBe(1);
  await expect(h.press(h.getByRole("button", { name: "c" }), "Delete")).rejects.toThrow('does nothing at "Delete"');
  await expect(h.tap(h.getByRole("button", { name: "c" }))).resolves.toBeUndefined();
});

test("a chip without a handler cannot be tapped", async () => {
  await using h = mount(new Chip({ label: "Still" }));
  await expect(h.tap(h.getByText("Still"))).rejects.toThrow(/onClick|nothing/);
});

test("a chip with both onClick and onSelect is reported", async () => {
  const h = mount(new Chip({ label: "Both", onClick: () => {}, onSelect: () => {} }));
  expect(h.takeErrors()).toEqual([
    expect.objectContaining({
      code: "contradiction",
      message: "Page > Chip[0] has both onClick and onSelect, but a click can call only one of them: remove one.",
    }),
  ]);
  await h.unmount();
});

test.each<[object, string | RegExp]>([
  [{ elevation: -1 }, "Chip.elevation must be at least 0, not -1."],
  [{ elevationOnClick: -1 }, "Chip.elevationOnClick must be at least 0, not -1."],
  [{ leading: "face" }, 'Chip.leading must be a control or null, not "face".'],
  [{ color: { hovred: "red" } }, /^Chip\.color\.hovred is not a field of ByState<Color>/],
  [{ selectAnimationStyle: { duration: -1 } }, "Chip.selectAnimationStyle.duration must be at least 0, not -1."],
])("a wrong value is refused with an error that lists what is expected: %j", (props, text) => {
  expect(() => new Chip(props as ChipProps)).toThrow(text);
});
