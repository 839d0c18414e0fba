import type { Control } from "./control.ts";
import { RunletError } from "./errors.ts";
import { NODE } from "./node.ts";
import { assignProperty, readProperty } from "./properties.ts";
import type { AnyEntry, Spec } from "./spec.ts";

type ControlClass = { readonly spec: Spec; readonly prototype: Control; readonly name: string };

/** On each class of controls that has an instance: its {@link Kind}. A subclass sees its parent's, which is not its own. */
const KIND: unique symbol = Symbol("runlet.kind");

/** What a class of controls is: its declaration, and which hooks it has of its own. Found at its first `new`. */
export class Kind {
  readonly spec: Spec;
  readonly #class: ControlClass;
  readonly hasBuild: boolean;
  readonly hasBeforeUpdate: boolean;
  readonly hasDidMount: boolean;
  readonly hasWillUnmount: boolean;
  /** Whether its instances may be isolated. */
  readonly hasBoundary: boolean;
  /** No class field hides a property. */
  #isClean = false;

  /** `base` is the class whose hooks do nothing. */
  private constructor(control: ControlClass, spec: Spec, base: ControlClass) {
    const has = (hook: keyof Control) => control.prototype[hook] !== base.prototype[hook];
    this.spec = spec;
    this.#class = control;
    this.hasBuild = has("build");
    this.hasBeforeUpdate = has("beforeUpdate");
    this.hasDidMount = has("didMount");
    this.hasWillUnmount = has("willUnmount");
    this.hasBoundary = has("isIsolated");
  }

  /**
   * That of a class. The first time, the class and its ancestors are given an accessor for each declared property, so
   * that a static `spec` is the whole declaration and importing a control has no effect. `plain` declares a class
   * that has no declaration but that of `base`.
   */
  static of(control: ControlClass & { [KIND]?: Kind }, base: ControlClass, plain: Spec): Kind {
    const known = control[KIND];
    if (known !== undefined && known.#class === control) return known;
    const parent: unknown = Object.getPrototypeOf(control);
    if (isControlClass(parent)) Kind.of(parent, base, plain);
    if (Object.hasOwn(control, "spec")) for (const name of control.spec.own) defineAccessor(control, name);
    const kind = new Kind(control, control.spec === base.spec ? plain : control.spec, base);
    Object.defineProperty(control, KIND, { value: kind });
    return kind;
  }

  /**
   * Throws for a class field that hides a declared property: what it is set to would never be sent. All instances
   * of a class have the same fields, so the first one tells for all.
   */
  assertClean(control: Control): void {
    if (this.#isClean) return;
    const { entries, type } = this.spec;
    for (const name of Object.keys(control)) {
      // Only what a declaration put on the prototype can be hidden.
      if (entries[name] === undefined || !(name in this.#class.prototype)) continue;
      throw new RunletError(
        "hidden-property",
        `${this.#class.name} has a class field "${name}" that hides the property ${type}.${name}, so nothing set to it would be shown. ` +
          `Give a default by super({ ${name}: …, ...props }) instead; to narrow only its type, write "declare ${name}: …".`,
      );
    }
    this.#isClean = true;
  }
}

function isControlClass(value: unknown): value is ControlClass {
  return typeof value === "function" && "spec" in value;
}

function defineAccessor(control: ControlClass, name: string): void {
  const entry = control.spec.entries[name] as AnyEntry;
  Object.defineProperty(control.prototype, name, {
    configurable: true,
    get(this: Control) {
      return readProperty(this[NODE], name, entry);
    },
    set(this: Control, value: unknown) {
      assignProperty(this[NODE], name, entry, value);
    },
  });
}
