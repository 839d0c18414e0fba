import { type AnimationStyle, Chip, type ChipProps, Icon } from "runlet";
import { expect, test } from "vitest";
import { openApp } from "../open.ts";
import { animationsOf, EASINGS, ENDLESS, moveAnimations } from "../support/animations.ts";

const style: AnimationStyle = {
  duration: ENDLESS,
  curve: "easeInQuad",
  reverseDuration: ENDLESS / 2,
  reverseCurve: "easeOutQuad",
};
const there = [ENDLESS, EASINGS.easeInQuad];
const back = [ENDLESS / 2, EASINGS.easeOutQuad];

async function openChip(props: ChipProps) {
  const chip = new Chip({ label: "Fish", ...props });
  const { tab, app } = await openApp((page) => page.add(chip));
  const shown = tab.locator(".r-chip");
  /** Returns duration and easing of the animation of a property, or undefined. */
  const timing = async (name: string) => (await animationsOf(shown)).find(([property]) => property === name)?.slice(1);
  const end = () => moveAnimations(shown, 1);
  const close = async () => {
    await tab.close();
    await app.close();
  };
  return { chip, shown, timing, end, close };
}

test("selectAnimationStyle is the animation of a chip that is selected or deselected", async () => {
  const { shown, timing, end, close } = await openChip({ selectAnimationStyle: style, onSelect: () => {} });
  await shown.click();
  await expect.poll(() => timing("backgroundColor")).toEqual(there);
  await end();
  await shown.click();
  await expect.poll(() => timing("backgroundColor")).toEqual(back);
  await close();
});

test("enableAnimationStyle is the animation of a chip that is enabled or disabled", async () => {
  const { chip, timing, end, close } = await openChip({ enableAnimationStyle: style, onClick: () => {} });
  chip.disabled = true;
  await expect.poll(() => timing("color")).toEqual(back);
  await end();
  chip.disabled = false;
  await expect.poll(() => timing("color")).toEqual(there);
  await close();
});

const lines = { duration: ENDLESS, reverseDuration: ENDLESS / 2, curve: "linear" } as const;
const changes: [string, ChipProps, (chip: Chip, isOpen: boolean) => void][] = [
  [
    "leadingDrawerAnimationStyle, of a check mark",
    { leadingDrawerAnimationStyle: lines, onSelect: () => {} },
    (chip, isOpen) => void (chip.selected = isOpen),
  ],
  [
    "leadingDrawerAnimationStyle, of an icon",
    { leadingDrawerAnimationStyle: lines },
    (chip, isOpen) => void (chip.leading = isOpen ? new Icon({ name: "face" }) : null),
  ],
  [
    "deleteDrawerAnimationStyle",
    { deleteDrawerAnimationStyle: lines },
    (chip, isOpen) => void (chip.onDelete = isOpen ? () => {} : undefined),
  ],
];

test.each(changes)("%s opens and closes a space in the chip", async (_, props, change) => {
  const { chip, shown, end, close } = await openChip(props);
  const width = () => shown.evaluate((root) => root.getBoundingClientRect().width);
  const durations = async () => (await animationsOf(shown)).map(([, duration]) => duration);
  /** Returns the width in the middle of the animation, then the width after its end. */
  const widths = async () => {
    await moveAnimations(shown, 0.5);
    const halfway = await width();
    await end();
    return { halfway, after: await width() };
  };
  const closed = await width();
  change(chip, true);
  await expect.poll(durations).toContain(ENDLESS);
  const opening = await widths();
  expect(opening.after).toBeCloseTo(closed + 18, 0);
  expect(opening.halfway).toBeCloseTo(closed + 9, 0);
  change(chip, false);
  await expect.poll(durations).toContain(ENDLESS / 2);
  const closing = await widths();
  expect(closing.halfway).toBeCloseTo(closed + 9, 0);
  expect(closing.after).toBeCloseTo(closed, 0);
  await close();
});
