import { expect, test } from "vitest";
import { looksRight, openExample } from "./open-example.ts";

const open = openExample("icons");

test("icons are drawn, and can be scrolled, searched and selected", async () => {
  const { tab, problems } = await open();
  const tiles = tab.getByRole("listitem");
  await tab.getByText("2,195 icons").waitFor();
  // Each visible icon has its drawing.
  await tab.waitForFunction(() => {
    const icons = [...document.querySelectorAll("[role=listitem] .r-icon")];
    return icons.length > 20 && icons.every((icon) => icon.childElementCount > 0);
  });
  const grid = tab.locator(".r-list");
  const scrollOn = (list: Element) => {
    list.scrollBy(0, 500);
    return list.scrollHeight;
  };
  await expect.poll(() => grid.evaluate(scrollOn)).toBeGreaterThan(5000);
  // The field takes the focus at the start.
  await tab.keyboard.type("rocket");
  await tab.getByText("rocket_launch", { exact: true }).waitFor();
  expect(await tiles.count()).toBeLessThan(5);
  await tab.getByText("rocket_launch", { exact: true }).click();
  await tab.getByText('new Icon({ name: "rocket_launch" })').waitFor();
  expect(problems).toEqual([]);
});

looksRight(open);
