import { Button, Card, Checkbox, Column, type Control, ExpansionTile, ListTile, type Page } from "runlet";
import { afterEach, expect, test } from "vitest";
import { openApp, violations } from "../open.ts";
import { animationsOf, EASINGS, ENDLESS, moveAnimations } from "../support/animations.ts";

type OpenedApp = Awaited<ReturnType<typeof openApp>>;

const opened: OpenedApp[] = [];

afterEach(async () => {
  for (const { tab, app } of opened.splice(0)) {
    await tab.close();
    await app.close();
  }
});

async function open(make: (page: Page) => void): Promise<OpenedApp> {
  const one = await openApp(make);
  opened.push(one);
  return one;
}

const at = (control: Control) => `[data-id="${control.id}"]`;

test("a clickable list tile is a button, and a button inside the tile has its own clicks", async () => {
  const received: string[] = [];
  const tile = new ListTile({
    title: "Title",
    subtitle: "Subtitle",
    leading: "home",
    trailing: new Button({ content: "inside", onClick: () => void received.push("inside") }),
    onClick: () => void received.push("click"),
    onLongPress: () => void received.push("longPress"),
  });
  const app = await open((page) => page.add(tile, new ListTile({ title: "plain" })));
  const { tab } = app;
  await tab.getByText("Subtitle").click({ force: true });
  await tab.getByRole("button", { name: "inside" }).click();
  const press = tab.getByRole("button", { name: "Title", exact: true });
  await press.press("Enter");
  await press.press("Space");
  await expect.poll(() => received).toEqual(["click", "inside", "click", "click"]);
  await press.click({ delay: 700, position: { x: 200, y: 20 } });
  await expect.poll(() => received.at(-1)).toBe("longPress");
  expect(received).toHaveLength(5);
  expect(await tab.getByRole("button").count()).toBe(2);
  tile.disabled = true;
  tile.update();
  await expect.poll(() => press.isDisabled()).toBe(true);
  tile.onClick = undefined;
  tile.onLongPress = undefined;
  tile.disabled = false;
  tile.url = "https://example.com/";
  tile.update();
  await expect.poll(() => tab.getByRole("link", { name: "Title" }).getAttribute("href")).toBe("https://example.com/");
  expect(await violations(app)).toEqual([]);
  expect(app.problems).toEqual([]);
});

test("with toggleInputs a click on a list tile toggles the checkbox inside it", async () => {
  const box = new Checkbox({ semanticsLabel: "box" });
  const app = await open((page) => page.add(new ListTile({ title: "Title", trailing: box, toggleInputs: true })));
  await app.tab.getByText("Title").click({ force: true });
  await expect.poll(() => box.value).toBe(true);
  await app.tab.getByRole("button", { name: "Title" }).press("Space");
  await expect.poll(() => box.value).toBe(false);
  await app.tab.getByRole("checkbox").click();
  await expect.poll(() => box.value).toBe(true);
});

test("an expansion tile can be opened and closed by click, by keyboard and by the app", async () => {
  const received: boolean[] = [];
  const inside = new Button({ content: "inside" });
  const tile = new ExpansionTile({
    title: "More",
    controls: [inside],
    onChange: ({ data }) => void received.push(data),
  });
  const app = await open((page) => page.add(new Card({ content: new Column({ controls: [tile] }) })));
  const { tab } = app;
  const head = tab.getByRole("button", { name: "More" });
  const isSeen = () =>
    tab.locator(at(inside)).evaluate((element) => element.checkVisibility({ visibilityProperty: true }));
  const height = () => tab.locator(at(tile)).evaluate((element) => element.getBoundingClientRect().height);
  expect(await head.getAttribute("aria-expanded")).toBe("false");
  expect(await isSeen()).toBe(false);
  expect(await height()).toBe(56);
  await head.click();
  expect(await head.getAttribute("aria-expanded")).toBe("true");
  await expect.poll(height).toBe(96);
  expect(await isSeen()).toBe(true);
  await expect.poll(() => [received, tile.expanded]).toEqual([[true], true]);
  await head.press("Enter");
  await expect.poll(height).toBe(56);
  await expect.poll(() => received).toEqual([true, false]);
  // Tab does not reach controls inside a closed tile.
  await head.press("Tab");
  expect(await tab.evaluate(() => document.activeElement?.textContent)).not.toBe("inside");
  tile.expanded = true;
  tile.update();
  await expect.poll(() => head.getAttribute("aria-expanded")).toBe("true");
  expect(received).toHaveLength(2);
  expect(await violations(app)).toEqual([]);
  tile.disabled = true;
  tile.update();
  await expect.poll(() => head.isDisabled()).toBe(true);
  expect(app.problems).toEqual([]);
});

test("animationStyle sets how an expansion tile opens and closes", async () => {
  const tile = new ExpansionTile({
    title: "Slow",
    controls: [new ListTile({ title: "inside" })],
    animationStyle: {
      duration: ENDLESS,
      curve: "easeInQuad",
      reverseDuration: ENDLESS / 2,
      reverseCurve: "easeOutQuad",
    },
  });
  const app = await open((page) => page.add(tile));
  const height = () => app.tab.locator(at(tile)).evaluate((element) => element.getBoundingClientRect().height);
  const shown = app.tab.locator(at(tile));
  const fold = async () => (await animationsOf(shown)).find(([property]) => property === "gridTemplateRows")?.slice(1);
  await app.tab.getByRole("button", { name: "Slow" }).click();
  await expect.poll(fold).toEqual([ENDLESS, EASINGS.easeInQuad]);
  await moveAnimations(shown, 0.5);
  expect(await height()).toBeGreaterThan(57);
  expect(await height()).toBeLessThan(111);
  await moveAnimations(shown, 1);
  expect(await height()).toBe(112);
  await app.tab.getByRole("button", { name: "Slow" }).click();
  await expect.poll(fold).toEqual([ENDLESS / 2, EASINGS.easeOutQuad]);
  await moveAnimations(shown, 1);
  expect(await height()).toBe(56);
});
