import { choiceType, eitherType, mustBe, objectType, type Type } from "../../core/types.ts";

/** Where a link opens: `_blank` in a new tab. */
export type LinkTarget = "_blank" | "_self" | "_parent" | "_top";
export const LinkTarget: readonly LinkTarget[] = ["_blank", "_self", "_parent", "_top"];

/** An address, or one with where it opens. Only `http`, `https`, `mailto`, `tel` and paths. Flet: `Url`. */
export type Link = string | { readonly url: string; readonly target?: LinkTarget | undefined };

const PROTOCOLS: readonly string[] = ["http:", "https:", "mailto:", "tel:"];

const urlType: Type<string> = {
  name: "URL",
  check(value) {
    if (typeof value !== "string") return mustBe("an address", value);
    // Decided on what a browser makes of it, never by a pattern: "java\tscript:" is javascript:.
    try {
      const base = "http://runlet.invalid/";
      const { protocol, host } = new URL(value, base);
      if (!PROTOCOLS.includes(protocol)) return mustBe("an http, https, mailto or tel address, or a path", value);
      const isPath = host === "runlet.invalid";
      if (!isPath && !/^\s*(https?|mailto|tel):/i.test(value)) return mustBe("a path on this site, or an address with its scheme", value);
      return undefined;
    } catch {
      return mustBe("an address", value);
    }
  },
};

export const linkType: Type<Link> = eitherType<Link>(
  urlType,
  objectType<Exclude<Link, string>>("Link", { url: urlType, target: choiceType(LinkTarget) }, ["url"]),
);
