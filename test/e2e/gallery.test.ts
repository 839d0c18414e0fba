import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSamples } from "../../examples/gallery/sample.ts";
import { eventually } from "../support/patience.ts";
import { atRest, type Opened, openTab, violations } from "./open.ts";

/** The program that `npm start` runs after the build. */
const gallery = fileURLToPath(new URL("../../examples/gallery.ts", import.meta.url));
const types = (await loadSamples()).map(({ kind }) => kind.spec.type);
let child: ChildProcess;
let url = "";

beforeAll(async () => {
  child = spawn(process.execPath, ["--import", "tsx", gallery], { env: { ...process.env, RUNLET_SERVER_PORT: "0" } });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => output.push(String(data)));
  await eventually(() => {
    url = /http:\S+/.exec(output.join(""))?.[0] ?? "";
    if (url === "") throw new Error(`no address yet: ${output.join("")}`);
  });
});

afterAll(() => void child.kill());

async function open(path = "", options = {}): Promise<Opened> {
  const opened = await openTab(url + path, options);
  await opened.tab.locator(".r-page .r-text").first().waitFor();
  return opened;
}

test("a control can be found, tried and changed, its code is shown, and no request leaves the server", async () => {
  const { tab, problems, requests } = await open("", { viewport: { width: 1300, height: 900 } });
  await tab.getByRole("textbox", { name: "Search" }).fill("checkb");
  await tab.getByRole("button", { name: "Checkbox", exact: true }).first().click();
  await tab.getByText('new Checkbox({ label: "Send me news", value: true })').waitFor();
  await tab.getByRole("checkbox", { name: "Send me news" }).click();
  await tab.getByText("change false").waitFor();
  await tab.getByText('new Checkbox({ label: "Send me news" })').waitFor();
  await tab.getByRole("textbox", { name: "label", exact: true }).fill("News");
  await tab.getByRole("checkbox", { name: "News" }).waitFor();
  await tab.getByText('new Checkbox({ label: "News" })').waitFor();
  await tab.getByRole("textbox", { name: "splashRadius" }).fill("far");
  await tab.getByText('must be a number, not "far"').waitFor();
  expect(requests.every((request) => request.startsWith(url))).toBe(true);
  expect(problems).toEqual([]);
});

test("every part of the gallery can be reached by keyboard", async () => {
  const { tab } = await open("", { viewport: { width: 1300, height: 900 } });
  const tabTo = async (role: "button" | "textbox" | "checkbox", name: string) => {
    for (let presses = 0; presses < 150; presses++) {
      await tab.keyboard.press("Tab");
      if ((await tab.getByRole(role, { name, exact: true }).and(tab.locator(":focus")).count()) === 1) return;
    }
    throw new Error(`no ${role} ${name} by Tab`);
  };
  await tabTo("textbox", "Search");
  await tab.keyboard.type("checkb");
  await tabTo("button", "Checkbox");
  await tab.keyboard.press("Enter");
  await tabTo("checkbox", "Send me news");
  await tab.keyboard.press("Space");
  await tab.getByText("change false").waitFor();
  await tabTo("textbox", "label");
  await tab.keyboard.type("Typed");
  await tab.getByRole("checkbox", { name: "Typed" }).waitFor();
});

test("the gallery switches to dark mode and to right-to-left layout", async () => {
  const { tab } = await open("controls/Checkbox/", { viewport: { width: 1300, height: 900 } });
  const background = () =>
    tab.evaluate(() => getComputedStyle(document.querySelector(".r-root") as Element).backgroundColor);
  const light = await background();
  await tab.getByRole("button", { name: "dark" }).click();
  await eventually(async () => expect(await background()).not.toBe(light));
  await tab.getByRole("checkbox", { name: "Right to left" }).click();
  await eventually(async () =>
    expect(
      await tab.getByRole("checkbox", { name: "Send me news" }).evaluate((box) => getComputedStyle(box).direction),
    ).toBe("rtl"),
  );
});

test("each example and each control has its own path", async () => {
  const { tab, problems } = await open("", { viewport: { width: 1300, height: 900 } });
  await tab.getByRole("link", { name: "Counter" }).first().click();
  await tab.getByRole("button", { name: "More" }).click();
  await tab.getByText("1", { exact: true }).waitFor();
  expect(new URL(tab.url()).pathname).toBe("/counter/");
  await tab.goto(`${url}controls/Row/`);
  await tab.getByText("new Row({").waitFor();
  expect(await tab.title()).toBe("Runlet: Row");
  expect(problems).toEqual([]);
});

describe("at a width of 360 pixels", () => {
  /** One tab that goes from page to page, because a new tab takes longer to start. */
  let opened: Opened;
  beforeAll(async () => {
    opened = await open("", { viewport: { width: 360, height: 800 } });
  });

  test.each(types)("the page of %s fits the viewport and reports no errors", async (type) => {
    const { tab, problems } = opened;
    problems.length = 0;
    await tab.goto(`${url}controls/${type}/`);
    await tab.getByText("Properties", { exact: true }).waitFor();
    expect(await tab.title()).toBe(`Runlet: ${type}`);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
  });
});

describe.each(["light", "dark"] as const)("in %s mode", (colorScheme) => {
  describe.each([1300, 360])("at a width of %i pixels", (width) => {
    test.each(["", "controls/Checkbox/"])("/%s fits the viewport, and axe-core finds no violations", async (path) => {
      const opened = await open(path, { colorScheme, viewport: { width, height: 800 } });
      await atRest(opened.tab);
      expect(await violations(opened)).toEqual([]);
      expect(await opened.tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  });
});
