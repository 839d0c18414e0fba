import type { Page as Tab } from "playwright-core";
import * as runlet from "runlet";
import type { RunningApp } from "runlet/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/patience.ts";
import { openApp } from "./open.ts";

/** Creates a text with runs of spaces, and two lines. */
function said(name: string): string {
  names.push(name);
  return `${name}    two\n  three`;
}

const names: string[] = [];
const texts = {
  plain: new runlet.Text({ value: "Name    Price\nA         1", fontFamily: "monospace", key: "plain" }),
  selectable: new runlet.Text({ value: "Name    Price\nA         1", fontFamily: "monospace", selectable: true }),
  clamped: new runlet.Text({ value: "Name    Price\nA         1\nB", fontFamily: "monospace", maxLines: 2 }),
  cut: new runlet.Text({ value: "Name    Price\nA         1", fontFamily: "monospace", noWrap: true }),
  spans: new runlet.Text({
    fontFamily: "monospace",
    value: "Name ",
    spans: [
      new runlet.TextSpan({ text: "   Pri" }),
      new runlet.TextSpan({
        text: "ce\nA  ",
        style: { italic: true },
        spans: [new runlet.TextSpan({ text: "       1" })],
      }),
    ],
  }),
  edges: new runlet.Text({ value: "  Price      \n", fontFamily: "monospace" }),
  wrapped: new runlet.Text({ value: "Name        Price", fontFamily: "monospace", width: 60 }),
  markdown: new runlet.Markdown({ value: "Name    Price\nA         1" }),
};

const tooltip = new runlet.Text({ value: "tip", tooltip: said("tooltip") });
const select = new runlet.Dropdown({ options: [new runlet.DropdownOption({ text: "one    two", value: "1" })] });

function main(page: runlet.Page): void {
  page.scroll = "auto";
  page.appbar = new runlet.AppBar({ title: said("app bar") });
  page.navigationBar = new runlet.NavigationBar({
    destinations: ["one", "two"].map(
      (name) => new runlet.NavigationBarDestination({ label: said(`destination ${name}`) }),
    ),
  });
  page.add(...Object.values(texts), tooltip, select);
  page.add(
    new runlet.Button({ content: said("button"), badge: said("badge") }),
    new runlet.TextButton({ content: said("button with an icon"), icon: "add" }),
    new runlet.FloatingActionButton({ content: said("floating button") }),
    new runlet.Chip({ label: said("chip"), onSelect: () => {} }),
    new runlet.Checkbox({ label: said("checkbox") }),
    new runlet.Switch({ label: said("switch") }),
    new runlet.RadioGroup({ content: new runlet.Radio({ label: said("radio"), value: "1" }) }),
    new runlet.Rating({ label: said("rating") }),
    new runlet.CircleAvatar({ content: said("avatar") }),
    new runlet.ListTile({ title: said("tile"), subtitle: said("subtitle") }),
    new runlet.ExpansionTile({ title: said("expansion") }),
    new runlet.SegmentedButton({
      selected: ["1"],
      segments: ["1", "2"].map((value) => new runlet.Segment({ value, label: said(`segment ${value}`) })),
    }),
    new runlet.Tabs({
      length: 2,
      content: new runlet.Column({
        controls: [
          new runlet.TabBar({ tabs: ["one", "two"].map((name) => new runlet.Tab({ label: said(`tab ${name}`) })) }),
        ],
      }),
    }),
    new runlet.TextField({
      label: said("label"),
      value: "x",
      helper: said("helper"),
      counter: said("counter"),
      prefix: said("prefix"),
      suffix: said("suffix"),
    }),
    new runlet.TextField({ error: said("error") }),
    new runlet.Dropdown({
      label: said("dropdown"),
      editable: true,
      options: [new runlet.DropdownOption({ text: said("option") })],
    }),
    new runlet.AutoComplete({ suggestions: [{ key: "a", value: said("suggestion") }] }),
    new runlet.PopupMenuButton({
      content: said("menu"),
      items: [new runlet.PopupMenuItem({ content: said("menu item") })],
    }),
    new runlet.MenuBar({
      controls: [
        new runlet.SubmenuButton({
          content: said("submenu"),
          controls: [new runlet.MenuItemButton({ content: said("submenu item") })],
        }),
      ],
    }),
    new runlet.Container({
      height: 300,
      content: new runlet.NavigationRail({
        extended: true,
        destinations: ["one", "two"].map(
          (name) => new runlet.NavigationRailDestination({ label: said(`rail ${name}`) }),
        ),
      }),
    }),
  );
}

let tab: Tab;
let app: RunningApp;

beforeAll(async () => {
  ({ tab, app } = await openApp(main));
});

afterAll(() => app.close());

test("every label keeps its spaces and line breaks", async () => {
  await tab.getByRole("combobox").last().pressSequentially("a");
  await tab.getByText("tip", { exact: true }).hover();
  await tab.getByRole("tooltip").waitFor();
  const found = await tab.evaluate(() => {
    // Menus are shown without being opened: only one could be open at a time.
    for (const popup of document.querySelectorAll<HTMLElement>("[popover]:not(:popover-open)")) popup.showPopover();
    const found: { [name: string]: string } = {};
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
      const { data } = node;
      const at = data.indexOf("    two\n  three");
      if (at < 0) continue;
      const box = (start: number, end: number): DOMRect => {
        const range = document.createRange();
        range.setStart(node as Text, at + start);
        range.setEnd(node as Text, at + end);
        return range.getBoundingClientRect();
      };
      const [one, four] = [box(0, 1).width, box(0, 4).width];
      const [two, three] = [box(4, 7), box(10, 15)];
      const isIndented = Math.abs(box(8, 10).width - 2 * one) < 1;
      const isKept = one > 0 && Math.abs(four - 4 * one) < 1 && isIndented && three.top > two.top;
      found[data.slice(0, at)] = isKept ? "kept" : `${one} ${four} ${isIndented} ${three.top - two.top}`;
    }
    return found;
  });
  expect(found).toEqual(Object.fromEntries(names.map((name) => [name, "kept"])));
});

test("every text keeps its spaces and line breaks, also at its edges, and a space at which a line wraps takes no place", async () => {
  const boxOf = ({ id }: runlet.Control) =>
    tab.locator(`[data-id="${id}"]`).evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const letters = document.createElement("span");
      letters.textContent = "0".repeat(100);
      element.append(letters);
      const width = letters.getBoundingClientRect().width / 100;
      letters.remove();
      const { width: all, height } = element.getBoundingClientRect();
      return [Math.round((all / width) * 10) / 10, Math.round(height / 20)];
    });
  for (const name of ["plain", "selectable", "clamped", "cut", "spans"] as const)
    expect([name, await boxOf(texts[name])]).toEqual([name, [13, 2]]);
  expect((await boxOf(texts.edges))[0]).toBe(13);
  expect((await boxOf(texts.wrapped))[1]).toBe(2);
  const markdown = tab.locator(`[data-id="${texts.markdown.id}"] p`);
  expect(await markdown.evaluate((element) => element.getBoundingClientRect().height)).toBe(20);
});

test("the browser's own list of a dropdown has the spaces of its options", async () => {
  const option = tab.locator("option", { hasText: "one" });
  expect(await option.evaluate((element) => (element as HTMLOptionElement).label)).toBe("one    two");
  select.value = "1";
  await eventually(async () => expect(await tab.locator("select").inputValue()).toBe("1"));
});
