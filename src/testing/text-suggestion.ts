/** Returns a hint that names the text that was probably meant, or `undefined` when no text is similar. */
export function suggestText(query: string, texts: readonly string[]): string | undefined {
  const plain = simplify(query);
  const same = texts.find((text) => simplify(text) === plain);
  if (same !== undefined) {
    const isCase = squeeze(same) !== squeeze(query);
    return `Did you mean ${JSON.stringify(same)}? Only ${isCase ? "upper and lower case differ" : "white space differs"}.`;
  }
  const maxEdits = Math.floor(query.length / 3);
  const closest = texts
    .map((text) => ({ text, edits: distance(plain, simplify(text), maxEdits) }))
    .filter(({ edits }) => edits <= maxEdits)
    .sort((a, b) => a.edits - b.edits)[0];
  if (closest !== undefined) return `Did you mean ${JSON.stringify(closest.text)}?`;
  const whole = plain === "" ? undefined : texts.find((text) => simplify(text).includes(plain));
  if (whole === undefined) return undefined;
  return `${JSON.stringify(whole)} contains it. A regular expression matches a part of a text.`;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function simplify(text: string): string {
  return squeeze(text).toLowerCase();
}

/**
 * Edit distance: the number of characters to insert, delete, replace or swap with the next one. Some value above `most`
 * if it would be larger than that.
 */
function distance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    rows.push(line);
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const edits = [at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (isSame ? 0 : 1)];
      if (isSwapped) edits.push(at(row - 2, column - 2) + 1);
      line.push(Math.min(...edits));
    }
  }
  return at(a.length, b.length);
}
