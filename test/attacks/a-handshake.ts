import { expect } from "vitest";
import { slack } from "../support/measurements.ts";
import { AttackedServer } from "./attacked-server.ts";
import type { BuiltRow } from "./row.ts";

const upgrade = (lines: readonly string[], path = "/ws"): string =>
  `GET ${path} HTTP/1.1\r\n${["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", ...lines].join("\r\n")}\r\n\r\n`;

/** Returns the status of a page request and of an upgrade, both with this `Host` header. */
async function statusesFor(attacked: AttackedServer, host: string): Promise<[number, number]> {
  const page = await attacked.http(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  const socket = await attacked.connect({ headers: { Host: host }, origin: `http://${host}` });
  socket.destroy();
  return [page.status, socket.status];
}

/** Accepts requests with an `X-User` header, and fails for one of them. */
const authenticate = ({ headers }: Request): unknown => {
  if (headers.get("x-user") === "broken") throw new Error("no database");
  return headers.get("x-user") ?? false;
};

export const handshakes: readonly BuiltRow[] = [
  {
    id: "A10",
    what: "a foreign host name that resolves to this machine is refused with 403 over HTTP and WebSocket, if the server listens on loopback only",
    async run(attacked) {
      const { port } = attacked;
      const mine = [
        `127.0.0.1:${port}`,
        `localhost:${port}`,
        `LOCALHOST:${port}`,
        `[::1]:${port}`,
        "app.localhost",
        "127.1",
      ];
      for (const host of mine) expect([host, ...(await statusesFor(attacked, host))]).toEqual([host, 200, 101]);
      const others = [`evil.example:${port}`, "localhost.evil.example", "127.0.0.1.evil.example", "127.evil.example"];
      for (const host of [...others, "evillocalhost", "10.0.0.1", "0.0.0.0", "127.0.0.1@evil.example", "[::2]"]) {
        expect([host, ...(await statusesFor(attacked, host))]).toEqual([host, 403, 403]);
      }
      const elsewhere = await AttackedServer.start({ host: "127.0.0.2" });
      attacked.own(() => elsewhere.close());
      expect((await fetch(elsewhere.running.url)).status).toBe(200);
      await (await elsewhere.join()).expectServed();
    },
  },
  {
    id: "A12",
    what: "a client that authenticate() rejects is closed with 4401 and gets no session, even from the right origin",
    options: { authenticate },
    async run(attacked) {
      for (const headers of [{}, { "X-User": "broken" }] as const) {
        const client = await attacked.connect({ headers });
        void client.sendText('{"type":"hello","protocol":2}');
        expect((await client.closed()).code).toBe(4401);
        expect([client.messages, attacked.sessions]).toEqual([[], []]);
      }
      await (await attacked.join({ headers: { "X-User": "ann" } })).expectServed();
    },
  },
  {
    id: "A13",
    what: "X-Forwarded headers of a peer that is not a trusted proxy are ignored and never echoed",
    options: { webAppPath: "/app", limits: { connectionsPerAddress: 3 } },
    async run(attacked) {
      const forwarded = ["For: 6.6.6.6", "Host: evil.example", "Proto: https", "Prefix: /evil", "Server: evil"];
      const lines = forwarded.map((line) => `X-Forwarded-${line}\r\n`).join("");
      for (const path of ["/app/", "/app", "/app/runlet/icon.svg", "/evil"]) {
        const answer = await attacked.http(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n${lines}\r\n`);
        expect(JSON.stringify(answer).replace("/evil", "")).not.toMatch(/evil|6\.6\.6\.6|https:/);
      }
      const headers = { "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https" };
      const stranger = await attacked.connect({ origin: "https://evil.example", headers });
      expect(stranger.status).toBe(403);
      const statuses: number[] = [];
      for (let at = 0; at < 4; at++) {
        const client = await attacked.connect({ headers: { "X-Forwarded-For": `6.6.6.${at}` } });
        statuses.push(client.status);
      }
      expect(statuses).toEqual([101, 101, 101, 429]);
    },
  },
  {
    id: "A14",
    what: "an upgrade with a wrong version, path, method or key is refused and closed, and the bytes after it are not read as a second request",
    async run(attacked) {
      const host = `Host: 127.0.0.1:${attacked.port}`;
      const origin = `Origin: http://127.0.0.1:${attacked.port}`;
      const cases: [string, number][] = [
        [upgrade([host, origin]).replace("Version: 13", "Version: 12"), 426],
        [upgrade([host, origin]).replace("Version: 13", "Version: 8"), 426],
        [upgrade([host, origin]).replace("Version: 13", "Version: 13, 8"), 426],
        [upgrade([host, origin], "/ws/"), 404],
        [upgrade([host, origin], "/WS"), 404],
        [upgrade([host, origin], "//ws"), 404],
        [upgrade([host, origin], "/runlet/../ws"), 404],
        [upgrade([host, origin]).replace("Key: dGhl", "Key: \u00ff"), 400],
        [upgrade([host, origin]).replace("GET", "POST"), 405],
        [upgrade([host, "Origin: https://evil.example"]), 403],
      ];
      for (const [text, status] of cases) {
        const second = `GET / HTTP/1.1\r\n${host}\r\n\r\n`;
        const answer = await attacked.http(text + second.repeat(2));
        expect([text.split("\r\n", 1)[0], answer.status]).toEqual([text.split("\r\n", 1)[0], status]);
        // A second response would begin with its status line.
        expect(answer.text).not.toContain("HTTP/1.1");
      }
      expect(attacked.sessions).toEqual([]);
    },
  },
  {
    id: "A15",
    what: "8 kB of Sec-WebSocket-Protocol or -Extensions are answered within 5 ms",
    async run(attacked) {
      const commas = { "Sec-WebSocket-Protocol": `a${",".repeat(8000)}` };
      const spaces = { "Sec-WebSocket-Protocol": `b${" ".repeat(8000)}x` };
      const words = { "Sec-WebSocket-Protocol": Array.from({ length: 1000 }, (_, at) => `p${at}`).join(", ") };
      const extensions = { "Sec-WebSocket-Extensions": `x${"; a".repeat(2000)}${" ".repeat(1900)}"` };
      for (const headers of [commas, spaces, words, extensions]) {
        const times: number[] = [];
        for (let at = 0; at < 10; at++) {
          const before = process.cpuUsage();
          const client = await attacked.connect({ headers });
          const { user, system } = process.cpuUsage(before);
          times.push((user + system) / 1000);
          expect([101, 400]).toContain(client.status);
          client.destroy();
        }
        expect(Math.min(...times)).toBeLessThan(5 * slack);
      }
    },
  },
  {
    id: "A16",
    what: "20 kB of headers, or 2,000 headers, are refused with 431 and create no session",
    async run(attacked) {
      const host = `Host: 127.0.0.1:${attacked.port}`;
      const origin = `Origin: http://127.0.0.1:${attacked.port}`;
      const many = (count: number) => Array.from({ length: count }, (_, at) => `h${at}: 1`);
      for (const more of [[`X-Long: ${"x".repeat(20_000)}`], many(2000), many(1200), many(201)]) {
        expect((await attacked.http(upgrade([host, origin, ...more]))).status).toBe(431);
      }
      expect((await attacked.http(`GET / HTTP/1.1\r\n${host}\r\nX: ${"x".repeat(20_000)}\r\n\r\n`)).status).toBe(431);
      expect(attacked.sessions).toEqual([]);
    },
  },
];
