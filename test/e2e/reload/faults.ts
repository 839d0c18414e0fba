import type { Change, Program } from "./program.ts";

const set = (control: `${number}.${number}` | "page", property: string, value?: unknown): Change => ({
  kind: "set",
  control,
  property,
  to: value === undefined ? "default" : { value },
});
const insert = (parent: `${number}.${number}` | "page", slot: string, part: number, sample: string): Change => ({
  kind: "insert",
  parent,
  slot,
  at: 0,
  part,
  sample,
});
const remove = (control: `${number}.${number}`): Change => ({ kind: "remove", control });
const move = (
  control: `${number}.${number}`,
  parent: `${number}.${number}` | "page",
  slot = "controls",
  at = 1,
): Change => ({ kind: "move", control, parent, slot, at });

function program(samples: readonly string[], ...updates: readonly (readonly Change[])[]): Program {
  const parts = samples.map((sample, part) => ({ part, sample }));
  return { seed: 0, parts, isIsolated: false, autoUpdate: true, updates };
}

/** Programs after which a page was once not as after a reload, each for one mistake. */
export const faults: { readonly [name: string]: Program } = {
  "a control moves to another slot of its parent": program(
    [],
    [insert("page", "bottomAppbar", 0, "AutoComplete: large")],
    [move("0.0", "page")],
  ),
  "a badge comes after the children": program(["TabBar: large"], [set("0.0", "badge", "7")]),
  "a badge comes after a View": program([], [insert("page", "views", 0, "View: bare")], [set("page", "badge", "7")]),
  "a badge that is a control leaves": program(
    ["Slider: large"],
    [insert("0.0", "badge", 1, "Badge: bare")],
    [set("0.0", "badge")],
  ),
  "a badge gets the background of a text style": program(
    ["AutoComplete: empty"],
    [insert("0.0", "badge", 1, "Badge: bare")],
    [set("1.0", "textStyle", { bgcolor: "primary" })],
  ),
  "a list turns sideways": program(["ListView: with lines"], [set("0.0", "horizontal", true)]),
  "a share of 0": program(["ExpansionTile: arrow first"], [set("0.0", "expand", 0)], [move("0.0", "page")]),
  "a tab leaves its bar": program(["TabBar: fill"], [move("0.3", "page")]),
  "a tab bar leaves its Tabs": program(["Tabs: large"], [move("0.2", "page")]),
  "a tab bar is removed": program(["Tabs: large"], [remove("0.2")]),
  "a panel leaves": program(["TabBarView: next to another"], [move("0.11", "page")]),
  "a panel is disabled": program(["Tabs: tabs"], [set("0.0", "disabled", true)]),
  "a destination leaves its bar": program(["NavigationBar: colored"], [move("0.1", "page")]),
  "a destination leaves its rail": program(["NavigationRail: large"], [move("0.1", "page")]),
  "a radio leaves its group": program(["Radio: label first"], [move("0.1", "page")]),
  "a View becomes a dialog": program(
    [],
    [insert("page", "views", 0, "View: bare")],
    [set("0.0", "fullscreenDialog", true)],
  ),
  "a badge is there before a tint": program(
    ["Image: repeated"],
    [set("0.0", "badge", "7")],
    [set("0.0", "color", "red500")],
  ),
  "a control without a Tab gets a picture": program(
    ["TabBar: disabled"],
    [insert("0.2", "tabs", 1, "Container: gradient")],
    [set("1.0", "image", { src: "/a.png" })],
  ),
  "a control moves to a row that is not drawn": program(
    ["GridView: large"],
    [insert("page", "controls", 1, "SafeArea: large")],
    [move("1.0", "0.0", "controls", 400)],
  ),
  "a menu item leaves its menu": program(["SubmenuButton: bare"], [move("0.5", "page")]),
  "a control without a Tab leaves a tab bar": program(
    ["TabBar: disabled"],
    [insert("0.2", "tabs", 1, "SegmentedButton: disabled")],
    [move("1.0", "page")],
  ),
  "a segment leaves its group": program(["SegmentedButton: words"], [move("0.1", "page")]),
  "a Container with a badge becomes a link": program(
    ["Container: clickable"],
    [insert("0.0", "badge", 1, "Badge: bare")],
    [set("0.0", "url", "/path")],
  ),
  "a tinted image is no longer repeated": program(["Image: repeated"], [set("0.0", "repeat")]),
  "a card loses its aspectRatio": program(
    ["ListTile: three lines"],
    [set("0.0", "aspectRatio", 100)],
    [set("0.0", "aspectRatio")],
  ),
  "a filled dropdown gets a color of its list": program(
    ["Dropdown: hint"],
    [set("0.0", "filled", true)],
    [set("0.0", "bgcolor", "red500")],
  ),
};
