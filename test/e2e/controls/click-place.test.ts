import {
  Button,
  Checkbox,
  Chip,
  Column,
  Container,
  type Control,
  ExpansionTile,
  FilledButton,
  GestureDetector,
  IconButton,
  ListTile,
  Markdown,
  MenuBar,
  MenuItemButton,
  NavigationBar,
  NavigationBarDestination,
  type Page,
  PopupMenuButton,
  PopupMenuItem,
  Radio,
  RadioGroup,
  Segment,
  SegmentedButton,
  Switch,
  Tab,
  TabBar,
  Tabs,
  Text,
  TextField,
  TextSpan,
} from "runlet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Opened, openApp } from "../open.ts";
import { handsLoaded } from "../support/hands.ts";

/** One page for all cases of this file: each shows its own controls. */
let opened: Opened & { app: { close(): Promise<void> } };
let page!: Page;
let heard: string[] = [];
let finger: (type: "touchStart" | "touchEnd", ...at: { x: number; y: number }[]) => Promise<unknown>;
const log = (what: string) => () => void heard.push(what);
const mark = new Button({ content: "mark", onClick: log("mark") });

beforeAll(async () => {
  opened = await openApp((shown) => void (page = shown), { hasTouch: true });
  await handsLoaded(opened.tab);
  const fingers = await opened.tab.context().newCDPSession(opened.tab);
  finger = (type, ...touchPoints) => fingers.send("Input.dispatchTouchEvent", { type, touchPoints });
});

afterAll(async () => {
  expect(opened.problems).toEqual([]);
  await opened.app.close();
});

/** Column whose controls a case changes between press and release. */
const place = new Column({ controls: [] });

async function show(...controls: Control[]): Promise<void> {
  // The focus would move on to what is shown next.
  await opened.tab.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  place.controls = controls;
  page.controls = [mark, place];
  await shown();
  heard = [];
}

/** Waits until all changes so far are shown. */
async function shown(): Promise<void> {
  const title = `${Math.random()}`;
  page.title = title;
  page.update();
  await opened.tab.waitForFunction((title) => document.title === title, title);
}

/** Returns what was recorded, once all earlier events have arrived: events arrive in order. */
async function events(): Promise<string[]> {
  await opened.tab.locator(`[data-id="${mark.id}"] button`).evaluate((button) => (button as HTMLElement).click());
  await expect.poll(() => heard).toContain("mark");
  return heard.filter((event) => event !== "mark");
}

async function middle(control: Control, selector?: string): Promise<{ x: number; y: number }> {
  const root = opened.tab.locator(`[data-id="${control.id}"]`);
  const target = selector === undefined ? root : root.locator(selector).first();
  await target.waitFor();
  const box = await target.boundingBox();
  if (box === null) throw new Error("not shown");
  return { x: box.x + Math.min(box.width / 2, 60), y: box.y + box.height / 2 };
}

type Way = "mouse" | "finger";
const WAYS: readonly Way[] = ["mouse", "finger"];

/** Presses a point, lets the app change the page, and releases the pointer there, or elsewhere. */
async function press(
  way: Way,
  at: { x: number; y: number },
  change: () => unknown,
  by = { x: 0, y: 0 },
): Promise<void> {
  const { mouse } = opened.tab;
  if (way === "finger") await finger("touchStart", at);
  else {
    await mouse.move(at.x, at.y);
    await mouse.down();
  }
  await change();
  await shown();
  if (way === "finger") return void (await finger("touchEnd"));
  if (by.x !== 0 || by.y !== 0) await mouse.move(at.x + by.x, at.y + by.y, { steps: 3 });
  await mouse.up();
  // The client waits for a turn whether the browser clicks.
  await opened.tab.evaluate(() => new Promise((done) => setTimeout(done)));
}

/** Puts something that can be clicked in the place of what was pressed, which moves down. */
const pushDown = () =>
  void place.controls.unshift(new Button({ content: "wrong", height: 90, width: 300, onClick: log("wrong") }));

interface Pressed {
  readonly control: Control;
  readonly root?: Control;
  readonly selector?: string;
}
const pressables: { readonly [name: string]: () => Pressed } = {
  FilledButton: () => ({ control: new FilledButton({ content: "Go", onClick: log("click") }) }),
  IconButton: () => ({ control: new IconButton({ icon: "add", onClick: log("click") }) }),
  "Button that is a link": () => ({ control: new Button({ content: "Go", url: "#there", onClick: log("click") }) }),
  Chip: () => ({ control: new Chip({ label: "Go", onSelect: log("click") }) }),
  ListTile: () => ({ control: new ListTile({ title: "Go", onClick: log("click") }) }),
  ExpansionTile: () => ({ control: new ExpansionTile({ title: "Go", onChange: log("click") }), selector: "button" }),
  Checkbox: () => ({ control: new Checkbox({ label: "Go", onChange: log("click") }), selector: "input" }),
  "label of a Checkbox": () => ({ control: new Checkbox({ label: "Go", onChange: log("click") }), selector: "span" }),
  Switch: () => ({ control: new Switch({ label: "Go", onChange: log("click") }), selector: "input" }),
  Radio: () => {
    const radio = new Radio({ value: "1", label: "Go" });
    return { control: radio, root: new RadioGroup({ content: radio, onChange: log("click") }) };
  },
  Tab: () => {
    const tabs = [new Tab({ label: "One" }), new Tab({ label: "Two" })];
    const root = new Tabs({ length: 2, content: new TabBar({ tabs }), onChange: log("click") });
    return { control: tabs[1] as Tab, root };
  },
  Segment: () => {
    const segments = ["1", "2"].map((value) => new Segment({ value, label: value }));
    const root = new SegmentedButton({ segments, selected: ["1"], onChange: log("click") });
    return { control: segments[1] as Segment, root };
  },
  MenuItemButton: () => {
    const control = new MenuItemButton({ content: "Go", onClick: log("click") });
    return { control, root: new MenuBar({ controls: [control] }) };
  },
  NavigationBarDestination: () => {
    const destinations = ["One", "Two"].map((label) => new NavigationBarDestination({ label, icon: "add" }));
    const root = new NavigationBar({ destinations, onChange: log("click") });
    return { control: destinations[1] as NavigationBarDestination, root };
  },
  Text: () => ({ control: new Text({ value: "Go there", onTap: log("click") }) }),
  TextSpan: () => {
    const control = new TextSpan({ text: "Go there", onClick: log("click") });
    return { control, root: new Text({ spans: [control] }) };
  },
  Container: () => ({
    control: new Container({ height: 40, width: 90, content: new Text({ value: "Go" }), onClick: log("click") }),
  }),
  GestureDetector: () => ({
    control: new GestureDetector({ content: new Container({ height: 40, width: 90 }), onTap: log("click") }),
  }),
  "link in Markdown": () => ({
    control: new Markdown({ value: "[Go](#there)", onTapLink: log("click") }),
    selector: "a",
  }),
};

describe.each(WAYS)("by %s,", (way) => {
  test.each(Object.keys(pressables))(
    "a %s that moves away before the release is clicked once, and what comes there is not",
    async (name) => {
      const { control, root = control, selector } = (pressables[name] as () => Pressed)();
      await show(root);
      await press(way, await middle(control, selector), pushDown);
      expect(await events()).toEqual(["click"]);
    },
  );

  test("a field whose blur shows an error moves the button that was pressed, which is clicked", async () => {
    const name = new TextField({ label: "Name", onBlur: () => void (name.error = "Who are you?") });
    const send = new FilledButton({ content: "Send", onClick: log("sent") });
    await show(name, send);
    await opened.tab.getByLabel("Name").focus();
    const { x, y } = await middle(send);
    await press(way, { x, y: y - 16 }, async () => {
      if (way === "mouse") await expect.poll(() => name.error).not.toBeNull();
    });
    expect(await events()).toEqual(["sent"]);
  });

  test("what is replaced or hidden leaves the click to the same control, or to what was pressed around it", async () => {
    const button = new Button({ content: "Go", width: 90, onClick: log("button") });
    const around = new Container({ content: button, padding: 4, onClick: log("around") });
    const at = async () => middle(button, ".r-press");
    await show(around);
    await press(way, await at(), () => void (button.content = new Text({ value: "Gone" })));
    expect(await events()).toEqual(["button"]);
    await show(around);
    await press(way, await at(), () => void (button.url = "#there"));
    expect(await events()).toEqual(["button"]);
    await show(around);
    await press(way, await at(), () => void (button.visible = false));
    expect(await events()).toEqual(["around"]);
    button.visible = true;
    await show(around);
    await press(
      way,
      await at(),
      () => void (around.content = new Button({ content: "wrong", width: 90, onClick: log("wrong") })),
    );
    expect(await events()).toEqual(["around"]);
    const lone = new Button({ content: "Go", width: 90, onClick: log("lone") });
    await show(lone);
    await press(
      way,
      await middle(lone),
      () => void (place.controls[0] = new Button({ content: "wrong", width: 90, onClick: log("wrong") })),
    );
    expect(await events()).toEqual([]);
  });

  test("what is moved to another place in its list is clicked", async () => {
    const [first, second, third] = ["a", "b", "c"].map((name) => new ListTile({ title: name, onClick: log(name) }));
    const all = [first, second, third] as ListTile[];
    for (const pressed of all) {
      await show(...all);
      await press(way, await middle(pressed), () => place.controls.reverse());
      expect(await events()).toEqual([pressed.title]);
      await show(...all);
      await press(way, await middle(pressed), () => place.controls.push(...place.controls.splice(0, 1)));
      expect(await events()).toEqual([pressed.title]);
    }
  });

  test("what moves into another control does not click it", async () => {
    const inside = new Text({ value: "Go there" });
    const first = new Container({ padding: 4, content: inside, onClick: log("first") });
    const second = new Container({ padding: 4, width: 90, height: 40, onClick: log("wrong") });
    await show(first, second);
    await press(way, await middle(inside), () => {
      first.content = null;
      second.content = inside;
    });
    expect(await events()).toEqual(["first"]);
  });

  test("a click on something that merely moves under the pointer does not count", async () => {
    const text = new Text({ value: "Just a text" });
    await show(text);
    await press(way, await middle(text), pushDown);
    expect(await events()).toEqual([]);
  });

  test("an item of a menu that moves is chosen", async () => {
    const item = new PopupMenuItem({ content: "Item", onClick: log("click") });
    const menu = new PopupMenuButton({ content: new Text({ value: "Menu" }), items: [item] });
    await show(menu);
    await opened.tab.locator(`[data-id="${menu.id}"] button`).first().click();
    await press(
      way,
      await middle(item),
      () => void menu.items.unshift(new PopupMenuItem({ content: "wrong", onClick: log("wrong") })),
    );
    expect(await events()).toEqual(["click"]);
  });

  test("a field that moves away is focused, and what comes there is not", async () => {
    const field = new TextField({ label: "Field", onFocus: log("focus"), onBlur: log("blur") });
    await show(field);
    const wrong = new TextField({ label: "Wrong", onFocus: log("wrong") });
    await press(way, await middle(field), () => void place.controls.unshift(wrong));
    await expect.poll(() => heard).toContain("focus");
    expect(await events()).toEqual(["focus"]);
    await opened.tab.evaluate(() => (document.activeElement as HTMLElement).blur());
  });
});

test("a pointer that moves away and is released elsewhere clicks nothing, not even what is around both", async () => {
  const first = new Button({ content: "A", width: 90, onClick: log("a") });
  const second = new Button({ content: "B", width: 90, onClick: log("b") });
  const around = new Container({
    padding: 8,
    width: 200,
    content: new Column({ controls: [first, second] }),
    onClick: log("around"),
  });
  await show(around);
  await press("mouse", await middle(first), () => {}, { x: 0, y: 50 });
  expect(await events()).toEqual([]);
  await press("mouse", await middle(first), () => {}, { x: 0, y: 10 });
  expect(await events()).toEqual(["a"]);
  heard = [];
  await press("mouse", await middle(first), () => {}, { x: 30, y: 0 });
  expect(await events()).toEqual(["a"]);
});

test("keys, labels and plain clicks are as before", async () => {
  const box = new Checkbox({ label: "Box", onChange: log("box") });
  const button = new Button({ content: "Go", onClick: log("go") });
  await show(box, button);
  await opened.tab.getByText("Box").click();
  await opened.tab.getByText("Box").tap();
  await opened.tab.getByRole("button", { name: "Go" }).press("Enter");
  await opened.tab.getByRole("button", { name: "Go" }).press("Space");
  await opened.tab.getByRole("button", { name: "Go" }).dblclick();
  expect(await events()).toEqual(["box", "box", "go", "go", "go", "go"]);
  expect(box.value).toBe(false);
});
