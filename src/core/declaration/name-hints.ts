import { type Node, propertyPath } from "../tree/node.ts";
import { RunletError } from "./errors.ts";
import { MAX_TYPED, nearestWord } from "./nearest-word.ts";
import type { ControlSpec } from "./spec.ts";

/** Maximum number of properties that an error lists if it can suggest none. */
const MAX_LISTED = 8;

/** Returns a name in the style of this framework: `onClick` for `on_click` and `on-click`. A private name such as `_build` stays. */
export function toCamelCase(name: string): string {
  if (name.length > MAX_TYPED) return name;
  return name.replace(/(?<=[a-z0-9])[_-]+(\w)/gi, (_, letter: string) => letter.toUpperCase());
}

/** Returns the property that has the same letters as a name, in any case and spelling: `bgcolor` for `bgColor`. */
export function sameLetters(spec: ControlSpec, name: string): string | undefined {
  if (name.length > MAX_TYPED) return undefined;
  const letters = lettersOf(name);
  return Object.keys(spec.entries).find((other) => lettersOf(other) === letters);
}

/** Returns the property of a control that was probably meant by a name. */
export function suggestProperty(spec: ControlSpec, name: string): string | undefined {
  if (name.length > MAX_TYPED) return undefined;
  const camel = toCamelCase(name);
  const meant =
    sameLetters(spec, name) ??
    spec.formerNames[camel] ??
    spec.suggest?.(spec, camel) ??
    nearestWord(camel, propertyNames(spec));
  return meant !== undefined && isFilledByBuild(spec, meant) ? undefined : meant;
}

/** Returns the names of the properties, the inherited ones last. */
function propertyNames(spec: ControlSpec): string[] {
  const { entries, own } = spec;
  const names = [...own, ...Object.keys(entries).filter((name) => !own.includes(name))];
  return names.filter((name) => !isFilledByBuild(spec, name));
}

/** Returns whether a property of a composed control is the slot for the result of `build()`, and none for apps. */
export function isFilledByBuild({ isComposite, own }: ControlSpec, name: string): boolean {
  return isComposite === true && own.includes(name);
}

/** Returns the error for a property that a control does not have. */
export function unknownProperty(node: Node, name: string): RunletError {
  const meant = suggestProperty(node.spec, name);
  const owner = classWithSpec(node.control);
  const { name: given } = node.control.constructor;
  const declare = given === owner ? "" : ` A property of ${given} itself must be declared by spec().`;
  return new RunletError(
    "unknown-property",
    `${propertyPath(node, name)}: ${owner} has no such property. ${meant === undefined ? listed(node) : `Did you mean "${meant}"?`}${declare}`,
  );
}

/** Returns the name of the class that declares the properties of a control: its own class, or the one that it extends. */
export function classWithSpec(control: object): string {
  let at: { readonly name: string } = control.constructor;
  while (!Object.hasOwn(at, "spec")) at = Object.getPrototypeOf(at);
  return at.name;
}

/** Returns a sentence with the first properties of a type of control. */
function listed({ control, spec }: Node): string {
  return `Some of its properties are ${propertyNames(spec).slice(0, MAX_LISTED).join(", ")}. The reference of ${classWithSpec(control)} has all of them.`;
}

/** Returns the letters of a name in lower case and in American spelling. */
function lettersOf(name: string): string {
  const letters = name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return letters.replaceAll("colour", "color").replaceAll("grey", "gray").replaceAll("centre", "center");
}
