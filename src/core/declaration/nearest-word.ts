/** Longest text that is compared. What is longer is no word, and may come from a client. */
export const MAX_TYPED = 60;

/** Longest word of which only one character may differ. Most short words are only two characters away from another. */
const SHORT = 5;

/**
 * Returns the word that was probably meant, ignoring case and punctuation: at most two characters away, and one for a
 * short word. Two neighbors that are swapped count as one.
 * @internal
 */
export function nearestWord(typed: string, words: Iterable<string>): string | undefined {
  if (typed.length > MAX_TYPED) return undefined;
  const plain = simplify(typed);
  if (plain.length < 3 || plain.length > 30) return undefined;
  let found: string | undefined;
  let least = plain.length <= SHORT ? 2 : 3;
  for (const word of words) {
    // Most words of a long list end here, without any work.
    if (word.length <= plain.length - least) continue;
    const other = simplify(word);
    const distance = editDistance(plain, other, least);
    if (distance < least) [found, least] = [word, distance];
  }
  return found;
}

/** Returns a few of the words, those first that are most like what was typed. */
export function nearestWords(typed: string, words: readonly string[], count: number): readonly string[] {
  const plain = simplify(typed.slice(0, 30));
  const ranked = words.map((word) => ({ word, distance: editDistance(plain, simplify(word)) }));
  return ranked
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ word }) => word);
}

function simplify(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/**
 * Returns the number of characters that must be inserted, removed, changed or swapped with the next to turn one word into
 * the other; `limit` if it is not smaller. With a small limit, nearly all pairs of words cost next to nothing.
 */
export function editDistance(from: string, to: string, limit: number = from.length + to.length): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  // A row has the distances between a beginning of one word and all beginnings of the other. Cells that are further
  // from the diagonal than the limit cannot be smaller than it.
  let above: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let at = 1; at <= from.length; at++) {
    const next: number[] = [];
    const first = Math.max(1, at - limit + 1);
    const last = Math.min(to.length, at + limit - 1);
    next[first - 1] = first === 1 ? at : limit;
    let least = next[first - 1]!;
    for (let index = first; index <= last; index++) {
      const change = row[index - 1]! + (from[at - 1] === to[index - 1] ? 0 : 1);
      const isSwap = from[at - 1] === to[index - 2] && from[at - 2] === to[index - 1];
      const swap = isSwap && index > 1 ? above[index - 2]! + 1 : change;
      const distance = Math.min(change, swap, (row[index] ?? limit) + 1, next[index - 1]! + 1);
      if (distance < least) least = distance;
      next[index] = distance;
    }
    if (least >= limit) return limit;
    [above, row] = [row, next];
  }
  return Math.min(row[to.length]!, limit);
}
