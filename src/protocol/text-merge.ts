import type { Json, Update } from "./messages.ts";
import { NOT_SENT, type WriteOptions } from "./outgoing-commands.ts";
import { entriesOf } from "./replica.ts";
import { differenceOf, selectionAfterChange } from "./text-change.ts";

/**
 * Merges two changes of the same text, one by a person and one by the app: what the person inserted and deleted since
 * `base` is done to the app's text, at the place where the person did it. What the person typed behind a text that the
 * app removed is all that remains.
 */
export function mergeText(base: string, person: string, app: string): string {
  if (person === app || person === base) return app;
  if (app === base) return person;
  const { start, end, piece } = differenceOf(base, person);
  const [from, to] = selectionAfterChange(base, app, start, end);
  return app.slice(0, from) + piece + app.slice(to);
}

/** Returns whether a person left nothing of a text, so that there is no place at which to put the change. */
export function isRewritten(base: Json | undefined, person: Json): boolean {
  const { start, end } = differenceOf(asText(base), asText(person));
  return start === 0 && end === asText(base).length;
}

/**
 * Merges what a person changed since `base` into the value that the app set meanwhile. A value that is left out of the
 * document, because it is the default, is undefined.
 */
export type Merge = (base: Json | undefined, person: Json, app: Json | undefined) => Json;

/** Merges two changes of a property that is text, or null for no text. */
const mergeTexts: Merge = (base, person, app) => mergeText(asText(base), asText(person), asText(app));

/** Keeps what the app set, for a value that the app sets in answer to what the person does, such as a selection. */
const keepApps: Merge = (_, person, app) => app ?? person;

/** The ways to merge by name. */
export const MERGES: { readonly text: Merge; readonly app: Merge } = { text: mergeTexts, app: keepApps };

/** How a text is written that a person types: merged with changes by the app. */
export const TEXT_WRITE: WriteOptions = { isLatest: true, rebase: rebaseBy(mergeTexts) };

/** How a value is written that the app may set in answer to what the person does: the app's value stays. */
export const APP_WRITE: WriteOptions = { isLatest: true, rebase: rebaseBy(keepApps) };

/** Returns a function that merges the app's change in an update into a value that was not sent yet. */
function rebaseBy(merge: Merge): NonNullable<WriteOptions["rebase"]> {
  return (pending, update, local) => {
    const { id, property, value, base } = pending;
    const change = changeIn(update, id, property);
    if (change === undefined) return;
    const merged = merge(base, value, change.value);
    pending.value = merged;
    pending.base = change.value;
    pending.isUnsent = merged !== change.value;
    if (merged === value && pending.isUnsent) return;
    local.write(pending.isUnsent ? NOT_SENT : 0, id, { [property]: merged });
    local.show(id, property);
  };
}

/** Returns what an update sets a property to, in a `value` that is undefined for the default. */
function changeIn({ ops, docs = [] }: Update, id: number, property: string): { value: Json | undefined } | undefined {
  if (ops[0]?.path === "") {
    const document = entriesOf(docs).find(([of]) => of === id)?.[1];
    return document && { value: document[property] as Json | undefined };
  }
  const change = ops.findLast(({ path }) => path === `/${id}/${property}`);
  return change && { value: (change as { value?: Json }).value };
}

function asText(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
