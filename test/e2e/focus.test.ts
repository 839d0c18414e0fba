import type { Page as Tab } from "playwright-core";
import type { Page } from "runlet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/patience.ts";
import { type Opened, openApp } from "./open.ts";
import { focusCases, press } from "./support/focus-cases.ts";

let page: Page;
let opened: Opened;
let close: () => Promise<void>;

beforeAll(async () => {
  const { app, ...rest } = await openApp((started) => {
    page = started;
  });
  opened = rest;
  close = () => app.close();
});
afterAll(() => close());

/** Returns the name of what has the focus, or "body". */
function focusedIn(tab: Tab): Promise<string> {
  return tab.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    if (at === document.body) return "body";
    const own = at.ariaLabel ?? at.getAttribute("aria-description");
    const by = at.getAttribute("aria-labelledby");
    const label = (at as HTMLInputElement).labels?.[0]?.textContent;
    const named = by === null ? null : document.getElementById(by)?.textContent;
    return (own ?? named ?? label ?? at.textContent ?? "").trim() || String(at.classList[0]);
  });
}

async function expectFocus(name: string): Promise<void> {
  await expect.poll(() => focusedIn(opened.tab), { timeout: 1500 }).toBe(name);
}

test.each(Object.entries(focusCases))("the focus moves on when %s", async (_, make) => {
  const { root, first, steps } = make();
  const { tab } = opened;
  page.controls = [root, press("After")];
  page.update();
  await tab.locator(`[data-id="${root.id}"]`).waitFor();
  if (first.startsWith("=")) await tab.getByText(first.slice(1), { exact: true }).click();
  else await tab.locator(first).first().focus();
  for (const [step, focused] of steps) {
    if (typeof step === "string") await tab.keyboard.press(step);
    else {
      step();
      page.update();
    }
    await expectFocus(focused);
  }
  expect(opened.problems).toEqual([]);
});
