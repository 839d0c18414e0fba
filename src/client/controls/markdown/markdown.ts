import type { Read } from "../../../controls/control-props.ts";
import type { MarkdownProps } from "../../../controls/markdown/markdown.ts";
import type { MarkdownCustomCodeTheme, MarkdownExtensionSet } from "../../../controls/markdown/markdown-style.ts";
import { adopt, css, element, setAttribute, setStyle } from "../../dom/css.ts";
import { setLinkOrNone } from "../../input/focus-target.ts";
import { listenForSelection, stopListening } from "../../input/selection.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { setHighlighted, toBlocks } from "./blocks.ts";
import { loadTheme, paintCode } from "./code-theme.ts";
import { dress, dressCode } from "./sheet.ts";

/** A block of the text: as it was made, and its element in the page, which is changed later. */
interface Block {
  readonly made: Element;
  readonly shown: HTMLElement;
}

interface MarkdownParts extends Parts {
  readonly text: HTMLElement;
  /** Element that holds the replacement of a broken image. */
  readonly instead: HTMLElement;
  blocks: readonly Block[];
  /** Targets of links. A disabled link has no attribute for its target. */
  readonly addresses: WeakMap<HTMLAnchorElement, string>;
  theme: MarkdownCustomCodeTheme | undefined;
  isDressed: boolean;
}

type MarkdownView = View<MarkdownProps<Read>, MarkdownParts>;

/** Milliseconds after which the rest of a text's code is shown in one color, so that the page stays usable. */
const MOST_TIME = 2000;

/** Shows the text. Blocks that did not change keep their elements, and so their selection and scroll position. */
function write(view: MarkdownView): void {
  const { parts, props } = view;
  const before = parts.blocks;
  const next = read(props.value ?? "", props.extensionSet);
  const isSame = (at: number, from: number): boolean => before[at]?.made.isEqualNode(next[from] ?? null) === true;
  const most = Math.min(before.length, next.length);
  let start = 0;
  while (start < most && isSame(start, start)) start++;
  let end = 0;
  while (end < most - start && isSame(before.length - 1 - end, next.length - 1 - end)) end++;
  const fresh = next.slice(start, next.length - end).map((made) => ({ made, shown: finish(view, made) }));
  for (const { shown } of before.slice(start, before.length - end)) {
    if (shown.contains(parts.instead)) parts.text.after(parts.instead);
    shown.nextSibling?.remove();
    shown.remove();
  }
  const after = end === 0 ? null : (before[before.length - end]?.shown ?? null);
  for (const { shown } of fresh) {
    parts.text.insertBefore(shown, after);
    // Without it, the last word of a block and the first one of the next are one word in what a script reads.
    shown.after("\n");
  }
  parts.blocks = [...before.slice(0, start), ...fresh, ...before.slice(before.length - end)];
  void highlightCode(
    view,
    fresh.map(({ shown }) => shown),
  );
  redress(view);
}

/** Returns the blocks of a text. If that fails, for whatever reason, the text is shown as it is written. */
function read(text: string, set: MarkdownExtensionSet | undefined): Element[] {
  try {
    return toBlocks(text, set);
  } catch (error) {
    reportError(error);
    const block = document.createElement("pre");
    block.textContent = text;
    return [block];
  }
}

/** Completes a block: links report clicks, code can be scrolled by keyboard, and tables scroll. */
function finish(view: MarkdownView, made: Element): HTMLElement {
  let block = document.importNode(made, true) as HTMLElement;
  if (block.localName === "table") {
    const scroller = element("div", "r-md-table");
    scroller.append(block);
    block = scroller;
  }
  for (const link of block.querySelectorAll("a")) {
    view.parts.addresses.set(link, link.getAttribute("href") ?? "");
    relink(view, link);
  }
  labelTicks(block);
  for (const code of block.localName === "pre" ? [block] : block.querySelectorAll("pre")) code.tabIndex = 0;
  return block;
}

/** Labels check boxes with the text next to them. That text is read once for all check boxes in it. */
function labelTicks(block: HTMLElement): void {
  const labels = new Map<Element, string>();
  for (const tick of block.querySelectorAll("input")) {
    const owner = tick.parentElement ?? block;
    const label = labels.get(owner) ?? owner.textContent.trim();
    labels.set(owner, label);
    tick.ariaLabel = label;
  }
}

function relink({ parts, props, isDisabled }: MarkdownView, link: HTMLAnchorElement): void {
  const url = parts.addresses.get(link) ?? "";
  const target = props.autoFollowLinks === true ? props.autoFollowLinksTarget : null;
  setLinkOrNone(link, url === "" ? null : { url, ...(target != null && { target }) }, isDisabled);
}

function relinkAll(view: MarkdownView): void {
  for (const link of view.parts.text.querySelectorAll("a")) relink(view, link);
}

/** Highlights the code in blocks. The highlighter is loaded with the first code that needs it. */
async function highlightCode(view: MarkdownView, blocks: readonly HTMLElement[]): Promise<void> {
  let spent = 0;
  for (const block of blocks) {
    for (const code of block.querySelectorAll("pre > code")) {
      const language = code.className.slice("language-".length);
      if (language === "" || spent > MOST_TIME) continue;
      const toHtml = await loadHighlighter(language);
      const begin = performance.now();
      const html = toHtml?.(code.textContent);
      if (html !== undefined) setHighlighted(code, html);
      spent += performance.now() - begin;
    }
    repaint(view, block);
  }
}

/** Loads the highlighter of a language. Without it, for example after a lost connection, code is shown in one color. */
async function loadHighlighter(language: string): Promise<((code: string) => string | undefined) | undefined> {
  try {
    const { highlighterOf } = await import("./highlight.ts");
    return await highlighterOf(language);
  } catch (error) {
    reportError(error);
    return undefined;
  }
}

function repaint({ parts }: MarkdownView, within: HTMLElement = parts.text): void {
  const blocks = within.localName === "pre" ? [within] : within.querySelectorAll("pre");
  for (const block of blocks) paintCode(block, parts.theme);
}

async function setTheme(view: MarkdownView): Promise<void> {
  const { parts, props } = view;
  const asked = props.codeTheme;
  const theme = typeof asked === "string" ? await loadTheme(asked) : (asked ?? undefined);
  if (asked !== view.props.codeTheme) return;
  parts.theme = theme;
  repaint(view);
}

function redress(view: MarkdownView): void {
  const { parts, props } = view;
  const { mdStyleSheet, codeStyleSheet } = props;
  const isPlain = mdStyleSheet == null && codeStyleSheet == null;
  if (isPlain && !parts.isDressed) return;
  parts.isDressed = !isPlain;
  dress(parts.text, mdStyleSheet ?? {});
  if (codeStyleSheet == null) return;
  for (const block of parts.text.querySelectorAll("pre")) dressCode(block, codeStyleSheet);
}

function click(view: MarkdownView, event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null) {
    if (!view.listensTo("tapText")) return;
    event.stopPropagation();
    return view.emit("tapText");
  }
  event.stopPropagation();
  if (view.props.autoFollowLinks !== true) event.preventDefault();
  view.emit("tapLink", view.parts.addresses.get(link) ?? "");
}

/** Replaces a broken image. The first one is replaced by the control itself, others by copies of its elements. */
function replaceBroken({ parts, children }: MarkdownView, image: HTMLImageElement): void {
  if (!children.has("imageErrorContent")) return;
  if (!parts.text.contains(parts.instead)) {
    parts.instead.hidden = false;
    return image.replaceWith(parts.instead);
  }
  const copy = document.createElement("span");
  copy.inert = true;
  image.replaceWith(copy);
  const follow = (): void => {
    if (!copy.isConnected) return changes.disconnect();
    copy.replaceChildren(...parts.instead.cloneNode(true).childNodes);
    for (const part of copy.querySelectorAll("[data-id]")) part.removeAttribute("data-id");
  };
  const changes = new MutationObserver(follow);
  changes.observe(parts.instead, { subtree: true, childList: true, attributes: true, characterData: true });
  follow();
}

/** Text that is written in Markdown. */
export const renderer: Renderer<MarkdownProps<Read>, MarkdownParts> = {
  create(view) {
    const root = element("div", "r-md");
    const text = element("div", "r-md-text");
    const instead = document.createElement("span");
    instead.hidden = true;
    root.append(text, instead);
    text.addEventListener("click", (event) => click(view, event));
    root.addEventListener("keydown", (key) => {
      if (key.target !== root || !view.listensTo("tapText") || (key.key !== "Enter" && key.key !== " ")) return;
      key.preventDefault();
      view.emit("tapText");
    });
    root.addEventListener(
      "error",
      ({ target }) => {
        if (target instanceof HTMLImageElement && text.contains(target)) replaceBroken(view, target);
      },
      true,
    );
    return { root, text, instead, blocks: [], addresses: new WeakMap(), theme: undefined, isDressed: false };
  },
  slot: ({ parts }) => parts.instead,
  disabled: relinkAll,
  props: {
    value: write,
    extensionSet: write,
    selectable: ({ root, props }) =>
      setStyle(root, "user-select", props.selectable == null ? null : props.selectable ? "text" : "none"),
    codeTheme: (view) => void setTheme(view),
    autoFollowLinks: relinkAll,
    autoFollowLinksTarget: relinkAll,
    fitContent: ({ root, props }) => void root.classList.toggle("r-md-fill", props.fitContent === false),
    softLineBreak: ({ root, props }) => void root.classList.toggle("r-md-breaks", props.softLineBreak === true),
    mdStyleSheet: redress,
    codeStyleSheet: redress,
    onTapText: (view) => setAttribute(view.root, "tabindex", view.listensTo("tapText") ? "0" : null),
    onSelectionChange: listenForSelection,
  },
  destroy: ({ root }) => stopListening(root),
};

adopt(css`
.r-md { min-inline-size: 0; white-space: normal; max-inline-size: 100%; font: 400 14px/20px var(--r-font); overflow-wrap: break-word; }
.r-md-fill { inline-size: 100%; }
.r-md-text > * { margin: 0; }
.r-md-text > * + * { margin-block-start: var(--r-md-gap, 8px); }
.r-md-text h1 { font: 400 24px/32px var(--r-font); }
.r-md-text h2 { font: 400 22px/28px var(--r-font); }
.r-md-text h3 { font: 500 16px/24px var(--r-font); }
.r-md-text :is(h4, h5, h6) { font: 500 14px/20px var(--r-font); }
.r-md-text > * + :is(h1, h2, h3, h4, h5, h6) { margin-block-start: calc(var(--r-md-gap, 8px) * 2); }
.r-md-text a { color: var(--r-primary); }
.r-md-text :is(ul, ol) { padding: 0; padding-inline-start: var(--r-md-indent, 24px); }
.r-md-text li > :is(ul, ol) { margin: 0; }
.r-md-text li > p { margin: 0 0 4px; }
.r-md-text li::marker {
  color: var(--r-md-bullet);
  font-size: var(--r-md-bullet-size);
  font-weight: var(--r-md-bullet-weight);
}
.r-md-text li:has(> input, > p > input) { list-style: none; }
.r-md-text li input { margin: 0 4px 0 -20px; vertical-align: -2px; accent-color: var(--r-primary); }
.r-md-text blockquote {
  position: relative;
  padding: 8px 16px;
  border-inline-start: 4px solid var(--r-outlinevariant);
  color: var(--r-onsurfacevariant);
}
.r-md-text :is(blockquote blockquote blockquote blockquote) blockquote { padding-inline: 4px; }
.r-md-text blockquote > * { margin: 0; }
.r-md-text blockquote > * + * { margin-block-start: var(--r-md-gap, 8px); }
.r-md-text :is(code, pre, kbd) { font-family: ui-monospace, "SF Mono", "Roboto Mono", Consolas, monospace; font-size: 0.93em; }
.r-md-text :not(pre) > code, .r-md-text kbd {
  padding: 2px 4px;
  border-radius: 4px;
  background: var(--r-surfacecontainerhighest);
}
.r-md-text pre {
  position: relative;
  padding: 12px 16px;
  border-radius: 8px;
  background: var(--r-md-code-fill, var(--r-surfacecontainer));
  color: var(--r-md-code, var(--r-onsurface));
  overflow-x: auto;
  tab-size: 2;
}
.r-md-text pre > code { font-size: inherit; }
.r-md-text hr { position: relative; border: 0; border-block-start: 1px solid var(--r-outlinevariant); }
.r-md-text img { max-inline-size: 100%; vertical-align: middle; }
.r-md-table { overflow-x: auto; }
.r-md-table > table { border-collapse: collapse; }
.r-md-text :is(th, td) { position: relative; padding: 8px 12px; border: 1px solid var(--r-outlinevariant); }
.r-md-text th { font-weight: 500; background: var(--r-surfacecontainer); }
.r-md-breaks :is(p, li:not(:has(> p))) { white-space: pre-line; }
`);
