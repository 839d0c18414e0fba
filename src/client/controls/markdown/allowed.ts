import { isSafeLink } from "../../dom/link.ts";

/** Elements that are allowed, each with its attributes. */
export type Allowed = ReadonlyMap<string, readonly string[]>;

/**
 * Elements of a text: those that Markdown makes, and a few that people write as HTML. The attributes `id` and `name` are
 * not allowed, because they could shadow properties of the document.
 */
export const TEXT: Allowed = new Map([
  ...named("b blockquote br del em hr i kbd li mark s strong sub sup tbody thead tr u ul", "title"),
  ...named("div h1 h2 h3 h4 h5 h6 p pre", "align title"),
  ...named("td th", "align colspan height rowspan title width"),
  ...named("a", "href title"),
  ...named("code", "class title"),
  ...named("img", "align alt height src title width"),
  ...named("input", "checked disabled type"),
  ...named("ol", "start title"),
  ...named("table", "align title width"),
]);

/** Elements of highlighted code. */
export const CODE: Allowed = new Map(named("span", "class"));

const ANY = /(?:)/;
const SIZE = /^\d{1,4}%?$/;
// A cell takes memory for each of its columns and rows, even if the table has no other cells there.
const SPAN = /^(?:1?\d|20)$/;
/** Values of attributes that are allowed. */
const VALUES: { readonly [attribute: string]: RegExp | ((value: string) => boolean) | undefined } = {
  align: /^[a-z]+$/i,
  alt: ANY,
  checked: ANY,
  class: /^(?:language-[\w+#.-]+|hljs-[\w-]+(?: [a-z]+_+)*)$/,
  colspan: SPAN,
  disabled: ANY,
  height: SIZE,
  href: isSafeLink,
  rowspan: SPAN,
  src: isSafeImage,
  start: /^\d{1,9}$/,
  title: ANY,
  type: /^checkbox$/i,
  width: SIZE,
};

/** Returns whether an element may have an attribute with this value. */
export function isAllowed(allowed: Allowed, element: string, attribute: string, value: string): boolean {
  const check = VALUES[attribute];
  if (allowed.get(element)?.includes(attribute) !== true || check === undefined) return false;
  return typeof check === "function" ? check(value) : check.test(value);
}

function isSafeImage(src: string): boolean {
  if (!URL.canParse(src, document.baseURI)) return false;
  const { protocol, pathname } = new URL(src, document.baseURI);
  return protocol === "http:" || protocol === "https:" || (protocol === "data:" && /^image\//i.test(pathname));
}

function named(elements: string, attributes: string): [string, readonly string[]][] {
  return elements.split(" ").map((element) => [element, attributes.split(" ")]);
}
