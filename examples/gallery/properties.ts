import { Control, type Spec } from "runlet";

/** How a property, slot or event is declared. */
export type Entry = Spec["entries"][string];
/** Properties by name, whatever the control. */
export interface Props {
  [name: string]: unknown;
}

/** What a control has beside its events. */
export function propsOf(control: Control): { readonly [name: string]: Entry } {
  return Object.fromEntries(Object.entries(specOf(control).entries).filter(([, { kind }]) => kind !== "event"));
}

/** Names of the events of a kind of control, without those of every control: `click`. */
export function eventsOf(control: Control): string[] {
  return ownNames(control)
    .filter((name) => specOf(control).entries[name]?.kind === "event")
    .map((name) => name.charAt(2).toLowerCase() + name.slice(3));
}

/** Names of a control's properties and slots: its own, or those of every control. */
export function propertyNames(control: Control, ofEvery: boolean): string[] {
  const names = ofEvery ? Object.keys(Control.spec.entries) : ownNames(control);
  return names.filter((name) => specOf(control).entries[name]?.kind !== "event");
}

function ownNames(control: Control): string[] {
  return Object.keys(specOf(control).entries).filter((name) => !Object.hasOwn(Control.spec.entries, name));
}

export function specOf(control: Control): Spec {
  return (control.constructor as typeof Control).spec;
}

/** Whether a property reads what it does when it was not set. */
export function isDefault(control: Control, name: string, entry: Entry): boolean {
  const value = (control as unknown as Props)[name];
  if (entry.kind === "value") return JSON.stringify(value) === JSON.stringify(entry.default);
  return value === null || (Array.isArray(value) && value.length === 0);
}
