import { Control } from "runlet";
import type { Spec } from "runlet/spec";
import { merge, type Observable } from "rxjs";
import type { ControlClass } from "./sample.ts";

/** Declaration of a property, slot or event. */
export type Entry = Spec["entries"][string];
/** Properties of any control by name. */
export interface Props {
  [name: string]: unknown;
}

/** Returns the declaration of a property. */
export function entryOf(control: Control, name: string): Entry {
  return specOf(control).entries[name] as Entry;
}

/**
 * Returns the names of a control's properties and slots. `ofEvery` limits them to those of every control (`true`) or to
 * the control's own (`false`).
 */
export function propertyNames(control: Control, ofEvery?: boolean): string[] {
  return Object.entries(specOf(control).entries)
    .filter(([name, { kind }]) => kind !== "event" && (ofEvery === undefined || isOfEvery(name) === ofEvery))
    .map(([name]) => name);
}

/** Returns the names of a control's own events, such as `click`. */
export function eventNames(control: Control): string[] {
  return Object.entries(specOf(control).entries)
    .filter(([name, { kind }]) => kind === "event" && !isOfEvery(name))
    .map(([name]) => name.charAt(2).toLowerCase() + name.slice(3));
}

/** Returns a stream that emits when any property of the control changes. */
export function changesOf(control: Control): Observable<unknown> {
  return merge(...propertyNames(control).map((name) => newValues(control, name)));
}

/** Returns a stream of the new values of a property. */
export function newValues(control: Control, name: string): Observable<unknown> {
  return control.changes(name as never) as Observable<unknown>;
}

/** Whether a property has its default value. */
export function isDefault(control: Control, name: string): boolean {
  const entry = entryOf(control, name);
  const value = (control as unknown as Props)[name];
  if (entry.kind === "value") return JSON.stringify(value) === JSON.stringify(entry.default);
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** Returns the first control of a class in a tree, the outermost first. */
export function findKind(whole: Control, kind: ControlClass): Control | undefined {
  if (whole instanceof kind) return whole;
  const inside = propertyNames(whole).flatMap((name) => (whole as unknown as Props)[name]);
  for (const child of inside) {
    const found = isControl(child) ? findKind(child, kind) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

export function isControl(value: unknown): value is Control {
  return value instanceof Control;
}

function isOfEvery(name: string): boolean {
  return Object.hasOwn(Control.spec.entries, name);
}

function specOf(control: Control): Spec {
  return (control.constructor as typeof Control).spec;
}
