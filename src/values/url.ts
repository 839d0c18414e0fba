import { mismatch, mustBe, type Problem } from "../core/declaration/problem.ts";
import type { Type } from "../core/declaration/types.ts";

/** Base URL for resolving paths: a host that cannot exist. */
const HERE = "runlet.invalid";

/** Longest address, apart from a `data:` URL. Servers refuse longer ones. */
const MAX_LENGTH = 65_536;
/**
 * Longest part of an address with its host, its port and a user's name. A host has at most 253 characters. To convert a
 * name of other letters than a to z takes time that grows with the square of its length.
 */
const MAX_HOST = 1_000;
const HOST = /^[\0- ]*(?:(?:https?|wss?|ftp|file):[/\\]*|[/\\]{2,})([^/\\?#]*)/i;

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
      const problem = checkLength(value);
      if (problem !== undefined) return problem;
      try {
        // What follows in a longer text is data, and decides nothing.
        const url = new URL(value.trimStart().slice(0, MAX_LENGTH), `http://${HERE}/`);
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

/** Returns the problem with an address that would take long to parse. */
function checkLength(text: string): Problem | undefined {
  if (/^data:/i.test(text.trimStart())) return undefined;
  if (text.length > MAX_LENGTH) return mustBe(`an address of at most ${MAX_LENGTH} characters`, text);
  // A parser ignores tabs and line breaks anywhere in an address.
  const host = HOST.exec(text.replace(/[\t\n\r]/g, ""))?.[1] ?? "";
  return host.length > MAX_HOST ? mustBe(`an address whose host has at most ${MAX_HOST} characters`, text) : undefined;
}
