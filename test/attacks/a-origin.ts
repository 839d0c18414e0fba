import { expect } from "vitest";
import type { RawClientOptions } from "../support/raw-client.ts";
import type { AttackedServer } from "./attacked-server.ts";
import type { BuiltRow } from "./row.ts";

/** Returns the status of an upgrade. Checks that a refused upgrade created no session. */
export async function ask(attacked: AttackedServer, options: Partial<RawClientOptions>): Promise<number> {
  const before = attacked.screens.size;
  const client = await attacked.connect(options);
  if (client.status !== 101) {
    expect((await client.closed()).socketClosed).toBe(true);
    expect([attacked.screens.size, attacked.sessions]).toEqual([before, []]);
  }
  client.destroy();
  return client.status;
}

async function refuses(attacked: AttackedServer, origins: readonly string[]): Promise<void> {
  for (const origin of origins) expect([origin, await ask(attacked, { origin })]).toEqual([origin, 403]);
}

export const origins: readonly BuiltRow[] = [
  {
    id: "A01",
    what: "the origin of another site is refused with 403 before the upgrade, and no session is created",
    async run(attacked) {
      await refuses(attacked, ["https://evil.example", "http://evil.example"]);
      expect(attacked.lines.join("\n")).toContain("refused a connection: a page of the origin https://evil.example");
    },
  },
  {
    id: "A02",
    what: "the origin null, as sandboxed frames and local files send it, is refused with 403",
    run: (attacked) => refuses(attacked, ["null", "NULL", "file://", "about:blank", "data:text/html,x"]),
  },
  {
    id: "A03",
    what: "a client without an origin is refused with 403, unless it sends the clientToken as a bearer token",
    options: { clientToken: "a token of the operator's" },
    async run(attacked) {
      const wrong = ["", "Bearer ", "Bearer a token", "a token of the operator's", "Basic a token of the operator's"];
      const longer = ["Bearer a token of the operator's.", "bearer a token of the operator's", "Bearer undefined"];
      expect(await ask(attacked, { origin: null })).toBe(403);
      for (const Authorization of [...wrong, ...longer]) {
        expect(await ask(attacked, { origin: null, headers: { Authorization } })).toBe(403);
      }
      const headers = { Authorization: "Bearer a token of the operator's" };
      expect(await ask(attacked, { origin: "https://evil.example", headers })).toBe(403);
      expect(await ask(attacked, { origin: null, headers })).toBe(101);
      expect(await ask(attacked, {})).toBe(101);
    },
  },
  {
    id: "A04",
    what: "origins that begin with, end with or resemble an allowed origin are refused with 403",
    options: { allowedOrigins: ["https://app.example.com"] },
    async run(attacked) {
      await refuses(attacked, [
        "https://app.example.com.evil.example",
        "https://evilapp.example.com",
        "https://app-example.com",
        "https://app.example.co",
        "https://app.example.com:8443",
        "https://x.app.example.com",
        `http://127.0.0.1.evil.example:${attacked.port}`,
        `http://127.0.0.1:${attacked.port}.evil.example`,
      ]);
      expect(await ask(attacked, { origin: "https://app.example.com" })).toBe(101);
    },
  },
  {
    id: "A06",
    what: "the right host with another scheme is refused with 403",
    run: (attacked) =>
      refuses(
        attacked,
        ["https", "ws", "ftp", "chrome-extension"].map((s) => `${s}://127.0.0.1:${attacked.port}`),
      ),
  },
  {
    id: "A07",
    what: "the right host with another port is refused with 403",
    run: (attacked) =>
      refuses(attacked, ["http://127.0.0.1", `http://127.0.0.1:${attacked.port + 1}`, "http://127.0.0.1:1"]),
  },
  {
    id: "A08",
    what: "origins with upper case, a trailing dot, punycode or user info are compared as URLs, and only an equal origin is accepted",
    options: { allowedOrigins: ["https://xn--bcher-kva.example"] },
    async run(attacked) {
      const own = `127.0.0.1:${attacked.port}`;
      for (const origin of [`HTTP://${own}`, `http://0x7f.1:${attacked.port}`, "https://XN--BCHER-KVA.example"]) {
        expect([origin, await ask(attacked, { origin })]).toEqual([origin, 101]);
      }
      await refuses(attacked, [
        `http://${own}@evil.example`,
        `http://evil.example#@${own}`,
        `http://evil.example\\@${own}`,
        "https://xn--bcher-kva.example.",
        "https://bu\u0308cher.example.",
        "https://b\u00c3\u00bccher.example",
        `http://localhost:${attacked.port}`,
        `//${own}`,
        own,
      ]);
    },
  },
  {
    id: "A09",
    what: "two origins, in two headers or in one, are refused with 403",
    async run(attacked) {
      const own = `http://127.0.0.1:${attacked.port}`;
      await refuses(attacked, [
        `${own}, https://evil.example`,
        `${own} ${own}`,
        `${own},${own}`,
        `https://evil.example, ${own}`,
      ]);
      for (const second of [own, "https://evil.example", ""]) {
        // A header object has each name once, so the second Origin is part of another header's value.
        const headers = { "X-First": `1\r\nOrigin: ${second}` };
        expect(await ask(attacked, { origin: own, headers })).toBe(403);
        expect(await ask(attacked, { origin: "https://evil.example", headers })).toBe(403);
      }
    },
  },
];
