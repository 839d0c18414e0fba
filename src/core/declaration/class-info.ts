import type { AnyControl } from "../tree/node.ts";
import { RunletError } from "./errors.ts";
import { classWithSpec, toCamelCase } from "./name-hints.ts";
import { GENERATOR, isGenerator } from "./problem.ts";
import { defineAccessor } from "./properties.ts";
import type { AnyEntry, ControlSpec } from "./spec.ts";

/** A class of controls. */
export interface ControlClass {
  readonly spec: ControlSpec;
  readonly prototype: AnyControl;
  readonly name: string;
}

/** The class whose hooks do nothing. */
type BaseClass = { readonly prototype: AnyControl };

/**
 * Key of the {@link ClassInfo} on each class that has an instance. A subclass inherits the info of its parent class,
 * which is not valid for the subclass.
 */
const CLASS_INFO: unique symbol = Symbol("runlet.classInfo");

/** Data about a class of controls: its declaration, and the hooks that it overrides. Made at the first `new`. */
export class ClassInfo {
  readonly spec: ControlSpec;
  /** Makes the object for the values of one control. A constructor for each class gives objects of a compact shape. */
  readonly Values: new () => { [property: string]: unknown };
  readonly #class: ControlClass;
  readonly hasBuild: boolean;
  readonly hasBeforeUpdate: boolean;
  readonly hasDidMount: boolean;
  readonly hasWillUnmount: boolean;
  /** Whether instances of the class may be isolated. */
  readonly canBeIsolated: boolean;
  /** Whether the check for class fields that hide a property has passed. */
  isChecked = false;

  private constructor(control: ControlClass, base: BaseClass) {
    const has = (hook: keyof AnyControl) => control.prototype[hook] !== base.prototype[hook];
    this.spec = control.spec.composite ?? control.spec;
    this.Values = valuesClass(this.spec.type);
    this.#class = control;
    this.hasBuild = has("build");
    this.hasBeforeUpdate = has("beforeUpdate");
    this.hasDidMount = has("didMount");
    this.hasWillUnmount = has("willUnmount");
    this.canBeIsolated = has("isIsolated");
  }

  /**
   * Returns the info of a class. The first call defines an accessor for each declared property on the class and its
   * ancestors. So a static `spec` is the whole declaration, and importing a control has no side effects. `base` is the
   * class whose hooks do nothing.
   */
  static of(control: ControlClass & { [CLASS_INFO]?: ClassInfo }, base: BaseClass): ClassInfo {
    const known = control[CLASS_INFO];
    if (known !== undefined && known.#class === control) return known;
    const parent: unknown = Object.getPrototypeOf(control);
    if (isControlClass(parent)) ClassInfo.of(parent, base);
    if (Object.hasOwn(control, "spec")) {
      const { entries, own } = control.spec;
      for (const name of own) {
        assertFreeName(control, parent, name);
        defineAccessor(control.prototype, name, entries[name] as AnyEntry);
      }
    }
    assertHookNames(control, base);
    const classInfo = new ClassInfo(control, base);
    Object.defineProperty(control, CLASS_INFO, { value: classInfo });
    return classInfo;
  }

  /** Returns a copy of values, or of a document. Spreading them takes several times as long. */
  copyValues(values: { readonly [property: string]: unknown }): { [property: string]: unknown } {
    const copy = new this.Values();
    for (const name in values) copy[name] = values[name];
    return copy;
  }

  /**
   * Throws if a class field hides a declared property, because its value would never be sent. All instances of a class
   * have the same fields, so checking one instance is enough.
   */
  assertNoHiddenProperties(control: AnyControl): void {
    const { entries } = this.spec;
    for (const name of Object.keys(control)) {
      // The optional hooks, such as didCatch, work as fields as well.
      if (HOOKS.includes(name) && name in this.#class.prototype) {
        throw new RunletError(
          "hidden-property",
          `${this.#class.name} has a class field "${name}", which is never called. Write a method, ${name}() { … }, without "=" and "=>".`,
        );
      }
      // Only a property with an accessor on the prototype can be hidden.
      if (entries[name] === undefined || !(name in this.#class.prototype)) continue;
      throw new RunletError(
        "hidden-property",
        `${this.#class.name} has a class field "${name}" that hides the property ${classWithSpec(control)}.${name}, so nothing set to it would be shown. ` +
          `Give a default by super({ ${name}: …, ...props }) instead; to narrow only its type, write "declare ${name}: …".`,
      );
    }
    this.isChecked = true;
  }
}

/** Hooks that a class can override. */
const HOOKS: readonly string[] = [
  "build",
  "beforeUpdate",
  "didMount",
  "willUnmount",
  "isIsolated",
  "didCatch",
  "didReceive",
];

/** Hooks of React and other frameworks that have another name here, in lower case. */
const FOREIGN_HOOKS: ReadonlyMap<string, string> = new Map([
  ["componentdidmount", "didMount"],
  ["componentdidupdate", "beforeUpdate"],
  ["componentwillunmount", "willUnmount"],
  ["componentdidcatch", "didCatch"],
  ["connectedcallback", "didMount"],
  ["disconnectedcallback", "willUnmount"],
  ["didunmount", "willUnmount"],
]);

/**
 * Throws if a class has a method that is never called: a hook by the name that it has in another framework, such as
 * `did_mount_async`, or a hook that is a generator function.
 */
function assertHookNames(control: ControlClass, base: BaseClass): void {
  const { prototype } = control;
  if (prototype === base.prototype) return;
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const member = Object.getOwnPropertyDescriptor(prototype, name)?.value;
    if (typeof member !== "function") continue;
    const lower = toCamelCase(name)
      .replace(/Async$/, "")
      .toLowerCase();
    const hook = HOOKS.find((other) => other.toLowerCase() === lower) ?? FOREIGN_HOOKS.get(lower);
    if (hook === undefined) continue;
    if (isGenerator(member)) throw new RunletError("wrong-type", `${control.name}.${name}() ${GENERATOR}.`);
    if (name === hook) continue;
    throw new RunletError(
      "old-name",
      `${control.name}.${name}() is never called. The hook is ${hook}(), which may ${hook === "didMount" ? "" : "not "}be async.`,
    );
  }
}

/** Throws if a property has the name of a member of the parent class, such as `update`, which it would hide. */
function assertFreeName(control: ControlClass, parent: unknown, name: string): void {
  if (isControlClass(parent) && parent.spec?.entries[name] !== undefined) return;
  if (!(name in Object.getPrototypeOf(control.prototype)) && name !== "key" && name !== "data") return;
  throw new RunletError(
    "bad-spec",
    `${control.name} declares a property "${name}", which is the name of a member of every control. Choose another name.`,
  );
}

function isControlClass(value: unknown): value is ControlClass {
  return typeof value === "function" && "spec" in value;
}

function valuesClass($type: string): ClassInfo["Values"] {
  function Values(this: { $type: string }): void {
    this.$type = $type;
  }
  // The objects are plain data for everything that reads them.
  Values.prototype = Object.prototype;
  return Values as unknown as ClassInfo["Values"];
}
