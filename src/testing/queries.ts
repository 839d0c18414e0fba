import { type Control, childControls, specOf } from "../controls/control.ts";
import { accessibleName, matches, type Query, type RoleOptions, type TextMatch, textOf } from "./query.ts";
import { queryFailure } from "./query-failure.ts";

type ControlClass<C extends Control> = abstract new (...args: never[]) => C;

/**
 * Methods that find mounted controls by what a person perceives. `getBy…` expects exactly one control, `queryBy…` one
 * or none, `getAllBy…` at least one, `queryAllBy…` any number. All return the app's own instances. A failure prints
 * the page and suggests what may have been meant.
 */
export abstract class Queries {
  protected abstract get root(): Control;
  /** Unhandled errors so far. A failure shows them, because they may be the reason why a control is missing. */
  protected abstract get failed(): readonly unknown[];
  /** Returns the page as an indented outline. */
  abstract print(): string;

  /** Returns the control whose own text matches: a Text's value, a button's content, a field's label. */
  getByText(text: TextMatch): Control {
    return this.#one(byText(text));
  }
  /** Returns the control whose own text matches, or `undefined` if there is none. */
  queryByText(text: TextMatch): Control | undefined {
    return this.#oneOrNone(byText(text));
  }
  /** Returns all controls whose own text matches; at least one. */
  getAllByText(text: TextMatch): Control[] {
    return this.#some(byText(text));
  }
  /** Returns all controls whose own text matches; an empty list if there is none. */
  queryAllByText(text: TextMatch): Control[] {
    return this.#matching(byText(text));
  }

  /** Returns the control of a class, or of a subclass of it. */
  getByType<C extends Control>(type: ControlClass<C>): C {
    return this.#one(byType(type)) as C;
  }
  /** Returns the control of a class, or of a subclass of it, or `undefined` if there is none. */
  queryByType<C extends Control>(type: ControlClass<C>): C | undefined {
    return this.#oneOrNone(byType(type)) as C | undefined;
  }
  /** Returns all controls of a class, or of subclasses of it; at least one. */
  getAllByType<C extends Control>(type: ControlClass<C>): C[] {
    return this.#some(byType(type)) as C[];
  }
  /** Returns all controls of a class, or of subclasses of it; an empty list if there is none. */
  queryAllByType<C extends Control>(type: ControlClass<C>): C[] {
    return this.#matching(byType(type)) as C[];
  }

  /** Returns the control with a `key`. */
  getByKey(key: string | number): Control {
    return this.#one(byKey(key));
  }
  /** Returns the control with a `key`, or `undefined` if there is none. */
  queryByKey(key: string | number): Control | undefined {
    return this.#oneOrNone(byKey(key));
  }
  /** Returns all controls with a `key`; at least one. */
  getAllByKey(key: string | number): Control[] {
    return this.#some(byKey(key));
  }
  /** Returns all controls with a `key`; an empty list if there is none. */
  queryAllByKey(key: string | number): Control[] {
    return this.#matching(byKey(key));
  }

  /** Returns the control with an ARIA role: `getByRole("button", { name: "Add" })`. */
  getByRole(role: string, options: RoleOptions = {}): Control {
    return this.#one(byRole(role, options));
  }
  /** Returns the control with an ARIA role, or `undefined` if there is none. */
  queryByRole(role: string, options: RoleOptions = {}): Control | undefined {
    return this.#oneOrNone(byRole(role, options));
  }
  /** Returns all controls with an ARIA role; at least one. */
  getAllByRole(role: string, options: RoleOptions = {}): Control[] {
    return this.#some(byRole(role, options));
  }
  /** Returns all controls with an ARIA role; an empty list if there is none. */
  queryAllByRole(role: string, options: RoleOptions = {}): Control[] {
    return this.#matching(byRole(role, options));
  }

  #one(query: Query): Control {
    const found = this.#some(query);
    if (found.length > 1) throw this.#failure(query, found);
    return found[0] as Control;
  }
  #oneOrNone(query: Query): Control | undefined {
    const found = this.#matching(query);
    if (found.length > 1) throw this.#failure(query, found);
    return found[0];
  }
  #some(query: Query): Control[] {
    const found = this.#matching(query);
    if (found.length === 0) throw this.#failure(query, found);
    return found;
  }

  #matching(query: Query): Control[] {
    return this.#all().filter(query.matches);
  }

  #all(): Control[] {
    const found: Control[] = [];
    const visit = (control: Control): void => {
      found.push(control);
      for (const child of childControls(control)) visit(child);
    };
    visit(this.root);
    return found;
  }

  #failure(query: Query, found: readonly Control[]): Error {
    return queryFailure(query, found, this.#all(), this.print(), this.failed);
  }
}

function byText(text: TextMatch): Query {
  return { by: "Text", what: `text ${text}`, text, matches: (control) => matches(textOf(control), text) };
}

function byType(type: ControlClass<Control>): Query {
  return { by: "Type", what: `type ${type.name}`, text: type.name, matches: (control) => control instanceof type };
}

function byKey(key: string | number): Query {
  return { by: "Key", what: `key ${key}`, text: String(key), matches: (control) => control.key === key };
}

function byRole(role: string, { name }: RoleOptions): Query {
  return {
    by: "Role",
    what: name === undefined ? `role ${role}` : `role ${role} and name ${name}`,
    text: name,
    role,
    matches: (control) =>
      specOf(control).semantics.role === role && (name === undefined || matches(accessibleName(control), name)),
  };
}
