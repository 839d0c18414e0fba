import { MenuBar, type MenuBarProps, MenuItemButton, SubmenuButton, TextField } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

/** A bar with menus, and all that the app is events, in order. */
function bar() {
  const events: string[] = [];
  const say = (what: string) => () => void events.push(what);
  const item = (content: string, more = {}) =>
    new MenuItemButton({ content, onClick: say(`${content} click`), ...more });
  const menu = (content: string, ...controls: (MenuItemButton | SubmenuButton)[]) =>
    new SubmenuButton({ content, controls, onOpen: say(`${content} open`), onClose: say(`${content} close`) });
  const h = mount((page) =>
    page.add(
      new MenuBar({
        controls: [
          menu("File", item("New"), menu("Recent", item("First")), item("Wrap", { closeOnClick: false })),
          menu("Edit", item("Copy", { disabled: true }), item("Cut")),
          item("Help"),
        ],
      }),
      new TextField({ label: "Text" }),
    ),
  );
  const find = (name: string) => h.getByRole("menuitem", { name });
  return { h, events, find, tap: (name: string) => h.tap(find(name)) };
}

test("an item deep inside is clicked once the menus around it are open, and closes them all", async () => {
  const { events: reported, tap } = bar();
  await expect(tap("First")).rejects.toThrow("is in a closed menu");
  for (const name of ["File", "Recent", "First"]) await tap(name);
  expect(reported).toEqual(["File open", "Recent open", "First click", "Recent close", "File close"]);
});

test("an item may leave the menus open, and one of the bar itself needs none", async () => {
  const { events: reported, tap } = bar();
  await tap("File");
  await tap("Wrap");
  await tap("Wrap");
  await tap("Help");
  expect(reported).toEqual(["File open", "Wrap click", "Wrap click", "File close", "Help click"]);
});

test("one menu is open at a time, and a press elsewhere closes it", async () => {
  const { h, events: reported, tap } = bar();
  await tap("File");
  await tap("Edit");
  await h.tap(h.getByRole("textbox"));
  expect(reported).toEqual(["File open", "File close", "Edit open", "Edit close"]);
});

test("the keyboard goes into a menu with Enter and comes back with Escape", async () => {
  const { h, events: reported, find } = bar();
  const log: string[] = [];
  for (const name of ["Edit", "Cut"]) {
    const item = find(name) as MenuItemButton;
    item.onFocus = () => void log.push(`${name} focus`);
    item.onBlur = () => void log.push(`${name} blur`);
  }
  await h.press(find("Edit"), "Enter");
  await h.press(find("Cut"), "Escape");
  expect(reported).toEqual(["Edit open", "Edit close"]);
  expect(log).toEqual(["Edit focus", "Edit blur", "Cut focus", "Cut blur", "Edit focus"]);
});

test.each<[object, string]>([
  [{ style: { elevation: { hovered: -1 } } }, "MenuBar.style.elevation.hovered must be at least 0, not -1."],
  [{ style: { color: "red" } }, "MenuBar.style.color is not a field of MenuStyle"],
  [{ clipBehavior: "some" }, "MenuBar.clipBehavior must be one of "],
])("of a wrong value it says what would be right: %j", (props, text) => {
  expect(() => new MenuBar(props as MenuBarProps)).toThrow(text);
});
