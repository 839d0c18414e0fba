import type { Page as Tab } from "playwright-core";
import { describe, expect, test } from "vitest";
import { atRest, violations } from "../open.ts";
import { turnWheel } from "../support/wheel.ts";
import { looksRight, openExample } from "./open-example.ts";

const open = openExample("seven-guis");
const NAMES = ["Counter", "Temperature", "Flight", "Timer", "People", "Circles", "Cells"];

async function show(name: string) {
  const opened = await open();
  await opened.tab.getByRole("button", { name, exact: true }).first().click();
  return opened;
}
const button = (tab: Tab, name: string) => tab.getByRole("button", { name, exact: true });
const field = (tab: Tab, name: string) => tab.getByRole("textbox", { name, exact: true });

test("the counter counts clicks", async () => {
  const { tab } = await show("Counter");
  await button(tab, "Count").click();
  await tab.getByText("1", { exact: true }).waitFor();
});

test("the converter converts Celsius to Fahrenheit", async () => {
  const { tab } = await show("Temperature");
  await field(tab, "Celsius").fill("37");
  await expect.poll(() => field(tab, "Fahrenheit").inputValue()).toBe("98.6");
});

test("the flight booker accepts a return date only if it is after the departure", async () => {
  const { tab } = await show("Flight");
  expect(await field(tab, "Return").isDisabled()).toBe(true);
  await tab.getByRole("combobox", { name: "Flight" }).selectOption("return flight");
  await field(tab, "Return").fill("01.01.2027");
  await expect.poll(() => button(tab, "Book").isDisabled()).toBe(true);
  await field(tab, "Return").fill("01.04.2027");
  await button(tab, "Book").click();
  await tab.getByText("You have booked a return flight").waitFor();
});

test("the timer stops when its duration is over", async () => {
  const { tab } = await show("Timer");
  const elapsed = async () => Number.parseFloat((await tab.getByText(/^\d+\.\d s$/).textContent()) ?? "");
  await expect.poll(elapsed).toBeGreaterThan(0.4);
  // The shortest duration is zero, so the timer stops at once.
  await tab.getByRole("slider").press("Home");
  await tab.getByText("of 0.0 s").waitFor();
  const stopped = await elapsed();
  await tab.waitForTimeout(300);
  expect(await elapsed()).toBe(stopped);
});

test("people can be created, and filtered by surname", async () => {
  const { tab } = await show("People");
  await field(tab, "Name").fill("Barbara");
  await field(tab, "Surname").fill("Liskov");
  await button(tab, "Create").click();
  await button(tab, "Liskov, Barbara").waitFor();
  await field(tab, "Surname begins with").fill("l");
  await button(tab, "Turing, Alan").waitFor({ state: "detached" });
});

test("circles can be added, resized and undone", async () => {
  const { tab, problems } = await show("Circles");
  const canvas = tab.locator(".r-stack").first();
  const circles = tab.locator(".r-stack .r-stack > *");
  await canvas.click({ position: { x: 100, y: 100 } });
  await canvas.click({ position: { x: 300, y: 200 } });
  await expect.poll(() => circles.count()).toBe(2);
  await canvas.click({ position: { x: 105, y: 100 }, button: "right" });
  await button(tab, "Adjust diameter…").click();
  await tab.getByRole("slider").press("End");
  await button(tab, "Done").click();
  await expect.poll(() => circles.first().evaluate((circle) => (circle as HTMLElement).offsetWidth)).toBe(200);
  for (const left of [2, 1, 0]) {
    await button(tab, "Undo").click();
    await expect.poll(() => circles.count()).toBe(left);
  }
  expect(problems).toEqual([]);
});

test("cells compute formulas, and rows appear while scrolling", async () => {
  const { tab, problems } = await show("Cells");
  const cell = (id: string) => tab.getByRole("button", { name: new RegExp(`^${id}( |$)`) });
  /** Clicks a cell, and waits until a focused field replaces it. */
  const edit = async (id: string) => {
    await cell(id).click();
    await field(tab, id).and(tab.locator(":focus")).waitFor();
  };
  await edit("A1");
  await tab.keyboard.press("Control+A");
  await tab.keyboard.type("10");
  await tab.keyboard.press("Enter");
  await tab.getByRole("button", { name: "C3 150" }).waitFor();
  await edit("D1");
  await tab.keyboard.type("=C3/2");
  await tab.keyboard.press("Enter");
  await tab.getByRole("button", { name: "D1 75" }).waitFor();
  // The last row is added to the DOM when it is scrolled into view.
  await cell("A5").hover();
  await turnWheel(tab, 0, 4000);
  await cell("A99").waitFor();
  expect(problems).toEqual([]);
});

describe.each(NAMES)("%s", (name) => {
  test("axe-core finds no violations", async () => {
    const opened = await show(name);
    // A running timer is never at rest.
    if (name === "Timer") await opened.tab.getByRole("slider").press("Home");
    await atRest(opened.tab);
    expect(await violations(opened)).toEqual([]);
  });
});

looksRight(open);
