import type { Page as Tab } from "playwright-core";
import { type Page, Rating } from "runlet";
import { expect, test } from "vitest";
import { eventually } from "../../support/patience.ts";
import { openApp } from "../open.ts";

/** Opens a page with one rating, and records the values that the app receives. */
async function open(rating: Rating, options = {}) {
  const received: number[] = [];
  rating.onChange = ({ data }) => void received.push(data);
  const { tab, app } = await openApp((page: Page) => page.add(rating), options);
  await tab.locator(".r-rating").waitFor();
  return { tab, app, received };
}

/** Returns the position of the middle of a star, counted from the left. */
async function star(tab: Tab, number: number, share = 0.5): Promise<[x: number, y: number]> {
  const box = await tab
    .locator(".r-rating-row")
    .first()
    .locator(".r-rating-star")
    .nth(number - 1)
    .boundingBox();
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
  return [x + share * width, y + height / 2];
}

/** Returns how much of the stars is filled. */
function share(tab: Tab): Promise<string> {
  return tab.locator(".r-rating").evaluate((root) => (root as HTMLElement).style.getPropertyValue("--r-rating-share"));
}

test("a press chooses a star, a drag follows the pointer, and a drag past the first star clears the rating", async () => {
  const { tab, app, received } = await open(new Rating({ label: "Stars" }));
  // While a value is on its way to the app, the next ones are merged, so each step waits for the one before.
  await tab.mouse.click(...(await star(tab, 4)));
  await eventually(() => expect(received).toEqual([4]));
  await tab.mouse.click(...(await star(tab, 4)));
  await tab.mouse.down();
  await tab.mouse.move(...(await star(tab, 2)));
  await eventually(() => expect(received).toEqual([4, 2]));
  await tab.mouse.move(...(await star(tab, 1, -2)));
  await tab.mouse.up();
  await eventually(() => expect(received).toEqual([4, 2, 0]));
  // The ring belongs to the keyboard.
  const ring = () => tab.locator(".r-rating-track").evaluate((track) => getComputedStyle(track).outlineStyle);
  expect(await ring()).toBe("none");
  await tab.keyboard.press("3");
  await eventually(() => expect(received.at(-1)).toBe(3));
  expect(await ring()).toBe("solid");
  await app.close();
});

test("half stars are chosen by the halves of a star, mirrored from right to left", async () => {
  const { tab, app, received } = await open(new Rating({ label: "Stars", allowHalf: true, rtl: true }));
  await tab.mouse.click(...(await star(tab, 2, 0.75)));
  await eventually(() => expect(received).toEqual([1.5]));
  // The arrow to the left is forward.
  await tab.keyboard.press("ArrowLeft");
  await eventually(() => expect(received).toEqual([1.5, 2]));
  await tab.keyboard.press("ArrowRight");
  await eventually(() => expect(received).toEqual([1.5, 2, 1.5]));
  await tab.mouse.click(...(await star(tab, 2, 0.25)));
  await eventually(() => expect(received).toEqual([1.5, 2, 1.5, 2]));
  await app.close();
});

test("a mouse over the stars previews the rating, and changes nothing", async () => {
  const { tab, app, received } = await open(new Rating({ label: "Stars", value: 4 }));
  await tab.mouse.move(...(await star(tab, 2)));
  await eventually(async () => expect(await share(tab)).toBe("0.4"));
  await tab.mouse.move(400, 400);
  await eventually(async () => expect(await share(tab)).toBe("0.8"));
  expect(received).toEqual([]);
  await app.close();
});

test.each([{ readOnly: true }, { disabled: true }])("a rating that is %j keeps its value", async (fixed) => {
  const { tab, app, received } = await open(new Rating({ label: "Stars", value: 3.5, ...fixed }));
  await tab.mouse.click(...(await star(tab, 1)));
  await tab.locator("input").evaluate((input) => input.focus());
  await tab.keyboard.press("End");
  expect([await share(tab), received]).toEqual(["0.7", []]);
  expect(await tab.locator("input").getAttribute("aria-valuetext")).toBe("3.5 / 5");
  await app.close();
});
