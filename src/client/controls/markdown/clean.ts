import DOMPurify, { type Config } from "dompurify";
import { Marked } from "marked";
import type { MarkdownExtensionSet } from "../../../controls/markdown/markdown-style.ts";
import { isSafeLink } from "../../dom/link.ts";

/**
 * Allowed tags and attributes: those that Markdown produces, and a few that people write as HTML. The attributes `id`
 * and `name` are not allowed, because they could shadow properties of the document.
 */
const TEXT: Config = {
  ALLOWED_TAGS: [
    ...["a", "b", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img"],
    ...["input", "kbd", "li", "mark", "ol", "p", "pre", "s", "strong", "sub", "sup", "table", "tbody", "td", "th"],
    ...["thead", "tr", "u", "ul"],
  ],
  ALLOWED_ATTR: [
    ...["align", "alt", "checked", "class", "colspan", "disabled", "height", "href", "rowspan", "src", "start"],
    ...["title", "type", "width"],
  ],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
};
const SPANS: Config = {
  ALLOWED_TAGS: ["span"],
  ALLOWED_ATTR: ["class"],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
};

const LANGUAGE = /^language-[\w+#.-]+$/;
const PART = /^(?:hljs-[\w-]+|\w+_| )+$/;

DOMPurify.addHook("afterSanitizeAttributes", (element) => {
  if (element.hasAttribute("href") && !isSafeLink(element.getAttribute("href") ?? "")) element.removeAttribute("href");
  if (element.hasAttribute("src") && !isSafeImage(element.getAttribute("src") ?? "")) element.removeAttribute("src");
  const isKnown = element.localName === "code" ? LANGUAGE : PART;
  if (!isKnown.test(element.className)) element.removeAttribute("class");
  if (element.localName !== "input") return;
  // The only allowed input is the check box of a task list.
  const isTick = element.getAttribute("type") === "checkbox" && element.hasAttribute("disabled");
  if (!isTick) element.remove();
});

function isSafeImage(src: string): boolean {
  const { protocol, pathname } = new URL(src, document.baseURI);
  return protocol === "http:" || protocol === "https:" || (protocol === "data:" && /^image\//i.test(pathname));
}

/**
 * Parts of HTML that are removed before sanitizing. The sanitizer would remove them, too, but not before the browser
 * has reported each of them as a violation of the page's CSP.
 */
const LOUD =
  /<(script|style)\b.*?<\/\1\s*>|<\/?(?:script|style|base)\b[^>]*>|[\s/](?:on\w+|style)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gis;
const renderer = { html: ({ text }: { readonly text: string }) => text.replace(LOUD, " ") };
const plain = new Marked({ gfm: false, renderer });
const gitHub = new Marked({ gfm: true, renderer });

/** Returns the sanitized blocks of a text. They are not in the page yet, so the browser loads nothing for them. */
export function toBlocks(text: string, set: MarkdownExtensionSet | undefined): Element[] {
  const html = (set?.startsWith("gitHub") === true ? gitHub : plain).parse(text, { async: false });
  const holder = document.createElement("template");
  setClean(holder, html, TEXT);
  return [...holder.content.children];
}

/** Puts highlighted code into its element, sanitized. */
export function setHighlighted(code: Element, html: string): void {
  setClean(code, html, SPANS);
}

function setClean(holder: Element, html: string, config: Config): void {
  // A browser with Trusted Types accepts its own type here, which TypeScript does not know.
  holder.innerHTML = DOMPurify.sanitize(html, { ...config, RETURN_TRUSTED_TYPE: true }) as unknown as string;
}
