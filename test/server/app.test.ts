import { createServer, type IncomingMessage } from "node:http";
import { createConnection } from "node:net";
import { FilledButton, type Page, type RunningApp, run, Text } from "runlet";
import { createApp, mainOf, serve } from "runlet/server";
import type { ServerMessage } from "runlet/transport";
import { afterEach, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { eventually } from "../support/patience.ts";

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const app of running.splice(0)) await app.close();
  vi.clearAllMocks();
});

async function start(main: (page: Page) => void, options = {}): Promise<RunningApp> {
  const app = await serve(main, { port: 0, log, ...options });
  running.push(app);
  return app;
}

/** Connects as a browser does, and collects the messages of the server. */
async function connect(app: RunningApp, origin = new URL(app.url).origin) {
  const socket = new WebSocket(new URL("ws", app.url.replace("http", "ws")), { origin });
  const received: ServerMessage[] = [];
  socket.on("message", (data) => received.push(JSON.parse(String(data)) as ServerMessage));
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
  const send = (message: object) => socket.send(JSON.stringify(message));
  send({ type: "hello", protocol: 2 });
  await eventually(() => expect(received.length).toBeGreaterThan(1));
  return { received, send, closed, close: (code?: number) => socket.close(code), cut: () => socket.terminate() };
}

/** Returns the status of an upgrade: 101 if it is accepted. */
function refusal(url: string, origin: string): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, { origin });
    socket.on("unexpected-response", (_, response: IncomingMessage) => resolve(response.statusCode ?? 0));
    socket.on("error", () => {});
    socket.on("open", () => resolve(101));
  });
}

describe("the page", () => {
  test("loads the client from its own origin, under a strict content security policy", async () => {
    const app = await start(() => {}, { name: 'A <b>&"title"' });
    const response = await fetch(app.url);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain("<title>A &#60;b&#62;&#38;&#34;title&#34;</title>");
    expect(html).not.toMatch(/https?:|style=|<script(?! type="module" src="\/runlet\/boot-)/);
    const policy = response.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain("unsafe");
    expect(response.headers.get("cache-control")).toBe("no-cache");
  });

  test("is returned for any path that accepts HTML, but not for missing files", async () => {
    const app = await start(() => {});
    expect((await fetch(`${app.url}some/route`, { headers: { accept: "text/html" } })).status).toBe(200);
    expect((await fetch(`${app.url}missing.png`, { headers: { accept: "image/png" } })).status).toBe(404);
    expect((await fetch(`${app.url}runlet/missing.js`)).status).toBe(404);
    const icon = await fetch(`${app.url}runlet/icons/home_outlined.json`);
    expect(icon.headers.get("cache-control")).toContain("immutable");
    expect(await icon.json()).toMatchObject({ box: "0 0 24 24" });
    for (const name of ["no_such_icon.json", "home_outlined", "..%2f..%2fpackage.json"]) {
      expect((await fetch(`${app.url}runlet/icons/${name}`)).status, name).toBe(404);
    }
    expect((await fetch(`${app.url}runlet/..%2f..%2fpackage.json`)).status).toBe(404);
  });

  test("has a script that is cached permanently, and compressed if the client accepts it", async () => {
    const app = await start(() => {});
    const script = /src="\/(runlet\/[^"]+)"/.exec(await (await fetch(app.url)).text())?.[1];
    const response = await fetch(app.url + script);
    expect(response.headers.get("content-type")).toMatch("text/javascript");
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(response.headers.get("cache-control")).toMatch("immutable");
    const plain = await fetch(app.url + script, { headers: { "accept-encoding": "identity" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.text()).toBe(await response.text());
  });

  test("can be served under a path", async () => {
    const app = await start((page) => page.add(new Text({ value: "here" })), { webAppPath: "/apps/one" });
    expect(app.url).toMatch(/\/apps\/one\/$/);
    expect(await (await fetch(app.url)).text()).toContain('data-socket="/apps/one/ws"');
    const redirect = await fetch(app.url.slice(0, -1), { redirect: "manual" });
    expect([redirect.status, redirect.headers.get("location")]).toEqual([308, "/apps/one/"]);
    expect((await fetch(new URL("/", app.url))).status).toBe(404);
    expect((await connect(app)).received[1]).toMatchObject({ type: "update" });
  });

  test("can be mounted in a router that removes the path prefix, and passes other paths on to the router", async () => {
    const app = createApp(() => {}, { log, webAppPath: "/sub" });
    const server = createServer((request, response) => {
      // As Express does for `use("/sub", app.listener)`.
      const { url = "" } = request;
      if (url.startsWith("/sub")) Object.assign(request, { originalUrl: url, url: url.slice(4) || "/" });
      app.listener(request, response, () => response.writeHead(418).end("the router's"));
    }).listen(0, "127.0.0.1");
    running.push({ close: async () => void server.close() });
    await new Promise((resolve) => server.once("listening", resolve));
    const base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    const html = await (await fetch(`${base}/sub/`)).text();
    const script = /src="([^"]+)"/.exec(html)?.[1] ?? "";
    expect(script).toMatch(/^\/sub\/runlet\//);
    expect((await fetch(base + script)).status).toBe(200);
    expect((await fetch(`${base}/other`)).status).toBe(418);
  });

  test("is returned by fetch() for a Request, for any web-standard host", async () => {
    const app = createApp(() => {}, { log });
    const response = await app.fetch(new Request("http://app.example/"));
    expect(await response.text()).toContain('id="runlet"');
  });
});

describe("the socket", () => {
  test("creates a session for each client", async () => {
    const app = await start((page) => {
      const text = new Text({ value: "0" });
      page.add(
        text,
        new FilledButton({ content: "More", onClick: () => void (text.value = String(Number(text.value) + 1)) }),
      );
    });
    const [one, two] = [await connect(app), await connect(app)];
    one.send({ type: "commands", seq: 1, commands: [{ cmd: 1, id: 3, event: "click" }] });
    await eventually(() => expect(one.received).toHaveLength(3));
    expect(one.received[2]).toEqual({
      type: "update",
      seq: 2,
      ack: 1,
      ops: [{ op: "replace", path: "/2/value", value: "1" }],
    });
    expect(two.received).toHaveLength(2);
    expect((one.received[0] as { session: string }).session).not.toBe((two.received[0] as { session: string }).session);
  });

  test("keeps a session when its connection breaks, closes it when the client closes, and closes all sessions with the app", async () => {
    const [gone, closed] = [vi.fn(), vi.fn()];
    const running = await start((page) => {
      page.onDisconnect = gone;
      page.onClose = closed;
    });
    const [one, two, three] = [await connect(running), await connect(running), await connect(running)];
    one.close(1000);
    await eventually(() => expect(closed).toHaveBeenCalledTimes(1));
    expect(gone).not.toHaveBeenCalled();
    two.cut();
    await eventually(() => expect(gone).toHaveBeenCalledTimes(1));
    expect(running.app.sessions).toHaveLength(2);
    await running.close();
    expect(await three.closed).toBe(1012);
    expect(closed).toHaveBeenCalledTimes(3);
  });

  test("refuses pages of another origin with 403, unless the origin is allowed", async () => {
    const app = await start(() => {}, { allowedOrigins: ["https://friend.example"] });
    const socket = `${app.url.replace("http", "ws")}ws`;
    for (const origin of ["https://evil.example", "null", `http://127.0.0.1.evil.example`, "http://127.0.0.1:1"]) {
      expect(await refusal(socket, origin)).toBe(403);
    }
    expect(await refusal(socket, "https://friend.example")).toBe(101);
    expect(await refusal(`${socket}/other`, new URL(app.url).origin)).toBe(404);
    expect(log.warn.mock.calls[0]?.[0]).toContain(
      `refused a connection: a page of the origin https://evil.example, and this app is ${new URL(app.url).origin}.`,
    );
  });

  test("survives clients that request an invalid path, or disconnect while they are refused", async () => {
    const app = await start(() => {});
    const { hostname, port } = new URL(app.url);
    const upgrade = "HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
    for (const path of ["//", "/nowhere", "*"]) {
      await new Promise<void>((resolve) => {
        const socket = createConnection({ host: hostname, port: Number(port) }, () => {
          socket.write(`GET ${path} ${upgrade}${"x".repeat(path === "/nowhere" ? 100_000 : 0)}`);
          if (path === "/nowhere") setTimeout(() => socket.resetAndDestroy(), 5);
        });
        socket.on("error", () => {});
        socket.on("close", () => resolve());
        socket.resume();
      });
    }
    expect((await connect(app)).received[0]).toMatchObject({ type: "welcome" });
  });

  test("closes an outdated client with 4426, so that it reloads", async () => {
    const app = await start(() => {});
    const [bundle] = /boot-\w+\.js/.exec(await (await fetch(app.url)).text()) ?? [];
    for (const [name, code] of [
      [bundle, 0],
      ["boot-OLD.js", 4426],
    ] as const) {
      const socket = new WebSocket(new URL("ws", app.url.replace("http", "ws")), { origin: new URL(app.url).origin });
      const ended = new Promise<number>((resolve) => {
        socket.on("close", resolve);
        socket.on("message", () => resolve(0));
      });
      socket.on("open", () => socket.send(JSON.stringify({ type: "hello", protocol: 2, bundle: name })));
      expect(await ended).toBe(code);
      socket.terminate();
    }
  });

  test("closes with 1009 on a message over 256 KiB", async () => {
    const app = await start(() => {});
    const client = await connect(app);
    client.send({ type: "x".repeat(300_000) });
    expect(await client.closed).toBe(1009);
  });

  test("sends the id of an error to the client, and its details in development only", async () => {
    const main = (page: Page) =>
      page.add(
        new FilledButton({
          content: "Fail",
          onClick: () => {
            throw new Error("secret path /etc");
          },
        }),
      );
    for (const development of [false, true]) {
      const client = await connect(await start(main, { development }));
      client.send({ type: "commands", seq: 1, commands: [{ cmd: 1, id: 2, event: "click" }] });
      await eventually(() => expect(client.received.some(({ type }) => type === "notice")).toBe(true));
      expect(JSON.stringify(client.received).includes("secret path")).toBe(development);
      expect("boot" in (client.received[0] as object)).toBe(development);
    }
    expect(log.error).toHaveBeenCalledTimes(2);
  });
});

describe("run()", () => {
  test("serves the app and logs its URL", async () => {
    const app = await run(() => {}, { port: 0, log });
    running.push(app);
    expect(log.info).toHaveBeenCalledWith(`Runlet serves ${app.url}`);
    expect((await fetch(app.url)).status).toBe(200);
  });

  test("rejects with the port that is in use and what to do", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as { port: number };
    await expect(run(() => {}, { port, log })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use. Stop the program that uses it, or choose another port by the option \`port\`, \`--port\` or RUNLET_SERVER_PORT.`,
    );
    other.close();
  });

  test("passes its main function to mainOf() and does not serve it", async () => {
    const main = () => {};
    expect(await mainOf(async () => void run(main))).toBe(main);
    await expect(mainOf(async () => {})).rejects.toThrow("did not call run()");
  });
});
