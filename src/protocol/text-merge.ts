import type { Json } from "./messages.ts";
import type { Merge } from "./outgoing-commands.ts";

/** The part of a text in which it differs from another one: `[start, end)` of the old text became `inserted`. */
interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

/** Returns the smallest single edit that turns one text into another. It never cuts a surrogate pair. */
function editBetween(from: string, to: string): TextEdit {
  const longest = Math.min(from.length, to.length);
  let start = 0;
  while (start < longest && from[start] === to[start]) start++;
  let common = 0;
  while (common < longest - start && from[from.length - 1 - common] === to[to.length - 1 - common]) common++;
  if (isInsidePair(from, start) || isInsidePair(to, start)) start--;
  if (isInsidePair(from, from.length - common) || isInsidePair(to, to.length - common)) common--;
  return { start, end: from.length - common, inserted: to.slice(start, to.length - common) };
}

function isInsidePair(text: string, at: number): boolean {
  return /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) && /[\uD800-\uDBFF]$/.test(text.slice(0, at));
}

/**
 * Returns where a position of a text is after the text was changed: at the same distance from the end if everything
 * behind it is the same, else at the same distance from the start if everything before it is. Inside the changed part,
 * it stays behind as many letters and digits as before.
 */
export function positionAfter(from: string, to: string, position: number): number {
  const { start, end, inserted } = editBetween(from, to);
  if (position >= end) return position + to.length - from.length;
  if (position <= start) return position;
  if (inserted.length === end - start) return position;
  return start + offsetOfWords(inserted, countWords(from.slice(start, position)));
}

const WORD = /[\p{L}\p{N}]/u;

/** Returns the number of letters and digits. */
function countWords(text: string): number {
  return [...text].filter((character) => WORD.test(character)).length;
}

/** Returns the offset right behind a number of letters and digits. */
function offsetOfWords(text: string, count: number): number {
  let offset = 0;
  let left = count;
  for (const character of text) {
    if (left === 0) return offset;
    offset += character.length;
    if (WORD.test(character)) left--;
  }
  return offset;
}

/**
 * Merges two changes of the same text, one by a person and one by the app: what the person inserted and deleted since
 * `base` is done to the app's text, at the place where the person did it. What the person typed behind a text that the
 * app removed is all that remains.
 */
export function mergeText(base: string, person: string, app: string): string {
  if (person === app || person === base) return app;
  if (app === base) return person;
  const { start, end, inserted } = editBetween(base, person);
  const to = positionAfter(base, app, end);
  const from = start === end ? to : Math.min(positionAfter(base, app, start), to);
  return app.slice(0, from) + inserted + app.slice(to);
}

/** Returns whether a person left nothing of a text, so that there is no place at which to put the change. */
export function isRewritten(base: Json | undefined, person: Json): boolean {
  const { start, end } = editBetween(asText(base), asText(person));
  return start === 0 && end === asText(base).length;
}

/** Merges two changes of a property that is text, or null for no text. */
export const mergeTexts: Merge = (base, person, app) => mergeText(asText(base), asText(person), asText(app));

/** Keeps what the app set, for a value that the app sets in answer to what the person does, such as a selection. */
export const keepApps: Merge = (_, person, app) => app ?? person;

/** The ways to merge by name. */
export const MERGES: { readonly text: Merge; readonly app: Merge } = { text: mergeTexts, app: keepApps };

function asText(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
