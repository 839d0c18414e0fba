import type { Page as Tab } from "playwright-core";
import {
  AutoComplete,
  Button,
  Column,
  type Control,
  Dropdown,
  DropdownOption,
  type Page,
  Row,
  SearchBar,
  Text,
  TextField,
  View,
} from "runlet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { button } from "../support/focus-cases/case.ts";
import { focusCases } from "../support/focus-cases/index.ts";
import { eventually } from "../support/patience.ts";
import { type Opened, openApp, violations } from "./open.ts";

let page: Page;
let opened: Opened;
let close: () => Promise<void>;

beforeAll(async () => {
  const { app, ...rest } = await openApp((started) => {
    page = started;
  });
  opened = rest;
  close = () => app.close();
});
afterAll(() => close());

/** Returns the name of what has the focus, or "body". */
function focusedIn(tab: Tab): Promise<string> {
  return tab.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    if (at === document.body) return "body";
    const own = at.ariaLabel ?? at.getAttribute("aria-description");
    const by = at.getAttribute("aria-labelledby");
    const label = (at as HTMLInputElement).labels?.[0]?.textContent;
    const named = by === null ? null : document.getElementById(by)?.textContent;
    const views: { [name: string]: string | undefined } = { "r-list": "ListView", "r-view": "View" };
    const [kind = ""] = at.classList;
    return views[kind] ?? (own ?? named ?? label ?? at.textContent ?? "").trim();
  });
}

async function expectFocus(name: string): Promise<void> {
  await expect.poll(() => focusedIn(opened.tab), { timeout: 1500 }).toBe(name);
}

async function show(...controls: Control[]): Promise<void> {
  page.controls = controls;
  page.update();
  await opened.tab.locator(`[data-id="${controls[0]?.id}"]`).waitFor();
}

const at = (control: Control) => opened.tab.locator(`[data-id="${control.id}"]`);

/** Opens what a control opens, by keyboard: the pointer would also move the focus in a menu. */
async function open(control: Control): Promise<void> {
  await focusOn(control);
  await opened.tab.keyboard.press(control instanceof SearchBar ? "ArrowDown" : "Enter");
}

/** Gives the focus to the first element of a control that can have it, or to the given part. */
function focusOn(control: Control, part?: string): Promise<void> {
  return at(control).evaluate((root, selector) => {
    const inside = root.querySelector<HTMLElement>(selector ?? "[tabindex], button, input, select");
    const isItself = selector === undefined && root.matches("[tabindex], button");
    (isItself ? (root as HTMLElement) : inside)?.focus();
  }, part);
}

test.each(Object.entries(focusCases))("the focus moves on when %s", async (_, make) => {
  const { root, start, opens = [], isClicked, part, act, focused, keys = [] } = make();
  await show(root, button("After"));
  for (const control of opens) await open(control);
  if (isClicked === true) await at(start).click();
  else await focusOn(start, part);
  act();
  page.update();
  await expectFocus(focused);
  for (const [key, next] of keys) {
    await opened.tab.keyboard.press(key);
    await expectFocus(next);
  }
  expect(opened.problems).toEqual([]);
});

/** Waits until the tab shows what the app has changed so far. */
async function shown(): Promise<void> {
  const title = `update ${Math.random()}`;
  page.title = title;
  page.update();
  await opened.tab.waitForFunction((expected) => document.title === expected, title);
}

test("a field that moves keeps the focus, what is marked in it, and tells the app nothing", async () => {
  const heard: string[] = [];
  const field = new TextField({
    label: "name",
    value: "abcdef",
    onFocus: () => void heard.push("focus"),
    onBlur: () => void heard.push("blur"),
  });
  const column = new Column({ controls: [button("one"), field, button("two")] });
  await show(column);
  await at(field)
    .locator("input")
    .evaluate((input: HTMLInputElement) => {
      input.focus();
      input.setSelectionRange(1, 3);
    });
  const marked = () =>
    opened.tab.evaluate(() => [
      (document.activeElement as HTMLInputElement).selectionStart,
      (document.activeElement as HTMLInputElement).selectionEnd,
    ]);
  column.controls.reverse();
  await shown();
  expect([await focusedIn(opened.tab), ...(await marked())]).toEqual(["name", 1, 3]);
  column.controls.unshift(column.controls.splice(1, 1)[0] as Control);
  await shown();
  expect([await focusedIn(opened.tab), ...(await marked())]).toEqual(["name", 1, 3]);
  await eventually(() => expect(heard).toEqual(["focus"]));
  column.controls[0] = new Row({ controls: [field] });
  await shown();
  expect([await focusedIn(opened.tab), ...(await marked())]).toEqual(["name", 1, 3]);
  // A column that is new is not in the page yet when it gets the field, so the browser takes the focus away.
  await eventually(() =>
    expect(heard.filter((name) => name === "focus").length).toBe(heard.filter((name) => name === "blur").length + 1),
  );
});

test("the focus is not taken from where the person or the app put it", async () => {
  const heard: string[] = [];
  const next = new TextField({ label: "next", onFocus: () => void heard.push("next") });
  const wanted = new TextField({ label: "wanted", onFocus: () => void heard.push("wanted") });
  const buttons = [button("A"), button("B"), button("C")];
  const column = new Column({ controls: [...buttons, next, wanted] });
  await show(column, new Text({ value: "Nothing", margin: { top: 100 } }));
  await opened.tab.getByText("A", { exact: true }).click();
  await opened.tab.getByText("Nothing").click();
  column.controls.shift();
  await shown();
  expect(await focusedIn(opened.tab)).toBe("body");
  await opened.tab.getByText("B", { exact: true }).click();
  column.controls.shift();
  await expectFocus("C");
  column.controls.shift();
  void wanted.focus();
  await shown();
  await expectFocus("wanted");
  expect(heard).toEqual(["wanted"]);
  column.controls[1] = new TextField({ label: "eager", autofocus: true });
  await expectFocus("eager");
  expect(heard).toEqual(["wanted"]);
  await opened.tab.evaluate(() => {
    const foreign = document.createElement("input");
    foreign.id = "foreign";
    document.body.append(foreign);
    foreign.focus();
  });
  column.controls.length = 0;
  await shown();
  expect(await opened.tab.evaluate(() => document.activeElement?.id)).toBe("foreign");
  await opened.tab.evaluate(() => document.querySelector("#foreign")?.remove());
});

test("a view that goes gives the focus back to what opened it, or to what follows that", async () => {
  const column = new Column({ controls: [button("A"), button("B"), button("C")] });
  await show(column);
  const dialog = (...names: string[]) => new View({ route: "/dialog", controls: names.map(button) });
  await opened.tab.getByText("B", { exact: true }).click();
  page.views.push(dialog("yes", "no"));
  await opened.tab.getByText("yes", { exact: true }).focus();
  (page.views[0] as View).controls.shift();
  await expectFocus("no");
  (page.views[0] as View).controls.shift();
  await expectFocus("View");
  page.views.pop();
  await expectFocus("B");
  page.views.push(dialog("yes", "no"));
  await opened.tab.getByText("yes", { exact: true }).focus();
  column.controls.splice(1, 1);
  page.views.pop();
  await expectFocus("C");
  page.views.push(dialog("yes", "no"));
  await opened.tab.getByText("yes", { exact: true }).focus();
  column.controls.splice(1, 1);
  await shown();
  page.views.push(dialog("sure", "no"));
  await opened.tab.getByText("sure", { exact: true }).focus();
  page.views.length = 0;
  await expectFocus("A");
});

test("a list highlights the next option when the highlighted one goes", async () => {
  const fruit = new Dropdown({
    label: "fruit",
    editable: true,
    options: ["apple", "pear", "plum"].map((value) => new DropdownOption({ value })),
  });
  const city = new AutoComplete({
    label: "city",
    suggestions: ["Rome", "Riga", "Reims"].map((value) => ({ key: value, value })),
  });
  await show(fruit, city);
  const highlighted = () => opened.tab.locator(".r-listbox-option-active").allTextContents();
  await at(fruit).locator("input").focus();
  await opened.tab.keyboard.press("ArrowDown");
  await opened.tab.keyboard.press("ArrowDown");
  expect(await highlighted()).toEqual(["pear"]);
  fruit.options.splice(1, 1);
  await expect.poll(highlighted).toEqual(["plum"]);
  (fruit.options[1] as DropdownOption).disabled = true;
  await expect.poll(highlighted).toEqual(["apple"]);
  fruit.options.length = 0;
  await at(fruit).getByRole("listbox").waitFor({ state: "hidden" });
  await expectFocus("fruit");
  await at(city).locator("input").focus();
  await opened.tab.keyboard.type("r");
  await opened.tab.keyboard.press("ArrowDown");
  await opened.tab.keyboard.press("ArrowDown");
  expect(await highlighted()).toEqual(["Riga"]);
  city.suggestions = ["Reims", "Riga", "Rome"].map((value) => ({ key: value, value }));
  await expect.poll(highlighted).toEqual(["Riga"]);
  city.suggestions = ["Reims", "Rome"].map((value) => ({ key: value, value }));
  await expect.poll(highlighted).toEqual(["Rome"]);
  await opened.tab.keyboard.press("Enter");
  await eventually(() => expect(city.value).toBe("Rome"));
});

test("a search bar opens, works and closes by keyboard", async () => {
  const heard: unknown[] = [];
  const bar = new SearchBar({
    barHintText: "Find",
    controls: ["A", "B"].map((content) => new Button({ content, onClick: () => void heard.push(content) })),
    onTap: () => void heard.push("tap"),
    onSubmit: ({ data }) => void heard.push(["submit", data]),
    onChange: ({ data }) => void heard.push(["change", data]),
    onFocus: () => void heard.push("focus"),
    onBlur: () => void heard.push("blur"),
  });
  await show(button("Before"), bar, button("After"));
  const { keyboard } = opened.tab;
  const view = opened.tab.getByRole("dialog", { name: "Find" });
  const field = () =>
    opened.tab.evaluate(() => {
      const { className, parentElement, value, selectionStart } = document.activeElement as HTMLInputElement;
      return `${parentElement?.className} ${className} ${value} ${selectionStart}`;
    });
  const inBar = "r-search-bar r-search-input";
  const inView = "r-search-header r-search-input";
  await opened.tab.getByRole("button", { name: "Before" }).focus();
  await keyboard.press("Tab");
  expect(await field()).toBe(`${inBar}  0`);
  expect(await view.isVisible()).toBe(false);
  await keyboard.press("Tab");
  await expectFocus("After");
  await keyboard.press("Shift+Tab");
  await eventually(() => expect(heard.splice(0)).toEqual(["focus", "blur", "focus"]));
  // The arrow opens it, like a tap. Typing opens it, with the cursor where it was. Enter opens it while there is no text.
  await keyboard.press("ArrowDown");
  expect(await field()).toBe(`${inView}  0`);
  await keyboard.press("Escape");
  expect(await view.isVisible()).toBe(false);
  await keyboard.press("Enter");
  expect(await field()).toBe(`${inView}  0`);
  await keyboard.press("Escape");
  await keyboard.type("xyz");
  expect(await field()).toBe(`${inView} xyz 3`);
  await keyboard.press("ArrowLeft");
  await keyboard.press("Escape");
  expect(await field()).toBe(`${inBar} xyz 2`);
  await keyboard.type("-");
  expect(await field()).toBe(`${inView} xy-z 3`);
  await eventually(() =>
    expect(heard.splice(0)).toEqual(["tap", ["submit", ""], ["change", "x"], ["change", "xyz"], ["change", "xy-z"]]),
  );
  // Arrows move through the suggestions, letters go to the field.
  await keyboard.press("ArrowDown");
  await expectFocus("A");
  await keyboard.press("ArrowDown");
  await expectFocus("B");
  await keyboard.press("ArrowDown");
  expect(await field()).toContain(inView);
  await keyboard.press("ArrowUp");
  await expectFocus("B");
  await keyboard.press("Home");
  expect(await field()).toContain(inView);
  await keyboard.press("End");
  await keyboard.press("ArrowDown");
  await keyboard.type("w");
  expect(await field()).toContain(`${inView} xy-zw`);
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await eventually(() => expect(heard.splice(0)).toEqual([["change", "xy-zw"], "A"]));
  // Tab goes on through the view, and leaves it.
  await keyboard.press("Shift+Tab");
  await keyboard.press("Shift+Tab");
  await keyboard.press("Shift+Tab");
  await expectFocus("Back");
  await keyboard.press("Shift+Tab");
  await expectFocus("Before");
  expect(await view.isVisible()).toBe(false);
  await keyboard.press("Tab");
  await keyboard.press("ArrowDown");
  for (const name of ["Clear", "A", "B", "After"]) {
    await keyboard.press("Tab");
    await expectFocus(name);
  }
  expect(await view.isVisible()).toBe(false);
  await eventually(() => expect(heard.splice(0)).toEqual(["blur", "focus", "tap", "blur"]));
  expect(await violations(opened)).toEqual([]);
});
