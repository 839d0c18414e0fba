import type { Page as Tab } from "playwright-core";
import { Button, Image } from "runlet";
import { expect, onTestFinished, test } from "vitest";
import { openApp } from "../open.ts";
import { animationsOf, EASINGS, ENDLESS } from "../support/animations.ts";

const svg = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="${color}"/></svg>`;

/**
 * Opens images. The server of their sources answers `/COLOR.svg` at once, and `/held/COLOR.svg` not before `release()`
 * is called.
 */
async function openImages(...images: Image[]) {
  const { tab, app, requests } = await openApp((page) =>
    page.add(new Button({ content: "Show", onClick: () => page.add(...images) })),
  );
  onTestFinished(async () => {
    await tab.close();
    await app.close();
  });
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await tab.route("**/*.svg*", async (route) => {
    const [, held, color] = /(held\/)?(\w+)\.svg/.exec(route.request().url()) ?? [];
    if (held !== undefined) await released;
    await route.fulfill({ contentType: "image/svg+xml", body: svg(color ?? "red") });
  });
  await tab.getByRole("button").click();
  await expect.poll(() => tab.locator(".r-image").count()).toBe(images.length);
  const asked = () => requests.filter((url) => url.includes("/held/")).length;
  return { tab, release, asked };
}

const placeholders = (tab: Tab) => tab.locator(".r-image-meanwhile");
const opacity = (tab: Tab, name: string) =>
  tab.locator(name).evaluateAll((all) => all.map((one) => getComputedStyle(one).opacity));

test("with gaplessPlayback the previous image is shown until the next one has loaded", async () => {
  const images = [true, false].map((gaplessPlayback) => new Image({ src: "/red.svg", gaplessPlayback }));
  const { tab, release, asked } = await openImages(...images);
  const [gapless, plain] = [tab.locator(".r-image").first(), tab.locator(".r-image").last()];
  const areLoaded = () =>
    tab
      .locator(".r-image-shown")
      .evaluateAll((all) => all.every((one) => one instanceof HTMLImageElement && one.complete));
  await expect.poll(areLoaded).toBe(true);
  await expect.poll(() => opacity(tab, ".r-image-shown")).toEqual(["1", "1"]);
  const red = await gapless.screenshot();
  expect((await plain.screenshot()).equals(red)).toBe(true);
  for (const [index, image] of images.entries()) image.src = `/held/blue.svg?${index}`;
  await expect.poll(asked).toBe(2);
  await expect.poll(async () => (await plain.screenshot()).equals(red)).toBe(false);
  expect((await gapless.screenshot()).equals(red)).toBe(true);
  release();
  await expect.poll(async () => (await gapless.screenshot()).equals(red)).toBe(false);
  const blue = await gapless.screenshot();
  await expect.poll(async () => (await plain.screenshot()).equals(blue)).toBe(true);
});

test("placeholderFit is the fit of the placeholder, and the placeholder is shown until the first image has loaded", async () => {
  const size = { width: 100, height: 100, fit: "contain", placeholderSrc: "/grey.svg" } as const;
  const { tab, release } = await openImages(
    new Image({ ...size, src: "/held/blue.svg?0", placeholderFit: "fill" }),
    // There is no previous image yet.
    new Image({ ...size, src: "/held/blue.svg?1", gaplessPlayback: true }),
  );
  await expect.poll(() => opacity(tab, ".r-image-meanwhile")).toEqual(["1", "1"]);
  const fits = (name: string) =>
    tab.locator(name).evaluateAll((all) => all.map((one) => getComputedStyle(one).objectFit));
  expect(await fits(".r-image-meanwhile")).toEqual(["fill", "contain"]);
  expect(await fits(".r-image-shown")).toEqual(["contain", "contain"]);
  release();
  await expect.poll(() => opacity(tab, ".r-image-meanwhile")).toEqual(["0", "0"]);
});

test("placeholderFadeOutAnimation is the animation in which the placeholder disappears", async () => {
  const { tab, release } = await openImages(
    new Image({
      src: "/held/blue.svg",
      placeholderSrc: "/grey.svg",
      placeholderFadeOutAnimation: { duration: ENDLESS, curve: "easeInQuad" },
    }),
  );
  const fade = () => placeholders(tab).evaluate((shown) => getComputedStyle(shown).transitionDuration);
  // The code of animations is loaded by then.
  await expect.poll(fade).toBe(`${ENDLESS / 1000}s`);
  release();
  await expect.poll(() => animationsOf(placeholders(tab))).toEqual([["opacity", ENDLESS, EASINGS.easeInQuad]]);
});
