import { expect } from "vitest";
import type { RawClientOptions } from "../support/raw-client.ts";
import type { AttackedServer } from "./attacked-server.ts";
import type { BuiltRow } from "./row.ts";

/** The status of an upgrade; that a refused one made nothing. */
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
    what: "the origin of another site → 403 before the upgrade, no session",
    async run(attacked) {
      await refuses(attacked, ["https://evil.example", "http://evil.example"]);
      expect(attacked.lines.join("\n")).toContain("refused a connection: a page of the origin https://evil.example");
    },
  },
  {
    id: "A02",
    what: "the origin null, of a frame in a sandbox or a file → 403",
    run: (attacked) => refuses(attacked, ["null", "NULL", "file://", "about:blank", "data:text/html,x"]),
  },
  {
    id: "A03",
    what: "no origin → 403, unless clientToken is set and comes as a bearer token",
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
    what: "origins that begin, end or look like the right one → 403",
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
    what: "the right host by another scheme → 403",
    run: (attacked) =>
      refuses(
        attacked,
        ["https", "ws", "ftp", "chrome-extension"].map((s) => `${s}://127.0.0.1:${attacked.port}`),
      ),
  },
  {
    id: "A07",
    what: "the right host at another port → 403",
    run: (attacked) =>
      refuses(attacked, ["http://127.0.0.1", `http://127.0.0.1:${attacked.port + 1}`, "http://127.0.0.1:1"]),
  },
  {
    id: "A08",
    what: "upper case, a dot at the end, punycode, userinfo → read as URLs are; only the equal origin may",
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
    what: "two origins, in two headers or one → 403",
    async run(attacked) {
      const own = `http://127.0.0.1:${attacked.port}`;
      await refuses(attacked, [
        `${own}, https://evil.example`,
        `${own} ${own}`,
        `${own},${own}`,
        `https://evil.example, ${own}`,
      ]);
      for (const second of [own, "https://evil.example", ""]) {
        // The name is written in another way, so that it is sent beside the first.
        const headers = { "X-First": `1\r\nOrigin: ${second}` };
        expect(await ask(attacked, { origin: own, headers })).toBe(403);
        expect(await ask(attacked, { origin: "https://evil.example", headers })).toBe(403);
      }
    },
  },
];
