import { AutoComplete, Button, Checkbox, Dropdown, DropdownOption, type DropdownProps } from "runlet";
import { expect, onTestFinished, test } from "vitest";
import { openApp } from "../open.ts";

const fruit = () => ["Apple", "Cherry"].map((text) => new DropdownOption({ value: text.toLowerCase(), text }));

const kinds: [string, DropdownProps][] = [
  ["the browser's own list", {}],
  ["Runlet's list", { menuHeight: 200 }],
  ["a field for typing", { editable: true }],
];

test.each(kinds)("typed characters find an option, unless enableSearch is false: %s", async (_, props) => {
  const [found, kept] = [true, false].map((enableSearch) => new Dropdown({ ...props, enableSearch, options: fruit() }));
  const { tab, app } = await openApp((page) =>
    page.add(kept as Dropdown, new Button({ content: "Between" }), found as Dropdown),
  );
  onTestFinished(async () => {
    await tab.close();
    await app.close();
  });
  const fields = tab.getByRole("combobox");
  for (const field of [fields.first(), fields.last()]) {
    await field.focus();
    await tab.keyboard.press("c");
    const isOwn = await field.evaluate((element) => element.tagName !== "SELECT");
    if (isOwn) await tab.keyboard.press("Enter");
    await tab.keyboard.press("Escape");
    await tab.getByRole("button", { name: "Between" }).focus();
  }
  await expect.poll(() => found?.value).toBe("cherry");
  expect(kept?.value).toBe(null);
});

test("the inputFilter of a dropdown decides which characters can be typed", async () => {
  const dropdown = new Dropdown({ editable: true, inputFilter: { regexString: "[0-9]" }, options: fruit() });
  const { tab, app } = await openApp((page) => page.add(dropdown));
  const field = tab.getByRole("combobox");
  await field.pressSequentially("a1b2");
  expect(await field.inputValue()).toBe("12");
  await expect.poll(() => dropdown.text).toBe("12");
  await tab.close();
  await app.close();
});

test("selectedIndex of an autocomplete field marks the selected suggestion in the list", async () => {
  const suggestions = ["Finland", "France"].map((value) => ({ key: value, value }));
  const country = new AutoComplete({ value: "F", suggestions, selectedIndex: 1 });
  const { tab, app } = await openApp((page) => page.add(country));
  await tab.getByRole("combobox").press("ArrowDown");
  await expect.poll(() => tab.getByRole("option").count()).toBe(2);
  expect(await tab.getByRole("option", { selected: true }).allTextContents()).toEqual(["France"]);
  await tab.close();
  await app.close();
});

test("a click on a checkbox with tristate goes through three states", async () => {
  const boxes = [true, false].map((tristate) => new Checkbox({ tristate, label: tristate ? "three" : "two" }));
  const changes: [string | null, boolean | null][] = [];
  for (const box of boxes) box.onChange = ({ data }) => void changes.push([String(box.label), data]);
  const { tab, app } = await openApp((page) => page.add(...boxes));
  for (const name of ["three", "two"]) {
    for (let click = 0; click < 3; click++) {
      const before = changes.length;
      await tab.getByRole("checkbox", { name }).click();
      // Of several changes while one is pending, only the last is reported.
      await expect.poll(() => changes.length).toBe(before + 1);
      if (changes.at(-1)?.[1] !== null) continue;
      expect(await tab.getByRole("checkbox", { name }).getAttribute("aria-checked")).not.toBe("true");
      expect(await tab.getByRole("checkbox", { name }).evaluate((input: HTMLInputElement) => input.indeterminate)).toBe(
        true,
      );
    }
  }
  expect(changes).toEqual([
    ["three", true],
    ["three", null],
    ["three", false],
    ["two", true],
    ["two", false],
    ["two", true],
  ]);
  await tab.close();
  await app.close();
});
