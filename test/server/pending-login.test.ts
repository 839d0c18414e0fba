import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { Text } from "runlet";
import { type App, type AppOptions, createApp } from "runlet/server";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { WebSocketServer } from "ws";
import { eventually } from "../support/patience.ts";
import { RawClient } from "../support/raw-client.ts";

/** A server whose `authenticate` answers when the test calls `answer`. */
async function pendingServer(options: AppOptions = {}) {
  const answers: ((user: unknown) => void)[] = [];
  const lines: string[] = [];
  const write = (...what: unknown[]) => void lines.push(what.join(" "));
  const log = { info: write, warn: write, error: write };
  const authenticate = () => new Promise((resolve) => answers.push(resolve));
  const app: App = createApp((page) => page.add(new Text({ value: "private" })), { log, authenticate, ...options });
  const sockets: Socket[] = [];
  const server: Server = createServer(app.listener);
  server.on("upgrade", (request, socket, head) => {
    sockets.push(socket as Socket);
    app.handleUpgrade(request, socket, head);
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(async () => {
    await app.close();
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const text = `GET /ws HTTP/1.1\r\n${[
    `Host: 127.0.0.1:${port}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    `Origin: http://127.0.0.1:${port}`,
  ].join("\r\n")}\r\n\r\n`;
  /** Requests an upgrade, and waits until `authenticate` runs for it. */
  const request = async (): Promise<Socket> => {
    const count = answers.length;
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true }, () => socket.write(text));
    socket.on("error", () => {});
    onTestFinished(() => void socket.destroy());
    await eventually(() => expect(answers.length).toBe(count + 1));
    return socket;
  };
  return { app, port, answers, lines, sockets, request };
}

describe("a client that leaves while authenticate() runs", () => {
  test.each<[string, (socket: Socket) => unknown]>([
    ["with a reset", (socket) => socket.resetAndDestroy()],
    ["with an end", (socket) => socket.destroy()],
    ["with half an end", (socket) => socket.end()],
    ["with an end after data", (socket) => socket.write("more", () => socket.destroy())],
  ])("is not let in, %s", async (_, leave) => {
    const upgrade = vi.spyOn(WebSocketServer.prototype, "handleUpgrade");
    onTestFinished(() => upgrade.mockRestore());
    const { app, answers, lines, sockets, request, port } = await pendingServer({
      limits: { connectionsPerAddress: 1 },
    });
    const socket = await request();
    const [seen] = sockets as [Socket];
    leave(socket);
    if (_ === "with an end after data") await eventually(() => expect(socket.destroyed).toBe(true));
    else await eventually(() => expect(seen.destroyed || seen.readableEnded).toBe(true));
    answers[0]?.("ann");
    // Its place is free again for another client of the address.
    await eventually(async () => {
      const next = await RawClient.connect({ port, path: "/ws", ms: 50 });
      onTestFinished(() => next.destroy());
      expect(next.status).not.toBe(429);
    });
    expect(seen.destroyed).toBe(true);
    if (_ !== "with an end after data") expect(upgrade).not.toHaveBeenCalled();
    expect([app.sessions, lines.filter((line) => line.includes("rror"))]).toEqual([[], []]);
  });
});

test.each<[string, AppOptions, number]>([
  ["no user", { authenticate: () => false }, 4401],
  ["too many connections", { authenticate: () => "ann", limits: { connectionsPerUser: 1 } }, 4429],
])("a client that is refused for %s cannot end the process with what it sends", async (_, options, code) => {
  const { port } = await pendingServer(options);
  const first = await RawClient.connect({ port, path: "/ws" });
  onTestFinished(() => first.destroy());
  const bad = [
    { opcode: 0, payload: "no message began" },
    { opcode: 3, payload: "no such opcode" },
    { opcode: 1, mask: false, payload: "not masked" },
    { opcode: 1, rsv: 4, payload: "compressed" },
    { opcode: 9, payload: "x".repeat(200) },
    { opcode: 1, payload: new Uint8Array([0xff]) },
    { opcode: 8, payload: new Uint8Array([0]) },
    { opcode: 2, claimLength: 2n ** 63n - 1n },
  ];
  for (const frame of bad) {
    const client = await RawClient.connect({ port, path: "/ws", answerClose: false });
    await client.sendFrame(frame);
    expect((await client.closed()).code).toBe(code);
    client.destroy();
  }
});

test("data that a client sends while authenticate() runs is not read beyond a small buffer", async () => {
  const { answers, sockets, request } = await pendingServer();
  const socket = await request();
  const block = Buffer.alloc(1024 * 1024);
  for (let n = 0; n < 64; n++) socket.write(block);
  const [seen] = sockets as [Socket];
  let before = -1;
  await eventually(async () => {
    const now = socket.writableLength;
    const isStuck = now === before;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isStuck).toBe(true);
  });
  expect(socket.writableLength).toBeGreaterThan(32 * block.length);
  expect(seen.bytesRead).toBeLessThan(block.length);
  answers[0]?.(false);
  await eventually(() => expect(seen.destroyed).toBe(true));
});

test("a client has to try again when authenticate() gives no answer in time, and others are let in", async () => {
  const { app, port, answers, lines } = await pendingServer({ limits: { authenticateTime: 200 } });
  const slow = await RawClient.connect({ port, path: "/ws" });
  onTestFinished(() => slow.destroy());
  expect((await slow.closed()).code).toBe(1013);
  expect([app.sessions, slow.messages]).toEqual([[], []]);
  expect(lines).toEqual(["[runlet] authenticate() gave no answer within 200 milliseconds"]);
  answers[0]?.("ann");
  const connecting = RawClient.connect({ port, path: "/ws" });
  await eventually(() => expect(answers.length).toBe(2));
  answers[1]?.("ann");
  const quick = await connecting;
  onTestFinished(() => quick.destroy());
  await quick.sendText('{"type":"hello","protocol":2}');
  expect(await quick.nextMessage("welcome")).toMatchObject({ resumed: false });
  expect(app.sessions.map(({ user }) => user)).toEqual(["ann"]);
});
