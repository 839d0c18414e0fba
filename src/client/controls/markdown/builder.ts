import { type Allowed, isAllowed } from "./allowed.ts";
import { HiddenContent } from "./hidden-content.ts";
import type { HtmlSink } from "./html-scanner.ts";

/** Largest depth of elements in each other. What is deeper has no elements of its own, only its text. */
const MOST_DEPTH = 60;
const EMPTY = /^(?:br|hr|img|input)$/;
/** Elements that are no part of a line, and are not allowed. They are shown as a block without style. */
const BLOCK =
  /^(?:address|article|aside|body|caption|center|d[dlt]|details|dialog|dir|fieldset|figcaption|figure|footer|form|header|hgroup|legend|main|menu|nav|option|search|section|summary|tfoot|title)$/;
/** Elements that end where another one begins, unless an element of `within` is between them. */
const ENDS: { readonly [name: string]: { readonly open: RegExp; readonly within: RegExp } | undefined } = {
  a: { open: /^a$/, within: /^t[dh]$/ },
  li: { open: /^li$/, within: /^[ou]l$/ },
  p: { open: /^p$/, within: /^(?!p$)/ },
  td: { open: /^t[dh]$/, within: /^(?:tr|table)$/ },
  th: { open: /^t[dh]$/, within: /^(?:tr|table)$/ },
  tr: { open: /^tr$/, within: /^table$/ },
};

/** An element whose end has not come. */
interface Level {
  readonly name: string;
  readonly element: Element;
  /** Whether the text has it as HTML, so that its end tag may be missing or wrong. */
  readonly isHtml: boolean;
}

/**
 * Builds a tree from tags and text. No text is ever parsed as HTML by the browser, and only allowed elements and
 * attributes are made, so nothing in the tree can run code. The tree is in a document of its own, in which the browser
 * loads nothing.
 */
export class Builder implements HtmlSink {
  readonly root: DocumentFragment;
  /** Scripts and styles. While the content of one is left out, text and elements without content are not added. */
  readonly hidden: HiddenContent = new HiddenContent();
  readonly #allowed: Allowed;
  readonly #document: Document = document.implementation.createHTMLDocument("");
  readonly #levels: Level[] = [];
  /** Number of open elements of Markdown that were too deep to be made. */
  #skipped = 0;
  /** Text that is not in the tree yet. */
  #text = "";
  /** Characters that all attributes together may still have. */
  #space: number;

  /**
   * Creates a builder. `space` is the number of characters that all attributes together may have: a long address that a
   * text defines once and uses often must not take memory for each use.
   */
  constructor(allowed: Allowed, space: number) {
    this.#allowed = allowed;
    this.#space = space;
    this.root = this.#document.createDocumentFragment();
  }

  text(text: string): void {
    if (this.hidden.name === undefined) this.#text += text;
  }

  /** Adds the element of a start tag that the text has as HTML. */
  open(name: string, attributes: Iterable<readonly [string, string]>): void {
    this.#open(name, new Map(attributes), true);
  }

  /** Ends the last element of that name, if it began as HTML. An end tag cannot end an element of Markdown. */
  close(name: string): void {
    this.#endHtml((level) => level.name === name);
  }

  /** Adds an element that Markdown makes, with all its attributes. */
  openMarkdown(name: string, attributes: Iterable<readonly [string, string]> = []): void {
    this.#open(name, new Map(attributes), false);
  }

  /** Ends the last element that Markdown made, and all in it. */
  closeMarkdown(): void {
    if (this.#skipped > 0) this.#skipped--;
    else this.#cut(this.#levels.findLastIndex(({ isHtml }) => !isHtml));
  }

  /** Puts all text into the tree. */
  finish(): DocumentFragment {
    const parent = this.#levels.at(-1)?.element ?? this.root;
    if (this.#text !== "") parent.append(this.#text);
    this.#text = "";
    return this.root;
  }

  #open(name: string, attributes: ReadonlyMap<string, string>, isHtml: boolean): void {
    const shown = this.#shownAs(name);
    if (shown === undefined || (this.hidden.name !== undefined && EMPTY.test(name))) return;
    const kept = [...attributes].filter(([key, value]) => this.#keeps(shown, key, value));
    const has = (key: string): boolean => kept.some(([name]) => name === key);
    // The only input is the check box of a task list.
    if (name === "input" && !(has("type") && has("disabled"))) return;
    if (name === "img" && !has("src")) return this.text(attributes.get("alt") ?? "");
    const ends = ENDS[name];
    if (ends !== undefined) this.#endHtml((level) => ends.open.test(level.name), ends.within);
    const isEmpty = EMPTY.test(name);
    if (this.#levels.length >= MOST_DEPTH && !isEmpty) {
      if (!isHtml) this.#skipped++;
      return;
    }
    this.finish();
    const element = this.#document.createElement(shown);
    for (const [key, value] of kept) element.setAttribute(key, value);
    (this.#levels.at(-1)?.element ?? this.root).append(element);
    if (!isEmpty) this.#levels.push({ name, element, isHtml });
  }

  #keeps(element: string, attribute: string, value: string): boolean {
    if (value.length > this.#space) return false;
    this.#space -= value.length;
    return isAllowed(this.#allowed, element, attribute, value);
  }

  #shownAs(name: string): string | undefined {
    if (this.#allowed.has(name)) return name;
    return this.#allowed.has("div") && BLOCK.test(name) ? "div" : undefined;
  }

  #endHtml(isSearched: (level: Level) => boolean, within?: RegExp): void {
    for (let at = this.#levels.length - 1; at >= 0; at--) {
      const level = this.#levels[at] as Level;
      if (!level.isHtml) return;
      if (isSearched(level)) return this.#cut(at);
      if (within?.test(level.name)) return;
    }
  }

  #cut(length: number): void {
    this.finish();
    this.#levels.length = Math.max(length, 0);
  }
}
