import { type Control, childControls, specOf } from "../controls/control.ts";

/** Text to find: a string must be equal, a regular expression must match a part. */
export type TextMatch = string | RegExp;

/** Options that narrow a query by role. */
export interface RoleOptions {
  /** Accessible name: the name that a screen reader reads. */
  readonly name?: TextMatch;
}

/** A query for controls. */
export interface Query {
  /** End of the method's name: `Text` for `getByText`. */
  readonly by: "Text" | "Type" | "Key" | "Role";
  /** Description for error messages: `role button and name Add`. */
  readonly what: string;
  /** Text, name, key or class to find. */
  readonly text: TextMatch | undefined;
  readonly role?: string;
  matches(control: Control): boolean;
}

export function matches(text: string | undefined, expected: TextMatch): boolean {
  if (text === undefined) return false;
  // search() rather than test(): with the flag g, test() would start at the end of the last match.
  return typeof expected === "string" ? text === expected : text.search(expected) !== -1;
}

/** Returns a control's own text: the property that its declaration names as its label. */
export function textOf(control: Control): string | undefined {
  const { label = [] } = specOf(control).semantics;
  return [label]
    .flat()
    .map((name): unknown => Reflect.get(control, name))
    .find((value) => typeof value === "string");
}

/** Returns the accessible name of a control: its own label, or the text inside it, or its tooltip. */
export function accessibleName(control: Control): string {
  const semantics: unknown = Reflect.get(control, "semanticsLabel") ?? Reflect.get(control, "semanticLabel");
  if (typeof semantics === "string") return semantics;
  const own = textOf(control);
  if (own !== undefined && own !== "") return own;
  const inside = childControls(control)
    // The items of a menu are not part of its button's name.
    .filter((child) => specOf(child).semantics.role !== "menuitem")
    .map(accessibleName)
    .filter((name) => name !== "")
    .join(" ");
  return inside === "" && typeof control.tooltip === "string" ? control.tooltip : inside;
}
