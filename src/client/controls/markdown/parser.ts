import MarkdownIt, { type MarkdownIt as Parser, type StateBlock, type Token } from "markdown-it";
import type { MarkdownExtensionSet } from "../../../controls/markdown/markdown-style.ts";
import { addStrikethrough } from "./strikethrough.ts";

/** Largest depth of quotes, lists and items in each other. The source of what is deeper is shown as paragraphs. */
const MOST_LEVELS = 20;
/** The parser's own limit. It must not be reached by blocks, because the parser drops what is too deep. */
const OPTIONS = { html: true, maxNesting: MOST_LEVELS + 2 };

/** Blocks of HTML that go on after a blank line: how each begins and ends. */
const LONG_BLOCKS: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/gi],
  [/^<!--/, /-->/g],
  [/^<\?/, /\?>/g],
  [/^<![a-z]/i, />/g],
  [/^<!\[CDATA\[/, /\]\]>/g],
];

const gitHub = withLimits(new MarkdownIt({ ...OPTIONS, linkify: true }));
addStrikethrough(gitHub);
linkAddresses(gitHub);
const plain = withLimits(new MarkdownIt("commonmark", OPTIONS));

/** Returns the parts of a text, in time proportional to its length. */
export function parse(text: string, set: MarkdownExtensionSet | undefined): Token[] {
  return (set?.startsWith("gitHub") === true ? gitHub : plain).parse(text, {});
}

function withLimits(parser: Parser): Parser {
  const { ruler } = parser.block;
  const ruleOf = (name: string) => ruler.__rules__.find((rule) => rule.name === name) as (typeof ruler.__rules__)[0];
  const paragraph = ruleOf("paragraph");
  ruler.before("table", "depth", (state, start, end, isTrial) => {
    return state.level >= MOST_LEVELS && !isTrial && paragraph.fn(state, start, end, isTrial);
  });
  const { fn: block, alt } = ruleOf("html_block");
  ruler.at(
    "html_block",
    (state, start, end, isTrial) =>
      block(state, start, isUnclosed(state, start) ? blank(state, start, end) : end, isTrial),
    { alt },
  );
  // The targets of links are checked when their elements are made.
  parser.validateLink = () => true;
  parser.normalizeLinkText = (text) => text;
  return parser;
}

/** Returns whether a long block of HTML never ends. It must not take the rest of the text, so it ends at a blank line. */
function isUnclosed({ src, env, bMarks, tShift, eMarks }: StateBlock, line: number): boolean {
  const from = (bMarks[line] ?? 0) + (tShift[line] ?? 0);
  if (src[from] !== "<") return false;
  const text = src.slice(from, eMarks[line]);
  const kind = LONG_BLOCKS.findIndex(([begin]) => begin.test(text));
  if (kind === -1) return false;
  env.ends ??= LONG_BLOCKS.map(([, end]) => [...src.matchAll(end)].at(-1)?.index ?? -1);
  return ((env.ends as readonly number[])[kind] ?? -1) < from;
}

function blank(state: StateBlock, start: number, end: number): number {
  let line = start + 1;
  while (line < end && !state.isEmpty(line)) line++;
  return line;
}

/** Makes links of addresses in the text: those that begin with `http://`, `https://` or `www.`, and e-mail addresses. */
function linkAddresses({ linkify }: Parser): void {
  linkify.set({ fuzzyLink: true }).add("ftp:", null).add("//", null);
  const match = linkify.match.bind(linkify);
  linkify.match = (text) => match(text)?.filter((found) => found.schema !== "" || /^www\./i.test(found.text)) ?? null;
}
