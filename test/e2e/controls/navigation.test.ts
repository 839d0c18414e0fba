import {
  Column,
  NavigationBar,
  NavigationBarDestination,
  NavigationRail,
  NavigationRailDestination,
  Row,
  Tab,
  TabBar,
  TabBarView,
  Tabs,
  type TabsProps,
  Text,
} from "runlet";
import { expect, test } from "vitest";
import { type Opened, openApp, violations } from "../open.ts";
import { animationsOf, ENDLESS } from "../support/animations.ts";

test("a navigation bar selects a destination on click and on Enter", async () => {
  const received: unknown[] = [];
  const opened = await openApp((page) => {
    page.navigationBar = new NavigationBar({
      destinations: [
        new NavigationBarDestination({ icon: "home_outlined", selectedIcon: "home", label: "Home" }),
        new NavigationBarDestination({ icon: "search", label: "Search" }),
        new NavigationBarDestination({ icon: "lock", label: "Locked", disabled: true }),
      ],
      labelBehavior: "onlyShowSelected",
      onChange: ({ data }) => void received.push(data),
    });
  });
  const { tab } = opened;
  const nav = tab.getByRole("navigation");
  const here = () => nav.locator("[aria-current=page]").textContent();
  expect(await here()).toBe("Home");
  await nav.getByRole("button", { name: "Search" }).click();
  expect(await here()).toBe("Search");
  await tab.keyboard.press("Shift+Tab");
  await tab.keyboard.press("Enter");
  await expect.poll(() => received).toEqual([1, 0]);
  expect(await nav.getByRole("button", { name: "Locked" }).isDisabled()).toBe(true);
  const { y = 0, height = 0 } = (await nav.boundingBox()) ?? {};
  expect(y + height).toBe(700);
  expect(await violations(opened)).toEqual([]);
  expect(opened.problems).toEqual([]);
});

test("a navigation rail starts without a selection, reports selections, and can be extended", async () => {
  const received: unknown[] = [];
  const opened = await openApp((page) => {
    const rail = new NavigationRail({
      destinations: ["Home", "Search", "Wider"].map((label) => new NavigationRailDestination({ icon: "home", label })),
      leading: new Text({ value: "Above" }),
      onChange({ data }) {
        received.push(data);
        rail.extended = data === 2;
      },
    });
    page.add(new Row({ expand: true, controls: [rail, new Text({ value: "Content" })] }));
  });
  const { tab } = opened;
  const rail = tab.getByRole("navigation");
  expect(await rail.locator("[aria-current]").count()).toBe(0);
  expect((await rail.boundingBox())?.width).toBe(80);
  await rail.getByRole("button", { name: "Search" }).press(" ");
  await rail.getByRole("button", { name: "Wider" }).click();
  await expect.poll(async () => (await rail.boundingBox())?.width).toBe(256);
  expect(received).toEqual([1, 2]);
  expect(await violations(opened)).toEqual([]);
});

/** Finds the panel that is shown: the others are inert. */
const panelIn = (tab: Opened["tab"]) => tab.locator("[role=tabpanel]:not([inert])");

interface Heard {
  readonly heard: unknown[];
  readonly tabs: Tabs;
}

async function openTabs(props: TabsProps = {}): Promise<Awaited<ReturnType<typeof openApp>> & Heard> {
  const received: unknown[] = [];
  const tabs = new Tabs();
  const opened = await openApp(
    (page) => {
      const names = ["One", "Two", "Three"];
      const bar = new TabBar({
        tabs: names.map((label, index) => new Tab({ label, disabled: index === 1 && props.disabled === true })),
        onClick: ({ data }) => void received.push(`click ${data}`),
        onHover: ({ data }) => void received.push(data),
      });
      const view = new TabBarView({
        controls: names.map((name) => new Column({ controls: [new Text({ value: `In ${name}` })] })),
      });
      Object.assign(tabs, {
        length: 3,
        content: new Column({ controls: [bar, view] }),
        onChange: ({ data }: { data: number }) => void received.push(data),
        ...props,
        disabled: false,
      });
      page.add(tabs, new Text({ value: "Move on", onTap: () => void tabs.moveTo(-1, { duration: 50 }) }));
    },
    { hasTouch: true },
  );
  return { ...opened, heard: received, tabs };
}

test("a click on a tab shows its panel", async () => {
  const opened = await openTabs();
  const { tab, heard: received } = opened;
  await tab.getByRole("tab", { name: "Two" }).hover();
  await tab.getByRole("tab", { name: "Two" }).click();
  const panel = panelIn(tab);
  await expect.poll(() => panel.textContent()).toBe("In Two");
  expect(await panel.evaluate((root) => root.getAttribute("aria-labelledby"))).toBe(
    await tab.getByRole("tab", { selected: true }).getAttribute("id"),
  );
  await expect.poll(async () => Math.round((await panel.boundingBox())?.x ?? -1)).toBe(10);
  await tab.mouse.move(0, 600);
  const over = (hovering: boolean) => ({ hovering, index: 1 });
  await expect.poll(() => received).toEqual([over(true), "click 1", 1, over(false)]);
  expect(await violations(opened)).toEqual([]);
  expect(opened.problems).toEqual([]);
});

test("arrow keys, Home and End select tabs and skip disabled ones, and Tab leaves the tab bar", async () => {
  const { tab, heard: received } = await openTabs({ disabled: true });
  await tab.keyboard.press("Tab");
  const at = () => tab.evaluate(() => document.activeElement?.textContent);
  expect(await at()).toBe("One");
  await tab.keyboard.press("ArrowRight");
  expect(await at()).toBe("Three");
  await expect.poll(() => received).toEqual([2]);
  await tab.keyboard.press("ArrowRight");
  await expect.poll(() => received).toEqual([2, 0]);
  await tab.keyboard.press("End");
  await expect.poll(() => received).toEqual([2, 0, 2]);
  await tab.keyboard.press("Home");
  await expect.poll(() => received).toEqual([2, 0, 2, 0]);
  await tab.keyboard.press("Enter");
  await expect.poll(() => received).toEqual([2, 0, 2, 0, "click 0"]);
  await tab.keyboard.press("Tab");
  expect(await at()).not.toBe("Three");
});

test("arrow keys are reversed in right-to-left tabs", async () => {
  const { tab, heard: received } = await openTabs({ rtl: true });
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("ArrowLeft");
  await expect.poll(() => received).toEqual([1]);
  await expect.poll(() => panelIn(tab).textContent()).toBe("In Two");
  await expect.poll(async () => Math.round((await panelIn(tab).boundingBox())?.x ?? -1)).toBe(10);
});

test("scrolling to the next panel selects its tab, and the app can select any tab", async () => {
  const { tab, heard: received } = await openTabs();
  await panelIn(tab).waitFor();
  await tab
    .locator(".r-tab-bar-view")
    .evaluate((root) => root.scrollTo({ left: root.clientWidth, behavior: "smooth" }));
  await expect.poll(() => received).toEqual([1]);
  expect(await tab.getByRole("tab", { selected: true }).textContent()).toBe("Two");
  await tab.getByText("Move on").click();
  await expect.poll(() => received).toEqual([1, 2]);
  await expect.poll(() => panelIn(tab).textContent()).toBe("In Three");
});

/** Returns which panel is in view: 0, 1, 2, or a fraction while it moves. */
const inView = (tab: Opened["tab"]) =>
  tab.locator(".r-tab-bar-view").evaluate((root) => root.scrollLeft / root.clientWidth);

test("the selected panel is in view when hidden tabs are shown, and when the width changes", async () => {
  const { tab, heard, tabs } = await openTabs({ selectedIndex: 1, visible: false });
  tabs.visible = true;
  await expect.poll(() => inView(tab)).toBe(1);
  await tab.setViewportSize({ width: 500, height: 700 });
  await expect.poll(() => inView(tab)).toBe(1);
  await tab.locator(".r-tab-bar-view").evaluate((root) => root.scrollTo({ left: 2000, behavior: "smooth" }));
  await expect.poll(() => heard).toEqual([2]);
  expect(tabs.selectedIndex).toBe(2);
});

test("a change by the app is never taken for a swipe", async () => {
  const { tab, heard, tabs } = await openTabs({ selectedIndex: 1 });
  await expect.poll(() => panelIn(tab).textContent()).toBe("In Two");
  await expect.poll(() => inView(tab)).toBe(1);

  // The event of an earlier scroll arrives while the browser is too busy to draw the next frame.
  await tab.evaluate(() => {
    const waiting: FrameRequestCallback[] = [];
    const draw = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => waiting.push(callback);
    Object.assign(window, {
      drawAgain() {
        window.requestAnimationFrame = draw;
        for (const callback of waiting) draw(callback);
      },
    });
  });
  tabs.selectedIndex = 0;
  await expect.poll(() => tab.locator("[aria-selected=true]").textContent()).toBe("One");
  await tab.locator(".r-tab-bar-view").evaluate((root) => root.dispatchEvent(new Event("scroll")));
  await tab.waitForTimeout(200);
  await tab.evaluate(() => (window as unknown as { drawAgain(): void }).drawAgain());
  await expect.poll(() => inView(tab)).toBe(0);

  // There is no fourth tab, so the last panel is in view.
  tabs.selectedIndex = 3;
  await expect.poll(() => inView(tab)).toBe(2);
  await tab.waitForTimeout(200);
  expect({ heard, selected: tabs.selectedIndex }).toEqual({ heard: [], selected: 3 });
});

test("animationDuration of a navigation bar is the time in which indicator and labels change", async () => {
  const { tab } = await openApp((page) => {
    page.navigationBar = new NavigationBar({
      destinations: ["Home", "Search"].map((label) => new NavigationBarDestination({ icon: "home", label })),
      labelBehavior: "onlyShowSelected",
      animationDuration: ENDLESS,
    });
  });
  const nav = tab.getByRole("navigation");
  await nav.getByRole("button", { name: "Search" }).click();
  const durations = async (name: string) =>
    (await animationsOf(nav)).flatMap(([property, duration]) => (property === name ? [duration] : []));
  await expect.poll(() => durations("scale")).toEqual([ENDLESS, ENDLESS]);
  expect(await durations("maxHeight")).toEqual([ENDLESS, ENDLESS]);
  await tab.close();
});

test("animationDuration of tabs is the time in which the panels and the line move to another tab", async () => {
  const { tab } = await openTabs({ animationDuration: ENDLESS });
  await tab.getByRole("tab", { name: "Two" }).click();
  const tabs = tab.locator(".r-tabs");
  const durations = async (name: string) =>
    (await animationsOf(tabs)).flatMap(([property, duration]) => (property === name ? [duration] : []));
  await expect.poll(() => durations("translate")).toEqual([ENDLESS, ENDLESS, ENDLESS]);
  await expect.poll(() => durations("transform")).toEqual([ENDLESS]);
  await tab.close();
});

test.each([
  // Each is not the default of such a line.
  ["linear", "label", 1],
  ["elastic", "tab", 2],
] as const)(
  "with indicatorAnimation %s a line of a %s is %d long on its way to the next tab",
  async (name, size, length) => {
    const tabs = new Tabs({
      length: 2,
      animationDuration: ENDLESS,
      content: new TabBar({
        tabs: ["AB", "BA"].map((label) => new Tab({ label })),
        scrollable: false,
        indicatorSize: size,
        indicatorAnimation: name,
      }),
    });
    const { tab } = await openApp((page) => page.add(tabs));
    const two = tab.getByRole("tab", { name: "BA" });
    await two.click();
    await expect.poll(async () => (await animationsOf(two)).map(([property]) => property)).toContain("transform");
    const longest = await two.evaluate((root, size) => {
      const line = size === "tab" ? root : (root.querySelector(".r-tab-bar-label") as Element);
      const lengths = [0];
      for (const animation of root.getAnimations({ subtree: true })) {
        animation.pause();
        for (let share = 0; share < 1; share += 0.01) {
          animation.currentTime = Number(animation.effect?.getTiming().duration) * share;
          lengths.push(new DOMMatrix(getComputedStyle(line, "::after").transform).a);
        }
      }
      return Math.max(...lengths);
    }, size);
    expect(longest).toBeCloseTo(length, 1);
    await tab.close();
  },
);

test("a negative selectedIndex counts from length", async () => {
  const { tab } = await openTabs({ selectedIndex: -1 });
  await expect.poll(() => tab.locator("[aria-selected=true]").allTextContents()).toEqual(["Three"]);
  await expect.poll(() => panelIn(tab).allTextContents()).toEqual(["In Three"]);
});
