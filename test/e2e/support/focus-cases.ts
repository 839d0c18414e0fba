import {
  AnimatedSwitcher,
  Button,
  Checkbox,
  Chip,
  Column,
  Container,
  type Control,
  Dropdown,
  DropdownOption,
  ExpansionTile,
  IconButton,
  ListTile,
  ListView,
  MenuBar,
  MenuItemButton,
  NavigationBar,
  NavigationBarDestination,
  NavigationRail,
  NavigationRailDestination,
  PopupMenuButton,
  PopupMenuItem,
  Radio,
  RadioGroup,
  RangeSlider,
  Row,
  SearchBar,
  Segment,
  SegmentedButton,
  Slider,
  SubmenuButton,
  Tab,
  TabBar,
  TabBarView,
  Tabs,
  TextField,
} from "runlet";

/** A key that a person presses, or a change by the app, and the name of what has the focus after it. */
type Step = readonly [does: string | (() => void), focused: string];

/** What is on the page, with a button "After" below it, and what happens to the focus. */
export interface FocusCase {
  readonly root: Control;
  /** Selector of what is focused first. A text after "=" is clicked instead. */
  readonly first: string;
  readonly steps: readonly Step[];
}

type Cases = { readonly [name: string]: () => FocusCase };

export const press = (content: string): Button => new Button({ content, onClick: () => {} });
const remove =
  (list: { splice(at: number, count: number): unknown }, at = 0) =>
  () =>
    void list.splice(at, 1);
const hide = (control: Control | undefined) => () => void Object.assign(control as Control, { visible: false });
const disable = (control: Control | undefined) => () => void Object.assign(control as Control, { disabled: true });

type Act<A extends readonly unknown[]> = (...parts: A) => () => void;
type Rest = readonly [focused: string, ...rest: Step[]];

/** Makes a case: `act` is what the app does first, `focused` has the focus after that, and `rest` follows. */
function caseOf(
  root: Control,
  first: string,
  act: () => void,
  [focused, ...rest]: Rest,
  before: Step[] = [],
): FocusCase {
  return { root, first, steps: [...before, [act, focused], ...rest] };
}

/** A menu whose second item has the focus. */
function popup(act: Act<[menu: PopupMenuButton]>, ...rest: Rest): () => FocusCase {
  return () => {
    const menu = new PopupMenuButton({
      content: "Menu",
      items: ["one", "two", "three"].map((content) => new PopupMenuItem({ content })),
    });
    return caseOf(menu, "=Menu", act(menu), rest, [["ArrowDown", "two"]]);
  };
}

interface Bar {
  readonly root: MenuBar;
  readonly file: SubmenuButton;
  readonly edit: SubmenuButton;
  readonly inner: SubmenuButton;
}

/** A menu bar whose first item has the focus, until the keys are pressed. */
function bar(keys: Step[], act: Act<[Bar]>, ...rest: Rest): () => FocusCase {
  return () => {
    const item = (content: string) => new MenuItemButton({ content, onClick: () => {} });
    const inner = new SubmenuButton({ content: "More", controls: [item("red"), item("blue")] });
    const file = new SubmenuButton({ content: "File", controls: [item("new"), inner, item("quit")] });
    const edit = new SubmenuButton({ content: "Edit", controls: [item("cut")] });
    const root = new MenuBar({ controls: [file, edit, item("Help")] });
    return caseOf(root, ".r-menu-bar [tabindex='0']", act({ root, file, edit, inner }), rest, keys);
  };
}
const toNew: Step[] = [["ArrowDown", "new"]];
const toRed: Step[] = [...toNew, ["ArrowDown", "More"], ["ArrowRight", "red"]];

/** Tabs with panels, whose second one is chosen and has the focus, or its panel has. */
function tabs(first: string, act: Act<[Tabs, TabBar]>, ...rest: Rest): () => FocusCase {
  return () => {
    const list = new TabBar({ tabs: ["A", "B", "C"].map((label) => new Tab({ label })) });
    const panels = new TabBarView({
      height: 80,
      controls: ["a", "b", "c"].map((name) => new Column({ controls: [press(name), press(`${name}2`)] })),
    });
    const content = new Column({ controls: [list, panels] });
    const root = new Tabs({ length: 3, selectedIndex: 1, content });
    return caseOf(root, first, act(root, list), rest);
  };
}
const choose =
  (root: Tabs, { tabs: all }: TabBar, index: number) =>
  () => {
    all.splice(1, 1);
    (((root.content as Column).controls[1] as TabBarView).controls as Control[]).splice(1, 1);
    Object.assign(root, { selectedIndex: index, length: 2 });
  };

function segments(act: Act<[SegmentedButton]>, ...rest: Rest): () => FocusCase {
  return () => {
    const all = ["A", "B", "C"].map((label) => new Segment({ value: label, label }));
    const root = new SegmentedButton({ selected: ["A"], segments: all, onChange: () => {} });
    return caseOf(root, "=B", act(root), rest);
  };
}

function radios(act: Act<[RadioGroup, Radio[]]>, ...rest: Rest): () => FocusCase {
  return () => {
    const all = ["A", "B", "C"].map((label) => new Radio({ label, value: label }));
    const root = new RadioGroup({ value: "B", content: new Column({ controls: all }) });
    return caseOf(root, "input[value=B]", act(root, all), rest);
  };
}

type Controls = Column["controls"];

/** A row of three controls A, B and C. */
function row(make: (name: string) => Control, first: string, act: Act<[Controls]>, ...rest: Rest): () => FocusCase {
  return () => {
    const root = new Row({ controls: ["A", "B", "C"].map(make) });
    return caseOf(root, first, act(root.controls), rest);
  };
}

const chip = (label: string) => new Chip({ label, onSelect: () => {}, onDelete: () => {} });
const tag = (label: string) => new Chip({ label, onDelete: () => {}, deleteIconTooltip: `delete ${label}` });
const field = (label: string) => new TextField({ label });
const tile = (title: string) =>
  new ListTile({
    title,
    onClick: () => {},
    trailing: new IconButton({ icon: "delete", tooltip: `delete ${title}`, onClick: () => {} }),
  });

function list(first: string, act: Act<[Controls]>, ...rest: Rest): () => FocusCase {
  return () => {
    const root = new ListView({ height: 200, controls: ["A", "B", "C"].map(tile) });
    return caseOf(root, first, act(root.controls), rest);
  };
}
const secondRow = ".r-list-row:nth-child(2) .r-tile-press";

function destinations(act: Act<[NavigationBar]>, ...rest: Rest): () => FocusCase {
  return () => {
    const all = ["A", "B", "C"].map((label) => new NavigationBarDestination({ icon: "home", label }));
    const root = new NavigationBar({ destinations: all, selectedIndex: 1 });
    return caseOf(root, "[aria-current]", act(root), rest);
  };
}

function railOf(act: Act<[NavigationRail]>, ...rest: Rest): () => FocusCase {
  return () => {
    const all = ["A", "B", "C"].map((label) => new NavigationRailDestination({ icon: "home", label }));
    const root = new NavigationRail({ destinations: all, selectedIndex: 2, labelType: "all", height: 300 });
    return caseOf(new Row({ controls: [root] }), "[aria-current]", act(root), rest);
  };
}

/** A search bar whose view is open, with the second of three suggestions focused. */
function search(act: Act<[SearchBar]>, ...rest: Rest): () => FocusCase {
  return () => {
    const root = new SearchBar({
      barHintText: "Find",
      viewHintText: "Find here",
      controls: ["A", "B", "C"].map(press),
    });
    const keys: Step[] = [
      ["ArrowDown", "Find here"],
      ["ArrowDown", "A"],
      ["ArrowDown", "B"],
    ];
    return caseOf(root, ".r-search-bar input", act(root), rest, keys);
  };
}

/** A column of a field, a box with two buttons, and a field. */
function form(first: string, act: Act<[Controls, Container]>, ...rest: Rest): () => FocusCase {
  return () => {
    const box = new Container({ content: new Column({ controls: [press("yes"), press("no")] }) });
    const root = new Column({ controls: [field("name"), box, field("mail")] });
    return caseOf(root, first, act(root.controls, box), rest);
  };
}

const both =
  (...acts: readonly (() => void)[]) =>
  () => {
    for (const act of acts) act();
  };

const menus: Cases = {
  "an item of a menu goes": popup(({ items }) => remove(items, 1), "three", ["ArrowUp", "one"], ["Escape", "Menu"]),
  "an item of a menu hides": popup(({ items }) => hide(items[1]), "three", ["Home", "one"], ["End", "three"]),
  "an item of a menu is disabled": popup(({ items }) => disable(items[1]), "three", ["ArrowDown", "one"]),
  "the last items of a menu go": popup(
    ({ items }) =>
      () =>
        void items.splice(1, 2),
    "one",
    ["ArrowDown", "one"],
  ),
  "all items of a menu go": popup(
    ({ items }) =>
      () =>
        void (items.length = 0),
    "Menu",
  ),
  "all items of a menu are disabled": popup(({ items }) => both(...items.map(disable)), "Menu", ["Tab", "After"]),
  "all items of a menu are replaced": popup(
    (menu) => () => Object.assign(menu, { items: [new PopupMenuItem({ content: "four" })] }),
    "four",
  ),
  "an open menu hides": popup((menu) => hide(menu), "After"),
  "an open menu is disabled": popup((menu) => disable(menu), "After"),
  "an item of a bar goes": bar([], ({ root }) => remove(root.controls), "Edit", ["ArrowRight", "Help"]),
  "an item of a bar hides": bar([], ({ file }) => hide(file), "Edit", ["ArrowLeft", "Help"]),
  "an item of a bar is disabled": bar([], ({ file }) => disable(file), "Edit", ["Tab", "After"], ["Shift+Tab", "Edit"]),
  "an item of a submenu goes": bar(toNew, ({ file }) => remove(file.controls), "More", ["ArrowDown", "quit"]),
  "an item of an inner submenu goes": bar(toRed, ({ inner }) => remove(inner.controls), "blue", ["Escape", "More"]),
  "an inner submenu goes": bar(toRed, ({ file }) => remove(file.controls, 1), "quit", ["ArrowUp", "new"]),
  "an inner submenu hides": bar(toRed, ({ inner }) => hide(inner), "quit", ["Escape", "File"]),
  "an open submenu of a bar goes": bar(toNew, ({ root }) => remove(root.controls), "Edit", ["ArrowDown", "cut"]),
  "all of an open submenu is disabled": bar(
    [
      ["ArrowRight", "Edit"],
      ["ArrowDown", "cut"],
    ],
    ({ edit }) => disable(edit.controls[0]),
    "Edit",
    ["ArrowRight", "Help"],
  ),
};

const groups: Cases = {
  "a tab goes, and the first is chosen": tabs("=B", (root, list) => choose(root, list, 0), "A", ["ArrowRight", "C"]),
  "a tab goes, and the next is chosen": tabs("=B", (root, list) => choose(root, list, 1), "C", ["Home", "A"]),
  "a tab hides": tabs("=B", (_, list) => hide(list.tabs[1]), "C", ["ArrowRight", "A"]),
  "a tab is disabled": tabs("=B", (_, list) => disable(list.tabs[1]), "C", ["ArrowLeft", "A"]),
  "a panel of tabs hides": tabs("=b2", (root) => () => Object.assign(root, { selectedIndex: 0 }), "A", ["Tab", "a"]),
  "a segment goes": segments(
    (root) => () => {
      root.segments.splice(1, 1);
      root.selected = ["A"];
    },
    "A",
    ["ArrowRight", "C"],
  ),
  "a segment hides": segments((root) => hide(root.segments[1]), "C", ["ArrowLeft", "A"]),
  "a segment is disabled": segments((root) => disable(root.segments[1]), "C", ["ArrowRight", "A"]),
  "a radio goes": radios(
    (_, [, radio]) =>
      () =>
        void (radio?.parent as Column).controls.splice(1, 1),
    "C",
    ["ArrowDown", "A"],
  ),
  "a radio hides, and the first is chosen": radios(
    (root, all) => both(hide(all[1]), () => Object.assign(root, { value: "A" })),
    "A",
    ["ArrowDown", "C"],
  ),
  "a radio is disabled": radios((_, all) => disable(all[1]), "C", ["ArrowUp", "A"]),
  "a destination goes": destinations((root) => remove(root.destinations, 1), "C", ["Tab", "After"]),
  "a destination hides": destinations((root) => hide(root.destinations[1]), "C"),
  "a destination is disabled": destinations((root) => disable(root.destinations[1]), "C", ["Shift+Tab", "A"]),
  "a destination of a rail goes": railOf((root) => remove(root.destinations, 2), "B"),
  "a destination of a rail is disabled": railOf((root) => disable(root.destinations[2]), "B", ["Shift+Tab", "A"]),
};

const lists: Cases = {
  "a chip goes": row(chip, "=B", (all) => remove(all, 1), "C", ["Delete", "C"]),
  "the last chip hides": row(chip, "=C", (all) => hide(all[2]), "B"),
  "a chip is disabled": row(chip, "=B", (all) => disable(all[1]), "C"),
  "a chip goes by its delete button": row(chip, ".r-chip:nth-child(3) button", (all) => remove(all, 2), "B"),
  "a chip loses its delete button": row(
    chip,
    ".r-chip:nth-child(2) button",
    (all) => () => void ((all[1] as Chip).onDelete = undefined),
    "B",
  ),
  "a chip with nothing but a delete button goes": row(
    tag,
    ".r-chip:nth-child(2) button",
    (all) => remove(all, 1),
    "delete C",
  ),
  "a row of a list goes": list(secondRow, (all) => remove(all, 1), "C", ["Tab", "delete C"]),
  "the last row of a list goes": list(".r-list-row:nth-child(3) button[aria-label]", (all) => remove(all, 2), "B"),
  "a row of a list hides": list(secondRow, (all) => hide(all[1]), "C", ["Shift+Tab", "delete A"]),
  "a row of a list is disabled": list(secondRow, (all) => disable(all[1]), "C"),
  "all rows of a list go": list(secondRow, (all) => () => void (all.length = 0), "r-list"),
  "a row of a list moves": list(secondRow, (all) => () => void all.unshift(...all.splice(1, 1)), "B", [
    "Tab",
    "delete B",
  ]),
  "a suggestion goes": search(({ controls }) => remove(controls, 1), "C", ["ArrowUp", "A"], ["Escape", "Find"]),
  "all suggestions go": search(
    ({ controls }) =>
      () =>
        void (controls.length = 0),
    "Find here",
    ["Escape", "Find"],
  ),
  "a suggestion is disabled": search(({ controls }) => disable(controls[1]), "C", ["ArrowDown", "Find here"]),
  "an open search hides": search((root) => hide(root), "After"),
  "an open search is disabled": search((root) => disable(root), "After"),
};

const others: Cases = {
  "a field goes": form("input", (all) => remove(all), "yes", ["Tab", "no"]),
  "a field hides": form("input", (all) => hide(all[0]), "yes"),
  "a field is disabled": form(".r-column > .r-field:last-child input", (all) => disable(all[2]), "no"),
  "a box with a button hides": form("=yes", (_, box) => hide(box), "mail"),
  "a box with a button is disabled": form("=no", (_, box) => disable(box), "mail"),
  "a button is replaced": form(
    "=yes",
    (_, box) => () => void ((box.content as Column).controls[0] = press("new")),
    "new",
  ),
  "a button moves to a column that is new": form(
    "=no",
    (all, box) => () => void all.push(new Column({ controls: (box.content as Column).controls.splice(1, 1) })),
    "no",
  ),
  "a button moves to where nothing is visible": form(
    "=yes",
    (all, box) => () =>
      void all.push(new Column({ visible: false, controls: (box.content as Column).controls.splice(0, 1) })),
    "no",
  ),
  "a slider is disabled": row(
    () => new Slider({ value: 0.5 }),
    ".r-row > :nth-child(2) input",
    (all) => both(disable(all[1]), disable(all[2]), () => Object.assign(all[0] as Slider, { tooltip: "first" })),
    "first",
  ),
  "a range slider goes": () => {
    const root = new Column({
      controls: [new RangeSlider({ startValue: 0.2, endValue: 0.8 }), new Checkbox({ label: "box" })],
    });
    return caseOf(root, "input[type=range] + input[type=range]", remove(root.controls), ["box"]);
  },
  "a tile closes": () => {
    const root = new ExpansionTile({ title: "tile", expanded: true, controls: [press("inside")] });
    return caseOf(root, "=inside", () => Object.assign(root, { expanded: false }), ["tile"]);
  },
  "content leaves with an animation": () => {
    const root = new AnimatedSwitcher({ content: press("old"), duration: 5000, reverseDuration: 5000 });
    return caseOf(root, "=old", () => Object.assign(root, { content: press("new") }), ["new"]);
  },
  "a box can no longer be clicked": () => {
    const box = new Container({ content: press("inner"), onClick: () => {} });
    return caseOf(box, "[role=button][tabindex]", () => Object.assign(box, { onClick: undefined }), ["inner"]);
  },
  "a dropdown goes": () => {
    const root = new Column({
      controls: [new Dropdown({ label: "list", options: [new DropdownOption({ value: "x" })] }), field("next")],
    });
    return caseOf(root, "select", remove(root.controls), ["next"]);
  },
};

export const focusCases: Cases = { ...menus, ...groups, ...lists, ...others };
