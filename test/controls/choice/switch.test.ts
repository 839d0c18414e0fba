import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { Switch } from "../../../src/controls/choice/switch.ts";

test("a click toggles the switch and emits the new value", async () => {
  const received: unknown[] = [];
  const wifi = new Switch({
    label: "Wi-Fi",
    onChange: ({ data, control }) => void received.push([data, control.value]),
  });
  await using h = mount(wifi);
  expect(h.getByRole("switch", { name: "Wi-Fi" })).toBe(wifi);
  await h.tap(wifi);
  await h.press(wifi, "Enter");
  await h.press(wifi, " ");
  expect(received).toEqual([
    [true, true],
    [false, false],
    [true, true],
  ]);
});

test("the value of a switch is true or false", async () => {
  const wifi = new Switch({ value: true });
  await using h = mount(wifi);
  await expect(h.write(wifi, { value: null })).rejects.toThrow(/must be true or false, not null/);
  expect(wifi.value).toBe(true);
  expect(() => new Switch({ trackOutlineWidth: { selected: -1 } })).toThrow(
    "Switch.trackOutlineWidth.selected must be at least 0, not -1.",
  );
});

test("a disabled switch cannot be toggled", async () => {
  const wifi = new Switch({ disabled: true });
  await using h = mount(wifi);
  await expect(h.tap(wifi)).rejects.toThrow(/disabled/);
  expect(wifi.value).toBe(false);
});
