import type { RunletError } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { RangeSlider } from "../../../src/controls/slider/range-slider.ts";

test("startValue cannot exceed endValue", async () => {
  const price = new RangeSlider({ startValue: 20, endValue: 50, max: 100 });
  await using h = mount(price);
  await h.write(price, { startValue: 50 });
  expect(price.startValue).toBe(50);
  await expect(h.write(price, { startValue: 51 })).rejects.toThrow(
    /startValue must be at most endValue, which is 50, not 51/,
  );
  await expect(h.write(price, { endValue: 49 })).rejects.toThrow(
    /endValue must be at least startValue, which is 50, not 49/,
  );
  await expect(h.write(price, { endValue: 101 })).rejects.toThrow(
    /endValue must be between min, which is 0, and max, which is 100/,
  );
});

test("a key moves the start thumb, and change reports both values", async () => {
  const received: unknown[] = [];
  const price = new RangeSlider({ startValue: 1, endValue: 3, max: 10, divisions: 10 });
  price.onChange = ({ data }) => void received.push(data);
  await using h = mount(price);
  await h.press(price, "ArrowUp");
  await h.press(price, "End");
  expect(received).toEqual([
    { startValue: 2, endValue: 3 },
    { startValue: 3, endValue: 3 },
  ]);
  expect(price).toMatchObject({ startValue: 3, endValue: 3 });
});

test("a startValue above endValue is reported", async () => {
  const errors: RunletError[] = [];
  await using _ = mount((page) => {
    page.onError = ({ error }) => void errors.push(error as RunletError);
    page.add(new RangeSlider({ startValue: 0.8, endValue: 0.5 }));
  });
  expect(errors.map(({ message }) => message)).toEqual([
    "Page > RangeSlider[0].startValue must be at most endValue, which is 0.5, not 0.8.",
  ]);
});
