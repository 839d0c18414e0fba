import {
  AutoComplete,
  Button,
  Column,
  type Control,
  Dropdown,
  DropdownOption,
  Row,
  SearchBar,
  Text,
  TextField,
  View,
} from "runlet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { button } from "../support/focus-cases/case.ts";
import { eventually } from "../support/patience.ts";
import { violations } from "./open.ts";
import { FocusPage } from "./support/focus-page.ts";

let it: FocusPage;
beforeAll(async () => {
  it = await FocusPage.open();
});
afterAll(() => it.close());

test("a field that moves keeps the focus, what is marked in it, and the app hears nothing", async () => {
  const heard: string[] = [];
  const field = new TextField({
    label: "name",
    value: "abcdef",
    onFocus: () => void heard.push("focus"),
    onBlur: () => void heard.push("blur"),
  });
  const column = new Column({ controls: [button("one"), field, button("two")] });
  await it.show(column);
  await it
    .at(field)
    .locator("input")
    .evaluate((input: HTMLInputElement) => {
      input.focus();
      input.setSelectionRange(1, 3);
    });
  const marked = () =>
    it.opened.tab.evaluate(() => [
      (document.activeElement as HTMLInputElement).selectionStart,
      (document.activeElement as HTMLInputElement).selectionEnd,
    ]);
  column.controls.reverse();
  await it.shown();
  expect([await it.focused(), ...(await marked())]).toEqual(["name", 1, 3]);
  column.controls.unshift(column.controls.splice(1, 1)[0] as Control);
  await it.shown();
  expect([await it.focused(), ...(await marked())]).toEqual(["name", 1, 3]);
  await eventually(() => expect(heard).toEqual(["focus"]));
  column.controls[0] = new Row({ controls: [field] });
  await it.shown();
  expect([await it.focused(), ...(await marked())]).toEqual(["name", 1, 3]);
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
  await it.show(column, new Text({ value: "Nothing", margin: { top: 100 } }));
  await it.opened.tab.getByText("A", { exact: true }).click();
  await it.opened.tab.getByText("Nothing").click();
  column.controls.shift();
  await it.shown();
  expect(await it.focused()).toBe("body");
  await it.opened.tab.getByText("B", { exact: true }).click();
  column.controls.shift();
  await it.expectFocus("C");
  column.controls.shift();
  void wanted.focus();
  await it.shown();
  await it.expectFocus("wanted");
  expect(heard).toEqual(["wanted"]);
  column.controls[1] = new TextField({ label: "eager", autofocus: true });
  await it.expectFocus("eager");
  expect(heard).toEqual(["wanted"]);
  await it.opened.tab.evaluate(() => {
    const foreign = document.createElement("input");
    foreign.id = "foreign";
    document.body.append(foreign);
    foreign.focus();
  });
  column.controls.length = 0;
  await it.shown();
  expect(await it.opened.tab.evaluate(() => document.activeElement?.id)).toBe("foreign");
  await it.opened.tab.evaluate(() => document.querySelector("#foreign")?.remove());
});

test("a view that goes gives the focus back to what it.opened it, or to what follows that", async () => {
  const column = new Column({ controls: [button("A"), button("B"), button("C")] });
  await it.show(column);
  const dialog = (...names: string[]) => new View({ route: "/dialog", controls: names.map(button) });
  await it.opened.tab.getByText("B", { exact: true }).click();
  it.page.views.push(dialog("yes", "no"));
  await it.opened.tab.getByText("yes", { exact: true }).focus();
  (it.page.views[0] as View).controls.shift();
  await it.expectFocus("no");
  (it.page.views[0] as View).controls.shift();
  await it.expectFocus("View");
  it.page.views.pop();
  await it.expectFocus("B");
  it.page.views.push(dialog("yes", "no"));
  await it.opened.tab.getByText("yes", { exact: true }).focus();
  column.controls.splice(1, 1);
  it.page.views.pop();
  await it.expectFocus("C");
  it.page.views.push(dialog("yes", "no"));
  await it.opened.tab.getByText("yes", { exact: true }).focus();
  column.controls.splice(1, 1);
  await it.shown();
  it.page.views.push(dialog("sure", "no"));
  await it.opened.tab.getByText("sure", { exact: true }).focus();
  it.page.views.length = 0;
  await it.expectFocus("A");
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
  await it.show(fruit, city);
  const highlighted = () => it.opened.tab.locator(".r-listbox-option-active").allTextContents();
  await it.at(fruit).locator("input").focus();
  await it.press("ArrowDown");
  await it.press("ArrowDown");
  expect(await highlighted()).toEqual(["pear"]);
  fruit.options.splice(1, 1);
  await expect.poll(highlighted).toEqual(["plum"]);
  (fruit.options[1] as DropdownOption).disabled = true;
  await expect.poll(highlighted).toEqual(["apple"]);
  fruit.options.length = 0;
  await it.at(fruit).getByRole("listbox").waitFor({ state: "hidden" });
  await it.expectFocus("fruit");
  await it.at(city).locator("input").focus();
  await it.opened.tab.keyboard.type("r");
  await it.press("ArrowDown");
  await it.press("ArrowDown");
  expect(await highlighted()).toEqual(["Riga"]);
  city.suggestions = ["Reims", "Riga", "Rome"].map((value) => ({ key: value, value }));
  await expect.poll(highlighted).toEqual(["Riga"]);
  city.suggestions = ["Reims", "Rome"].map((value) => ({ key: value, value }));
  await expect.poll(highlighted).toEqual(["Rome"]);
  await it.press("Enter");
  await eventually(() => expect(city.value).toBe("Rome"));
});

test("a search bar opens, works and closes by keyboard", async () => {
  const heard: unknown[] = [];
  const bar = new SearchBar({
    barHintText: "Find",
    controls: ["A", "B"].map((content) => new Button({ content, onClick: () => void heard.push(content) })),
    onTap: () => void heard.push("tap"),
    onSubmit: ({ data }) => void heard.push(["submit", data]),
    onChange: () => {},
    onFocus: () => void heard.push("focus"),
    onBlur: () => void heard.push("blur"),
  });
  const hears = async (...expected: unknown[]): Promise<void> => {
    await eventually(() => expect(heard).toEqual(expected));
    heard.length = 0;
  };
  await it.show(button("Before"), bar, button("After"));
  const view = it.opened.tab.getByRole("dialog", { name: "Find" });
  const field = () =>
    it.opened.tab.evaluate(() => {
      const { className, parentElement, value, selectionStart } = document.activeElement as HTMLInputElement;
      return `${parentElement?.className} ${className} ${value} ${selectionStart}`;
    });
  const inBar = "r-search-bar r-search-input";
  const inView = "r-search-header r-search-input";
  await it.opened.tab.getByRole("button", { name: "Before" }).focus();
  await it.press("Tab");
  await expect.poll(field).toBe(`${inBar}  0`);
  expect(await view.isVisible()).toBe(false);
  await it.press("Tab");
  await it.expectFocus("After");
  await it.press("Shift+Tab");
  await hears("focus", "blur", "focus");
  // The arrow opens it, like a tap. Typing opens it, with the cursor where it was. Enter opens it while there is no text.
  await it.press("ArrowDown");
  await expect.poll(field).toBe(`${inView}  0`);
  await it.press("Escape");
  expect(await view.isVisible()).toBe(false);
  await it.press("Enter");
  await expect.poll(field).toBe(`${inView}  0`);
  await it.press("Escape");
  await it.opened.tab.keyboard.type("xyz");
  await expect.poll(field).toBe(`${inView} xyz 3`);
  await it.press("ArrowLeft");
  await it.press("Escape");
  await expect.poll(field).toBe(`${inBar} xyz 2`);
  await it.opened.tab.keyboard.type("-");
  await expect.poll(field).toBe(`${inView} xy-z 3`);
  await hears("tap", ["submit", ""]);
  await eventually(() => expect(bar.value).toBe("xy-z"));
  // Arrows move through the suggestions, letters go to the field.
  await it.press("ArrowDown");
  await it.expectFocus("A");
  await it.press("ArrowDown");
  await it.expectFocus("B");
  await it.press("ArrowDown");
  expect(await field()).toContain(inView);
  await it.press("ArrowUp");
  await it.expectFocus("B");
  await it.press("Home");
  expect(await field()).toContain(inView);
  await it.press("End");
  await it.press("ArrowDown");
  await it.opened.tab.keyboard.type("w");
  expect(await field()).toContain(`${inView} xy-zw`);
  await it.press("ArrowDown");
  await it.press("Enter");
  await hears("A");
  expect(bar.value).toBe("xy-zw");
  // Tab goes on through the view, and leaves it.
  await it.press("Shift+Tab");
  await it.press("Shift+Tab");
  await it.press("Shift+Tab");
  await it.expectFocus("Back");
  await it.press("Shift+Tab");
  await it.expectFocus("Before");
  expect(await view.isVisible()).toBe(false);
  await it.press("Tab");
  await it.press("ArrowDown");
  for (const name of ["Clear", "A", "B", "After"]) {
    await it.press("Tab");
    await it.expectFocus(name);
  }
  expect(await view.isVisible()).toBe(false);
  await hears("blur", "focus", "tap", "blur");
  expect(await violations(it.opened)).toEqual([]);
});

test("a search bar that Escape closes does not open again for what was typed before", async () => {
  const bar = new SearchBar({ barHintText: "Find", controls: [new Button({ content: "A" })] });
  await it.show(bar);
  await it.focusOn(bar, "input");
  // Timers run late on a busy machine, and letters and keys come before them.
  await it.opened.tab.evaluate(async () => {
    const paused = () => new Promise((resolve) => setTimeout(resolve));
    document.execCommand("insertText", false, "x");
    const afterFirst = paused();
    document.execCommand("insertText", false, "y");
    await afterFirst;
    const key = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(key);
    await paused();
  });
  await eventually(() => expect(bar.value).toBe("xy"));
  expect(await it.opened.tab.getByRole("dialog", { name: "Find" }).isVisible()).toBe(false);
  await it.opened.tab.keyboard.type("z");
  await it.opened.tab.getByRole("dialog", { name: "Find" }).waitFor();
});
