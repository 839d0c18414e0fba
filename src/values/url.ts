import { mismatch, mustBe } from "../core/declaration/problem.ts";
import type { Type } from "../core/declaration/types.ts";

/** Base URL for resolving paths: a host that cannot exist. */
const HERE = "runlet.invalid";

/**
 * Type of a path on this site, or of a URL with an allowed scheme. The decision is made on the URL as a browser parses
 * it, never on a pattern: `java\tscript:` is `javascript:`, and `/\other.site` is another site.
 * @internal
 */
export function urlType(what: string, example: string, isAllowed: (url: URL) => boolean): Type<string> {
  const type: Type<string> = {
    name: "URL",
    isKind: (value) => typeof value === "string",
    check(value) {
      if (typeof value !== "string") return mismatch(type, value);
      try {
        const url = new URL(value, `http://${HERE}/`);
        if (!isAllowed(url)) return mismatch(type, value);
        const isPath = url.host === HERE;
        if (!isPath && !/^\s*[a-z]+:/i.test(value))
          return mustBe("a path on this site, or an address with its scheme", value);
        return undefined;
      } catch {
        return mismatch(type, value);
      }
    },
    expects: () => `${what}, such as ${JSON.stringify(example)}`,
    example: () => example,
  };
  return type;
}
