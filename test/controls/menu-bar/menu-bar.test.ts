import { MenuBar, type MenuBarProps, MenuItemButton, SubmenuButton, TextField } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

/** Mounts a bar with menus, and records the events that the app receives, in order. */
function bar() {
  const events: string[] = [];
  const record = (what: string) => () => void events.push(what);
  const item = (content: string, more = {}) =>
    new MenuItemButton({ content, onClick: record(`${content} click`), ...more });
  const menu = (content: string, ...controls: (MenuItemButton | SubmenuButton)[]) =>
    new SubmenuButton({ content, controls, onOpen: record(`${content} open`), onClose: record(`${content} close`) });
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

test("an item in a submenu can be clicked when its menus are open, and closes them all", async () => {
  const { events: reported, tap } = bar();
  await expect(tap("First")).rejects.toThrow("is in a closed menu");
  for (const name of ["File", "Recent", "First"]) await tap(name);
  expect(reported).toEqual(["File open", "Recent open", "First click", "Recent close", "File close"]);
});

test("an item with closeOnClick: false keeps the menus open, and an item of the bar needs no open menu", async () => {
  const { events: reported, tap } = bar();
  await tap("File");
  await tap("Wrap");
  await tap("Wrap");
  await tap("Help");
  expect(reported).toEqual(["File open", "Wrap click", "Wrap click", "File close", "Help click"]);
});

test("only one menu is open at a time, and a press elsewhere closes it", async () => {
  const { h, events: reported, tap } = bar();
  await tap("File");
  await tap("Edit");
  await h.tap(h.getByRole("textbox"));
  expect(reported).toEqual(["File open", "File close", "Edit open", "Edit close"]);
});

test("Enter moves the focus into a menu, and Escape moves it back", async () => {
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
])("a wrong value is refused with an error that lists what is expected: %j", (props, text) => {
  expect(() => new MenuBar(props as MenuBarProps)).toThrow(text);
});
