import type { Mutant } from "./mutant.ts";

export const declarations: readonly Mutant[] = [
  {
    name: "properties of a composed control are sent",
    file: "src/core/declaration/spec.ts",
    find: "options.type === undefined ? keepOnServer(given) : given",
    replace: "given",
  },
  {
    name: "reset() does nothing",
    file: "src/core/declaration/reactive-control.ts",
    find: "assignProperty(this[NODE], name, entry, undefined);",
    replace: "",
  },
  {
    name: "an event reaches no subscriber",
    file: "src/core/tree/node.ts",
    find: "node.extras.eventSubjects?.get(event.name)?.next(event);",
    replace: "",
  },
  {
    name: "update() does not call beforeUpdate() of its own control",
    file: "src/core/update/engine.ts",
    find: "if (updated?.classInfo.hasBeforeUpdate === true) {",
    replace: "if (false as boolean && updated !== undefined) {",
  },
  {
    name: "remove() of a control that is not in the list does nothing",
    file: "src/core/tree/tracked-array.ts",
    find: "if (this.#isCurrent) for (const item of removed) this.#owner.checkContained(item);",
    replace: "",
  },
  {
    name: "a generator function is accepted as a handler",
    file: "src/core/declaration/properties.ts",
    find: "return isGenerator(value) ? problemWith(GENERATOR) : undefined;",
    replace: "return undefined;",
  },
  {
    name: "a constructor accepts a value instead of an object",
    file: "src/core/declaration/properties.ts",
    find: "throw positionalArgument(node, given);",
    replace: "",
  },
  {
    name: "an assignment to an unknown name is reported in production, too",
    file: "src/core/declaration/unknown-assignments.ts",
    find: "if (funnel.isDevelopment) funnel.report",
    replace: "funnel.report",
  },
  {
    name: "a mistake is reported at each assignment",
    file: "src/core/declaration/unknown-assignments.ts",
    find: "if (known?.has(name) === true) return;",
    replace: "",
  },
  {
    name: "a member of an own class counts as a mistake",
    file: "src/core/declaration/unknown-assignments.ts",
    find: "if (isOwnClass && meant === undefined) return undefined;",
    replace: "",
  },
  {
    name: "a Date in a state can be changed",
    file: "src/core/reactive/freeze-state.ts",
    find: "if (value instanceof Date) return freezeDate(value);",
    replace: "",
  },
  {
    name: "a schema's output is dropped",
    file: "src/core/declaration/properties.ts",
    find: "entry.mustConvert && value !== undefined ? convertAs(entry.type, value) : value",
    replace: "value",
  },
  {
    name: "a hook that is a class field is not noticed",
    file: "src/core/declaration/class-info.ts",
    find: "if (HOOKS.includes(name) && name in this.#class.prototype) {",
    replace: "if (false as boolean) {",
  },
  {
    name: "a control that is spread into a constructor copies nothing, without a word",
    file: "src/core/declaration/properties.ts",
    find: "else if (NODE in props) throw spreadControl(node, props as unknown as AnyControl);",
    replace: "",
  },
  {
    name: "bind() takes anything",
    file: "src/core/declaration/properties.ts",
    find: "assertBindable(node, name, entry, value$);",
    replace: "",
  },
  {
    name: "rebuild() replaces the controls that were given to a composed control",
    file: "src/core/tree/reconcile.ts",
    find: "return Array.isArray(value) ? value.some(isControl) : isControl(value);",
    replace: "return false && value === undefined;",
  },
  {
    name: "the slots of build() are offered as properties",
    file: "src/core/declaration/name-hints.ts",
    find: "return isComposite === true && own.includes(name);",
    replace: "return (false as boolean) && isComposite === true && own.includes(name);",
  },
];
