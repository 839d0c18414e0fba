import { createServer } from "node:http";
import { type Page, Text } from "runlet";
import { createApp, serve } from "runlet/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientFiles } from "../../src/server/client-files.ts";
import { RawClient, rawHttp } from "../support/raw-client.ts";

const silent = { info() {}, warn() {}, error() {} };
const main = (page: Page) => page.add(new Text());
const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

const isolated = {
  "cross-origin-opener-policy": "same-origin-allow-popups",
  "cross-origin-resource-policy": "same-origin",
};
const host = "Host: localhost\r\n";
const { entry } = clientFiles();

/** Requests, and the status of their answers. */
const requests: readonly [text: string, status: number][] = [
  [`GET /app/ HTTP/1.1\r\n${host}\r\n`, 200],
  [`GET /app/a/route HTTP/1.1\r\n${host}\r\n`, 200],
  [`HEAD /app/ HTTP/1.1\r\n${host}\r\n`, 200],
  [`GET /app/runlet/${entry} HTTP/1.1\r\n${host}\r\n`, 200],
  [`GET /app/runlet/${entry} HTTP/1.1\r\n${host}Accept-Encoding: gzip\r\n\r\n`, 200],
  [`GET /app/runlet/icon.svg HTTP/1.1\r\n${host}\r\n`, 200],
  [`GET /app/runlet/icons/home.json HTTP/1.1\r\n${host}\r\n`, 200],
  [`GET /app HTTP/1.1\r\n${host}\r\n`, 308],
  [`GET /elsewhere HTTP/1.1\r\n${host}\r\n`, 404],
  [`GET /app/runlet/missing.js HTTP/1.1\r\n${host}\r\n`, 404],
  [`GET /app/runlet/icons/missing.json HTTP/1.1\r\n${host}\r\n`, 404],
  [`GET /app/runlet/modules/missing.js HTTP/1.1\r\n${host}\r\n`, 404],
  [`GET /app/image.png HTTP/1.1\r\n${host}Accept: image/png\r\n\r\n`, 404],
  [`POST /app/ HTTP/1.1\r\n${host}Content-Length: 2\r\n\r\nok`, 404],
  [`OPTIONS /app/ HTTP/1.1\r\n${host}\r\n`, 404],
  [`GET /app/ HTTP/1.1\r\nHost: evil.example\r\n\r\n`, 403],
  ["GET /app/ HTTP/1.0\r\n\r\n", 403],
  [`GET * HTTP/1.1\r\n${host}\r\n`, 400],
  [`GET /app/ HTTP/9.9\r\n${host}\r\n`, 400],
  ["nonsense\r\n\r\n", 400],
  [`GET /app/ HTTP/1.1\r\n${host}X: ${"x".repeat(20_000)}\r\n\r\n`, 431],
];

/** Upgrades that are refused: path, origin, version of the protocol, and the status of the answer. */
const upgrades: readonly [what: string, path: string, origin: string, version: string, status: number][] = [
  ["another origin", "/app/ws", "http://evil.example", "13", 403],
  ["another path", "/app/other", "http://localhost", "13", 404],
  ["an old version", "/app/ws", "http://localhost", "8", 426],
];

describe("every answer has the headers that keep other sites away from it", () => {
  let port = 0;
  beforeAll(async () => {
    const running = await serve(main, { port: 0, log: silent, webAppPath: "/app" });
    closing.push(() => running.close());
    port = running.port;
  });

  test.each(requests.map(([text, status]) => [text.split("\r\n").slice(0, 3).join(" ").slice(0, 90), text, status]))(
    "%s",
    async (_, text, status) => {
      const answer = await rawHttp({ port, text: String(text) });
      expect([answer.status, answer.headers]).toEqual([status, expect.objectContaining(isolated)]);
    },
  );

  test.each(upgrades)("an upgrade with %s", async (_, path, origin, version, status) => {
    const headers = { Host: "localhost", "Sec-WebSocket-Version": version };
    const answer = await RawClient.connect({ port, path, origin, headers });
    expect([answer.status, answer.headers]).toEqual([status, expect.objectContaining(isolated)]);
  });
});

test("answers of fetch() have the headers, and answers of a server around the app do not", async () => {
  const app = createApp(main, { log: silent, webAppPath: "/app", allowedHosts: ["app.example"] });
  for (const [url, status] of [
    ["http://app.example/app/", 200],
    ["http://app.example/other", 404],
    ["http://evil.example/app/", 403],
  ] as const) {
    const { status: got, headers } = await app.fetch(new Request(url));
    expect([got, Object.fromEntries(headers)]).toEqual([status, expect.objectContaining(isolated)]);
  }
  const server = createServer((request, response) => app.listener(request, response, () => response.end("theirs")));
  server.listen(0, "127.0.0.1");
  closing.push(app.close, () => server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  const theirs = await rawHttp({ port, text: `GET /other HTTP/1.1\r\n${host}\r\n` });
  expect(theirs.status).toBe(200);
  expect(Object.keys(theirs.headers).filter((name) => name.startsWith("cross-origin"))).toEqual([]);
});
