import { mustBe, type Type } from "../../core/types.ts";

/** What a path is looked up against: a host that cannot be. */
const HERE = "runlet.invalid";

/**
 * A path on this site, or an address of one of a few schemes. Decided on what a browser makes of it, never by a
 * pattern: `java\tscript:` is `javascript:`, and `/\other.site` is another site.
 * @internal
 */
export function urlType(what: string, isAllowed: (url: URL) => boolean): Type<string> {
  return {
    name: "URL",
    check(value) {
      if (typeof value !== "string") return mustBe("an address", value);
      try {
        const url = new URL(value, `http://${HERE}/`);
        if (!isAllowed(url)) return mustBe(what, value);
        const isPath = url.host === HERE;
        if (!isPath && !/^\s*[a-z]+:/i.test(value))
          return mustBe("a path on this site, or an address with its scheme", value);
        return undefined;
      } catch {
        return mustBe("an address", value);
      }
    },
  };
}
