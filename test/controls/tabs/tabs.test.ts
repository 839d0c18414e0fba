import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { Column } from "../../../src/controls/flex/column.ts";
import { Tab } from "../../../src/controls/tabs/tab.ts";
import { TabBar } from "../../../src/controls/tabs/tab-bar.ts";
import { TabBarView } from "../../../src/controls/tabs/tab-bar-view.ts";
import { Tabs, type TabsProps } from "../../../src/controls/tabs/tabs.ts";
import { Text } from "../../../src/controls/text/text.ts";

interface Made {
  readonly tabs: Tabs;
  readonly bar: TabBar;
  readonly received: unknown[];
}

function make(props: TabsProps = {}): Made {
  const received: unknown[] = [];
  const bar = new TabBar({
    tabs: ["One", "Two", "Three"].map((label) => new Tab({ label })),
    onClick: ({ data }) => void received.push(`click ${data}`),
    onHover: ({ data }) => void received.push(data),
  });
  const view = new TabBarView({ controls: ["1", "2", "3"].map((value) => new Text({ value })) });
  const content = new Column({ controls: [bar, view] });
  const onChange: TabsProps["onChange"] = ({ data }) => void received.push(data);
  return { tabs: new Tabs({ length: 3, content, onChange, ...props }), bar, received };
}

test("a click on a tab selects it, and a click on the selected tab changes nothing", async () => {
  const { tabs, received } = make();
  await using h = mount(tabs);
  await h.tap(h.getByRole("tab", { name: "Three" }));
  await h.tap(h.getByRole("tab", { name: "Three" }));
  expect(tabs.selectedIndex).toBe(2);
  expect(received).toEqual(["click 2", 2, "click 2"]);
});

test("arrow keys skip disabled tabs and wrap around", async () => {
  const { tabs, bar, received } = make();
  await using h = mount(tabs);
  (bar.tabs[1] as Tab).disabled = true;
  await h.press(bar.tabs[0] as Tab, "ArrowRight");
  await h.press(bar.tabs[2] as Tab, "ArrowRight");
  await h.press(bar.tabs[0] as Tab, "End");
  expect(received).toEqual([2, 0, 2]);
});

test("a negative index counts from the end, but is refused from a client", async () => {
  const { tabs, received } = make({ selectedIndex: -1 });
  await using h = mount(tabs);
  await h.tap(h.getByRole("tab", { name: "Three" }));
  expect(received).toEqual(["click 2"]);
  await expect(h.write(tabs, { selectedIndex: -1 })).rejects.toThrow(/must be from 0 to 2, not -1/);
  tabs.selectedIndex = -4;
  await expect(h.flush()).rejects.toThrow("Page > Tabs[0].selectedIndex must be from -3 to 2, not -4: it has 3 tabs.");
});

test("moveTo() calls the client, and rejects an index out of range", async () => {
  const { tabs } = make();
  await using h = mount(tabs);
  await tabs.moveTo(-1, { duration: 500, curve: "easeOut" });
  expect(h.takeCalls()).toEqual([
    { control: tabs, method: "moveTo", args: { index: 2, duration: 500, curve: "easeOut" } },
  ]);
  await expect(tabs.moveTo(3)).rejects.toThrow("Tabs.moveTo(): the index must be from -3 to 2, not 3.");
});

test("hover reports the index of the tab", async () => {
  const { tabs, bar, received } = make();
  await using h = mount(tabs);
  await h.fire(bar, "hover", { hovering: true, index: 1 });
  expect(received).toEqual([{ hovering: true, index: 1 }]);
  await expect(h.fire(bar, "hover", { hovering: true })).rejects.toThrow(/\.index is missing/);
});

test.each([
  [{ tabAlignment: "fill" }, 'tabAlignment must be "start" or "startOffset" or "center" while scrollable, not "fill"'],
  [
    { scrollable: false, tabAlignment: "start" },
    'tabAlignment must be "fill" or "center" without scrollable, not "start"',
  ],
  [{ indicatorThickness: 0 }, "indicatorThickness must be above 0 without an indicator, not 0"],
] as const)("contradictory properties of a tab bar are reported: %j", async (props, problem) => {
  const bar = new TabBar({ tabs: [new Tab({ label: "One" })] });
  await using h = mount(bar);
  Object.assign(bar, props);
  await expect(h.flush()).rejects.toThrow(`Page > TabBar[0].${problem}.`);
});

test("a tab with neither label nor icon is reported", async () => {
  const tab = new Tab({ icon: "home" });
  await using h = mount(new TabBar({ tabs: [tab] }));
  tab.icon = null;
  await expect(h.flush()).rejects.toThrow(
    "Page > TabBar[0] > Tab[0] shows nothing: give it a label, an icon, or both.",
  );
});
