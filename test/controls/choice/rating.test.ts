import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { Rating } from "../../../src/controls/choice/rating.ts";

test("arrow keys, digits, Home and End change a rating, and the app receives the new value", async () => {
  const received: unknown[] = [];
  const rating = new Rating({ label: "Stay", value: 4, onChange: ({ data }) => void received.push(data) });
  await using h = mount(rating);
  expect(h.getByRole("slider", { name: "Stay" })).toBe(rating);
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "2", "2", "Home", "End"]) await h.press(rating, key);
  expect(received).toEqual([5, 4, 2, 0, 5]);
  await expect(h.press(rating, "7")).rejects.toThrow('does nothing at "7"');
  await expect(h.tap(rating)).rejects.toThrow("press a digit");
});

test("half stars can be chosen only with allowHalf; the app may set any fraction", async () => {
  const rating = new Rating({ value: 3.7 });
  await using h = mount(rating);
  await h.press(rating, "ArrowLeft");
  expect(rating.value).toBe(3);
  await expect(h.write(rating, { value: 3.5 })).rejects.toThrow("must be a multiple of 1");
  rating.allowHalf = true;
  await h.press(rating, "ArrowRight");
  expect(rating.value).toBe(3.5);
  await expect(h.write(rating, { value: 3.7 })).rejects.toThrow("must be a multiple of 0.5");
});

test("a rating above max is refused, from the app and from the client", async () => {
  const rating = new Rating({ max: 3 });
  await using h = mount(rating);
  await expect(h.write(rating, { value: 4 })).rejects.toThrow("must be at most max, which is 3");
  expect(rating.value).toBe(0);
  rating.value = 5;
  await expect(h.flush()).rejects.toThrow(".value must be at most max, which is 3, not 5.");
});

test("a rating that is disabled or read-only cannot be changed", async () => {
  const rating = new Rating({ disabled: true });
  await using h = mount(rating);
  await expect(h.press(rating, "ArrowRight")).rejects.toThrow("is disabled");
  rating.disabled = false;
  rating.readOnly = true;
  await expect(h.press(rating, "ArrowRight")).rejects.toThrow("does nothing");
  await expect(h.write(rating, { value: 1 })).rejects.toThrow("the rating is read-only");
  expect(rating.value).toBe(0);
});
