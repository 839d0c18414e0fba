import {
  AutoComplete,
  Column,
  type Control,
  NavigationBar,
  NavigationBarDestination,
  NavigationRail,
  NavigationRailDestination,
  PopupMenuButton,
  PopupMenuItem,
  Tab,
  TabBar,
  TabBarView,
  Tabs,
  Text,
} from "runlet";
import { type Harness, mount } from "runlet/testing";
import { expect, test } from "vitest";

// K10 of the trials: a person chooses a child, not the place that the child has.

const NETWORK = { network: { delay: 100 } };

/** A control of which a child is chosen. */
interface Chooser {
  readonly shown: Control;
  readonly children: Control[];
  /** Adds a child in front, as the app does. */
  insert(): void;
  /** Removes a child. */
  remove(at: number): void;
  readonly chosen: () => unknown;
  readonly heard: unknown[];
}

function bar(): Chooser {
  const heard: unknown[] = [];
  const make = (label: string) => new NavigationBarDestination({ label, icon: "home" });
  const shown = new NavigationBar({
    destinations: ["A", "B", "C"].map(make),
    onChange: ({ data }) => void heard.push(data),
  });
  const { destinations } = shown;
  return {
    shown,
    heard,
    children: [...destinations],
    insert: () => void destinations.unshift(make("New")),
    remove: (at) => void destinations.splice(at, 1),
    chosen: () => destinations[shown.selectedIndex]?.label,
  };
}

function rail(): Chooser {
  const heard: unknown[] = [];
  const make = (label: string) => new NavigationRailDestination({ label, icon: "home" });
  const shown = new NavigationRail({
    destinations: ["A", "B", "C"].map(make),
    selectedIndex: 0,
    onChange: ({ data }) => void heard.push(data),
  });
  const { destinations } = shown;
  return {
    shown,
    heard,
    children: [...destinations],
    insert: () => void destinations.unshift(make("New")),
    remove: (at) => void destinations.splice(at, 1),
    chosen: () => destinations[shown.selectedIndex ?? -1]?.label,
  };
}

function tabs(): Chooser {
  const heard: unknown[] = [];
  const make = (label: string) => new Tab({ label });
  const tabBar = new TabBar({ tabs: ["A", "B", "C"].map(make), onClick: ({ data }) => void heard.push(data) });
  const panels = new TabBarView({ controls: ["a", "b", "c"].map((value) => new Text({ value })) });
  const shown = new Tabs({ length: 3, content: new Column({ controls: [tabBar, panels] }) });
  shown.onChange = ({ data }) => void heard.push(data);
  return {
    shown,
    heard,
    children: [...tabBar.tabs],
    insert() {
      tabBar.tabs.unshift(make("New"));
      panels.controls.unshift(new Text({ value: "new" }));
      shown.length++;
    },
    remove(at) {
      tabBar.tabs.splice(at, 1);
      panels.controls.splice(at, 1);
      shown.length--;
    },
    chosen: () => (tabBar.tabs[shown.selectedIndex] as Tab | undefined)?.label,
  };
}

const CHOOSERS: readonly [string, () => Chooser, events: number][] = [
  ["NavigationBar", bar, 1],
  ["NavigationRail", rail, 1],
  ["Tabs", tabs, 2],
];

/** Taps a child on a slow line while the app changes the list. */
async function tapWhile(h: Harness, child: Control, change: () => void): Promise<void> {
  await h.advance(500);
  const tap = h.tap(child).catch(() => {});
  await h.advance(10);
  change();
  await h.advance(1000);
  await tap;
}

test.each(CHOOSERS)("%s: a child is added in front meanwhile", async (_, make, events) => {
  const { shown, children, insert, chosen, heard } = make();
  const h = mount(shown, NETWORK);
  await tapWhile(h, children[1] as Control, insert);
  expect(chosen()).toBe("B");
  expect(heard).toEqual(Array(events).fill(2));
});

test.each(CHOOSERS)("%s: a child before it is removed meanwhile", async (_, make, events) => {
  const { shown, children, remove, chosen, heard } = make();
  const h = mount(shown, NETWORK);
  await tapWhile(h, children[2] as Control, () => remove(1));
  expect(chosen()).toBe("C");
  expect(heard).toEqual(Array(events).fill(1));
});

test.each(CHOOSERS)("%s: the chosen child itself is removed meanwhile, so nothing is chosen", async (_, make) => {
  const { shown, children, remove, chosen, heard } = make();
  const h = mount(shown, NETWORK);
  await tapWhile(h, children[1] as Control, () => remove(1)).catch(() => {});
  h.takeErrors();
  expect(chosen()).toBe("A");
  expect(heard).toEqual([]);
});

test.each(CHOOSERS)("%s: a hidden child does not count", async (_, make) => {
  const { shown, children, chosen } = make();
  const h = mount(shown);
  (children[0] as Control).visible = false;
  await h.tap(children[2] as Control);
  expect((shown as Tabs).selectedIndex).toBe(1);
  expect(chosen()).toBe("B");
  (children[0] as Control).visible = true;
  await h.flush();
});

test("a menu reports the place that the item has now, and nothing for an item that is gone", async () => {
  for (const isRemoved of [false, true]) {
    const heard: unknown[] = [];
    const items = ["a", "b", "c"].map(
      (content) => new PopupMenuItem({ content, onClick: () => void heard.push(content) }),
    );
    const menu = new PopupMenuButton({ content: "Menu", items, onSelect: ({ data }) => void heard.push(data) });
    const h = mount(menu, NETWORK);
    await h.advance(500);
    void h.tap(menu);
    await h.advance(500);
    const change = () =>
      isRemoved ? menu.items.splice(1, 1) : menu.items.unshift(new PopupMenuItem({ content: "new" }));
    await tapWhile(h, items[1] as Control, change).catch(() => {});
    h.takeErrors();
    expect(heard).toEqual(isRemoved ? [] : ["b", 2]);
  }
});

test("a suggestion that the app replaces meanwhile is no index any more", async () => {
  const field = new AutoComplete({ suggestions: ["alpha", "beta", "gamma"].map((value) => ({ key: value, value })) });
  const heard: unknown[] = [];
  field.onSelect = ({ data }) => void heard.push(data);
  const h = mount(field);
  const { client } = h as unknown as {
    client: { enter(...write: unknown[]): void };
  };
  for (const [suggestions, index] of [
    [["alpha", "beta"], 1],
    [["zulu", "alpha", "beta"], 2],
    [["zulu", "yankee", "alpha"], null],
  ] as const) {
    field.suggestions = suggestions.map((value) => ({ key: value, value }));
    client.enter(field.id, "value", "beta");
    client.enter(field.id, "selectedIndex", 1, undefined, { of: "beta" });
    await h.fire(field, "select", { index: 1, selection: { key: "beta", value: "beta" } });
    expect([field.value, field.selectedIndex]).toEqual(["beta", index]);
    expect(heard.pop()).toMatchObject({ index: index ?? -1 });
  }
});
