import {
  Button,
  Checkbox,
  Chip,
  Container,
  type Control,
  ElevatedButton,
  ExpansionTile,
  FilledButton,
  FilledIconButton,
  FilledTonalButton,
  FilledTonalIconButton,
  FloatingActionButton,
  GestureDetector,
  IconButton,
  ListTile,
  MenuBar,
  MenuItemButton,
  OutlinedButton,
  OutlinedIconButton,
  type Page,
  PopupMenuButton,
  PopupMenuItem,
  SearchBar,
  Switch,
  Tab,
  TabBar,
  Tabs,
  Text,
  TextButton,
  TextField,
  TextSpan,
} from "runlet";
import { serve } from "runlet/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadControls } from "../../../scripts/controls.ts";
import { EventSpec } from "../../../src/core/declaration/spec.ts";
import { type Opened, openTab } from "../open.ts";

/** Events of a press. A `change` is one only where nothing but a press changes the value. */
const PRESSES: readonly string[] = ["onClick", "onTap", "onSelect", "onPress"];
const FOCUSABLE = "a[href], button, input, [tabindex]";
const KEYS = ["Enter", "Space"] as const;
type Way = "mouse" | "touch" | (typeof KEYS)[number];

/** A control, and what is pressed if it is not its root: the control's content, or a selector in it. */
interface Case {
  readonly name: string;
  make(): { control: Control; pressed?: Control; selector?: string; root?: Control };
  /** Events that each press causes, once. */
  readonly events: readonly string[];
  readonly not?: readonly Way[];
  /** What opens the control before each press: a menu's button. */
  readonly opensBy?: string;
}

const on = () => {};
const button = (type: new (props: { content: string; onClick: () => void }) => Control): Case => ({
  name: type.name,
  make: () => ({ control: new type({ content: "Press", onClick: on }), selector: "button" }),
  events: ["click"],
});
const iconButton = (type: new (props: { icon: "add"; onClick: () => void }) => Control): Case => ({
  name: type.name,
  make: () => ({ control: new type({ icon: "add", onClick: on }), selector: "button" }),
  events: ["click"],
});
const one = (
  name: string,
  make: () => Control,
  events: readonly string[],
  more: Partial<Case> & { selector?: string } = {},
): Case => {
  const { selector, ...rest } = more;
  return { name, make: () => ({ control: make(), ...(selector !== undefined && { selector }) }), events, ...rest };
};
const box = () => new Container({ width: 80, height: 30, content: new Text({ value: "x" }) });

const cases: readonly Case[] = [
  one("GestureDetector", () => new GestureDetector({ content: box(), onTap: on }), ["tap"]),
  one(
    "GestureDetector, all events of a tap",
    () => new GestureDetector({ content: box(), onTap: on, onTapDown: on, onTapUp: on }),
    ["tap", "tapDown", "tapUp"],
    { not: KEYS },
  ),
  one(
    "GestureDetector without semantics",
    () => new GestureDetector({ content: box(), onTap: on, excludeFromSemantics: true }),
    ["tap"],
    { not: KEYS },
  ),
  one(
    "GestureDetector that drags, too",
    () => new GestureDetector({ content: box(), onTap: on, onPanStart: on, onLongPress: on }),
    ["tap"],
  ),
  one("Container", () => new Container({ content: new Text({ value: "x" }), onClick: on }), ["click"]),
  one(
    "Container with onTapDown",
    () => new Container({ content: new Text({ value: "x" }), onClick: on, onTapDown: on }),
    ["click", "tapDown"],
    { not: KEYS },
  ),
  one(
    "Container that is a link",
    () => new Container({ content: new Text({ value: "x" }), url: "#a", onClick: on }),
    ["click"],
    { not: ["Space"] },
  ),
  one("Text", () => new Text({ value: "x", onTap: on }), ["tap"]),
  {
    name: "TextSpan",
    make() {
      const span = new TextSpan({ text: "span", onClick: on });
      return { control: span, root: new Text({ spans: [span] }) };
    },
    events: ["click"],
  },
  {
    name: "TextSpan that is a link",
    make() {
      const span = new TextSpan({ text: "link", url: "#b", onClick: on });
      return { control: span, root: new Text({ spans: [span] }) };
    },
    events: ["click"],
    not: ["Space"],
  },
  ...[Button, ElevatedButton, FilledButton, FilledTonalButton, OutlinedButton, TextButton].map(button),
  ...[IconButton, FilledIconButton, FilledTonalIconButton, OutlinedIconButton].map(iconButton),
  one(
    "IconButton that toggles",
    () => new IconButton({ icon: "add", selected: false, selectedIcon: "remove", onClick: on }),
    ["click"],
    { selector: "button" },
  ),
  one("Button that is a link", () => new Button({ content: "Press", url: "#c", onClick: on }), ["click"], {
    selector: "a",
    not: ["Space"],
  }),
  one(
    "Button with long press and hover",
    () => new Button({ content: "Press", onClick: on, onLongPress: on }),
    ["click"],
    { selector: "button" },
  ),
  one("FloatingActionButton", () => new FloatingActionButton({ icon: "add", onClick: on }), ["click"], {
    selector: "button",
  }),
  one("ListTile", () => new ListTile({ title: "Press", onClick: on }), ["click"]),
  {
    name: "ListTile that toggles its input",
    make() {
      const input = new Checkbox({ onChange: on });
      return { control: new ListTile({ title: "Press", leading: input, toggleInputs: true, onClick: on }) };
    },
    events: ["click", "change"],
  },
  one("ListTile that is a link", () => new ListTile({ title: "Press", url: "#d", onClick: on }), ["click"], {
    not: ["Space"],
  }),
  one("ExpansionTile", () => new ExpansionTile({ title: "Press", onChange: on }), ["change"], { selector: "button" }),
  one("Chip", () => new Chip({ label: "Press", onClick: on }), ["click"]),
  one("Chip that is selected", () => new Chip({ label: "Press", onSelect: on }), ["select"]),
  one("Checkbox", () => new Checkbox({ label: "Press", onChange: on }), ["change"]),
  one("Checkbox, on its label", () => new Checkbox({ label: "Press", onChange: on }), ["change"], {
    selector: ".r-choice-label",
    not: KEYS,
  }),
  one("Switch", () => new Switch({ label: "Press", onChange: on }), ["change"]),
  one("Switch, on its label", () => new Switch({ label: "Press", onChange: on }), ["change"], {
    selector: ".r-choice-label",
    not: KEYS,
  }),
  {
    name: "TabBar",
    make() {
      const tabs = [new Tab({ label: "One" }), new Tab({ label: "Two" })];
      const bar = new TabBar({ tabs, onClick: on });
      return { control: bar, pressed: tabs[0] as Tab, root: new Tabs({ length: 2, content: bar }) };
    },
    events: ["click"],
  },
  {
    name: "PopupMenuItem",
    make() {
      const item = new PopupMenuItem({ content: "Item", onClick: on });
      return {
        control: item,
        root: new PopupMenuButton({ content: new Text({ value: "Menu" }), items: [item], onSelect: on }),
      };
    },
    events: ["click", "select"],
    opensBy: "button",
  },
  {
    name: "MenuItemButton",
    make() {
      const item = new MenuItemButton({ content: "Item", onClick: on });
      return { control: item, root: new MenuBar({ controls: [item] }) };
    },
    events: ["click"],
  },
  one("TextField", () => new TextField({ label: "Field", onClick: on }), ["click"], { selector: "input", not: KEYS }),
  one("SearchBar", () => new SearchBar({ barHintText: "Search", onTap: on }), ["tap"], {
    selector: "input",
    not: KEYS,
  }),
];

/** Types with such an event that have no case, each with the reason. */
const OTHERS: { readonly [type: string]: string } = {
  AutoComplete: "a choice from a list; test/e2e/controls/options.test.ts",
  Dropdown: "a choice from a list; test/e2e/controls/options.test.ts",
  PopupMenuButton: "is in the case of its item",
};

let opened: Opened;
let app: Awaited<ReturnType<typeof serve>>;
let page!: Page;
const warnings: string[] = [];
let marks = 0;
const mark = new Button({ content: "mark", onClick: () => void marks++ });

beforeAll(async () => {
  const warn = (message: unknown) => void warnings.push(String(message));
  app = await serve((shown) => void (page = shown), {
    port: 0,
    development: true,
    log: { info() {}, warn, error: warn },
  });
  opened = await openTab(app.url, { hasTouch: true });
  await opened.tab.locator(".r-window").waitFor();
});

afterAll(async () => {
  expect(opened.problems).toEqual([]);
  await app.close();
});

interface Sent {
  readonly cmd: number;
  readonly id: number;
  readonly event?: string;
}

/** Returns the commands after one, each once: the client sends again what may have been lost. */
function commandsAfter(last: number): Sent[] {
  const all = opened.sent.flatMap((text) => (JSON.parse(text) as { commands?: Sent[] }).commands ?? []);
  return [...new Map(all.map((command) => [command.cmd, command])).values()].filter(({ cmd }) => cmd > last);
}

/** Returns the events that the client has sent after a command, once the server and the record of the frames have them. */
async function eventsAfter(last: number): Promise<string[]> {
  const commands = () => commandsAfter(last);
  const before = marks;
  await opened.tab.locator(`[data-id="${mark.id}"] button`).evaluate((element) => (element as HTMLElement).click());
  await expect.poll(() => marks).toBe(before + 1);
  await expect.poll(() => commands().some(({ id }) => id === mark.id)).toBe(true);
  return commands()
    .filter(({ id, event }) => id !== mark.id && event !== undefined)
    .map(({ event }) => event as string)
    .sort();
}

test.each(cases)("one press of a $name is one command for each event", async ({ make, events, not = [], opensBy }) => {
  const { control, pressed = control, selector, root = control } = make();
  page.controls = [mark, root];
  page.update();
  warnings.length = 0;
  const { tab } = opened;
  const at = tab.locator(`[data-id="${pressed.id}"]`);
  await at.waitFor({ state: "attached" });
  const target = selector === undefined ? at : at.locator(selector).first();
  // Touch comes last: Chromium drops a press of Space that is held when the pressed look of a tap ends, 150 ms after it.
  const ways: Way[] = ["mouse", ...KEYS, "touch"];
  for (const way of ways.filter((way) => !not.includes(way))) {
    if (opensBy !== undefined) {
      await tab.locator(`[data-id="${root.id}"]`).locator(opensBy).first().click();
      await target.waitFor();
    }
    const last = commandsAfter(0).at(-1)?.cmd ?? 0;
    if (way === "mouse") await target.click();
    else if (way === "touch") await target.tap();
    else {
      const own = await target.evaluate((element, focusable) => element.matches(focusable), FOCUSABLE);
      await (own ? target : target.locator(FOCUSABLE).first()).press(way);
    }
    const isSent = () => commandsAfter(last).some(({ event }) => event !== undefined && events.includes(event));
    await expect.poll(isSent, { message: way }).toBe(true);
    expect(await eventsAfter(last), way).toEqual([...events].sort());
  }
  expect(warnings).toEqual([]);
});

test("each control with an event of a press has a case", async () => {
  const pressed = (await loadControls()).filter(({ class: { spec } }) =>
    Object.entries(spec.entries).some(([name, entry]) => entry instanceof EventSpec && PRESSES.includes(name)),
  );
  const missing = pressed.map(({ type }) => type).filter((type) => !cases.some(({ name }) => name.startsWith(type)));
  expect(missing.sort()).toEqual(Object.keys(OTHERS));
});
