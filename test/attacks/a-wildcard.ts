import { expect } from "vitest";
import { ask } from "./a-origin.ts";
import type { BuiltRow } from "./row.ts";

/** Origins, and whether `https://*.example.com` allows them. */
const WILDCARD: readonly [string, boolean][] = [
  ["https://a.example.com", true],
  ["https://A.EXAMPLE.COM", true],
  ["https://xn--bcher-kva.example.com", true],
  ["https://a.example.com:443", true],
  ["https://example.com", false],
  ["https://.example.com", false],
  ["https://a.b.example.com", false],
  ["https://a..example.com", false],
  ["https://evilexample.com", false],
  ["https://a.evilexample.com", false],
  ["https://example.com.evil", false],
  ["https://a.example.com.evil", false],
  ["https://a.example.com.", false],
  ["https://a.example.comx", false],
  ["https://a-example.com", false],
  ["https://a.example.com:8443", false],
  ["http://a.example.com", false],
  ["wss://a.example.com", false],
  ["https://*.example.com", true],
  ["https://evil/.example.com", false],
  ["https://evil?.example.com", false],
  ["https://evil#.example.com", false],
  ["https://a.example.com@evil.example", false],
];

export const wildcards: readonly BuiltRow[] = [
  {
    id: "A05",
    what: "a wildcard matches exactly one label of the host name, with the same scheme and port",
    options: { allowedOrigins: ["https://*.example.com"] },
    async run(attacked) {
      for (const [origin, isAllowed] of WILDCARD) {
        expect([origin, await ask(attacked, { origin })]).toEqual([origin, isAllowed ? 101 : 403]);
      }
    },
  },
];
