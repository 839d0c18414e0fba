import {
  Button,
  Chip,
  Column,
  type Control,
  FilledButton,
  FilledIconButton,
  FilledTonalButton,
  FilledTonalIconButton,
  FloatingActionButton,
  IconButton,
  MenuBar,
  MenuItemButton,
  OutlinedButton,
  OutlinedIconButton,
  PopupMenuButton,
  PopupMenuItem,
  Segment,
  SegmentedButton,
  SubmenuButton,
  TextButton,
  TextField,
} from "runlet";
import { type Act, one, type Scene, use } from "./scene.ts";

const textual = [Button, FilledButton, FilledTonalButton, OutlinedButton, TextButton];
const icons = [IconButton, FilledIconButton, FilledTonalIconButton, OutlinedIconButton];

const segmented = (props: object) => () => {
  const segments = ["a", "b", "c"].map((value) => new Segment({ value, label: value, disabled: value === "c" }));
  const button = new SegmentedButton({ segments, selected: ["a"], ...props });
  return { used: [button, ...segments.slice(0, 2)], root: button };
};

const chooseAll: Act = async (hands, _, a, b) => {
  for (const segment of [a, b, b, a]) await hands.tap(segment as Control);
  await hands.press(a as Control, " ");
  await hands.press(b as Control, "Enter");
};

const useChip: Act = async (hands, chip) => {
  await use(hands, chip);
  for (const key of ["Delete", "Backspace"]) await hands.press(chip, key);
};

/** A menu of two items, and a text field below it. */
const popup = (props: object) => () => {
  const items = [new PopupMenuItem({ content: "One" }), new PopupMenuItem({ content: "Two", checked: false })];
  const button = new PopupMenuButton({ items, content: "Menu", ...props });
  const field = new TextField();
  return { used: [button, ...items, field], root: new Column({ spacing: 200, controls: [button, field] }) };
};

/** A menu bar with two menus, one of which has a submenu, and a text field below. */
const bar = () => {
  const deep = new MenuItemButton({ content: "Deep" });
  const inner = new SubmenuButton({ content: "Inner", controls: [deep] });
  const stay = new MenuItemButton({ content: "Stay", closeOnClick: false });
  const file = new SubmenuButton({ content: "File", controls: [stay, inner] });
  const cut = new MenuItemButton({ content: "Cut" });
  const edit = new SubmenuButton({ content: "Edit", controls: [cut] });
  const field = new TextField();
  const root = new Column({ spacing: 240, controls: [new MenuBar({ controls: [file, edit] }), field] });
  return { used: [file, stay, inner, deep, edit, cut, field], root };
};

export const scenes: readonly Scene[] = [
  ...textual.map((kind): Scene => [kind.spec.type, one(() => new kind({ content: "Go" })), use]),
  ...icons.map((kind): Scene => [kind.spec.type, one(() => new kind({ icon: "add", selected: true })), use]),
  ["FloatingActionButton", one(() => new FloatingActionButton({ icon: "add" })), use],
  ["a button with a link", one(() => new Button({ content: "Go", url: "https://example.com/" })), use],
  ["an icon button with a link", one(() => new IconButton({ icon: "add", url: "https://example.com/" })), use],
  ["segments, exactly one selected", segmented({}), chooseAll],
  ["segments, at most one selected", segmented({ allowEmptySelection: true }), chooseAll],
  ["segments, several selected", segmented({ allowMultipleSelection: true }), chooseAll],
  [
    "segments, by arrow keys",
    segmented({}),
    async (hands, _, a, b) => {
      await hands.press(a as Control, "ArrowRight");
      await hands.press(b as Control, "ArrowRight");
      await hands.press(a as Control, "ArrowLeft");
    },
  ],
  [
    "a popup menu whose items are picked",
    popup({}),
    async (hands, button, first, second) => {
      await hands.tap(button);
      await hands.tap(first as Control);
      await hands.press(button, "Enter");
      await hands.press(second as Control, "Enter");
    },
  ],
  [
    "a popup menu that closes without a pick",
    popup({ menuPosition: "under" }),
    async (hands, button, first, _, field) => {
      await hands.press(button, "ArrowDown");
      await hands.press(first as Control, "Escape");
      await hands.tap(button);
      await hands.tap(button);
      await hands.tap(button);
      await hands.tap(field as Control);
    },
  ],
  [
    "a menu bar, by touch",
    bar,
    async (hands, ...used) => {
      const [file, stay, inner, deep, edit, cut, field] = used as [Control, ...Control[]];
      for (const control of [file, stay, inner, deep, file, edit, cut, edit, edit, file, field])
        await hands.tap(control as Control);
    },
  ],
  [
    "a menu bar, by keyboard",
    bar,
    async (hands, ...used) => {
      const [file, stay, inner, deep, edit, cut] = used as [Control, ...Control[]];
      await hands.press(file, "ArrowDown");
      await hands.press(stay as Control, "Enter");
      await hands.press(inner as Control, "Enter");
      await hands.press(deep as Control, "Escape");
      await hands.press(inner as Control, " ");
      await hands.press(deep as Control, "Enter");
      await hands.press(edit as Control, "Enter");
      await hands.press(cut as Control, " ");
    },
  ],
  ["a selectable chip", () => ({ used: [new Chip({ label: "choice" })], without: ["onClick"] }), useChip],
  ["a clickable chip", () => ({ used: [new Chip({ label: "click" })], without: ["onSelect"] }), useChip],
];
