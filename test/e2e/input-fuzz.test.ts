import type { Page as FirefoxTab } from "puppeteer-core";
import { expect, test } from "vitest";
import { openFirefoxTab } from "../support/firefox.ts";
import { isSoak } from "../support/measurements.ts";
import type { Hands } from "./fuzz/hands.ts";
import { fuzz, type OpenHands } from "./fuzz/run.ts";
import { openTab } from "./open.ts";
import { handsLoaded } from "./support/hands.ts";

/** RUNLET_SEED=7 runs one seed again. */
const SEED = process.env.RUNLET_SEED === undefined ? undefined : Number(process.env.RUNLET_SEED);
const STEPS = isSoak ? 2000 : 200;

const inChromium: OpenHands = async (url, problems) => {
  const { tab, problems: found } = await openTab("about:blank", { hasTouch: true });
  await tab.goto(url);
  await tab.locator(".r-page [role=tablist]").waitFor();
  await handsLoaded(tab);
  found.length = 0;
  tab.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  tab.on("pageerror", (error) => void problems.push(String(error)));
  const devtools = await tab.context().newCDPSession(tab);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly (readonly [number, number])[]) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
  return {
    evaluate: (run, arg) => tab.evaluate(run as never, arg) as Promise<never>,
    move: (x, y) => tab.mouse.move(x, y),
    down: () => tab.mouse.down(),
    up: () => tab.mouse.up(),
    key: (key) => tab.keyboard.press(key === " " ? "Space" : key),
    type: (text) => tab.keyboard.type(text),
    async swipe([first, ...points]) {
      if (first === undefined) return;
      await touch("touchStart", [first]);
      for (const point of points) await touch("touchMove", [point]);
      await touch("touchEnd", []);
    },
    async compose(text, isTaken) {
      for (let end = 1; end <= text.length; end++)
        await devtools.send("Input.imeSetComposition", {
          text: text.slice(0, end),
          selectionStart: end,
          selectionEnd: end,
        });
      if (isTaken) await devtools.send("Input.insertText", { text });
      else await devtools.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
    },
  };
};

const inFirefox: OpenHands = async (url, problems) => {
  const tab: FirefoxTab = await openFirefoxTab();
  await tab.goto(url);
  await tab.waitForSelector(".r-page [role=tablist]");
  await handsLoaded(tab);
  tab.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) problems.push(message.text());
  });
  tab.on("pageerror", (error) => void problems.push(String(error)));
  const hands: Hands = {
    evaluate: (run, arg) => tab.evaluate(run as never, arg) as Promise<never>,
    move: (x, y) => tab.mouse.move(x, y),
    down: () => tab.mouse.down(),
    up: () => tab.mouse.up(),
    async key(key) {
      const [last = "", ...held] = key.split("+").reverse();
      for (const modifier of held) await tab.keyboard.down(modifier as "Shift");
      await tab.keyboard.press(last as "Enter");
      for (const modifier of held) await tab.keyboard.up(modifier as "Shift");
    },
    type: (text) => tab.keyboard.type(text),
  };
  return hands;
};

test(`${STEPS} random actions of a person in Chromium, while the app changes what is used`, async () => {
  await fuzz(SEED ?? 1, STEPS, inChromium);
  if (isSoak && SEED === undefined) for (let seed = 2; seed <= 10; seed++) await fuzz(seed, STEPS, inChromium);
  expect(STEPS).toBeGreaterThan(0);
}, 3_600_000);

test(`${STEPS / 4} of them in Firefox`, async () => {
  await fuzz(SEED ?? 1, STEPS / 4, inFirefox);
  expect(STEPS).toBeGreaterThan(0);
}, 3_600_000);
