import { gzipSync } from "node:zlib";
import type { RunningApp } from "runlet/server";
import type { Update } from "runlet/transport";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleMain } from "../support/example.ts";
import { eventually } from "../support/patience.ts";
import { type Opened, openTab, serveApp, violations } from "./open.ts";

const NAMES = ["countdown", "countdown-stream", "counter", "todo"] as const;
const apps = new Map<string, RunningApp>();

beforeAll(async () => {
  for (const name of NAMES) {
    apps.set(name, await serveApp(await exampleMain(name)));
  }
});

afterAll(async () => {
  for (const app of apps.values()) await app.close();
});

async function open(name: (typeof NAMES)[number], options = {}): Promise<Opened> {
  const opened = await openTab((apps.get(name) as RunningApp).url, options);
  await opened.tab.locator(".r-page").waitFor();
  return opened;
}

test.each(["countdown", "countdown-stream"] as const)("%s counts down in both texts", async (name) => {
  const { tab, received, problems } = await open(name);
  const texts = tab.locator(".r-text");
  await eventually(async () => expect(await texts.allTextContents()).toEqual(["01:58", "00:58"]));
  // The two clocks may tick in separate updates, but each tick must be one operation on its own text.
  const ticks = received
    .slice(1)
    .flatMap((frame) => (JSON.parse(frame) as Update).ops.filter(({ path }) => path.endsWith("/value")));
  for (const value of ["01:59", "01:58", "00:59", "00:58"]) {
    expect(ticks.filter((tick) => "value" in tick && tick.value === value)).toMatchObject([{ op: "replace" }]);
  }
  expect(problems).toEqual([]);
});

describe("counter", () => {
  test("a click needs one small frame in each direction", async () => {
    const { tab, sent, received } = await open("counter");
    // The acknowledgment of the first load comes later than the load.
    await eventually(() => expect(sent.at(-1)).toBe('{"type":"ack","seq":1}'));
    const [sentBefore, receivedBefore] = [sent.length, received.length];
    await tab.getByRole("button", { name: "More" }).click();
    await tab.getByText("1", { exact: true }).waitFor();
    await eventually(() => expect(sent.at(-1)).toBe('{"type":"ack","seq":2}'));
    // Messages arrive in order: when the second click is answered, all frames of the first one have arrived.
    await tab.getByRole("button", { name: "More" }).click();
    await tab.getByText("2", { exact: true }).waitFor();
    await eventually(() => expect(sent.at(-1)).toBe('{"type":"ack","seq":3}'));
    const [up, down] = [sent.slice(sentBefore), received.slice(receivedBefore)];
    // The second frame of each pair only acknowledges the update.
    expect([up.length, down.length]).toEqual([4, 2]);
    expect(up[1]).toBe('{"type":"ack","seq":2}');
    expect(up[0]?.length).toBeLessThan(100);
    expect(down[0]?.length).toBeLessThan(120);
  });

  test("each browser has its own session", async () => {
    const [one, two] = [await open("counter"), await open("counter")];
    await one.tab.getByRole("button", { name: "More" }).click();
    await one.tab.getByText("1", { exact: true }).waitFor();
    expect(await two.tab.locator(".r-text").first().textContent()).toBe("0");
  });

  test("the counter works with Tab and Enter alone", async () => {
    const { tab } = await open("counter");
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Enter");
    await tab.getByText("-1", { exact: true }).waitFor();
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Enter");
    await tab.keyboard.press("Enter");
    await tab.getByText("1", { exact: true }).waitFor();
  });
});

describe("todo", () => {
  test("the to-do list works by keyboard alone: add, check, filter, edit, reorder, remove", async () => {
    const { tab, problems } = await open("todo");
    const labels = () =>
      tab
        .getByRole("checkbox")
        .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).labels?.[0]?.textContent));
    /** Presses Tab until a control with this name has the focus. */
    const tabTo = async (role: string, name: string) => {
      for (let presses = 0; presses < 60; presses++) {
        await tab.keyboard.press("Tab");
        const focused = tab.getByRole(role as "button", { name, exact: true }).and(tab.locator(":focus"));
        if ((await focused.count()) === 1) return;
      }
      throw new Error(`no ${role} ${name} by Tab`);
    };
    await tabTo("textbox", "What is to be done?");
    for (const label of ["one", "two", "three"]) {
      await tab.keyboard.type(label);
      await tab.keyboard.press("Enter");
      await tab.getByRole("checkbox", { name: label, exact: true }).waitFor();
    }
    expect(await tab.getByRole("textbox", { name: "What is to be done?" }).inputValue()).toBe("");

    await tabTo("checkbox", "one");
    await tab.keyboard.press("Enter");
    await tab.getByText("2 are open").waitFor();

    await tabTo("button", "Move down");
    await tab.keyboard.press("Enter");
    await eventually(async () => expect(await labels()).toEqual(["two", "one", "three"]));

    await tabTo("button", "Open");
    await tab.keyboard.press("Enter");
    await tab.getByRole("checkbox", { name: "one" }).waitFor({ state: "hidden" });
    await tabTo("button", "All");
    await tab.keyboard.press("Enter");
    await tab.getByRole("checkbox", { name: "one" }).waitFor();

    await tabTo("button", "Edit");
    await tab.keyboard.press("Enter");
    // The field takes the focus when it appears.
    await tab.getByRole("textbox", { name: "Edit" }).and(tab.locator(":focus")).waitFor();
    await tab.keyboard.type(" first");
    await tab.keyboard.press("Enter");
    await tab.getByRole("checkbox", { name: "two first", exact: true }).waitFor();

    await tabTo("button", "Remove");
    await tab.keyboard.press("Enter");
    await eventually(async () => expect((await labels()).length).toBe(2));
    expect(problems).toEqual([]);
  });
});

describe.each(NAMES)("%s", (name) => {
  test.each(["light", "dark"] as const)("axe-core finds no violations in %s mode", async (colorScheme) => {
    const opened = await open(name, { colorScheme });
    if (name === "todo") {
      await opened.tab.getByRole("textbox").fill("one");
      await opened.tab.getByRole("button", { name: "Add" }).click();
      await opened.tab.getByRole("checkbox").waitFor();
    }
    expect(await violations(opened)).toEqual([]);
    expect(opened.problems).toEqual([]);
  });

  test("the page fits a narrow viewport", async () => {
    const { tab } = await open(name, { viewport: { width: 320, height: 600 } });
    const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test("the first load of the countdown is at most 19 KB, and only from the app's own origin", async () => {
  const app = apps.get("countdown") as RunningApp;
  const { requests } = await open("countdown");
  let bytes = 0;
  for (const url of requests) {
    expect(url.startsWith(app.url)).toBe(true);
    if (!url.endsWith(".js")) continue;
    bytes += gzipSync(await (await fetch(url)).text(), { level: 9 }).length;
  }
  expect(bytes).toBeGreaterThan(5000);
  expect(bytes).toBeLessThanOrEqual(19 * 1024);
});
