import { Chip, type Control, IconButton, ListTile, ListView, Row, SearchBar } from "runlet";
import { button, disable, type FocusCase, type FocusCases, hide, remove, type Step } from "./case.ts";

type Rest = readonly [focused: string, ...keys: Step[]];
const NAMES = ["A", "B", "C"];

/** Chips in a row, of which one has the focus, or its delete button. */
function chip(at: number, part: string | undefined, act: (chip: Chip) => void, ...[focused, ...keys]: Rest) {
  return (): FocusCase => {
    const controls = NAMES.map((label) => new Chip({ label, onSelect: () => {}, onDelete: () => {} }));
    const start = controls[at] as Chip;
    const given = part === undefined ? {} : { part };
    return { root: new Row({ controls }), start, ...given, act: () => act(start), focused, keys };
  };
}
const DELETE = ".r-chip-delete";

function tile(title: string): ListTile {
  const trailing = new IconButton({ icon: "delete", tooltip: `delete ${title}`, onClick: () => {} });
  return new ListTile({ title, onClick: () => {}, trailing });
}

/** Rows of a list, of which one has the focus. */
function row(at: number, act: (row: ListTile, list: ListView) => void, ...[focused, ...keys]: Rest) {
  return (): FocusCase => {
    const rows = NAMES.map(tile);
    const root = new ListView({ height: 200, controls: rows });
    const start = rows[at] as ListTile;
    return { root, start, act: () => act(start, root), focused, keys };
  };
}

/** A search bar whose view is open, with the focus on the second of three suggestions. */
function suggestion(act: (one: Control, bar: SearchBar) => void, ...[focused, ...keys]: Rest) {
  return (): FocusCase => {
    const controls = NAMES.map(button);
    const root = new SearchBar({ barHintText: "Find", viewHintText: "Find here", controls });
    const start = controls[1] as Control;
    const inKit = focused === "Find here" ? "Find" : focused;
    return { root, start, opens: [root], act: () => act(start, root), focused, inKit, keys };
  };
}

export const listCases: FocusCases = {
  "a chip goes": chip(1, undefined, remove, "C", ["Delete", "C"]),
  "the last chip hides": chip(2, undefined, hide, "B"),
  "a chip is disabled": chip(1, undefined, disable, "C"),
  "the last chip goes by its delete button": chip(2, DELETE, remove, "B"),
  "a chip loses its delete button": chip(
    1,
    DELETE,
    (it) => {
      it.onDelete = undefined;
    },
    "B",
  ),
  "a chip with nothing but a delete button goes": () => {
    const controls = NAMES.map(
      (label) => new Chip({ label, onDelete: () => {}, deleteIconTooltip: `delete ${label}` }),
    );
    const start = controls[1] as Chip;
    return {
      root: new Row({ controls }),
      start,
      part: DELETE,
      act: () => remove(start),
      focused: "delete C",
      inKit: "C",
    };
  },
  "a row goes": row(1, remove, "C", ["Tab", "delete C"]),
  "the last row goes": row(2, remove, "B"),
  "a row hides": row(1, hide, "C", ["Shift+Tab", "delete A"]),
  "a row is disabled": row(1, disable, "C"),
  "all rows go": row(1, (_, { controls }) => controls.splice(0), "ListView"),
  "the first rows go": row(0, (_, { controls }) => controls.splice(0, 2), "C"),
  "a row moves": row(
    1,
    (it, list) => {
      remove(it);
      list.controls.unshift(it);
    },
    "B",
    ["Tab", "delete B"],
  ),
  "a button in the last row goes": () => {
    const rows = NAMES.map(tile);
    const [, , last] = rows as [ListTile, ListTile, ListTile];
    const start = last.trailing as Control;
    const act = () => remove(last);
    return { root: new ListView({ height: 200, controls: rows }), start, act, focused: "B" };
  },
  "a suggestion goes": suggestion(remove, "C", ["ArrowUp", "A"], ["Escape", "Find"]),
  "a suggestion hides": suggestion(hide, "C", ["ArrowDown", "Find here"]),
  "a suggestion is disabled": suggestion(disable, "C", ["ArrowUp", "A"]),
  "all suggestions go": suggestion((_, { controls }) => controls.splice(0), "Find here", ["Escape", "Find"]),
  "an open search hides": suggestion((_, bar) => hide(bar), "After"),
  "an open search is disabled": suggestion((_, bar) => disable(bar), "After"),
};
