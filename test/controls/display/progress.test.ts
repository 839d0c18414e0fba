import { ProgressBar, ProgressRing } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

test("the value of a progress is at least 0, or null if it is unknown", () => {
  expect(new ProgressBar().value).toBeNull();
  expect(new ProgressBar({ value: 1.5 }).value).toBe(1.5);
  expect(() => new ProgressBar({ value: -0.1 })).toThrow("ProgressBar.value must be at least 0, not -0.1.");
  expect(() => new ProgressBar({ barHeight: -1 })).toThrow("ProgressBar.barHeight must be at least 0, not -1.");
  expect(() => new ProgressRing({ strokeCap: "pointed" as never })).toThrow(/ProgressRing\.strokeCap must be one of/);
  expect(() => new ProgressRing({ sizeConstraints: { minWidth: 9, maxWidth: 8 } })).toThrow(
    /must be at least minWidth/,
  );
});

test("screen readers find a progress ring by its label", async () => {
  const ring = new ProgressRing({ semanticsLabel: "Loading mail" });
  await using h = mount(ring);
  expect(h.getByRole("progressbar", { name: "Loading mail" })).toBe(ring);
});
