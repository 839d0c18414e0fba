import type { Control } from "../core/control.ts";
import { childrenOf, NODE } from "../core/node.ts";

/** What a text must be: equal, or match. */
export type TextMatch = string | RegExp;

/** Narrows `…ByRole`. */
export interface RoleOptions {
  /** The name a screen reader would say. */
  readonly name?: TextMatch;
}

type ControlClass<C extends Control> = abstract new (...args: never[]) => C;

/**
 * Finds mounted controls the way people do. `getBy…` wants exactly one, `queryBy…` one or none, `getAllBy…`
 * at least one; each gives the app's own instances. A failure prints the page.
 */
export abstract class Queries {
  protected abstract get root(): Control;
  abstract print(): string;

  /** The control whose own text is this: a Text's value, a button's content, a field's label. */
  getByText(text: TextMatch): Control {
    return this.#one(this.#byText(text), `text ${text}`);
  }
  queryByText(text: TextMatch): Control | undefined {
    return this.#oneOrNone(this.#byText(text), `text ${text}`);
  }
  getAllByText(text: TextMatch): Control[] {
    return this.#some(this.#byText(text), `text ${text}`);
  }

  /** The control of a class, or of a subclass of it. */
  getByType<C extends Control>(type: ControlClass<C>): C {
    return this.#one(this.#byType(type), `type ${type.name}`);
  }
  queryByType<C extends Control>(type: ControlClass<C>): C | undefined {
    return this.#oneOrNone(this.#byType(type), `type ${type.name}`);
  }
  getAllByType<C extends Control>(type: ControlClass<C>): C[] {
    return this.#some(this.#byType(type), `type ${type.name}`);
  }

  /** The control with a `key`. */
  getByKey(key: string | number): Control {
    return this.#one(this.#byKey(key), `key ${key}`);
  }
  queryByKey(key: string | number): Control | undefined {
    return this.#oneOrNone(this.#byKey(key), `key ${key}`);
  }
  getAllByKey(key: string | number): Control[] {
    return this.#some(this.#byKey(key), `key ${key}`);
  }

  /** The control with an ARIA role: `getByRole("button", { name: "Add" })`. */
  getByRole(role: string, options: RoleOptions = {}): Control {
    return this.#one(this.#byRole(role, options), describeRole(role, options));
  }
  queryByRole(role: string, options: RoleOptions = {}): Control | undefined {
    return this.#oneOrNone(this.#byRole(role, options), describeRole(role, options));
  }
  getAllByRole(role: string, options: RoleOptions = {}): Control[] {
    return this.#some(this.#byRole(role, options), describeRole(role, options));
  }

  #byText(text: TextMatch): Control[] {
    return this.#all().filter((control) => matches(ownText(control), text));
  }
  #byType<C extends Control>(type: ControlClass<C>): C[] {
    return this.#all().filter((control) => control instanceof type) as C[];
  }
  #byKey(key: string | number): Control[] {
    return this.#all().filter((control) => control.key === key);
  }
  #byRole(role: string, { name }: RoleOptions): Control[] {
    const controls = this.#all().filter((control) => control[NODE].spec.semantics.role === role);
    return name === undefined ? controls : controls.filter((control) => matches(accessibleName(control), name));
  }

  #all(): Control[] {
    const found: Control[] = [];
    const look = (control: Control): void => {
      found.push(control);
      for (const child of childrenOf(control[NODE])) look(child.control);
    };
    look(this.root);
    return found;
  }

  #one<C>(found: C[], what: string): C {
    const [first] = this.#some(found, what);
    if (found.length > 1) throw this.#failure(`${found.length} controls have ${what}, and one was asked for`);
    return first as C;
  }
  #oneOrNone<C>(found: C[], what: string): C | undefined {
    if (found.length > 1) throw this.#failure(`${found.length} controls have ${what}, and one was asked for`);
    return found[0];
  }
  #some<C>(found: C[], what: string): C[] {
    if (found.length === 0) throw this.#failure(`no control has ${what}`);
    return found;
  }
  #failure(what: string): Error {
    return new Error(`${what}:\n${this.print()}`);
  }
}

function matches(text: string | undefined, wanted: TextMatch): boolean {
  if (text === undefined) return false;
  return typeof wanted === "string" ? text === wanted : wanted.test(text);
}

function ownText(control: Control): string | undefined {
  const { label } = control[NODE].spec.semantics;
  const value: unknown = label === undefined ? undefined : Reflect.get(control, label);
  return typeof value === "string" ? value : undefined;
}

/** What a screen reader calls a control: its own label, else the text inside it. */
function accessibleName(control: Control): string {
  const semantics: unknown = Reflect.get(control, "semanticsLabel");
  if (typeof semantics === "string") return semantics;
  const own = ownText(control);
  if (own !== undefined && own !== "") return own;
  return childrenOf(control[NODE])
    .map((child) => accessibleName(child.control))
    .filter((name) => name !== "")
    .join(" ");
}

function describeRole(role: string, { name }: RoleOptions): string {
  return name === undefined ? `role ${role}` : `role ${role} and name ${name}`;
}
