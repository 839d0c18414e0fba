import { choiceType, eitherType, named, objectType, type Type } from "../core/declaration/types.ts";
import { urlType } from "./url.ts";

/** Tab or frame in which a link opens; `_blank` is a new tab. */
export type LinkTarget = "_blank" | "_self" | "_parent" | "_top";
export const LinkTarget: readonly LinkTarget[] = ["_blank", "_self", "_parent", "_top"];

/**
 * A URL, or a URL with its target. Only `http`, `https`, `mailto`, `tel` and paths are allowed, of at most 65,536
 * characters. Flet: `Url`.
 */
export type Link = string | { readonly url: string; readonly target?: LinkTarget | undefined };

const PROTOCOLS: readonly string[] = ["http:", "https:", "mailto:", "tel:"];
const address = urlType("an http, https, mailto or tel address, or a path", "https://example.com/", ({ protocol }) =>
  PROTOCOLS.includes(protocol),
);

const linked = objectType<Exclude<Link, string>>(
  "Link",
  { url: address, target: choiceType(LinkTarget) },
  ["url"],
  [{ url: "/help", target: "_blank" }],
);

const either = named("Link", eitherType<Link>(address, linked));
export const linkType: Type<Link> = {
  ...either,
  check: (value) => (typeof value === "string" ? address : either).check(value),
};
