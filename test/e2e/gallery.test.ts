import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Opened, openTab, violations } from "./open.ts";

/** What `npm start` runs once the build is there. */
const gallery = fileURLToPath(new URL("../../examples/gallery.ts", import.meta.url));
let child: ChildProcess;
let url = "";

beforeAll(async () => {
  child = spawn(process.execPath, ["--import", "tsx", gallery], { env: { ...process.env, RUNLET_SERVER_PORT: "0" } });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => output.push(String(data)));
  await vi.waitFor(() => {
    url = /http:\S+/.exec(output.join(""))?.[0] ?? "";
    if (url === "") throw new Error(`no address yet: ${output.join("")}`);
  }, 20_000);
});

afterAll(() => void child.kill());

async function open(options = {}): Promise<Opened> {
  const opened = await openTab(url, options);
  await opened.tab.frameLocator("#countdown iframe").locator(".r-text").first().waitFor();
  return opened;
}

test("each example runs beside its source, and nothing comes from elsewhere", async () => {
  const { tab, problems, requests } = await open();
  expect(await tab.locator("h2").allTextContents()).toEqual([
    "Countdown",
    "Countdown, as a stream",
    "Counter",
    "To do",
  ]);
  for (const name of ["countdown", "countdown-stream", "counter", "todo"]) {
    await tab.locator(`#${name}`).scrollIntoViewIfNeeded();
    await tab.frameLocator(`#${name} iframe`).locator(".r-page").waitFor();
    expect(await tab.locator(`#${name} pre`).textContent()).toContain("run((page: Page) => {");
  }
  await tab.frameLocator("#counter iframe").getByRole("button", { name: "More" }).click();
  await tab.frameLocator("#counter iframe").getByText("1", { exact: true }).waitFor();
  expect(requests.every((request) => request.startsWith(url))).toBe(true);
  expect(problems).toEqual([]);
});

test("the apps inside are reached by Tab, and their sources can be scrolled by keyboard", async () => {
  const { tab } = await open();
  for (let presses = 0; presses < 30; presses++) {
    await tab.keyboard.press("Tab");
    const frame = await tab.evaluate(() => document.activeElement?.closest("section")?.id);
    if (frame === "counter") return;
  }
  throw new Error("the counter was not reached");
});

describe.each(["light", "dark"] as const)("in the %s", (colorScheme) => {
  test.each([1200, 360])("at %i pixels has nothing that axe-core minds, and fits", async (width) => {
    const opened = await open({ colorScheme, viewport: { width, height: 800 } });
    expect(await violations(opened)).toEqual([]);
    expect(await opened.tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
