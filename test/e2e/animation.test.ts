import { Button, Container, type Control, type Page } from "runlet";
import { expect, test } from "vitest";
import { eventually, loopTime } from "../support/patience.ts";
import { openApp } from "./open.ts";

/** A box that a button changes, and what is heard of it. */
async function box(props: object, change: (box: Container) => void, options = {}) {
  const ended: unknown[] = [];
  const shown = new Container({
    width: 40,
    height: 40,
    bgcolor: "primary",
    onAnimationEnd: ({ data }) => void ended.push(data),
    ...props,
  });
  const opened = await openApp((page: Page) => {
    page.add(new Button({ content: "Go", onClick: () => change(shown) }), shown as Control);
  }, options);
  const style = (name: string) =>
    opened.tab
      .locator(`[data-id="${shown.id}"]`)
      .evaluate((root, name) => getComputedStyle(root).getPropertyValue(name), name);
  return { ...opened, ended, style, go: () => opened.tab.getByRole("button").click() };
}

const changes: [string, string, object, (box: Container) => void, string, string][] = [
  ["opacity", "opacity", { animateOpacity: 300 }, (box) => (box.opacity = 0.2), "1", "0.2"],
  ["size", "width", { animateSize: 300 }, (box) => ([box.width, box.height] = [200, 90]), "40px", "200px"],
  ["margin", "margin-left", { animateMargin: 300 }, (box) => (box.margin = 30), "0px", "30px"],
  ["rotation", "rotate", { animateRotation: 300 }, (box) => (box.rotate = 1), "none", "57.2958deg"],
  ["scale", "scale", { animateScale: { duration: 300, curve: "bounceOut" } }, (box) => (box.scale = 2), "none", "2"],
  ["offset", "translate", { animateOffset: 300 }, (box) => (box.offset = { x: 1 }), "none", "100% 0%"],
  ["container", "padding-left", { animate: 300 }, (box) => (box.padding = 12), "0px", "12px"],
];

test.each(changes)("%s changes in time, and the end is told once", async (aspect, css, props, change, from, to) => {
  const { go, style, ended, problems } = await box(props, change);
  expect(await style(css)).toBe(from);
  await go();
  const between: string[] = [];
  await eventually(async () => {
    between.push(await style(css));
    expect(between.at(-1)).toBe(to);
    expect(ended).toEqual([aspect]);
  });
  expect(new Set(between).size).toBeGreaterThan(1);
  expect(problems).toEqual([]);
});

test("a new alignment is a way, not a jump", async () => {
  const { go, tab, ended } = await box(
    { animateAlign: 300, align: { x: -1, y: 0 } },
    (box) => (box.align = { x: 1, y: 0 }),
  );
  const left = () => tab.locator(".r-container").evaluate((root) => root.getBoundingClientRect().left);
  const before = await left();
  await go();
  await eventually(() => expect(ended).toEqual(["align"]));
  expect(await left()).toBeGreaterThan(before + 500);
});

test("with reduced motion it is at its end at once, which is told all the same", async () => {
  const { go, style, ended } = await box({ animateSize: 5000 }, (box) => (box.width = 200), {
    reducedMotion: "reduce",
  });
  const passed = loopTime();
  await go();
  await eventually(async () => expect([await style("width"), ended]).toEqual(["200px", ["size"]]));
  expect(passed()).toBeLessThan(1000);
});
