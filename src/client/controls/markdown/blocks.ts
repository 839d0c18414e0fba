import type { Token } from "markdown-it";
import type { MarkdownExtensionSet } from "../../../controls/markdown/markdown-style.ts";
import { CODE, TEXT } from "./allowed.ts";
import { Builder } from "./builder.ts";
import { scanHtml } from "./html-scanner.ts";
import { parse } from "./parser.ts";

const BLOCK = /^(?:blockquote|div|h.|li|ol|p|pre|t.*|ul)$/;
/** Characters of addresses and titles that a text may have in addition, because it defines them once and uses them often. */
const MOST_REPEATED = 100_000;
const TASK = /^\[([ x])\](?=\s)/i;

/** Returns the blocks of a text. They are not in the page yet, so the browser loads nothing for them. */
export function toBlocks(text: string, set: MarkdownExtensionSet | undefined): Element[] {
  const builder = new Builder(TEXT, text.length + MOST_REPEATED);
  const tokens = parse(text, set);
  for (const { type, content, children } of tokens) {
    if (type === "html_block") builder.hidden.expect(content);
    for (const part of children ?? []) if (part.type === "html_inline") builder.hidden.expect(part.content);
  }
  const hasTasks = set?.startsWith("gitHub") === true;
  for (const [at, token] of tokens.entries()) {
    if (token.type !== "inline") addBlock(builder, token);
    else addInline(builder, token.children ?? [], hasTasks && tokens[at - 2]?.type === "list_item_open");
  }
  return inBlocks(builder.finish());
}

/** Puts highlighted code into its element. */
export function setHighlighted(code: Element, html: string): void {
  const builder = new Builder(CODE, Number.POSITIVE_INFINITY);
  scanHtml(html, builder);
  code.replaceChildren(builder.finish());
}

function addBlock(builder: Builder, token: Token): void {
  if (token.type === "html_block") return scanHtml(token.content, builder, builder.hidden);
  if (token.type === "fence" || token.type === "code_block") addCode(builder, token);
  // A paragraph of a list without blank lines is hidden: its text is directly in the item.
  else if (!token.hidden) addTag(builder, token);
  if (token.nesting < 1) builder.text("\n");
}

function addCode(builder: Builder, { info, content }: Token): void {
  const language = /^\S+/.exec(info.trim())?.[0];
  builder.openMarkdown("pre");
  builder.openMarkdown("code", language === undefined ? [] : [["class", `language-${language}`]]);
  builder.text(content);
  builder.closeMarkdown();
  builder.closeMarkdown();
}

function addTag(builder: Builder, token: Token): void {
  if (token.nesting === -1) return builder.closeMarkdown();
  const attributes = attributesOf(token);
  // The parser writes the alignment of a cell as a style.
  const align = attributes.get("style")?.replace("text-align:", "");
  builder.openMarkdown(token.tag, align === undefined ? attributes : [["align", align]]);
}

function attributesOf({ attrs }: Token): Map<string, string> {
  return new Map((attrs ?? []).map(([name, value]) => [name, String(value)]));
}

function addInline(builder: Builder, tokens: readonly Token[], isItem: boolean): void {
  for (const [at, token] of tokens.entries()) {
    if (token.type === "html_inline") scanHtml(token.content, builder, builder.hidden);
    else if (token.type === "image") addImage(builder, token);
    else if (token.type === "softbreak") builder.text("\n");
    else if (token.type === "text" && isItem && at === 0) addTask(builder, token.content);
    else if (token.tag === "") builder.text(token.content);
    else if (token.type === "code_inline") addInlineCode(builder, token.content);
    else addTag(builder, token);
    // Parts the words of two lines in what a script reads.
    if (token.type === "hardbreak") builder.text(" ");
  }
}

function addImage(builder: Builder, token: Token): void {
  builder.openMarkdown("img", attributesOf(token).set("alt", textOf(token.children ?? [])));
}

function textOf(tokens: readonly Token[]): string {
  const texts = tokens.map(({ type, content, children }) =>
    type === "image" ? textOf(children ?? []) : type.endsWith("break") ? "\n" : content,
  );
  return texts.join("");
}

function addTask(builder: Builder, text: string): void {
  const [box, mark] = TASK.exec(text) ?? [];
  if (box === undefined) return builder.text(text);
  const attributes: [string, string][] = mark === " " ? [] : [["checked", ""]];
  builder.openMarkdown("input", [...attributes, ["disabled", ""], ["type", "checkbox"]]);
  builder.text(text.slice(box.length));
}

function addInlineCode(builder: Builder, code: string): void {
  builder.openMarkdown("code");
  builder.text(code);
  builder.closeMarkdown();
}

/** Returns the blocks of a tree. What is in no block, such as text in HTML, becomes a paragraph. */
function inBlocks(root: DocumentFragment): Element[] {
  const blocks: Element[] = [];
  let line: Element | undefined;
  for (const node of [...root.childNodes]) {
    const isElement = node instanceof Element;
    if (isElement && BLOCK.test(node.localName)) {
      line = undefined;
      blocks.push(node);
    } else if (isElement || line !== undefined || node.textContent?.trim() !== "") {
      if (line === undefined) blocks.push((line = document.createElement("p")));
      line.append(node);
    }
  }
  return blocks;
}
