import { createServer, type IncomingHttpHeaders } from "node:http";
import { networkInterfaces } from "node:os";
import { createApp, serve } from "runlet/server";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { clientAddressOf } from "../../src/server/connection-policy.ts";
import { resolveOptions } from "../../src/server/options.ts";
import { RawClient, rawHttp } from "../support/raw-client.ts";

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});
beforeEach(() => void vi.clearAllMocks());

const main = () => {};
const names = [
  "app.example.com",
  "*.apps.example.com",
  "bücher.example",
  "2001:db8::1",
  "[2001:db8::2]",
  "203.0.113.7",
];
const options = {
  log,
  allowedHosts: names,
  allowedOrigins: ["https://friend.example:8443", "https://*.friends.example"],
};

/** An address of this machine in its network, as other machines use it. */
const [own] = Object.values(networkInterfaces())
  .flat()
  .filter((address) => address?.internal === false && address.family === "IPv4")
  .map((address) => address?.address);

/** Starts a server, and returns its port. Each is another way to be reached. */
const binds: { readonly [bind: string]: (more?: object) => Promise<number> } = {
  "127.0.0.1": (more) => start({ host: "127.0.0.1", ...more }),
  "all addresses": (more) => start({ forceWebServer: true, ...more }),
  "a server of its own": async (more) => {
    const app = createApp(main, { ...options, ...more });
    const server = createServer(app.listener).on("upgrade", app.handleUpgrade).listen(0);
    await new Promise((resolve) => server.once("listening", resolve));
    closing.push(app.close, () => server.close());
    return (server.address() as { port: number }).port;
  },
};

async function start(more: object): Promise<number> {
  const running = await serve(main, { port: 0, ...options, ...more });
  closing.push(() => running.close());
  return running.port;
}

/** Returns the status of a page request and of an upgrade with these `Host` lines. */
async function statuses(port: number, lines: string): Promise<[number, number]> {
  const page = await rawHttp({ port, text: `GET / HTTP/1.1\r\n${lines}\r\n\r\n` });
  // The origin is allowed, so that only the host decides.
  const socket = await RawClient.connect({
    port,
    path: "/ws",
    origin: "https://friend.example:8443",
    headers: { Host: lines.replace(/^Host: ?/, "") },
  });
  socket.destroy();
  return [page.status, socket.status];
}

const allowed = [
  "localhost",
  "localhost:8000",
  "LOCALHOST.",
  "app.localhost:1",
  "127.0.0.1",
  "127.255.0.9:8000",
  "127.1",
  "[::1]:8000",
  ...(own === undefined ? [] : [own, `${own}:8000`]),
  "app.example.com",
  "APP.Example.COM:8000",
  "app.example.com.",
  "one.apps.example.com:443",
  "xn--bcher-kva.example",
  "[2001:db8::1]:8000",
  "[2001:DB8::2]",
  "203.0.113.7:8000",
  "friend.example",
  "a.friends.example:99",
];
const refused = [
  "evil.example",
  "evil.example:8000",
  "example.com",
  "app.example.com.evil.example",
  "evilapp.example.com",
  "apps.example.com",
  "a.b.apps.example.com",
  ".apps.example.com",
  "localhost.evil.example",
  "127.0.0.1.evil.example",
  "evillocalhost",
  "localhost@evil.example",
  "evil.example@localhost",
  "localhost/evil",
  "localhost?evil",
  "localhost#evil",
  "localhost\\evil",
  "%6cocalhost",
  "localhost evil.example",
  "localhost, evil.example",
  "localhost:8000:1",
  "localhost:x",
  "::1",
  "[::1",
  "[2001:db8::3]",
  "198.51.100.1",
  "0.0.0.0",
  "x".repeat(300),
  "",
];

describe.each(Object.entries(binds))("a server on %s", (_, begin) => {
  let port = 0;
  beforeEach(async () => {
    port ||= await begin();
  });

  test.each(allowed)("answers to %s, for pages and sockets", async (host) => {
    expect(await statuses(port, `Host: ${host}`)).toEqual([200, 101]);
    expect(log.warn).not.toHaveBeenCalled();
  });

  test.each(refused)("refuses %j with 403, for pages and sockets", async (host) => {
    expect(await statuses(port, `Host: ${host}`)).toEqual([403, 403]);
  });

  test("refuses a request without or with several Host headers", async () => {
    expect((await rawHttp({ port, text: "GET / HTTP/1.0\r\n\r\n" })).status).toBe(403);
    for (const [one, two] of [
      ["localhost", "evil.example"],
      ["evil.example", "localhost"],
      ["localhost", "localhost"],
    ]) {
      expect(await statuses(port, `Host: ${one}\r\nHost: ${two}`)).toEqual([403, 403]);
    }
  });

  test("says in the answer, and once in the log, how to allow a name", async () => {
    // The log is limited by time, and the other tests have used it.
    const quiet = await begin();
    const host = "Other.example.com:8000";
    for (let n = 0; n < 3; n++) expect(await statuses(quiet, `Host: ${host}`)).toEqual([403, 403]);
    const { text } = await rawHttp({ port: quiet, text: `GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n` });
    expect(text).toContain(
      'This app does not answer to the host name other.example.com. If the name is right, allow it by the option allowedHosts: ["other.example.com"], or by RUNLET_ALLOWED_HOSTS=other.example.com. Behind a proxy that does HTTPS, set RUNLET_TRUST_PROXY=true as well.',
    );
    expect(log.warn).toHaveBeenCalledTimes(1);
    expect(log.warn.mock.calls[0]?.[0]).toContain("RUNLET_ALLOWED_HOSTS=other.example.com");
  });

  test("answers to any name with allowedHosts: *", async () => {
    const any = await begin({ allowedHosts: ["*"] });
    for (const host of ["evil.example", "198.51.100.1:8000"]) {
      expect(await statuses(any, `Host: ${host}`)).toEqual([200, 101]);
    }
  });
});

describe("behind a proxy", () => {
  const via = (port: number, forwarded: string, host = "localhost") =>
    statuses(port, `Host: ${host}\r\nX-Forwarded-Host: ${forwarded}`);

  test("the last X-Forwarded-Host counts instead of Host, but only with trustProxy", async () => {
    const trusting = await start({ trustProxy: true });
    expect(await via(trusting, "app.example.com")).toEqual([200, 101]);
    expect(await via(trusting, "app.example.com", "upstream:8000")).toEqual([200, 101]);
    expect(await via(trusting, "evil.example")).toEqual([403, 403]);
    expect(await via(trusting, "evil.example, app.example.com")).toEqual([200, 101]);
    expect(await via(trusting, "app.example.com, evil.example")).toEqual([403, 403]);
    expect(await via(trusting, "app.example.com,")).toEqual([403, 403]);
    const other = await start({});
    expect(await via(other, "evil.example")).toEqual([200, 101]);
    expect(await via(other, "app.example.com", "evil.example")).toEqual([403, 403]);
  });
});

describe("the address of a client", () => {
  const of = (headers: IncomingHttpHeaders, trustProxy: boolean, encrypted?: boolean) => {
    const headersDistinct = { host: ["app.example"] };
    const socket = { remoteAddress: "10.0.0.1", encrypted };
    return clientAddressOf({ headers, headersDistinct, socket } as never, trustProxy);
  };
  const direct = { address: "10.0.0.1", host: "app.example", scheme: "http:" };

  // A client writes what it likes into these headers, and each proxy appends what it has seen.
  test.each<[IncomingHttpHeaders, object]>([
    [{}, {}],
    [{ "x-forwarded-for": "192.0.2.7" }, { address: "192.0.2.7" }],
    [{ "x-forwarded-for": "6.6.6.6, 192.0.2.7" }, { address: "192.0.2.7" }],
    [{ "x-forwarded-for": "6.6.6.6,7.7.7.7,192.0.2.7" }, { address: "192.0.2.7" }],
    [{ "x-forwarded-for": "6.6.6.6,\t 2001:db8::1 " }, { address: "2001:db8:0:0::/64" }],
    [{ "x-forwarded-proto": "https" }, { scheme: "https:" }],
    [{ "x-forwarded-proto": "https, http" }, { scheme: "http:" }],
    [{ "x-forwarded-proto": "http,https" }, { scheme: "https:" }],
    [{ "x-forwarded-proto": "javascript" }, { scheme: "http:" }],
    [{ "x-forwarded-host": "evil.example, shop.example" }, { host: "shop.example" }],
    [
      { "x-forwarded-host": "Shop.Example:443", "x-forwarded-proto": "https" },
      { host: "shop.example", scheme: "https:" },
    ],
    [{ forwarded: "for=6.6.6.6;host=evil.example", "x-real-ip": "6.6.6.6", "client-ip": "6.6.6.6" }, {}],
  ])("with %o is what the nearest proxy saw, and without a proxy the socket's", (headers, seen) => {
    expect(of(headers, true)).toEqual({ ...direct, ...seen });
    expect(of(headers, false)).toEqual(direct);
    expect(of(headers, false, true)).toEqual({ ...direct, scheme: "https:" });
  });
});

test("fetch() checks names if there is a list, because a Request does not say how it arrived", async () => {
  const status = async (more: object, url: string) =>
    (await createApp(main, { log, ...more }).fetch(new Request(url))).status;
  expect(await status({}, "http://any.example/")).toBe(200);
  expect(await status({ allowedHosts: ["app.example.com"] }, "http://app.example.com:8000/")).toBe(200);
  expect(await status({ allowedHosts: ["app.example.com"] }, "http://evil.example/")).toBe(403);
});

test("a name below the path of another router is not checked: its answer is not the app's", async () => {
  const app = createApp(main, { log, webAppPath: "/app" });
  const server = createServer((request, response) => app.listener(request, response, () => response.end("theirs")));
  server.listen(0, "127.0.0.1");
  closing.push(app.close, () => server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  const get = (path: string) => rawHttp({ port, text: `GET ${path} HTTP/1.1\r\nHost: shop.example\r\n\r\n` });
  expect(await get("/shop")).toMatchObject({ status: 200 });
  expect(await get("/app/")).toMatchObject({ status: 403 });
});

test("many names cannot fill the memory or the log", async () => {
  const port = await start({});
  for (let n = 0; n < 300; n++) await rawHttp({ port, text: `GET / HTTP/1.1\r\nHost: n${n}.example\r\n\r\n` });
  expect(log.warn.mock.calls.length).toBeLessThan(100);
});

describe("the option allowedHosts", () => {
  test.each([
    "https://app.example.com",
    "app.example.com:8000",
    "app.example.com/",
    "*.",
    "*.*.example.com",
    "app.*",
    "*app.example.com",
    ".example.com",
    "a b",
    "",
    "user@app.example.com",
    7,
  ])("refuses %j", (host) => {
    expect(() => resolveOptions({ allowedHosts: [host as string] }, {})).toThrow(
      /allowedHosts\[0\] must be a host name without scheme and port, such as "app\.example\.com" or "\*\.example\.com", not /,
    );
  });

  test("is read from RUNLET_ALLOWED_HOSTS, separated by commas", () => {
    const environment = { RUNLET_ALLOWED_HOSTS: "app.example.com, *.example.org,[::2]" };
    expect(resolveOptions({ allowedHosts: ["x"] }, environment)).toMatchObject({
      allowedHosts: ["app.example.com", "*.example.org", "[::2]"],
    });
    expect(() => resolveOptions({}, { RUNLET_ALLOWED_HOSTS: "http://a" })).toThrow("RUNLET_ALLOWED_HOSTS");
  });
});
