import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Button, Host, Text } from "runlet";
import {
  type ClientEnd,
  ClientLink,
  memoryTransport,
  messagePortClient,
  messagePortTransport,
  Replica,
  type ServerMessage,
  type Transport,
  webSocketTransport,
} from "runlet/transport";
import { firstValueFrom, Subject, take, toArray } from "rxjs";
import { afterEach, describe, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { applyOperations } from "../../src/client/screen/apply.ts";
import { realClock } from "../../src/core/reactive/clock.ts";
import { eventually } from "../support/patience.ts";

interface Connection {
  readonly server: Transport;
  readonly client: ClientEnd;
}

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

async function overWebSocket(): Promise<Connection> {
  const http = createServer().listen(0, "127.0.0.1");
  const sockets = new WebSocketServer({ server: http });
  endings.push(() => {
    sockets.close();
    http.close();
  });
  await new Promise((resolve) => http.once("listening", resolve));
  const connected = new Promise<WebSocket>((resolve) => sockets.once("connection", resolve));
  const socket = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const messages$ = new Subject<ServerMessage>();
  socket.on("message", (data) => messages$.next(JSON.parse(String(data)) as ServerMessage));
  await new Promise((resolve) => socket.once("open", resolve));
  const client: ClientEnd = {
    messages$,
    send: (message) => socket.send(JSON.stringify(message)),
    close: (code = 1000, reason = "") => socket.close(code, reason),
    closed: new Promise((resolve) => socket.once("close", (code, reason) => resolve({ code, reason: String(reason) }))),
  };
  return { server: webSocketTransport(await connected), client };
}

async function overPort(): Promise<Connection> {
  const { port1, port2 } = new MessageChannel();
  return { server: messagePortTransport(port1), client: messagePortClient(port2) };
}

describe.each([
  ["memory", async (): Promise<Connection> => memoryTransport()],
  ["websocket", overWebSocket],
  ["message port", overPort],
])("the %s transport", (_, connect) => {
  test("carries messages both ways, in order, as JSON can represent them", async () => {
    const { server, client } = await connect();
    const atClient = firstValueFrom(client.messages$.pipe(take(3), toArray()));
    const atServer = firstValueFrom(server.messages$.pipe(take(2), toArray()));
    for (const seq of [1, 2, 3]) {
      server.send({ type: "update", seq, ack: 0, ops: [{ op: "add", path: "/2/value", value: "ünï\u2028" }] });
    }
    client.send({ type: "hello", protocol: 2 });
    client.send({ type: "ack", seq: 3 });
    expect((await atClient).map((message) => (message as { seq: number }).seq)).toEqual([1, 2, 3]);
    expect((await atClient)[0]).toEqual({
      type: "update",
      seq: 1,
      ack: 0,
      ops: [{ op: "add", path: "/2/value", value: "ünï\u2028" }],
    });
    expect(await atServer).toEqual([
      { type: "hello", protocol: 2 },
      { type: "ack", seq: 3 },
    ]);
    client.close();
  });

  test("is writable at first", async () => {
    const { server, client } = await connect();
    expect(await firstValueFrom(server.writable$)).toBe(true);
    client.close();
  });

  test.each(["server", "client"] as const)(
    "when the %s closes it, both ends get the code and the reason",
    async (side) => {
      const connection = await connect();
      connection[side].close(4426, "too old");
      expect(await connection.server.closed).toEqual({ code: 4426, reason: "too old" });
      expect(await connection.client.closed).toEqual({ code: 4426, reason: "too old" });
    },
  );

  test("carries one session over several connections", async () => {
    const ran: number[] = [];
    const host = new Host((page) => {
      const text = new Text({ value: "0" });
      const go = new Button({
        content: "Go",
        onClick: () => {
          ran.push(ran.length + 1);
          text.value = String(ran.length);
        },
      });
      page.add(text, go);
    });
    endings.push(() => void host.close());
    const replica = new Replica(applyOperations);
    let line: Connection | undefined;
    const sessions: string[] = [];
    const link = new ClientLink({
      instance: "contract",
      heartbeat: false,
      timers: realClock,
      events: {
        welcomed: ({ session, resumed }) => void sessions.push(`${session} ${resumed}`),
        updated: (update) => void replica.update(update),
        noticed: () => {},
        unresponsive: () => {},
      },
    });
    for (let n = 1; n <= 5; n++) {
      // The last click is in flight when the connection breaks. It arrives over the next connection.
      if (line !== undefined) link.send([{ cmd: link.nextCommandNumber(), id: 3, event: "click" }]);
      line?.client.close(4001, "for a moment");
      await line?.server.closed;
      link.closed();
      line = await connect();
      const { client, server } = line;
      host.accept(server);
      client.messages$.subscribe((message) => line?.client === client && link.receive(message));
      link.opened((message) => client.send(message));
      await eventually(() => expect(replica.documents[2]?.value).toBe(n === 1 ? "0" : String(n - 1)));
    }
    expect(ran).toEqual([1, 2, 3, 4]);
    expect(new Set(sessions.map((each) => each.split(" ")[0])).size).toBe(1);
    expect(sessions.map((each) => each.split(" ")[1])).toEqual(["false", "true", "true", "true", "true"]);
    expect(host.sessions).toHaveLength(1);
  });

  test("ignores a send after the end without an error", async () => {
    const { server, client } = await connect();
    client.close();
    await server.closed;
    server.send({ type: "notice", error: { id: "E1" } });
  });
});

test.each([
  ["memory", async (): Promise<Connection> => memoryTransport()],
  ["message port", overPort],
])("the %s transport keeps messages that are sent before a listener subscribes", async (_, connect) => {
  const { server, client } = await connect();
  client.send({ type: "hello", protocol: 2 });
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await firstValueFrom(server.messages$)).toEqual({ type: "hello", protocol: 2 });
  client.close();
});

test("the message port transport notices that the other side has closed its port", async () => {
  const { port1, port2 } = new MessageChannel();
  const server = messagePortTransport(port1);
  port2.close();
  expect(await server.closed).toEqual({ code: 1006, reason: "" });
});

test("the websocket transport rejects a frame that is not JSON text", async () => {
  for (const [frame, code] of [
    ["{", 1007],
    [Buffer.from([1]), 1003],
  ] as const) {
    const http = createServer().listen(0, "127.0.0.1");
    const sockets = new WebSocketServer({ server: http });
    endings.push(() => {
      sockets.close();
      http.close();
    });
    sockets.on("connection", (socket) => void webSocketTransport(socket).messages$.subscribe());
    await new Promise((resolve) => http.once("listening", resolve));
    const socket = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
    socket.on("open", () => socket.send(frame));
    expect(await new Promise((resolve) => socket.once("close", resolve))).toBe(code);
  }
});
