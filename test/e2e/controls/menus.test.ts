import { MenuBar, MenuItemButton, PopupMenuButton, PopupMenuItem, SubmenuButton } from "runlet";
import { expect, test } from "vitest";
import { openApp } from "../open.ts";
import { animationsOf, EASINGS, ENDLESS, moveAnimations } from "../support/animations.ts";

test("the pointer moves the focus to an item of an open menu, unless focusOnHover is false", async () => {
  const hovers: string[] = [];
  const item = (content: string, focusOnHover: boolean) =>
    new MenuItemButton({ content, focusOnHover, onHover: ({ data }) => void (data && hovers.push(content)) });
  const controls = [item("First", true), item("Second", false), item("Third", true)];
  const { tab, app } = await openApp((page) =>
    page.add(new MenuBar({ controls: [new SubmenuButton({ content: "File", controls })] })),
  );
  const focused = () => tab.evaluate(() => document.activeElement?.textContent);
  await tab.getByRole("menuitem", { name: "File" }).click();
  await tab.getByRole("menuitem", { name: "First" }).hover();
  await expect.poll(focused).toBe("First");
  await tab.getByRole("menuitem", { name: "Second" }).hover();
  await expect.poll(() => hovers).toEqual(["First", "Second"]);
  expect(await focused()).toBe("First");
  await tab.getByRole("menuitem", { name: "Third" }).hover();
  await expect.poll(focused).toBe("Third");
  await tab.close();
  await app.close();
});

test("a click on an item closes the menus, unless closeOnClick is false", async () => {
  const clicks: string[] = [];
  const item = (content: string, closeOnClick: boolean) =>
    new MenuItemButton({ content, closeOnClick, onClick: () => void clicks.push(content) });
  const { tab, app } = await openApp((page) =>
    page.add(
      new MenuBar({
        controls: [new SubmenuButton({ content: "View", controls: [item("Grid", false), item("Close", true)] })],
      }),
    ),
  );
  await tab.getByRole("menuitem", { name: "View" }).click();
  await tab.getByRole("menuitem", { name: "Grid" }).click();
  await tab.getByRole("menuitem", { name: "Grid" }).click();
  await expect.poll(() => clicks).toEqual(["Grid", "Grid"]);
  await tab.getByRole("menuitem", { name: "Close" }).click();
  await tab.getByRole("menu").waitFor({ state: "hidden" });
  await tab.close();
  await app.close();
});

test("popupAnimationStyle is the animation in which a popup menu opens and closes", async () => {
  const button = new PopupMenuButton({
    items: [new PopupMenuItem({ content: "Copy" })],
    popupAnimationStyle: {
      duration: ENDLESS,
      curve: "easeInQuad",
      reverseDuration: ENDLESS / 2,
      reverseCurve: "easeOutQuad",
    },
  });
  const { tab, app } = await openApp((page) => page.add(button));
  const menu = tab.locator(".r-menu");
  const fade = async () => (await animationsOf(menu)).find(([property]) => property === "opacity")?.slice(1);
  const opacity = () => menu.evaluate((root) => Number(getComputedStyle(root).opacity));
  await tab.locator(".r-popup-menu-button-press").click();
  await expect.poll(fade).toEqual([ENDLESS, EASINGS.easeInQuad]);
  await moveAnimations(menu, 1);
  expect(await opacity()).toBe(1);
  await tab.keyboard.press("Escape");
  await expect.poll(fade).toEqual([ENDLESS / 2, EASINGS.easeOutQuad]);
  await moveAnimations(menu, 0.5);
  expect(await menu.isVisible()).toBe(true);
  expect(await opacity()).toBeGreaterThan(0);
  expect(await opacity()).toBeLessThan(1);
  await moveAnimations(menu, 1);
  await menu.waitFor({ state: "hidden" });
  await tab.close();
  await app.close();
});
