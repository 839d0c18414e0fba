import type { RunletError } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { Slider } from "../../../src/controls/slider/slider.ts";

test("each key moves the thumb by a division and emits changeStart, change and changeEnd", async () => {
  const received: unknown[] = [];
  const record = ({ name, data, control }: { name: string; data: number; control: Slider }) =>
    void received.push([name, data, control.value]);
  const volume = new Slider({
    value: 0.1,
    divisions: 10,
    onChangeStart: record,
    onChange: record,
    onChangeEnd: record,
  });
  await using h = mount(volume);
  await h.press(volume, "ArrowRight");
  await h.press(volume, "ArrowRight");
  expect(received).toEqual([
    ["changeStart", 0.1, 0.1],
    ["change", 0.2, 0.2],
    ["changeEnd", 0.2, 0.2],
    ["changeStart", 0.2, 0.2],
    ["change", 0.3, 0.3],
    ["changeEnd", 0.3, 0.3],
  ]);
  await h.press(volume, "End");
  await h.press(volume, "PageDown");
  expect(volume.value).toBe(0.9);
  await expect(h.tap(volume)).rejects.toThrow(
    /cannot be tapped, because the value depends on the position in the drawn track/,
  );
});

test("a client can set only a value between min and max", async () => {
  const volume = new Slider({ min: 10, max: 20 });
  await using h = mount(volume);
  await expect(h.write(volume, { value: 21 })).rejects.toThrow(
    "Page > Slider[0].value must be between min, which is 10, and max, which is 20, not 21: the client's write was refused.",
  );
  await h.write(volume, { value: 12.5 });
  expect(volume.value).toBe(12.5);
});

test("a value outside min and max is reported once all changes of a turn are made", async () => {
  const volume = new Slider({ value: 0.5 });
  const errors: unknown[] = [];
  await using h = mount((page) => {
    page.onError = ({ error }) => void errors.push(error);
    page.add(volume);
  });
  volume.max = 0.2;
  volume.value = 0.1;
  await h.flush();
  expect(errors).toEqual([]);
  volume.value = 3;
  await h.flush();
  volume.max = 5;
  volume.secondaryTrackValue = 6;
  await h.flush();
  expect(errors.map((error) => [(error as RunletError).code, (error as RunletError).message])).toEqual([
    ["contradiction", "Page > Slider[0].value must be at most max, which is 0.2, not 3."],
    ["contradiction", "Page > Slider[0].secondaryTrackValue must be at most max, which is 5, not 6."],
  ]);
});

test("wrong values are refused with an error that lists what is expected", () => {
  expect(() => new Slider({ divisions: 0 })).toThrow("Slider.divisions must be at least 1, not 0.");
  expect(() => new Slider({ round: 21 })).toThrow("Slider.round must be at most 20, not 21.");
});
