import { Control, type Spec } from "runlet";
import { merge, type Observable } from "rxjs";
import type { ControlClass } from "./sample.ts";

/** How a property, slot or event is declared. */
export type Entry = Spec["entries"][string];
/** Properties by name, whatever the control. */
export interface Props {
  [name: string]: unknown;
}

/** How a property of a control is declared. */
export function entryOf(control: Control, name: string): Entry {
  return specOf(control).entries[name] as Entry;
}

/** Names of what a control has beside its events: its own properties and slots, those of every control, or all. */
export function propertyNames(control: Control, ofEvery?: boolean): string[] {
  return Object.entries(specOf(control).entries)
    .filter(([name, { kind }]) => kind !== "event" && (ofEvery === undefined || isOfEvery(name) === ofEvery))
    .map(([name]) => name);
}

/** Names of a control's own events: `click`. */
export function eventNames(control: Control): string[] {
  return Object.entries(specOf(control).entries)
    .filter(([name, { kind }]) => kind === "event" && !isOfEvery(name))
    .map(([name]) => name.charAt(2).toLowerCase() + name.slice(3));
}

/** Tells whenever a property of the control is another one. */
export function changesOf(control: Control): Observable<unknown> {
  return merge(...propertyNames(control).map((name) => newValues(control, name)));
}

/** Each new value of a property. */
export function newValues(control: Control, name: string): Observable<unknown> {
  return control.changes(name as never) as Observable<unknown>;
}

/** Whether a property reads what it does when it was not set. */
export function isDefault(control: Control, name: string): boolean {
  const entry = entryOf(control, name);
  const value = (control as unknown as Props)[name];
  if (entry.kind === "value") return JSON.stringify(value) === JSON.stringify(entry.default);
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** The first of a kind in what stands on the stage, from the outside in. */
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
