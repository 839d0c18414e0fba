import { Button, Container, type Control, type Page } from "runlet";
import { expect, test } from "vitest";
import { eventually, loopTime } from "../support/patience.ts";
import { openApp } from "./open.ts";

/** Opens a box and a button that changes it, and records the ends of the box's animations. */
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

test.each(changes)("%s is animated, and the end is reported once", async (aspect, css, props, change, from, to) => {
  const { go, style, tab, ended, problems } = await box(props, change);
  expect(await style(css)).toBe(from);
  // Halfway by the clock of the animation: a busy machine may draw no frame between the first and the last.
  await tab.evaluate((css) => {
    document.addEventListener("transitionrun", ({ target }) => {
      for (const animation of (target as Element).getAnimations() as CSSTransition[]) {
        if (animation.transitionProperty !== css || "halfway" in window) continue;
        const duration = Number(animation.effect?.getComputedTiming().duration);
        animation.currentTime = duration / 2;
        Reflect.set(window, "halfway", getComputedStyle(target as Element).getPropertyValue(css));
        animation.currentTime = 0;
      }
    });
  }, css);
  await go();
  await eventually(async () => {
    expect(await style(css)).toBe(to);
    expect(ended).toEqual([aspect]);
  });
  const halfway = await tab.evaluate(() => Reflect.get(window, "halfway") as string);
  expect([from, to, "", undefined]).not.toContain(halfway);
  expect(problems).toEqual([]);
});

test("a change of alignment is animated", async () => {
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

test("with reduced motion a change applies at once, and onAnimationEnd is still called", async () => {
  const { go, style, ended } = await box({ animateSize: 5000 }, (box) => (box.width = 200), {
    reducedMotion: "reduce",
  });
  const passed = loopTime();
  await go();
  await eventually(async () => expect([await style("width"), ended]).toEqual(["200px", ["size"]]));
  expect(passed()).toBeLessThan(1000);
});
