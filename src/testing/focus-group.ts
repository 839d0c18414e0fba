import { type Control, specOf } from "../controls/control.ts";
import type { FocusTree } from "./focus-tree.ts";

/** Types of controls that hold a group in which arrow keys move the focus, by the role of its items. */
const HOLDERS: { readonly [role: string]: readonly string[] | undefined } = {
  menuitem: ["PopupMenuButton", "SubmenuButton", "MenuBar"],
  tab: ["TabBar"],
  radio: ["RadioGroup", "SegmentedButton"],
};

export function roleOf(control: Control): string | undefined {
  return specOf(control).semantics.role;
}

/** Returns whether a control holds a group of items of a role. */
export function isHolder(control: Control, role: string | undefined): boolean {
  return HOLDERS[role ?? ""]?.includes(specOf(control).type) === true;
}

/** Returns what holds the group of an item. */
export function holderOf(item: Control): Control | undefined {
  const role = roleOf(item);
  let at = item.parent;
  while (at !== undefined && !isHolder(at, role)) at = at.parent;
  return at;
}

/** Returns the items of a role in a control, or the control itself, without those of groups inside. */
export function itemsIn(tree: FocusTree, control: Control, role: string): Control[] {
  if (roleOf(control) === role) return [control];
  return isHolder(control, role) ? [] : tree.childrenOf(control).flatMap((child) => itemsIn(tree, child, role));
}

/** Returns all items of a group. */
export function itemsOf(tree: FocusTree, holder: Control, role: string): Control[] {
  return tree.childrenOf(holder).flatMap((child) => itemsIn(tree, child, role));
}

/** Returns the selected item of a group of which one can be selected. */
export function chosenIn(tree: FocusTree, holder: Control, items: readonly Control[]): Control | undefined {
  const { type } = specOf(holder);
  const of = (control: Control, name: string): unknown => tree.viewOf(control).get(name);
  if (type === "TabBar") {
    return items.filter((item) => of(item, "visible") === true)[tree.selectedTabAround(holder) ?? -1];
  }
  if (type === "SegmentedButton" && of(holder, "allowMultipleSelection") !== true) {
    return items.find((item) => (of(holder, "selected") as string[]).includes(String(of(item, "value"))));
  }
  if (type !== "RadioGroup" || of(holder, "value") == null) return undefined;
  return items.find((item) => of(item, "value") === of(holder, "value"));
}

/** Returns whether Tab reaches a control. Of a group, it reaches the selected item or the first one, and none of a menu. */
export function isTabStop(tree: FocusTree, control: Control): boolean {
  const role = roleOf(control);
  const holder = holderOf(control);
  if (role === undefined || holder === undefined) return true;
  if (role === "menuitem" && specOf(holder).type !== "MenuBar") return false;
  if (tree.viewOf(holder).get("allowMultipleSelection") === true) return true;
  const items = itemsOf(tree, holder, role).filter((item) => tree.isUsable(item));
  return control === (chosenIn(tree, holder, items) ?? items[0]);
}

/** Returns what Tab reaches in a control, and the control itself if Tab reaches it, in order. */
export function stopsIn(tree: FocusTree, control: Control): Control[] {
  const inside = tree.childrenOf(control).flatMap((child) => stopsIn(tree, child));
  return tree.isFocusable(control) && isTabStop(tree, control) ? [control, ...inside] : inside;
}
