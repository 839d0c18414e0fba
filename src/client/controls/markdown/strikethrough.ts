import type { Delimiter, MarkdownIt, StateInline } from "markdown-it";

const TILDE = "~";

/** Adds the strikethrough of GitHub, which is between one or two tildes. The parser's own one knows two only. */
export function addStrikethrough(parser: MarkdownIt): void {
  parser.inline.ruler.at("strikethrough", (state, isTrial) => {
    if (isTrial || state.src[state.pos] !== TILDE) return false;
    const { length, can_open: open, can_close: close } = state.scanDelims(state.pos, true);
    state.push("text", "", 0).content = TILDE.repeat(length);
    // Only tildes of the same number belong together, so each number is another marker, not a character.
    const marker = -length;
    if (length < 3) state.delimiters.push({ marker, length: 0, token: state.tokens.length - 1, end: -1, open, close });
    state.pos += length;
    return true;
  });
  parser.inline.ruler2.at("strikethrough", (state) => {
    strike(state, state.delimiters);
    for (const meta of state.tokens_meta) strike(state, meta?.delimiters ?? []);
  });
}

function strike({ tokens }: StateInline, delimiters: readonly Delimiter[]): void {
  const set = (delimiter: Delimiter | undefined, type: string, nesting: -1 | 1): void => {
    const token = delimiter && tokens[delimiter.token];
    if (token !== undefined) Object.assign(token, { type, tag: "del", nesting, content: "" });
  };
  for (const delimiter of delimiters) {
    if (delimiter.marker >= 0 || delimiter.end === -1) continue;
    set(delimiter, "s_open", 1);
    set(delimiters[delimiter.end], "s_close", -1);
  }
}
