import type { Control } from "../core/control.ts";
import { childrenOf, NODE } from "../core/node.ts";

/** What a text must be: equal, or match. */
export type TextMatch = string | RegExp;

/** Narrows `…ByRole`. */
export interface RoleOptions {
  /** The name a screen reader would say. */
  readonly name?: TextMatch;
}

/** What is looked for. */
export interface Query {
  /** The end of the method's name: `getByText` looks by `Text`. */
  readonly by: "Text" | "Type" | "Key" | "Role";
  /** As a failure names it: `role button and name Add`. */
  readonly what: string;
  /** The text, name, key or class that is looked for. */
  readonly text: TextMatch | undefined;
  readonly role?: string;
  fits(control: Control): boolean;
}

export function matches(text: string | undefined, wanted: TextMatch): boolean {
  if (text === undefined) return false;
  // Not test(): with the flag g, that goes on from where it was.
  return typeof wanted === "string" ? text === wanted : text.search(wanted) !== -1;
}

/** A control's own text: what its declaration calls its label. */
export function textOf(control: Control): string | undefined {
  const { label } = control[NODE].spec.semantics;
  const value: unknown = label === undefined ? undefined : Reflect.get(control, label);
  return typeof value === "string" ? value : undefined;
}

/** What a screen reader calls a control: its own label, else the text inside it, else its tooltip. */
export function accessibleName(control: Control): string {
  const semantics: unknown = Reflect.get(control, "semanticsLabel") ?? Reflect.get(control, "semanticLabel");
  if (typeof semantics === "string") return semantics;
  const own = textOf(control);
  if (own !== undefined && own !== "") return own;
  const inside = childrenOf(control[NODE])
    // What a menu holds is not what its button is called.
    .filter(({ spec }) => spec.semantics.role !== "menuitem")
    .map((child) => accessibleName(child.control))
    .filter((name) => name !== "")
    .join(" ");
  return inside === "" && typeof control.tooltip === "string" ? control.tooltip : inside;
}
