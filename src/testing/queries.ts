import type { Control } from "../core/control.ts";
import { childrenOf, NODE } from "../core/node.ts";
import { accessibleName, matches, type Query, type RoleOptions, type TextMatch, textOf } from "./query.ts";
import { failure } from "./suggest.ts";

type ControlClass<C extends Control> = abstract new (...args: never[]) => C;

/**
 * Finds mounted controls the way people do. `getBy…` wants exactly one, `queryBy…` one or none, `getAllBy…`
 * at least one; each gives the app's own instances. A failure prints the page, and says what may have been meant.
 */
export abstract class Queries {
  protected abstract get root(): Control;
  /** Errors so far that nobody handled: they may be why something is missing. */
  protected abstract get failed(): readonly unknown[];
  abstract print(): string;

  /** The control whose own text is this: a Text's value, a button's content, a field's label. */
  getByText(text: TextMatch): Control {
    return this.#one(byText(text));
  }
  queryByText(text: TextMatch): Control | undefined {
    return this.#oneOrNone(byText(text));
  }
  getAllByText(text: TextMatch): Control[] {
    return this.#some(byText(text));
  }

  /** The control of a class, or of a subclass of it. */
  getByType<C extends Control>(type: ControlClass<C>): C {
    return this.#one(byType(type)) as C;
  }
  queryByType<C extends Control>(type: ControlClass<C>): C | undefined {
    return this.#oneOrNone(byType(type)) as C | undefined;
  }
  getAllByType<C extends Control>(type: ControlClass<C>): C[] {
    return this.#some(byType(type)) as C[];
  }

  /** The control with a `key`. */
  getByKey(key: string | number): Control {
    return this.#one(byKey(key));
  }
  queryByKey(key: string | number): Control | undefined {
    return this.#oneOrNone(byKey(key));
  }
  getAllByKey(key: string | number): Control[] {
    return this.#some(byKey(key));
  }

  /** The control with an ARIA role: `getByRole("button", { name: "Add" })`. */
  getByRole(role: string, options: RoleOptions = {}): Control {
    return this.#one(byRole(role, options));
  }
  queryByRole(role: string, options: RoleOptions = {}): Control | undefined {
    return this.#oneOrNone(byRole(role, options));
  }
  getAllByRole(role: string, options: RoleOptions = {}): Control[] {
    return this.#some(byRole(role, options));
  }

  #one(query: Query): Control {
    const found = this.#some(query);
    if (found.length > 1) throw this.#failure(query, found);
    return found[0] as Control;
  }
  #oneOrNone(query: Query): Control | undefined {
    const found = this.#all().filter(query.fits);
    if (found.length > 1) throw this.#failure(query, found);
    return found[0];
  }
  #some(query: Query): Control[] {
    const found = this.#all().filter(query.fits);
    if (found.length === 0) throw this.#failure(query, found);
    return found;
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

  #failure(query: Query, found: readonly Control[]): Error {
    return failure(query, found, this.#all(), this.print(), this.failed);
  }
}

function byText(text: TextMatch): Query {
  return { by: "Text", what: `text ${text}`, text, fits: (control) => matches(textOf(control), text) };
}

function byType(type: ControlClass<Control>): Query {
  return { by: "Type", what: `type ${type.name}`, text: type.name, fits: (control) => control instanceof type };
}

function byKey(key: string | number): Query {
  return { by: "Key", what: `key ${key}`, text: String(key), fits: (control) => control.key === key };
}

function byRole(role: string, { name }: RoleOptions): Query {
  return {
    by: "Role",
    what: name === undefined ? `role ${role}` : `role ${role} and name ${name}`,
    text: name,
    role,
    fits: (control) =>
      control[NODE].spec.semantics.role === role && (name === undefined || matches(accessibleName(control), name)),
  };
}
