import { Container, GestureDetector, Slider } from "runlet";
import { type Harness, mount } from "runlet/testing";
import { expect, test } from "vitest";
import { Circles } from "../../../examples/7guis/circles.ts";

const point = (x: number, y: number) => ({ kind: "mouse", localPosition: { x, y }, globalPosition: { x, y } });
const click = (h: Harness, x: number, y: number) => h.fire(h.getByType(GestureDetector), "tapDown", point(x, y));
const rightClick = (h: Harness, x: number, y: number) =>
  h.fire(h.getByType(GestureDetector), "secondaryTapDown", point(x, y));
/** Returns the left, top and width of each circle. */
const circles = (h: Harness) =>
  h
    .getAllByType(Container)
    .filter(({ shape }) => shape === "circle")
    .map(({ left, top, width }) => [left, top, width]);
const button = (h: Harness, name: string) => h.getByRole("button", { name });

test("a click draws a circle, which can be undone and redone", async () => {
  await using h = mount(new Circles());
  await click(h, 100, 100);
  await click(h, 200, 100);
  // A click on a circle draws no new one.
  await click(h, 205, 100);
  expect(circles(h)).toEqual([
    [80, 80, 40],
    [180, 80, 40],
  ]);
  await h.tap(button(h, "Undo"));
  await h.tap(button(h, "Undo"));
  expect(circles(h)).toEqual([]);
  await h.tap(button(h, "Redo"));
  expect(circles(h)).toEqual([[80, 80, 40]]);
  // A new step replaces the steps that were undone.
  await click(h, 300, 300);
  expect(circles(h)).toEqual([
    [80, 80, 40],
    [280, 280, 40],
  ]);
  await expect(h.tap(button(h, "Redo"))).rejects.toThrow("is disabled");
});

test("the menu of a circle adjusts its diameter, which is undone in one step", async () => {
  await using h = mount(new Circles());
  await click(h, 100, 100);
  await rightClick(h, 110, 100);
  await h.tap(button(h, "Adjust diameter…"));
  for (const value of [60, 80, 100]) await h.write(h.getByType(Slider), { value });
  expect(circles(h)).toEqual([[50, 50, 100]]);
  await h.tap(button(h, "Done"));
  await h.tap(button(h, "Undo"));
  expect(circles(h)).toEqual([[80, 80, 40]]);
  await h.tap(button(h, "Redo"));
  expect(circles(h)).toEqual([[50, 50, 100]]);
});

test("a right click next to a circle opens no menu", async () => {
  await using h = mount(new Circles());
  await click(h, 100, 100);
  await rightClick(h, 300, 300);
  await expect(h.tap(button(h, "Adjust diameter…"))).rejects.toThrow("not visible");
});
