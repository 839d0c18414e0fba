import { AnimatedSwitcher, type AnimatedSwitcherProps, Button, Text } from "runlet";
import { expect, test } from "vitest";
import { openApp } from "../open.ts";
import { animationsOf, EASINGS, ENDLESS, moveAnimations } from "../support/animations.ts";

async function openSwitcher(props: AnimatedSwitcherProps, reducedMotion: "reduce" | "no-preference" = "no-preference") {
  const switcher = new AnimatedSwitcher({ content: new Text({ value: "one" }), ...props });
  const opened = await openApp((page) => page.add(switcher), { reducedMotion });
  const root = opened.tab.locator(".r-animated-switcher");
  /** Returns each child's text, whether it is inert, and the settings of its animation. */
  const shown = () =>
    root.evaluate((element) =>
      [...element.children].map((holder) => {
        const [animation] = holder.getAnimations();
        const { duration, direction } = animation?.effect?.getTiming() ?? {};
        const keyframes = animation?.effect instanceof KeyframeEffect ? animation.effect.getKeyframes() : [];
        const { opacity, rotate, scale } = (keyframes[0] ?? {}) as ComputedKeyframe;
        return [holder.textContent, (holder as HTMLElement).inert, duration, direction, opacity ?? rotate ?? scale];
      }),
    );
  return { opened, switcher, shown };
}

test("new content fades in while the old content fades out and is inert", async () => {
  const { opened, switcher, shown } = await openSwitcher({ duration: ENDLESS, reverseDuration: ENDLESS / 2 });
  expect(await shown()).toEqual([["one", false, undefined, undefined, undefined]]);
  switcher.content = new Button({ content: "two" });
  await expect.poll(shown).toEqual([
    ["one", true, ENDLESS / 2, "reverse", "0"],
    ["two", false, ENDLESS, "normal", "0"],
  ]);
  expect(await opened.tab.getByRole("button", { name: "two" }).count()).toBe(1);
  await moveAnimations(opened.tab.locator(".r-animated-switcher"), 1);
  await expect.poll(shown).toEqual([["two", false, undefined, undefined, undefined]]);
  expect(opened.problems).toEqual([]);
  await opened.app.close();
});

test.each([
  ["scale", "0"],
  ["rotation", "0turn"],
] as const)("content can change back during a %s transition", async (transition, from) => {
  const { opened, switcher, shown } = await openSwitcher({ transition, duration: 3000, reverseDuration: 3000 });
  const first = switcher.content;
  switcher.content = new Text({ value: "two" });
  await expect.poll(async () => (await shown())[1]).toEqual(["two", false, 3000, "normal", from]);
  switcher.content = first;
  await expect
    .poll(async () => (await shown()).map(([text, isInert]) => [text, isInert]))
    .toEqual([
      ["one", true],
      ["two", true],
      ["one", false],
    ]);
  switcher.content = null;
  // Without new content, all earlier content leaves.
  await expect
    .poll(async () => (await shown()).map(([text, isInert]) => [text, isInert]))
    .toEqual([
      ["one", true],
      ["two", true],
      ["one", true],
      ["", false],
    ]);
  expect(opened.problems).toEqual([]);
  await opened.app.close();
});

test("switchInCurve and switchOutCurve are the curves of the new and the old content", async () => {
  const { opened, switcher } = await openSwitcher({
    duration: ENDLESS,
    reverseDuration: ENDLESS,
    switchInCurve: "easeInQuad",
    switchOutCurve: "easeOutQuad",
  });
  switcher.content = new Text({ value: "two" });
  const holder = (text: string) => opened.tab.locator(".r-animated-switcher-child", { hasText: text });
  await holder("two").waitFor();
  await expect.poll(() => animationsOf(holder("one"))).toEqual([["opacity", ENDLESS, EASINGS.easeOutQuad]]);
  expect(await animationsOf(holder("two"))).toEqual([["opacity", ENDLESS, EASINGS.easeInQuad]]);
  await opened.app.close();
});

test("with reduced motion content changes without an animation", async () => {
  const { opened, switcher, shown } = await openSwitcher({ duration: 3000 }, "reduce");
  switcher.content = new Text({ value: "two" });
  await expect.poll(shown).toEqual([["two", false, undefined, undefined, undefined]]);
  await opened.app.close();
});

test("content that moves to another parent leaves the switcher at once", async () => {
  const { opened, switcher, shown } = await openSwitcher({ duration: 3000 });
  const { page, content } = switcher;
  switcher.content = new Text({ value: "two" });
  page.add(content as Text);
  await expect.poll(async () => (await shown()).map(([text]) => text)).toEqual(["two"]);
  expect(await opened.tab.getByText("one").count()).toBe(1);
  await opened.app.close();
});
