import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { NavigationBar } from "../../../src/controls/nav/navigation-bar.ts";
import { NavigationBarDestination } from "../../../src/controls/nav/navigation-bar-destination.ts";
import { NavigationRail } from "../../../src/controls/nav/navigation-rail.ts";
import { NavigationRailDestination } from "../../../src/controls/nav/navigation-rail-destination.ts";

const NAMES = ["Home", "Search", "Me"];
const inBar = () => NAMES.map((label) => new NavigationBarDestination({ icon: "home", label }));

test("a click on a destination selects it and emits change, also if it is already selected", async () => {
  const received: unknown[] = [];
  const bar = new NavigationBar({ destinations: inBar(), onChange: ({ data }) => void received.push(data) });
  await using h = mount((page) => {
    page.navigationBar = bar;
  });
  await h.tap(h.getByRole("button", { name: "Me" }));
  expect(bar.selectedIndex).toBe(2);
  await h.press(h.getByRole("button", { name: "Me" }), "Enter");
  expect(received).toEqual([2, 2]);
});

test("an index counts visible destinations only", async () => {
  const bar = new NavigationBar({ destinations: [...inBar(), new NavigationBarDestination({ label: "More" })] });
  await using h = mount(bar);
  (bar.destinations[1] as NavigationBarDestination).visible = false;
  await h.flush();
  await h.tap(bar.destinations[3] as NavigationBarDestination);
  expect(bar.selectedIndex).toBe(2);
});

test("an index out of range is refused from a client", async () => {
  const bar = new NavigationBar({ destinations: inBar() });
  await using h = mount(bar);
  await expect(h.write(bar, { selectedIndex: 3 })).rejects.toThrow(
    "Page > NavigationBar[0].selectedIndex must be from 0 to 2, not 3: the client's write was refused.",
  );
  expect(bar.selectedIndex).toBe(0);
});

test("a rail starts without a selection, and a click selects a destination", async () => {
  const received: unknown[] = [];
  const destinations = NAMES.map((label) => new NavigationRailDestination({ icon: "home", label }));
  const rail = new NavigationRail({ destinations, onChange: ({ data }) => void received.push(data) });
  await using h = mount(rail);
  expect(rail.selectedIndex).toBe(null);
  await h.tap(destinations[1] as NavigationRailDestination);
  expect([rail.selectedIndex, ...received]).toEqual([1, 1]);
  await expect(h.write(rail, { selectedIndex: 9 })).rejects.toThrow(/must be from 0 to 2, not 9/);
  await h.write(rail, { selectedIndex: null });
  expect(() => new NavigationRail({ groupAlignment: 2 })).toThrow("NavigationRail.groupAlignment must be at most 1");
});

test("an index out of range is reported, and so is a bar with one destination", async () => {
  const bar = new NavigationBar({ destinations: inBar(), selectedIndex: 1 });
  await using h = mount(bar);
  bar.selectedIndex = 3;
  await expect(h.flush()).rejects.toThrow(
    "Page > NavigationBar[0].selectedIndex must be from 0 to 2, not 3: it has 3 destinations that are shown.",
  );
  bar.selectedIndex = 0;
  bar.destinations.length = 1;
  await expect(h.flush()).rejects.toThrow("Page > NavigationBar[0] must show at least 2 of its destinations, not 1.");
  bar.destinations.length = 0;
  await h.flush();
});
