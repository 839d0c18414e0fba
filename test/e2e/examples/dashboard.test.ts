import { expect, test } from "vitest";
import { looksRight, openExample } from "./open-example.ts";

const open = openExample("dashboard");

test("prices change by themselves, and stop when Live is turned off", async () => {
  const { tab, problems } = await open();
  const prices = () => tab.locator(".r-container .r-container .r-text, .r-container > .r-text").allTextContents();
  const first = await prices();
  expect(first.length).toBeGreaterThanOrEqual(1000);
  const changed = async () => (await prices()).filter((price, index) => price !== first[index]).length;
  await expect.poll(changed).toBeGreaterThan(100);
  await tab.getByRole("checkbox", { name: "Live" }).click();
  // The last changes may still be on their way when the click has been made.
  const areStill = async () => {
    const before = await prices();
    await tab.waitForTimeout(500);
    return (await prices()).every((price, index) => price === before[index]);
  };
  await expect.poll(areStill).toBe(true);
  expect(problems).toEqual([]);
});

looksRight(open);
