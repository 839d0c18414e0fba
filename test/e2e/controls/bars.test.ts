import { AppBar, BottomAppBar, Button, Column, SafeArea, Text, TextButton, View } from "runlet";
import { expect, test } from "vitest";
import { openApp, violations } from "../open.ts";
import { turnWheel } from "../support/wheel.ts";

const lines = (count: number, name = "Line"): Text[] =>
  Array.from({ length: count }, (_, index) => new Text({ value: `${name} ${index + 1}` }));

test("app bars stay in place while the page scrolls, and do not cover the end of the content", async () => {
  const opened = await openApp((page) => {
    page.appbar = new AppBar({ title: "Inbox", actions: [new TextButton({ content: "Edit" })] });
    page.bottomAppbar = new BottomAppBar({ content: new Text({ value: "At the bottom" }) });
    page.floatingActionButton = new Button({ content: "New" });
    page.add(...lines(60));
  });
  const { tab } = opened;
  const bar = tab.getByRole("banner");
  expect(await bar.getByRole("heading", { level: 2 }).textContent()).toBe("Inbox");
  expect(await tab.getByRole("main").getByText("Line 60").count()).toBe(1);
  expect(await bar.evaluate((root) => getComputedStyle(root).backgroundColor)).toBe("rgb(254, 247, 255)");
  await tab.mouse.move(300, 300);
  await turnWheel(tab, 0, 10_000);
  await expect.poll(() => bar.getAttribute("class")).toContain("r-app-bar-under");
  expect((await bar.boundingBox())?.y).toBe(0);
  const last = await tab.getByText("Line 60").boundingBox();
  const foot = await tab.getByRole("contentinfo").boundingBox();
  const button = await tab.getByRole("button", { name: "New" }).boundingBox();
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
  expect((button?.y ?? 0) + (button?.height ?? 0)).toBe((foot?.y ?? 0) - 16);
  await turnWheel(tab, 0, -10_000);
  await expect.poll(() => bar.getAttribute("class")).not.toContain("r-app-bar-under");
  expect(await violations(opened)).toEqual([]);
  expect(opened.problems).toEqual([]);
});

test("Tab goes through the app bar, the content, the floating button and the bottom bar in this order", async () => {
  const { tab } = await openApp((page) => {
    page.floatingActionButton = new Button({ content: "Third" });
    page.add(new Button({ content: "Second" }));
    page.bottomAppbar = new Button({ content: "Fourth" });
    page.appbar = new AppBar({ title: "Title", actions: [new Button({ content: "First" })] });
  });
  await tab.getByText("Fourth").waitFor();
  const order: (string | null)[] = [];
  for (let step = 0; step < 4; step++) {
    await tab.keyboard.press("Tab");
    order.push(await tab.evaluate(() => document.activeElement?.textContent ?? null));
  }
  expect(order).toEqual(["First", "Second", "Third", "Fourth"]);
});

test("a view covers the page, and the back button of its app bar closes the view", async () => {
  const received: unknown[] = [];
  const opened = await openApp((page) => {
    const open = () =>
      void page.views.push(new View({ route: "/two", appbar: new AppBar({ title: "Two" }), controls: lines(3) }));
    page.appbar = new AppBar({ title: "One" });
    page.add(new Button({ content: "Open", onClick: open }), ...lines(80, "Row"));
    page.onViewPop = ({ data }) => {
      received.push(data);
      page.views.pop();
    };
  });
  const { tab } = opened;
  expect(await tab.getByRole("button", { name: "Back" }).count()).toBe(0);
  await tab.getByRole("button", { name: "Open" }).press("Enter");
  await tab.getByRole("heading", { name: "Two" }).waitFor();
  await tab.getByRole("heading", { name: "One" }).waitFor({ state: "hidden" });
  expect(await violations(opened)).toEqual([]);
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("Enter");
  await tab.getByRole("heading", { name: "One" }).waitFor();
  expect(received).toEqual(["/two"]);
  await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toBe("Open");
  expect(opened.problems).toEqual([]);
});

test("closing a view with canPop set to false asks the app first", async () => {
  const asked: boolean[] = [];
  const { tab } = await openApp((page) => {
    const view = new View({ canPop: false, fullscreenDialog: true, appbar: new AppBar({ title: "Form" }) });
    view.onConfirmPop = () => view.confirmPop(asked.push(true) === 2);
    page.onViewPop = () => void page.views.pop();
    page.views = [view];
    page.add(new Text({ value: "Behind" }));
  });
  const close = tab.getByRole("button", { name: "Close" });
  await close.click();
  await expect.poll(() => asked.length).toBe(1);
  await close.click();
  await tab.getByText("Behind").waitFor();
  expect(await close.count()).toBe(0);
});

test("floatingActionButtonLocation sets the position of the floating button", async () => {
  const { tab } = await openApp((page) => {
    const button = new Button({
      content: "Next",
      onClick: () => void (page.floatingActionButtonLocation = "centerTop"),
    });
    page.floatingActionButton = button;
    page.appbar = new AppBar({ title: "Title" });
    page.bottomAppbar = new BottomAppBar();
    page.floatingActionButtonLocation = "startDocked";
  });
  const button = tab.getByRole("button", { name: "Next" });
  const middle = async () => {
    const box = await button.boundingBox();
    return box === null ? undefined : [box.x, box.y + box.height / 2, box.x + box.width / 2].map(Math.round);
  };
  const foot = await tab.getByRole("contentinfo").boundingBox();
  expect((await middle())?.slice(0, 2)).toEqual([16, foot?.y]);
  await button.click();
  await expect.poll(async () => (await middle())?.slice(1)).toEqual([56, 450]);
});

test("an app bar leaves space for a notch unless it is secondary, and a SafeArea at the sides that avoidIntrusions… names", async () => {
  const bars = [new AppBar({ title: "First" }), new AppBar({ title: "Second", secondary: true })];
  const none = {
    avoidIntrusionsLeft: false,
    avoidIntrusionsTop: false,
    avoidIntrusionsRight: false,
    avoidIntrusionsBottom: false,
  };
  const areas = [
    none,
    { ...none, avoidIntrusionsLeft: true },
    { ...none, avoidIntrusionsTop: true },
    { ...none, avoidIntrusionsRight: true },
    { ...none, avoidIntrusionsBottom: true },
    {},
    { ...none, minimumPadding: 15 },
    { minimumPadding: 15 },
  ].map((props) => new SafeArea({ ...props, content: new Text({ value: "text" }) }));
  const { tab, app } = await openApp((page) => page.add(new Column({ controls: [...bars, ...areas] })));
  // Without this, browsers keep the whole page away from a notch, and all insets are 0.
  expect(await tab.locator("meta[name=viewport]").getAttribute("content")).toContain("viewport-fit=cover");
  const devices = await tab.context().newCDPSession(tab);
  await devices.send("Emulation.setSafeAreaInsetsOverride", { insets: { top: 40, left: 30, right: 20, bottom: 10 } });
  const paddings = (name: string) =>
    tab.locator(name).evaluateAll((all) => all.map((one) => getComputedStyle(one).padding));
  await expect.poll(() => paddings(".r-app-bar")).toEqual(["40px 20px 0px 30px", "0px 20px 0px 30px"]);
  expect(await paddings(".r-safe-area")).toEqual([
    "0px",
    "0px 0px 0px 30px",
    "40px 0px 0px",
    "0px 20px 0px 0px",
    "0px 0px 10px",
    "40px 20px 10px 30px",
    "15px",
    "40px 20px 15px 30px",
  ]);
  await app.close();
});
