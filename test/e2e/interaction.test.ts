import {
  AutoComplete,
  Button,
  Checkbox,
  Chip,
  Column,
  Container,
  type Control,
  Dropdown,
  FilledButton,
  NavigationBar,
  NavigationBarDestination,
  PopupMenuButton,
  PopupMenuItem,
  Radio,
  RadioGroup,
  SearchBar,
  Segment,
  SegmentedButton,
  Slider,
  Switch,
  Tab,
  TabBar,
  Tabs,
  Text,
  TextField,
} from "runlet";
import { beforeAll, describe, expect, test } from "vitest";
import { OnePage } from "./support/one-page.ts";

let one: OnePage;
beforeAll(async () => {
  one = await OnePage.open();
});

const SLOW = 150;

describe("a long text never ends a session", () => {
  const FIELDS: { readonly [title: string]: (value?: string) => Control } = {
    TextField: (value = "") => new TextField({ label: "Text", multiline: true, value }),
    "TextField of one line": (value = "") => new TextField({ label: "Text", value }),
    SearchBar: (value = "") => new SearchBar({ barHintText: "Text", value }),
    AutoComplete: (value = "") => new AutoComplete({ label: "Text", value }),
    Dropdown: (value) => new Dropdown({ label: "Text", editable: true, text: value ?? null }),
  };
  const paste = (text: string) =>
    one.tab.evaluate((inserted) => document.execCommand("insertText", false, inserted), text);
  const property = (control: Control) => String(Reflect.get(control, control instanceof Dropdown ? "text" : "value"));

  test.each(Object.entries(FIELDS))("%s", async (_, make) => {
    const field = make();
    const heard: string[] = [];
    for (const name of ["onChange", "onTextChange", "onSubmit", "onSelectionChange"])
      if (name in field) Reflect.set(field, name, ({ data }: { data: unknown }) => void heard.push(typeof data));
    await one.show([field]);
    const input = one.tab.locator("input, textarea").first();
    await input.focus();
    await paste("x".repeat(70_000));
    await one.until(() => property(field) === "x".repeat(70_000));
    await one.tab.keyboard.press("Control+End");
    await one.tab.keyboard.type("z");
    await one.until(() => property(field).endsWith("xz"));
    await one.tab.keyboard.press("Control+a");
    await one.tab.keyboard.press("Enter");
    // No message can carry this: the field takes no more, and the session lives.
    await paste("€".repeat(300_000));
    await one.tab.keyboard.press("Control+End");
    await one.settled();
    expect(await input.inputValue()).toBe(property(field));
    expect(await one.tab.locator(".r-notice").isVisible()).toBe(false);
  });

  test("the app's own long text plus a letter", async () => {
    const field = new TextField({ label: "Text", multiline: true, value: "y".repeat(100_000) });
    await one.show([field]);
    await one.tab.getByRole("textbox").focus();
    await one.tab.keyboard.press("Control+End");
    await one.tab.keyboard.type("z");
    await one.until(() => field.value.endsWith("yz"));
    await one.tab.keyboard.press("Backspace");
    await one.until(() => field.value.length === 100_000);
  });
});

describe("what began ends, in the browser", () => {
  test("a field that is hidden or disabled while it has the focus", async () => {
    for (const property of ["visible", "disabled"] as const) {
      const heard: string[] = [];
      const note = ({ name }: { name: string }) => void heard.push(name);
      const field = new TextField({ label: "Name", onFocus: note, onBlur: note });
      const other = new TextField({ label: "Other" });
      await one.show([field, other]);
      await one.tab.getByRole("textbox", { name: "Name" }).click();
      await one.until(() => heard.length === 1);
      field[property] = property === "disabled";
      one.page.update();
      await one.until(() => heard.length === 2);
      field[property] = property === "visible";
      await one.settled();
      await one.tab.getByRole("textbox", { name: "Other" }).click();
      await one.settled();
      expect(heard).toEqual(["focus", "blur"]);
      expect(one.warnings).toEqual([]);
    }
  });

  test("a box, a button and a tab that are hidden under the pointer, and shown again there", async () => {
    const tab = new Tab({ label: "one" });
    const made: readonly [Control, string][] = [
      [new Container({ width: 80, height: 40, bgcolor: "red" }), "true,false,true"],
      [new Button({ content: "Button" }), "true,false,true"],
    ];
    for (const [control, wanted] of made) {
      const heard: unknown[] = [];
      Reflect.set(control, "onHover", ({ data }: { data: unknown }) => void heard.push(data));
      await one.show([control]);
      await one.tab.locator(`[data-id="${control.id}"]`).hover();
      await one.until(() => heard.length === 1);
      control.visible = false;
      await one.settled();
      control.visible = true;
      await one.settled();
      await one.tab.mouse.move(20, 20);
      await one.until(() => heard.length === 3);
      expect(heard.join()).toBe(wanted);
      expect(one.warnings).toEqual([]);
    }
    expect(tab.isMounted).toBe(false);
  });

  test("a slider that is disabled, hidden or removed while it is dragged", async () => {
    for (const act of [
      (slider: Slider) => void (slider.disabled = true),
      (slider: Slider) => void (slider.visible = false),
      () => void one.page.controls.splice(0, 1),
    ]) {
      const heard: string[] = [];
      const slider = new Slider({ max: 100, divisions: 100, value: 50, width: 200 });
      slider.onChangeStart = ({ data }) => void heard.push(`start ${data}`);
      slider.onChangeEnd = ({ data }) => void heard.push(`end ${data}`);
      await one.show([slider, new Text({ value: "below" })]);
      const at = (await one.tab.locator(`[data-id="${slider.id}"]`).boundingBox()) as { x: number; y: number };
      await one.tab.mouse.move(at.x + 100, at.y + 24);
      await one.tab.mouse.down();
      await one.tab.mouse.move(at.x + 130, at.y + 24, { steps: 4 });
      await one.until(() => slider.value !== 50);
      await one.settled();
      act(slider);
      await one.settled();
      await one.tab.mouse.move(at.x + 160, at.y + 24, { steps: 4 });
      await one.tab.mouse.up();
      await one.settled();
      expect(heard).toEqual(["start 50", `end ${slider.value}`]);
      // The last move before the client hears of it may be refused.
      expect(one.warnings.filter((warning) => !warning.includes("write of value"))).toEqual([]);
    }
  });
});

describe("each choice arrives once and in order, at 300 ms", () => {
  const CHOICES: { readonly [title: string]: () => readonly [Control, string, readonly string[], string] } = {
    Checkbox: () => [
      new Checkbox({ label: "Box" }),
      "onChange",
      Array(6).fill("Box"),
      "true,false,true,false,true,false",
    ],
    Switch: () => [new Switch({ label: "Box" }), "onChange", Array(4).fill("Box"), "true,false,true,false"],
    Chip: () => [new Chip({ label: "Box" }), "onSelect", Array(4).fill("Box"), "true,false,true,false"],
    RadioGroup: () => [
      new RadioGroup({
        content: new Column({ controls: ["a", "b", "c"].map((value) => new Radio({ value, label: value })) }),
      }),
      "onChange",
      ["a", "c", "b", "a"],
      "a,c,b,a",
    ],
    SegmentedButton: () => [
      new SegmentedButton({
        segments: ["a", "b", "c"].map((value) => new Segment({ value, label: value })),
        selected: ["a"],
      }),
      "onChange",
      ["b", "c", "a", "b"],
      "b,c,a,b",
    ],
    Tabs: () => [
      new Tabs({ length: 3, content: new TabBar({ tabs: ["a", "b", "c"].map((label) => new Tab({ label })) }) }),
      "onChange",
      ["b", "c", "a", "c"],
      "1,2,0,2",
    ],
  };
  test.each(Object.entries(CHOICES))("%s", async (_, make) => {
    for (const isCut of [false, true]) {
      const [control, handler, clicks, wanted] = make();
      const heard: unknown[] = [];
      const text = new Text();
      Reflect.set(control, handler, ({ data }: { data: unknown }) => {
        heard.push(data);
        text.value += `${data} `;
      });
      await one.show([control, text], SLOW);
      for (const [index, label] of clicks.entries()) {
        if (isCut && index === 1) one.proxy.cutAll();
        await one.tab.getByText(label, { exact: true }).first().click();
      }
      await one.until(() => heard.length >= clicks.length);
      await one.settled();
      expect(heard.join()).toBe(wanted);
    }
  });
});

/** Presses what the mouse is over. `click()` of a locator would wait, and find the page as it is after the change. */
async function press(): Promise<void> {
  await one.tab.mouse.down();
  await one.tab.mouse.up();
}

test("a choice goes by the child while the app changes the list, at 300 ms", async () => {
  const bar = new TabBar({ tabs: ["A", "B", "C"].map((label) => new Tab({ label })) });
  const tabs = new Tabs({ length: 3, content: bar });
  const heard: unknown[] = [];
  tabs.onChange = ({ data }) => void heard.push(data);
  await one.show([tabs], SLOW);
  await one.tab.getByRole("tab", { name: "B" }).hover();
  const click = press();
  bar.tabs.unshift(new Tab({ label: "New" }));
  tabs.length = 4;
  await click;
  await one.until(() => heard.length > 0);
  await one.settled();
  expect((bar.tabs[tabs.selectedIndex] as Tab).label).toBe("B");
  expect(await one.tab.getByRole("tab", { selected: true }).textContent()).toBe("B");

  await one.tab.getByRole("tab", { name: "C" }).hover();
  const last = press();
  bar.tabs.pop();
  tabs.length = 3;
  await last;
  await one.settled();
  await one.settled();
  expect(heard).toEqual([2]);
  expect(await one.tab.getByRole("tab", { selected: true }).textContent()).toBe("B");
});

test("a destination and a menu item go by the child, at 300 ms", async () => {
  const make = (label: string) => new NavigationBarDestination({ label, icon: "home" });
  const bar = new NavigationBar({ destinations: ["A", "B", "C"].map(make) });
  await one.show([bar], SLOW);
  await one.tab.getByText("C", { exact: true }).hover();
  const click = press();
  bar.destinations.splice(0, 1);
  await click;
  await one.until(() => bar.selectedIndex === 1);
  await one.settled();
  expect(await one.tab.locator("[aria-current]").textContent()).toContain("C");

  const heard: unknown[] = [];
  const items = ["a", "b"].map((content) => new PopupMenuItem({ content }));
  const menu = new PopupMenuButton({ content: new Text({ value: "Menu" }), items });
  menu.onSelect = ({ data }) => void heard.push(data);
  await one.show([menu], SLOW);
  await one.tab.getByText("Menu").click();
  await one.tab.getByRole("menuitem", { name: "b" }).hover();
  const choose = press();
  menu.items.unshift(new PopupMenuItem({ content: "new" }));
  await choose;
  await one.until(() => heard.length > 0);
  expect(heard).toEqual([2]);
});

test("a suggestion that the app replaces meanwhile is no index, at 300 ms", async () => {
  const field = new AutoComplete({
    label: "Letter",
    suggestions: ["alpha", "beta", "gamma"].map((value) => ({ key: value, value })),
  });
  await one.show([field], SLOW);
  await one.tab.getByRole("combobox").pressSequentially("a");
  const option = one.tab.getByRole("option", { name: "beta" });
  await option.waitFor();
  await one.tab.waitForFunction(() => document.getAnimations().length === 0);
  const at = (await option.boundingBox()) as { x: number; y: number };
  field.suggestions = ["zulu", "yankee", "alpha"].map((value) => ({ key: value, value }));
  await one.tab.mouse.click(at.x + 10, at.y + 10);
  await one.until(() => field.value === "beta");
  await one.settled();
  expect([field.value, field.selectedIndex]).toEqual(["beta", null]);
});

test("what is typed while the app clears the field is sent alone, at 300 ms", async () => {
  const sent: string[] = [];
  const field = new TextField({ label: "Say" });
  field.onSubmit = ({ data }) => {
    sent.push(data);
    field.value = "";
  };
  await one.show([field], SLOW);
  await one.tab.getByRole("textbox").focus();
  for (const key of [..."hello", "Enter", ..."world", "Enter", ..."again", "Enter"])
    await one.tab.keyboard.press(key, { delay: 30 });
  await one.until(() => sent.length === 3);
  await one.settled();
  expect(sent).toEqual(["hello", "world", "again"]);
  expect(await one.tab.getByRole("textbox").inputValue()).toBe("");
});

test("a selection is set each time that the app sets it", async () => {
  const name = new TextField({ label: "Name", value: "hello" });
  name.onFocus = () => {
    name.selection = { baseOffset: 0, extentOffset: 5 };
  };
  const other = new FilledButton({ content: "Other", onClick: () => {} });
  const selected = () =>
    one.tab.getByRole("textbox").evaluate((input) => {
      const { selectionStart, selectionEnd } = input as HTMLInputElement;
      return `${selectionStart}-${selectionEnd}`;
    });
  const focus = async (): Promise<void> => {
    await one.tab.getByRole("textbox").click({ position: { x: 60, y: 28 } });
    await one.until(async () => (await selected()) === "0-5");
  };
  await one.show([name, other]);
  await focus();
  await one.tab.keyboard.press("End");
  await one.tab.getByRole("button").click();
  await focus();
  await one.tab.keyboard.press("Control+a");
  await one.tab.getByRole("button").click();
  await focus();
  await one.tab.keyboard.press("End");
  name.selection = { baseOffset: 0, extentOffset: 2 };
  await one.until(async () => (await selected()) === "0-2");
  await one.tab.keyboard.press("End");
  name.selection = { baseOffset: 0, extentOffset: 2 };
  await one.until(async () => (await selected()) === "0-2");
});
