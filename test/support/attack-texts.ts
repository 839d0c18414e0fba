/** The longest text of an attack: 1 MiB. */
export const MEBIBYTE: number = 1 << 20;

/** What parsers and patterns stumble over when it is repeated: each is a part of a text that some check reads. */
const REPEATED: readonly string[] = [
  ...["a", "A", "0", "9", " ", "\n", "\t", "\0", ".", ",", ":", ";", "/", "\\", "|", "_", "-", "+", "=", "#", "?", "@"],
  ...["(", ")", "((((", "()", "[", "[a]", "{", "{}", "<", ">", '"', "'", "`", "$", "^", "%", "&", "&amp;", "*"],
  ...["%41", "%C3%A9", "\\x", "\\p{L}", "(?:", "a|", "a*", "a{1,2}", "1.", ".1", "1e", "-1", "0x", "a.", ".a", "a9"],
  ...["<!---->", "<!--", "-->", "<!-->", "<?xml?>", "<!doctype>", "<svg", "<svg>", "<a ", "data:", "http:", "http://"],
  ...["../", "a/../", "//", "xn--", "xn--a.", "_a", "a_", "on", "Aa", " a", "a ", "a,", ", ", "rgb(", "#f", "f#"],
  ...["é", "e\u0301", "\u0301\u0323", "漢", "😀", "\ud800", "\udc00", "\u200d", "\u00ad", "\u2028", "\ufeff", "İ", "ß"],
];
/** Beginnings that lead a check into its more costly part. */
const BEGINNINGS: readonly string[] = [
  ...["", "http://", "http://a", "//", "https://xn--", "data:image/png;base64,", "data:image/svg+xml,", "mailto:"],
  ...["iVBORw0KGgo", "PHN2Zy", "<svg ", "<?xml ", "rgb(", "#", "0x", "red", "cupertino_", "/", "2026-", "1."],
];
/** Ends that make a check fail as late as possible. */
const ENDS: readonly string[] = ["", "\0"];

/** Returns a text of a given length that ends as `end` says, after repetitions of a part. */
function fill(beginning: string, part: string, end: string, length: number): string {
  const space = Math.max(0, length - beginning.length - end.length);
  return beginning + part.repeat(Math.ceil(space / part.length)).slice(0, space) + end;
}

/** Returns a text of many different letters, whose order and forms take time to put in order. */
function letters(length: number): string {
  return String.fromCharCode(...Array.from({ length: 4096 }, (_, index) => 0x4e00 + ((index * 7919) % 20_000)))
    .repeat(Math.ceil(length / 4096))
    .slice(0, length);
}

/**
 * Returns texts of a given length: each part alone, with each end, and after one of the beginnings. Each beginning has
 * several parts.
 */
export function attackTexts(length: number): string[] {
  const alone = REPEATED.flatMap((part) => ENDS.map((end) => fill("", part, end, length)));
  const after = REPEATED.flatMap((part, index) =>
    [1, 2].map((step) => fill(BEGINNINGS[(index * step) % BEGINNINGS.length]!, part, "\0", length)),
  );
  return [...alone, ...after, ...BEGINNINGS.map((beginning) => fill(beginning, letters(length), "", length))];
}
