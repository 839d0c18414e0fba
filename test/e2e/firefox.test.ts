import { Column, FilledButton, ListView, type Page, Switch, Text, TextField } from "runlet";
import { type RunningApp, serve } from "runlet/server";
import { expect, onTestFinished, test } from "vitest";
import { FaultProxy } from "../support/fault-proxy.ts";
import { type FirefoxPage, openFirefoxPage } from "../support/firefox.ts";
import { handsLoaded } from "./support/hands.ts";

const ignore = (): void => {};
const silent = { info: ignore, warn: ignore, error: ignore };

/** The app of these tests, with one control of each kind that browsers treat differently. */
function main(page: Page): void {
  const count = new Text({ value: "0 clicks", key: "count" });
  let clicks = 0;
  const typed = new Text({ value: "" });
  page.add(
    new Switch({
      label: "Dark",
      onChange: ({ control }) => void (page.themeMode = control.value === true ? "dark" : "light"),
    }),
    new FilledButton({ content: "Count", onClick: () => void (count.value = `${++clicks} clicks`) }),
    count,
    new TextField({ label: "Name", onChange: ({ control }) => void (typed.value = `Hello ${control.value}`) }),
    typed,
    new TextField({
      label: "Sum",
      onChange: ({ data, control }) => {
        control.value = data.replaceAll(/\D/g, "").replaceAll(/\B(?=(\d{3})+$)/g, ",");
      },
    }),
    new TextField({
      label: "Capitals",
      onChange: ({ data, control }) => {
        control.value = data.toUpperCase();
      },
    }),
    new Column({
      height: 200,
      controls: [
        new ListView({
          expand: true,
          itemExtent: 40,
          controls: Array.from({ length: 10_000 }, (_, index) => new Text({ value: `Row ${index}` })),
        }),
      ],
    }),
  );
}

/** Serves the app behind a proxy that can cut its connections, and opens it in Firefox. */
async function open(): Promise<{ readonly page: FirefoxPage; readonly app: RunningApp; readonly proxy: FaultProxy }> {
  const app = await serve(main, { port: 0, log: silent });
  const proxy = await FaultProxy.start({ port: app.port });
  onTestFinished(async () => {
    await proxy.close();
    await app.close();
  });
  const page = await openFirefoxPage();
  await page.goto(`http://127.0.0.1:${proxy.port}/`);
  await page.until(() => document.querySelectorAll(".r-page [role=switch], .r-page input").length > 0, true);
  return { page, app, proxy };
}

const text = (): string => document.querySelector(".r-page")?.textContent ?? "";

test("the app is shown in Roboto, in the size of the window, without errors", async () => {
  const { page } = await open();
  expect(await page.evaluate(text)).toContain("0 clicks");
  await page.until(() => document.fonts.ready.then(({ status }) => status), "loaded");
  const loaded = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family.replaceAll('"', "")),
  );
  expect(loaded).toContain("Roboto");
  const width = () => Math.round(document.querySelector(".r-page")?.getBoundingClientRect().width ?? 0);
  expect(await page.evaluate(width)).toBe(800);
  await page.setViewport(400, 600);
  await page.until(width, 400);
  expect(page.problems).toEqual([]);
});

test("clicks and typed text reach the app", async () => {
  const { page } = await open();
  await page.click("text/Count");
  await page.click("text/Count");
  await page.until(() => document.querySelector(".r-page")?.textContent?.includes("2 clicks"), true);
  await page.click("input:not([type=checkbox])");
  await page.type("Ann");
  await page.until(() => document.querySelector(".r-page")?.textContent?.includes("Hello Ann"), true);
  await page.press("Backspace");
  await page.until(() => document.querySelector(".r-page")?.textContent?.includes("Hello An"), true);
  expect(page.problems).toEqual([]);
});

test("the cursor follows a text that the app changes, and undo takes back what was typed", async () => {
  const { page } = await open();
  const look = () => {
    const { value, selectionStart } = document.activeElement as HTMLInputElement;
    return `${value.slice(0, selectionStart ?? 0)}|${value.slice(selectionStart ?? 0)}`;
  };
  await page.click("aria/Sum");
  await page.type("1234567");
  await page.until(look, "1,234,567|");
  await page.click("aria/Capitals");
  await page.type("a");
  await page.until(look, "A|");
  await page.type("b");
  await page.until(look, "AB|");
  await page.pressControl("z");
  await page.until(look, "A|");
  await page.pressControl("z");
  await page.until(look, "|");
  await page.pressControl("y");
  await page.until(look, "A|");
  expect(page.problems).toEqual([]);
});

test("the Tab key moves the focus in the order of the page, with a focus ring, and Enter presses the button", async () => {
  const { page } = await open();
  await page.press("Tab");
  await page.press("Tab");
  const focused = () => document.activeElement?.textContent;
  await page.until(focused, "Count");
  expect(await page.evaluate(() => document.activeElement?.matches(":focus-visible"))).toBe(true);
  await page.press("Enter");
  await page.until(() => document.querySelector(".r-page")?.textContent?.includes("1 clicks"), true);
  await page.press("Tab");
  await page.until(() => document.activeElement?.tagName, "INPUT");
});

test("dark mode changes the colors of the page", async () => {
  const { page } = await open();
  const background = () => getComputedStyle(document.querySelector(".r-root") ?? document.body).backgroundColor;
  expect(await page.evaluate(background)).toBe("rgb(254, 247, 255)");
  await page.click("text/Dark");
  await page.until(background, "rgb(20, 18, 24)");
  await page.click("text/Dark");
  await page.until(background, "rgb(254, 247, 255)");
});

test("a long list scrolls by the wheel, and shows its rows", async () => {
  const { page } = await open();
  expect(await page.evaluate(text)).not.toContain("Row 50");
  await page.wheel("text/Row 1", 2000);
  await page.until(() => {
    const row = [...document.querySelectorAll(".r-text")].find(({ textContent }) => textContent === "Row 52");
    const box = row?.closest(".r-page")?.querySelector(".r-box-scrolls")?.getBoundingClientRect();
    const { top = -1, bottom = -1 } = row?.getBoundingClientRect() ?? {};
    return box !== undefined && top >= box.top && bottom <= box.bottom;
  }, true);
});

test("the session goes on after the connection was cut, without a reload", async () => {
  const { page, proxy } = await open();
  await page.click("text/Count");
  await page.until(() => document.querySelector(".r-page")?.textContent?.includes("1 clicks"), true);
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  proxy.refuse = true;
  proxy.cutAll();
  await page.until(() => document.querySelector(".r-root-away") !== null, true);
  proxy.refuse = false;
  await page.until(() => document.querySelector(".r-root-away") === null, true);
  await page.click("text/Count");
  await page.until(() => document.querySelector(".r-page")?.textContent?.includes("2 clicks"), true);
  expect(await page.evaluate(() => "isSame" in window)).toBe(true);
});

test("the focus moves on when its control goes, and stays in a field that moves", async () => {
  const field = new TextField({ label: "Name", value: "abcdef" });
  const buttons = ["A", "B", "C"].map((content) => new FilledButton({ content, onClick: () => {} }));
  const column = new Column({ controls: [...buttons, field] });
  const app = await serve((shown) => shown.add(column), { port: 0, log: silent });
  onTestFinished(() => app.close());
  const page = await openFirefoxPage();
  await page.goto(app.url);
  await handsLoaded(page);
  await page.click("text/B");
  const focused = () => document.activeElement?.textContent;
  await page.until(focused, "B");
  column.controls.splice(1, 1);
  await page.until(focused, "C");
  (buttons[2] as FilledButton).disabled = true;
  await page.until(() => document.activeElement?.tagName, "INPUT");
  (buttons[2] as FilledButton).disabled = false;
  await page.evaluate(() => (document.activeElement as HTMLInputElement).setSelectionRange(1, 3));
  column.controls = [new Column({ controls: [field] }), ...column.controls.slice(0, 2)];
  const marked = () => {
    const { tagName, selectionStart, selectionEnd } = document.activeElement as HTMLInputElement;
    return `${document.querySelector(".r-column > .r-column") !== null} ${tagName} ${selectionStart} ${selectionEnd}`;
  };
  await page.until(marked, "true INPUT 1 3");
  field.visible = false;
  await page.until(focused, "A");
  expect(page.problems).toEqual([]);
});
