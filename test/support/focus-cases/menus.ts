import { MenuBar, MenuItemButton, PopupMenuButton, PopupMenuItem, SubmenuButton } from "runlet";
import { disable, type FocusCase, type FocusCases, hide, remove, type Step } from "./case.ts";

type Rest = readonly [focused: string, ...keys: Step[]];

/** A menu whose second item has the focus. */
function popup(act: (item: PopupMenuItem, menu: PopupMenuButton) => void, ...[focused, ...keys]: Rest) {
  return (): FocusCase => {
    const items = ["one", "two", "three"].map((content) => new PopupMenuItem({ content }));
    const menu = new PopupMenuButton({ content: "Menu", items });
    const start = items[1] as PopupMenuItem;
    return { root: menu, start, opens: [menu], act: () => act(start, menu), focused, keys };
  };
}

interface Bar {
  readonly root: MenuBar;
  readonly file: SubmenuButton;
  readonly edit: SubmenuButton;
  readonly more: SubmenuButton;
  readonly fresh: MenuItemButton;
  readonly cut: MenuItemButton;
  readonly red: MenuItemButton;
}

/** A menu bar, in which one of the controls has the focus. */
function bar(name: Exclude<keyof Bar, "root">, act: (bar: Bar) => void, ...[focused, ...keys]: Rest) {
  return (): FocusCase => {
    const item = (content: string) => new MenuItemButton({ content, onClick: () => {} });
    const [fresh, cut, red] = [item("new"), item("cut"), item("red")];
    const more = new SubmenuButton({ content: "More", controls: [red, item("blue")] });
    const file = new SubmenuButton({ content: "File", controls: [fresh, more, item("quit")] });
    const edit = new SubmenuButton({ content: "Edit", controls: [cut] });
    const root = new MenuBar({ controls: [file, edit, item("Help")] });
    const all = { root, file, edit, more, fresh, cut, red };
    const opens = { file: [], edit: [], more: [file], fresh: [file], cut: [edit], red: [file, more] }[name];
    return { root, start: all[name], opens, act: () => act(all), focused, keys };
  };
}

export const menuCases: FocusCases = {
  "a menu item goes": popup(remove, "three", ["ArrowUp", "one"], ["Escape", "Menu"]),
  "a menu item hides": popup(hide, "three", ["Home", "one"], ["End", "three"]),
  "a menu item is disabled": popup(disable, "three", ["ArrowDown", "one"]),
  "the last menu items go": popup((_, { items }) => items.splice(1, 2), "one", ["ArrowDown", "one"]),
  "all menu items go": popup((_, { items }) => items.splice(0), "Menu", ["ArrowDown", "Menu"]),
  "all menu items are disabled": popup((_, { items }) => items.forEach(disable), "Menu", ["Tab", "After"]),
  "all menu items are replaced": popup((_, menu) => {
    menu.items = [new PopupMenuItem({ content: "four" })];
  }, "four"),
  "an open menu hides": popup((_, menu) => hide(menu), "After"),
  "an open menu is disabled": popup((_, menu) => disable(menu), "After"),
  "an item of a bar goes": bar("file", ({ file }) => remove(file), "Edit", ["ArrowRight", "Help"]),
  "an item of a bar hides": bar("file", ({ file }) => hide(file), "Edit", ["ArrowLeft", "Help"]),
  "an item of a bar is disabled": bar(
    "file",
    ({ file }) => disable(file),
    "Edit",
    ["Tab", "After"],
    ["Shift+Tab", "Edit"],
  ),
  "an item of a submenu goes": bar("fresh", ({ fresh }) => remove(fresh), "More", ["ArrowDown", "quit"]),
  "an item of an inner submenu goes": bar("red", ({ red }) => remove(red), "blue", ["Escape", "More"]),
  "an inner submenu goes": bar("red", ({ more }) => remove(more), "quit", ["ArrowUp", "new"]),
  "an inner submenu hides": bar("red", ({ more }) => hide(more), "quit", ["Escape", "File"]),
  "an open submenu of a bar goes": bar("fresh", ({ file }) => remove(file), "Edit", ["ArrowDown", "cut"]),
  "all of an open submenu is disabled": bar("cut", ({ cut }) => disable(cut), "Edit", ["ArrowRight", "Help"]),
};
