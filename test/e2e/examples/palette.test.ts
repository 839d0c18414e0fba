import { expect, test } from "vitest";
import { looksRight, openExample } from "./open-example.ts";

const open = openExample("palette");

test("a seed sets all colors, and a single role can have its own color", async () => {
  const { tab, problems } = await open();
  const color = (text: string) =>
    tab
      .getByRole("button", { name: text, exact: true })
      .first()
      .evaluate((tile) => getComputedStyle(tile).backgroundColor);
  const before = await color("primary");
  await tab.getByRole("textbox", { name: "Seed" }).fill("#386a20");
  await expect.poll(() => color("primary")).not.toBe(before);
  await tab.getByRole("button", { name: "tertiary", exact: true }).first().click();
  await tab.getByRole("textbox", { name: "Another tertiary" }).fill("#102030");
  await expect.poll(() => color("tertiary")).toBe("rgb(16, 32, 48)");
  await tab.getByRole("button", { name: "Reset all" }).click();
  await expect.poll(() => color("tertiary")).not.toBe("rgb(16, 32, 48)");
  expect(problems).toEqual([]);
});

looksRight(open);
