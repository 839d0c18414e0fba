import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { FaultProxy, type FaultProxyOptions, type ProxiedConnection } from "./fault-proxy.ts";
import { eventually } from "./patience.ts";
import { between, pick, seeded } from "./random.ts";
import { RawClient, rawHttp } from "./raw-client.ts";

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** One end of a connection, with a record of its events. */
function watched(socket: Socket) {
  const seen = { socket, chunks: [] as Buffer[], length: 0, ended: false, error: "", closed: false };
  socket.on("data", (chunk) => {
    seen.chunks.push(chunk);
    seen.length += chunk.length;
  });
  socket.on("end", () => (seen.ended = true));
  socket.on("error", (error: NodeJS.ErrnoException) => (seen.error = error.code ?? ""));
  socket.on("close", () => (seen.closed = true));
  endings.push(() => socket.destroy());
  return seen;
}

/** An echo server with a proxy in front of it. */
async function proxied(options: Partial<FaultProxyOptions> = {}) {
  const atServer: ReturnType<typeof watched>[] = [];
  const server = createServer({ noDelay: true }, (socket) => {
    atServer.push(watched(socket));
    socket.on("data", (bytes) => socket.write(bytes));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const proxy = await FaultProxy.start({ port: (server.address() as AddressInfo).port, ...options });
  const handles: ProxiedConnection[] = [];
  proxy.onConnection((connection) => handles.push(connection));
  endings.push(
    () => server.close(),
    () => proxy.close(),
  );
  const open = async () => {
    const client = watched(connect({ port: proxy.port, host: "127.0.0.1", noDelay: true }));
    await once(client.socket, "connect");
    return client;
  };
  return { proxy, open, atServer, handles };
}

const soon = (check: () => void) => eventually(check);
const bytesOf = (count: number) => Buffer.from(Array.from({ length: count }, (_, index) => index % 251));

test("a seed gives the same numbers again, in the requested range", () => {
  const [one, same, other] = [seeded(7), seeded(7), seeded(8)];
  const numbers = Array.from({ length: 1000 }, () => one());
  expect(Array.from({ length: 1000 }, () => same())).toEqual(numbers);
  expect(other()).not.toBe(numbers[0]);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  const whole = new Set(Array.from({ length: 200 }, () => between(one, 2, 4)));
  expect([...whole].sort()).toEqual([2, 3, 4]);
  expect(new Set(Array.from({ length: 200 }, () => pick(one, ["a", "b"]))).size).toBe(2);
});

describe("the proxy", () => {
  test("forwards both ways, counts bytes, and forwards the end of one side", async () => {
    const { proxy, open, atServer } = await proxied();
    const sent = bytesOf(500_000);
    const client = await open();
    client.socket.end(sent);
    await soon(() => expect(client.closed).toBe(true));
    expect(Buffer.concat(client.chunks).equals(sent)).toBe(true);
    expect([client.error, atServer[0]?.ended, atServer[0]?.error]).toEqual(["", true, ""]);
    expect(proxy.bytes).toEqual({ up: 500_000, down: 500_000 });
    await soon(() => expect([proxy.total, proxy.connections]).toEqual([1, 0]));
    expect(proxy.url("a/b")).toBe(`ws://127.0.0.1:${proxy.port}/a/b`);
  });

  test.each(["up", "down"] as const)(
    "cuts the next connection at the exact byte %s, and only that connection",
    async (way) => {
      const { proxy, open, atServer } = await proxied();
      const cut = proxy.cutAfter({ [way]: 300_001 });
      const client = await open();
      const sent = bytesOf(500_000);
      client.socket.write(sent);
      expect(await cut).toBe(true);
      await soon(() => expect([client.closed, atServer[0]?.closed]).toEqual([true, true]));
      const receiver = way === "up" ? atServer[0]! : client;
      expect(Buffer.concat(receiver.chunks).equals(sent.subarray(0, 300_001))).toBe(true);
      expect([receiver.error, receiver.ended]).toEqual(["ECONNRESET", false]);
      const second = await open();
      second.socket.write(sent);
      await soon(() => expect(second.length).toBe(500_000));
    },
  );

  test("cuts one connection of several after a number of bytes, and then all of them", async () => {
    const { proxy, open, handles } = await proxied();
    const clients = [await open(), await open(), await open()];
    for (const client of clients) client.socket.write("before");
    await soon(() => expect(clients.map(({ length }) => length)).toEqual([6, 6, 6]));
    const cut = handles.find(({ clientPort }) => clientPort === clients[1]!.socket.localPort)!.cutAfter({ down: 3 });
    const never = proxy.cutAfter({ up: 1000 }, handles[0]);
    for (const client of clients) client.socket.write("after");
    expect(await cut).toBe(true);
    await soon(() => expect(clients.map(({ length }) => length)).toEqual([11, 9, 11]));
    await soon(() => expect(clients.map(({ closed }) => closed)).toEqual([false, true, false]));
    expect(proxy.connections).toBe(2);
    const random = handles[2]!.cutAfterRandom("up", 20);
    clients[2]!.socket.write(bytesOf(20));
    expect(await random).toBe(true);
    await soon(() => expect(clients.map(({ closed }) => closed)).toEqual([false, true, true]));
    proxy.cutAll();
    await soon(() => expect(clients.map(({ closed }) => closed)).toEqual([true, true, true]));
    expect(await never).toBe(false);
  });

  test("cuts at the byte that the seed picks", async () => {
    const lengths = async (seed: number) => {
      const { proxy, open } = await proxied({ seed });
      const cuts = [proxy.cutAfterRandom("down", 2000), proxy.cutAfterRandom("down", 2000)];
      const clients = [await open(), await open()];
      for (const client of clients) client.socket.write(bytesOf(3000));
      expect(await Promise.all(cuts)).toEqual([true, true]);
      return clients.map(({ length }) => length);
    };
    const [first, again, other] = [await lengths(5), await lengths(5), await lengths(6)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(first[0]).not.toBe(first[1]);
  });

  test("drops data one way, and forwards the other way", async () => {
    const { proxy, open, atServer } = await proxied();
    const client = await open();
    await soon(() => expect(atServer.length).toBe(1));
    proxy.blackhole.up = true;
    client.socket.write("lost");
    atServer[0]!.socket.write("comes");
    await soon(() => expect(String(client.chunks)).toBe("comes"));
    await sleep(20);
    expect(atServer[0]!.length).toBe(0);
    proxy.blackhole.up = false;
    client.socket.write("found");
    await soon(() => expect(String(atServer[0]!.chunks)).toBe("found"));
    await soon(() => expect(client.length).toBe(10));
    proxy.blackhole = { down: true };
    client.socket.write("unanswered");
    await soon(() => expect(atServer[0]!.length).toBe(15));
    await sleep(20);
    expect(client.length).toBe(10);
  });

  test.each(["destroy", "resetAndDestroy"] as const)("hides the end of a client by %s", async (end) => {
    const { proxy, open, atServer } = await proxied();
    const client = await open();
    await soon(() => expect(atServer.length).toBe(1));
    proxy.blackhole = { up: true, down: true };
    client.socket[end]();
    await sleep(30);
    expect([atServer[0]!.ended, atServer[0]!.closed, proxy.connections]).toEqual([false, false, 1]);
    proxy.blackhole = {};
    await soon(() => {
      atServer[0]!.socket.write("anybody?");
      expect(atServer[0]!.closed).toBe(true);
    });
  });

  test("accepts connections and drops their data while the server is out of reach", async () => {
    const { proxy, open, atServer } = await proxied();
    proxy.blackhole = { up: true, down: true };
    const client = await open();
    client.socket.write(bytesOf(1_000_000));
    await soon(() => expect(client.socket.writableLength).toBe(0));
    await sleep(20);
    expect([client.closed, client.ended, atServer.length, proxy.bytes.up]).toEqual([false, false, 0, 0]);
    proxy.blackhole = {};
    client.socket.write("x");
    await soon(() => expect(client.closed).toBe(true));
  });

  test("delays each direction, and keeps the order despite jitter", async () => {
    const { proxy, open } = await proxied();
    const client = await open();
    proxy.delay = { up: 60, down: 40, jitter: 30 };
    const start = performance.now();
    for (const part of "abcdefgh") {
      client.socket.write(part);
      await sleep(2);
    }
    await soon(() => expect(client.length).toBeGreaterThan(0));
    expect(performance.now() - start).toBeGreaterThanOrEqual(100);
    await soon(() => expect(client.length).toBe(8));
    expect(Buffer.concat(client.chunks).toString()).toBe("abcdefgh");
  });

  test("adds jitter by the seed", async () => {
    const { proxy, open } = await proxied({ seed: 4 });
    proxy.delay.jitter = 100;
    const client = await open();
    const start = performance.now();
    client.socket.write("x");
    await soon(() => expect(client.length).toBe(1));
    expect(performance.now() - start).toBeGreaterThanOrEqual(146);
  });

  test("slices written data, one way or both", async () => {
    const { proxy, open, atServer, handles } = await proxied();
    proxy.slice = 7;
    const client = await open();
    await soon(() => expect(atServer.length).toBe(1));
    handles[0]!.slice = { up: 3 };
    const sent = bytesOf(300);
    client.socket.write(sent);
    await soon(() => expect(client.length).toBe(300));
    expect(Buffer.concat(client.chunks).equals(sent)).toBe(true);
    expect(Math.max(...atServer[0]!.chunks.map(({ length }) => length))).toBe(3);
    const second = await open();
    await soon(() => expect(atServer.length).toBe(2));
    second.socket.write(sent);
    await soon(() => expect(second.length).toBe(300));
    expect(Math.max(...second.chunks.map(({ length }) => length))).toBe(7);
  });

  test("limits the bandwidth", async () => {
    const { proxy, open } = await proxied();
    const client = await open();
    proxy.bandwidth = { down: 200_000 };
    const start = performance.now();
    client.socket.write(bytesOf(40_000));
    await soon(() => expect(client.length).toBe(40_000));
    // 200 ms, less the first piece and the bytes that may be ahead.
    expect(performance.now() - start).toBeGreaterThanOrEqual(160);
  });

  test("stops reading from the server when the client does not read", async () => {
    const { proxy, open, atServer } = await proxied();
    const client = await open();
    client.socket.pause();
    await soon(() => expect(atServer.length).toBe(1));
    atServer[0]!.socket.write(Buffer.alloc(40_000_000));
    await sleep(200);
    expect(proxy.bytes.down).toBeLessThan(20_000_000);
    expect(atServer[0]!.socket.writableLength).toBeGreaterThan(0);
  });

  test("refuses connections, and accepts them again", async () => {
    const { proxy, open, atServer } = await proxied();
    proxy.refuse = true;
    const refused = watched(connect(proxy.port, "127.0.0.1"));
    await soon(() => expect(refused.closed).toBe(true));
    expect([proxy.total, proxy.refused, atServer.length]).toEqual([0, 1, 0]);
    proxy.refuse = false;
    const client = await open();
    client.socket.write("back");
    await soon(() => expect(client.length).toBe(4));
  });

  test("resets the client when there is no server, and resolves a pending cut with false at its end", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    const proxy = await FaultProxy.start({ port });
    const client = watched(connect(proxy.port, "127.0.0.1"));
    await soon(() => expect(client.closed).toBe(true));
    const never = proxy.cutAfter({ up: 1 });
    await proxy.close();
    expect(await never).toBe(false);
  });
});

describe("the raw client", () => {
  async function echoing() {
    const http = createHttpServer(({ url }, response) => {
      if (url !== "/chunked") response.setHeader("content-length", 5);
      response.write("pla");
      setTimeout(() => response.end("in"), 5);
    }).listen(0, "127.0.0.1");
    const sockets = new WebSocketServer({
      server: http,
      maxPayload: 1000,
      verifyClient: ({ origin }: { origin: string }) => origin === `http://127.0.0.1:${port}`,
    });
    sockets.on("connection", (socket) => {
      socket.on("message", (data, isBinary) => socket.send(data, { binary: isBinary }));
      socket.on("error", () => {});
    });
    endings.push(
      () => http.close(),
      () => sockets.close(),
    );
    await once(http, "listening");
    const { port } = http.address() as AddressInfo;
    const client = async (options = {}) => {
      const connected = await RawClient.connect({ port, ...options });
      endings.push(() => connected.destroy());
      return connected;
    };
    return { port, sockets, client };
  }

  test("sends text and reads the reply", async () => {
    const client = await (await echoing()).client();
    expect(client.status).toBe(101);
    await client.sendText("no JSON");
    await client.sendText('{"type":"a","text":"ünï"}');
    await client.sendText(JSON.stringify({ type: "b", long: "x".repeat(500) }));
    expect(await client.nextMessage("b")).toMatchObject({ type: "b" });
    expect(client.frames.map(({ opcode, payload }) => [opcode, payload.length])).toEqual([
      [1, 7],
      [1, 25],
      [1, 522],
    ]);
    expect(client.messages[0]).toEqual({ type: "a", text: "ünï" });
    await expect(client.nextMessage("a", 20)).rejects.toThrow('no message of type "a" in 20 ms');
  });

  test("sends and reads a message in several frames, and a frame in several writes", async () => {
    const { sockets, client: open } = await echoing();
    const client = await open();
    await client.sendFrame({ opcode: 1, payload: '{"in":', fin: false });
    await client.sendBytes(Buffer.from([0x80]));
    await client.sendBytes(Buffer.from([0x82, 0, 0, 0, 0, 0x32, 0x7d]));
    expect(await client.nextMessage()).toEqual({ in: 2 });
    for (const socket of sockets.clients) {
      socket.send('{"out":', { fin: false });
      socket.send("3}");
    }
    expect(await client.nextMessage()).toEqual({ out: 3 });
    expect(client.frames.map(({ opcode, fin, payload }) => [opcode, fin, payload])).toEqual([
      [1, true, '{"in":2}'],
      [1, false, '{"out":'],
      [0, true, "3}"],
    ]);
  });

  test.each([
    ["a missing mask", { opcode: 1, payload: "x", mask: false }, 1002],
    ["a reserved bit", { opcode: 1, payload: "x", rsv: 4 }, 1002],
    ["an unknown opcode", { opcode: 3 }, 1002],
    ["text that is not UTF-8", { opcode: 1, payload: Buffer.from([0xff]) }, 1007],
    ["a message over the limit", { opcode: 2, payload: Buffer.alloc(1001) }, 1009],
    ["a header with a length over the limit", { opcode: 2, claimLength: 70_000 }, 1009],
    ["a header with a length beyond safe integers", { opcode: 2, claimLength: 2n ** 63n - 1n }, 1009],
  ])("is disconnected for %s", async (_, frame, code) => {
    const client = await (await echoing()).client();
    await client.sendFrame(frame);
    expect(await client.closed()).toMatchObject({ code, socketClosed: true });
    await expect(client.nextMessage()).rejects.toThrow("before the end");
  });

  test("answers pings and a close, unless its options say otherwise", async () => {
    const { sockets, client } = await echoing();
    const connect = async (options: object) => {
      const connected = once(sockets, "connection");
      const raw = await client(options);
      const [server] = await connected;
      let pongs = 0;
      server.on("pong", () => pongs++);
      server.ping("there?");
      await soon(() => expect(raw.frames.at(-1)).toMatchObject({ opcode: 9, payload: "there?" }));
      server.close(4001, "enough");
      const closing = await raw.closed(50);
      return { closing, pongs };
    };
    expect(await connect({})).toEqual({ closing: { code: 4001, reason: "enough", socketClosed: true }, pongs: 1 });
    expect(await connect({ autoPong: false, answerClose: false })).toEqual({
      closing: { code: 4001, reason: "enough", socketClosed: false },
      pongs: 0,
    });
    for (const socket of sockets.clients) socket.terminate();
  });

  test("reports no code while the connection is open or when it only broke", async () => {
    const { sockets, client } = await echoing();
    const raw = await client();
    expect(await raw.closed(10)).toEqual({ code: undefined, reason: "", socketClosed: false });
    for (const socket of sockets.clients) socket.terminate();
    expect(await raw.closed()).toEqual({ code: undefined, reason: "", socketClosed: true });
    const leaving = await client();
    const [server] = sockets.clients;
    await leaving.sendClose(4002, "bye");
    expect(await once(server!, "close")).toEqual([4002, Buffer.from("bye")]);
  });

  test("reports the response of a server that rejects it", async () => {
    const { port, client } = await echoing();
    expect(await client({ origin: "http://elsewhere.example" })).toMatchObject({ status: 401, text: "Unauthorized" });
    expect((await client({ origin: null })).status).toBe(401);
    const old = await client({ headers: { "sec-websocket-version": "7" } });
    expect([old.status, old.headers["sec-websocket-version"]]).toEqual([400, "13, 8"]);
    expect((await client({ localAddress: "127.0.0.9", path: "/deep" })).socket.localAddress).toBe("127.0.0.9");
    expect(await rawHttp({ port, text: "GET / HTTP/1.1\r\nHost: a\r\n\r\n" })).toMatchObject({
      status: 200,
      text: "plain",
    });
    const chunked = await rawHttp({ port, text: "GET /chunked HTTP/1.1\r\nHost: a\r\n\r\n", ms: 20_000 });
    expect(chunked.text.split("\r\n")).toEqual(["3", "pla", "2", "in", "0", "", ""]);
    expect((await rawHttp({ port, text: "NONSENSE\r\n\r\n" })).status).toBe(400);
    expect((await rawHttp({ port, text: "GET / HTTP/1.1\r\n", ms: 20 })).status).toBe(0);
  });
});
