import { decode } from "./character-references.ts";
import { HIDDEN, HiddenContent } from "./hidden-content.ts";

/** Receives the parts of a piece of HTML. Names of elements and attributes are in lower case. */
export interface HtmlSink {
  text(text: string): void;
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  /** Position after the tag. */
  readonly end: number;
}

/** More attributes than a real tag has. Without a limit, each `<` in a long value could be read as a long tag again. */
const MOST_ATTRIBUTES = 100;

const NAME = /<(\/?)([a-z][\w:-]*)/iy;
const ATTRIBUTE = /[\s/]+([^\s/>=<"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'<]+)))?/y;
const TAG_END = /[\s/]*>/y;
const DECLARATION = /<(?:!(?:--|[a-z])|\?)/iy;
const COMMENT_END = /-->/g;
const DECLARATION_END = />/g;
const CDATA = "<![CDATA[";
const CDATA_END = /\]\]>/g;
const BLANK_LINE = /\n[ \t]*\n/g;
/** Returns the tag at a position. Undefined if there is no complete tag. */
function readTag(html: string, start: number): Tag | undefined {
  const [, slash, name] = matchAt(NAME, html, start) ?? [];
  if (name === undefined) return undefined;
  const attributes = new Map<string, string>();
  let at = start + 1 + name.length + (slash ?? "").length;
  for (let count = 0; count < MOST_ATTRIBUTES; count++) {
    const found = matchAt(ATTRIBUTE, html, at);
    if (found === null) break;
    const attribute = (found[1] ?? "").toLowerCase();
    if (!attributes.has(attribute)) attributes.set(attribute, decode(found[2] ?? found[3] ?? found[4] ?? ""));
    at += found[0].length;
  }
  const end = matchAt(TAG_END, html, at);
  if (end === null) return undefined;
  return { name: name.toLowerCase(), isEnd: slash === "/", attributes, end: at + end[0].length };
}

/**
 * Splits a piece of HTML into tags and text, in time proportional to its length. Comments, declarations, scripts and
 * styles are left out. What looks like one of them but does not end is text.
 */
export function scanHtml(html: string, sink: HtmlSink, hidden: HiddenContent = new HiddenContent()): void {
  hidden.reached(html);
  new Scanner(html, sink, hidden).run();
}

class Scanner {
  readonly #html: string;
  readonly #sink: HtmlSink;
  readonly #hidden: HiddenContent;
  /** Position of the first character that is no space. */
  readonly #first: number;
  /** Position up to which everything was delivered or left out. */
  #done = 0;
  /** Ends that do not occur in the rest. Each is searched in vain only once. */
  readonly #absent = new Set<RegExp>();

  constructor(html: string, sink: HtmlSink, hidden: HiddenContent) {
    this.#html = html;
    this.#sink = sink;
    this.#hidden = hidden;
    this.#first = html.search(/\S/);
  }

  run(): void {
    const html = this.#html;
    if (this.#hidden.name !== undefined) this.#leaveOutContent(this.#hidden.name, 0, -1);
    for (let at = html.indexOf("<", this.#done); at !== -1; at = html.indexOf("<", Math.max(at + 1, this.#done))) {
      if (html.startsWith(CDATA, at)) this.#cdata(at);
      else if (matchAt(DECLARATION, html, at) === null) this.#tag(at);
      else this.#leaveOut(at, this.#find(html.startsWith("<!--", at) ? COMMENT_END : DECLARATION_END, at + 2));
    }
    this.#flush(html.length);
  }

  #tag(at: number): void {
    const tag = readTag(this.#html, at);
    if (tag === undefined) return;
    this.#leaveOut(at, tag.end);
    if (tag.isEnd) this.#sink.close(tag.name);
    else if (HIDDEN.has(tag.name)) this.#leaveOutContent(tag.name, tag.end, at);
    else this.#sink.open(tag.name, tag.attributes);
  }

  /** Leaves out the content of a script or style that begins at a position. Its tag is at `tag`. */
  #leaveOutContent(name: string, from: number, tag: number): void {
    const end = this.#find(DECLARATION_END, this.#find(HIDDEN.get(name) as RegExp, from));
    const isLater = end === undefined && this.#hidden.endsLater(name);
    this.#hidden.name = isLater ? name : undefined;
    if (end !== undefined) this.#done = end;
    else if (isLater) this.#done = this.#html.length;
    // Without an end tag at all, the paragraph that begins with the tag is taken for the script. Anywhere else, the text
    // is probably about the tag.
    else if (tag === this.#first) this.#done = this.#find(BLANK_LINE, from) ?? this.#html.length;
  }

  #cdata(at: number): void {
    const end = this.#find(CDATA_END, at);
    if (end === undefined) return;
    this.#flush(at);
    this.#sink.text(this.#html.slice(at + CDATA.length, end - "]]>".length));
    this.#done = end;
  }

  #leaveOut(at: number, end: number | undefined): void {
    if (end === undefined) return;
    this.#flush(at);
    this.#done = end;
  }

  /** Delivers the text up to a position. */
  #flush(to: number): void {
    if (to > this.#done) this.#sink.text(decode(this.#html.slice(this.#done, to)));
    this.#done = to;
  }

  /** Returns the position after the next match. */
  #find(end: RegExp, from: number | undefined): number | undefined {
    if (from === undefined || this.#absent.has(end)) return undefined;
    end.lastIndex = from;
    if (end.test(this.#html)) return end.lastIndex;
    this.#absent.add(end);
    return undefined;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
