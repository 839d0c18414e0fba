import type { Page as Tab } from "playwright-core";
import {
  AppBar,
  Button,
  Column,
  Container,
  type Control,
  Dropdown,
  DropdownOption,
  FilledButton,
  FilledIconButton,
  FilledTonalButton,
  FilledTonalIconButton,
  GestureDetector,
  IconButton,
  MenuBar,
  MenuItemButton,
  OutlinedButton,
  OutlinedIconButton,
  type Page,
  ResponsiveRow,
  SearchBar,
  Text,
  TextButton,
  TextSpan,
  View,
} from "runlet";
import { expect, test } from "vitest";
import { eventually } from "../../support/patience.ts";
import { openApp } from "../open.ts";

type Heard = (readonly [event: string, data: unknown])[];

/** Opens a page with a control below a button that can take the focus, and records some events of the control. */
async function listening(control: Control, handlers: readonly string[], around?: (page: Page) => void) {
  const received: Heard = [];
  for (const handler of handlers) {
    Reflect.set(
      control,
      handler,
      ({ name, data }: { name: string; data: unknown }) => void received.push([name, data]),
    );
  }
  const opened = await openApp((page: Page) => {
    page.add(new Button({ content: "Elsewhere" }), control);
    around?.(page);
  });
  const at = opened.tab.locator(`[data-id="${control.id}"]`).first();
  await at.waitFor();
  return { ...opened, at, heard: received };
}

const away = (tab: Tab) => tab.mouse.move(890, 690);
const BUTTONS = [Button, FilledButton, FilledTonalButton, OutlinedButton, TextButton] as const;
const ICON_BUTTONS = [IconButton, FilledIconButton, FilledTonalIconButton, OutlinedIconButton] as const;
const buttons: [string, () => Control][] = [
  ...BUTTONS.map((kind): [string, () => Control] => [kind.spec.type, () => new kind({ content: "Go" })]),
  ...ICON_BUTTONS.map((kind): [string, () => Control] => [kind.spec.type, () => new kind({ icon: "home" })]),
];

test.each(buttons)("%s reports hover, long press, focus and blur", async (_, make) => {
  const {
    tab,
    at,
    heard: received,
  } = await listening(make(), ["onHover", "onLongPress", "onClick", "onFocus", "onBlur"]);
  await at.hover();
  await eventually(() => expect(received).toEqual([["hover", true]]));
  await tab.mouse.down();
  await eventually(() => expect(received).toContainEqual(["longPress", undefined]));
  await tab.mouse.up();
  await away(tab);
  await eventually(() => expect(received).toContainEqual(["hover", false]));
  await tab.getByRole("button", { name: "Elsewhere" }).focus();
  await tab.keyboard.press("Tab");
  await eventually(() => expect(received.at(-1)).toEqual(["focus", undefined]));
  await tab.keyboard.press("Shift+Tab");
  await eventually(() => expect(received.at(-1)).toEqual(["blur", undefined]));
  // The long press does not count as a click.
  expect(received.some(([event]) => event === "click")).toBe(false);
});

test("Container reports hover and long press", async () => {
  const {
    tab,
    at,
    heard: received,
  } = await listening(new Container({ width: 40, height: 40 }), ["onHover", "onLongPress"]);
  await at.hover();
  await tab.mouse.down();
  await eventually(() => expect(received.at(-1)).toEqual(["longPress", undefined]));
  await tab.mouse.up();
  await away(tab);
  await eventually(() =>
    expect(received).toEqual([
      ["hover", true],
      ["longPress", undefined],
      ["hover", false],
    ]),
  );
});

test("TextSpan reports the mouse in onEnter and onExit", async () => {
  const span = new TextSpan({ text: "here" });
  const received: string[] = [];
  span.onEnter = () => void received.push("enter");
  span.onExit = () => void received.push("exit");
  const { tab } = await openApp((page) => page.add(new Text({ spans: [span] })));
  await tab.getByText("here").hover();
  await away(tab);
  await eventually(() => expect(received).toEqual(["enter", "exit"]));
});

test("ResponsiveRow and View report a wheel in onScroll, and the back button of a View calls onViewPop", async () => {
  const tall = () => new Container({ height: 2000, width: 50, bgcolor: "primary" });
  const row = new ResponsiveRow({ controls: [tall()], height: 200, scroll: "auto" });
  const { tab, at, heard: received } = await listening(row, ["onScroll"]);
  await at.hover();
  await tab.mouse.wheel(0, 300);
  await eventually(() => expect(received.at(-1)).toEqual(["scroll", expect.objectContaining({ pixels: 300 })]));

  const pops: unknown[] = [];
  const scrolled: unknown[] = [];
  const view = new View({
    route: "/more",
    controls: [tall()],
    appbar: new AppBar({ title: new Text({ value: "More" }) }),
    scroll: "auto",
    onScroll: ({ data }) => void scrolled.push(data),
  });
  const second = await openApp((page) => {
    page.onViewPop = ({ data }) => {
      pops.push(data);
      page.views.pop();
    };
    page.add(new Text({ value: "below" }));
    page.views.push(view);
  });
  await second.tab.locator(".r-view").hover();
  await second.tab.mouse.wheel(0, 250);
  await eventually(() => expect(scrolled.at(-1)).toEqual(expect.objectContaining({ pixels: 250 })));
  await second.tab.getByRole("button", { name: "Back" }).click();
  await eventually(() => expect(pops).toEqual(["/more"]));
  await second.tab.locator(".r-view").waitFor({ state: "detached" });
});

test("Dropdown reports typed text in onTextChange", async () => {
  const dropdown = new Dropdown({ editable: true, label: "Fruit", options: [new DropdownOption({ value: "Apple" })] });
  const { tab, heard: received } = await listening(dropdown, ["onTextChange", "onSelect"]);
  await tab.getByRole("combobox").click();
  await tab.keyboard.type("Ap");
  await eventually(() => expect(received.at(-1)).toEqual(["textChange", "Ap"]));
});

test("SearchBar reports taps outside, with its view closed and open", async () => {
  const bar = new SearchBar({ barHintText: "Search", controls: [new Text({ value: "One" })], width: 300 });
  const { tab, heard: received } = await listening(new Column({ controls: [bar] }), [], () => {
    bar.onTapOutsideBar = ({ name }) => void received.push([name, undefined]);
    bar.onTapOutsideView = ({ name }) => void received.push([name, undefined]);
  });
  await tab.locator(".r-search-bar input").focus();
  await tab.mouse.click(880, 680);
  await eventually(() => expect(received).toEqual([["tapOutsideBar", undefined]]));
  await bar.openView();
  await tab.getByText("One").waitFor();
  await tab.mouse.click(880, 680);
  await eventually(() => expect(received.at(-1)).toEqual(["tapOutsideView", undefined]));
});

/** Controls that report a pointer over them, each with the handler that is called when it enters, and the data. */
const hovered: [name: string, make: (enter: (data?: unknown) => void) => { control: Control; root?: Control }][] = [
  ["Container", (enter) => ({ control: new Container({ width: 90, height: 40, onHover: ({ data }) => enter(data) }) })],
  ["Button", (enter) => ({ control: new Button({ content: "Here", onHover: ({ data }) => enter(data) }) })],
  [
    "MenuItemButton",
    (enter) => {
      const control = new MenuItemButton({ content: "Here", onHover: ({ data }) => enter(data) });
      return { control, root: new MenuBar({ controls: [control] }) };
    },
  ],
  [
    "GestureDetector",
    (enter) => {
      const content = new Container({ width: 90, height: 40 });
      return { control: new GestureDetector({ content, onEnter: () => enter(true) }) };
    },
  ],
  [
    "TextSpan",
    (enter) => {
      const control = new TextSpan({ text: "Here it is", onEnter: () => enter(true) });
      return { control, root: new Text({ spans: [control] }) };
    },
  ],
];

test("a control that can be used again under the pointer is entered again, once", async () => {
  let page!: Page;
  const { tab, app, problems } = await openApp((shown) => void (page = shown));
  /** Waits until all changes so far are shown, and the browser has seen what is under the pointer. */
  const shown = async (): Promise<void> => {
    const title = `${Math.random()}`;
    page.title = title;
    page.update();
    await tab.waitForFunction((title) => document.title === title, title);
  };
  for (const [name, make] of hovered) {
    for (const how of ["disabled", "hidden"] as const) {
      let entered = 0;
      const { control, root = control } = make((data) => void (entered += data === true ? 1 : 0));
      page.controls = [root];
      await shown();
      const at = tab.locator(`[data-id="${control.id}"]`);
      await at.hover();
      await expect.poll(() => entered, { message: `${name} ${how}` }).toBe(1);
      const set = (isOff: boolean): void => {
        if (how === "disabled") control.disabled = isOff;
        else control.visible = !isOff;
      };
      set(true);
      await shown();
      set(false);
      await shown();
      await expect.poll(() => entered, { message: `${name} ${how}` }).toBe(2);
      await away(tab);
    }
  }
  expect(problems).toEqual([]);
  await app.close();
});
