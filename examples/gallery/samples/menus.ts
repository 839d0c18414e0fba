import {
  Icon,
  type IconName,
  MenuBar,
  MenuItemButton,
  PopupMenuButton,
  PopupMenuItem,
  Row,
  SubmenuButton,
  Text,
} from "runlet";
import { type Sample, sample } from "../sample.ts";

const items = (): PopupMenuItem[] => [
  new PopupMenuItem({ content: "Open", icon: "folder_open" }),
  new PopupMenuItem({ content: "Save", icon: "save" }),
  new PopupMenuItem(),
  new PopupMenuItem({ content: "Hidden files", checked: true }),
  new PopupMenuItem({ content: "Delete", icon: "delete", disabled: true }),
];

const item = (content: string, icon: IconName, keys?: string): MenuItemButton =>
  new MenuItemButton({
    content,
    leading: new Icon({ name: icon }),
    trailing: keys === undefined ? null : new Text({ value: keys, themeStyle: "labelMedium" }),
  });

const file = (): SubmenuButton =>
  new SubmenuButton({
    content: "File",
    controls: [
      item("New", "note_add", "Ctrl+N"),
      new SubmenuButton({
        content: "Recent",
        leading: new Icon({ name: "history" }),
        controls: [item("Letter", "mail")],
      }),
      item("Save", "save", "Ctrl+S"),
    ],
  });

const bar = (): MenuBar =>
  new MenuBar({
    controls: [
      file(),
      new SubmenuButton({ content: "Edit", controls: [item("Cut", "content_cut"), item("Paste", "content_paste")] }),
      new MenuItemButton({ content: "Help" }),
    ],
  });

/** Samples of menus. */
export const samples: readonly Sample[] = [
  sample({
    kind: PopupMenuButton,
    group: "Menus",
    says: "A button that opens a menu.",
    make: () => new PopupMenuButton({ items: items(), tooltip: "More" }),
    states: {
      "dots, an icon, words": () =>
        new Row({
          controls: [
            new PopupMenuButton({ items: items(), tooltip: "More" }),
            new PopupMenuButton({ items: items(), icon: "sort", iconColor: "primary", tooltip: "Order" }),
            new PopupMenuButton({ items: items(), content: "Actions", tooltip: "Show actions" }),
          ],
        }),
      disabled: () => new PopupMenuButton({ items: items(), tooltip: "More", disabled: true }),
    },
  }),
  sample({
    kind: PopupMenuItem,
    group: "Menus",
    says: "One item of a PopupMenuButton.",
    make: () => new PopupMenuItem({ content: "Share", icon: "share" }),
    around: (one) => new PopupMenuButton({ items: [one as PopupMenuItem, ...items()], content: "Open the menu" }),
    states: { "in a menu": () => new PopupMenuButton({ items: items(), content: "Open the menu" }) },
  }),
  sample({
    kind: MenuBar,
    group: "Menus",
    says: "A row of menus, as at the top of a window.",
    make: bar,
    states: {
      plain: bar,
      styled: () =>
        new MenuBar({
          controls: [file(), new MenuItemButton({ content: "Help" })],
          style: { bgcolor: "secondarycontainer", elevation: 0, shape: { type: "stadium" }, padding: 8 },
        }),
      disabled: () => new MenuBar({ controls: [file()], disabled: true }),
    },
  }),
  sample({
    kind: SubmenuButton,
    group: "Menus",
    says: "Opens a menu from a bar, or from another menu.",
    make: file,
    around: (menu) => new MenuBar({ controls: [menu] }),
    states: { "in a bar": () => new MenuBar({ controls: [file()] }) },
  }),
  sample({
    kind: MenuItemButton,
    group: "Menus",
    says: "An action in a menu, or in the bar itself.",
    make: () => item("Print", "print", "Ctrl+P"),
    around: (one) => new MenuBar({ controls: [one] }),
    states: {
      "in a bar": () =>
        new MenuBar({ controls: [item("Print", "print", "Ctrl+P"), new MenuItemButton({ content: "Help" })] }),
    },
  }),
];
