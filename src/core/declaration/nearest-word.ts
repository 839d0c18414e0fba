/** Longest text that is compared. What is longer is no word, and may come from a client. */
const MAX_TYPED = 60;

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
    const other = simplify(word);
    const distance = Math.abs(other.length - plain.length) < least ? editDistance(plain, other) : least;
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
 * the other.
 */
export function editDistance(from: string, to: string): number {
  let above: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let at = 1; at <= from.length; at++) {
    const next = [at];
    for (let index = 1; index <= to.length; index++) {
      const change = row[index - 1]! + (from[at - 1] === to[index - 1] ? 0 : 1);
      const isSwap = from[at - 1] === to[index - 2] && from[at - 2] === to[index - 1];
      const swap = isSwap && index > 1 ? above[index - 2]! + 1 : change;
      next.push(Math.min(change, swap, row[index]! + 1, next[index - 1]! + 1));
    }
    [above, row] = [row, next];
  }
  return row[to.length]!;
}
