import { decode } from "./character-references.ts";

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
/** Elements whose content is not text for people, and the end tag of each. */
const HIDDEN: { readonly [name: string]: RegExp | undefined } = {
  script: /<\/script(?=[\s/>])/gi,
  style: /<\/style(?=[\s/>])/gi,
};

/** Returns the end tag of an element whose content is not text for people, such as a script. */
export function hiddenEnd(name: string): RegExp | undefined {
  return Object.hasOwn(HIDDEN, name) ? HIDDEN[name] : undefined;
}

/** Returns the tag at a position. Undefined if there is no complete tag. */
export function readTag(html: string, start: number): Tag | undefined {
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
 * Splits HTML into tags and text, in time proportional to its length. Comments, declarations, scripts and styles are
 * left out. What looks like one of them but does not end is text.
 */
export function scanHtml(html: string, sink: HtmlSink): void {
  new Scanner(html, sink).run();
}

class Scanner {
  readonly #html: string;
  readonly #sink: HtmlSink;
  /** Position of the first character that is no space. */
  readonly #first: number;
  /** Position up to which everything was delivered or left out. */
  #done = 0;
  /** Ends that do not occur in the rest. Each is searched in vain only once. */
  readonly #absent = new Set<RegExp>();

  constructor(html: string, sink: HtmlSink) {
    this.#html = html;
    this.#sink = sink;
    this.#first = html.search(/\S/);
  }

  run(): void {
    const html = this.#html;
    for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", Math.max(at + 1, this.#done))) {
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
    const hidden = hiddenEnd(tag.name);
    if (tag.isEnd) this.#sink.close(tag.name);
    else if (hidden === undefined) this.#sink.open(tag.name, tag.attributes);
    else this.#done = this.#find(DECLARATION_END, this.#find(hidden, tag.end)) ?? this.#unclosedEnd(at, tag.end);
  }

  /**
   * Returns where the content of a script without end tag ends. At the beginning of the HTML, its paragraph is taken
   * for a script. Elsewhere, somebody probably wrote about the tag, so all of the text is shown.
   */
  #unclosedEnd(at: number, end: number): number {
    if (at > this.#first) return end;
    return this.#find(BLANK_LINE, end) ?? this.#html.length;
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
