/** Letters and digits, with their accents. Formats such as separators of thousands change only other characters. */
const COUNTED = /[\p{L}\p{N}]\p{M}*/gu;

/**
 * Returns where a position in a text is after the app changed the text, such as an app that formats what a
 * person types. What follows the position stays behind it if the new text ends with it, otherwise what precedes it stays
 * before it, and both also if only the case changed. If the text changed on both sides, the same number of letters and
 * digits precedes the position.
 */
export function positionAfterChange(before: string, after: string, position: number): number {
  const at = within(position, 0, before.length);
  const [head, tail] = [before.slice(0, at), before.slice(at)];
  const found =
    byTail(after, tail) ?? byHead(after, head) ?? byCase(after, head, tail) ?? byCount(before, after, at, head);
  return isInside(after, found) ? found + 1 : found;
}

/** Returns where the start and the end of a selection are after a change of the text. See {@link positionAfterChange}. */
export function selectionAfterChange(
  before: string,
  after: string,
  start: number,
  end: number,
): readonly [start: number, end: number] {
  const to = positionAfterChange(before, after, end);
  return [start === end ? to : Math.min(positionAfterChange(before, after, start), to), to];
}

/** The smallest part in which two texts differ: `start` to `end` of the first text is `piece` in the second. */
export interface Difference {
  readonly start: number;
  readonly end: number;
  readonly piece: string;
}

/** Returns the smallest part in which two texts differ. No character outside the basic plane is cut in two. */
export function differenceOf(before: string, after: string): Difference {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (isInside(before, start) || isInside(after, start)) start--;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  if (isInside(before, before.length - same) || isInside(after, after.length - same)) same--;
  return { start, end: before.length - same, piece: after.slice(start, after.length - same) };
}

function byTail(after: string, tail: string): number | undefined {
  return after.endsWith(tail) ? after.length - tail.length : undefined;
}

function byHead(after: string, head: string): number | undefined {
  return after.startsWith(head) ? head.length : undefined;
}

/** Positions in the upper-case text count only if they are the same in the text: some letters are longer, such as ß. */
function byCase(after: string, head: string, tail: string): number | undefined {
  const upper = after.toUpperCase();
  if (upper.length !== after.length) return undefined;
  return byTail(upper, tail.toUpperCase()) ?? byHead(upper, head.toUpperCase());
}

function byCount(before: string, after: string, at: number, head: string): number {
  const count = head.match(COUNTED)?.length ?? 0;
  const found = [...after.matchAll(COUNTED)];
  const previous = found[count - 1];
  const first = count === 0 ? 0 : previous === undefined ? after.length : previous.index + previous[0].length;
  const last = found[count]?.index ?? after.length;
  // What both texts begin and end with stays on its side.
  const { start, piece } = differenceOf(before, after);
  return within(within(at, first, last), start, start + piece.length);
}

function within(position: number, first: number, last: number): number {
  return Math.min(Math.max(position, first), last);
}

/** Returns whether a position is between the two halves of a surrogate pair. */
function isInside(text: string, position: number): boolean {
  return position > 0 && (text.codePointAt(position - 1) ?? 0) > 0xffff;
}
