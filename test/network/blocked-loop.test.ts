import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Limits } from "runlet";
import type { Update, Welcome } from "runlet/transport";
import { describe, expect, onTestFinished, test } from "vitest";
import { eventually } from "../support/patience.ts";
import { RawClient, type RawClientOptions } from "../support/raw-client.ts";
import { pause } from "./serve.ts";

const SERVER = fileURLToPath(new URL("blocking-server.ts", import.meta.url));
/** Ids of the buttons of the server's page. */
const [BLOCK, COUNT, LARGE] = [2, 3, 5];

/** Starts a server in a process of its own, whose event loop is blocked by `block` for a time. */
async function startServer(limits: Partial<Limits>, ms: number) {
  const args = ["--import", "tsx", SERVER, JSON.stringify(limits), String(ms)];
  const { VITEST: _, NODE_OPTIONS: __, RUNLET_SERVER_PORT: ___, ...env } = process.env;
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  child.stdout.on("data", (data: Buffer) => (output += String(data)));
  await eventually(() => expect(output).toContain("port"));
  const port = Number(/port (\d+)/.exec(output)?.[1]);
  const connect = (options: Partial<RawClientOptions> = {}) => RawClient.connect({ port, path: "/ws", ...options });
  const join = async (instance: string, options: Partial<RawClientOptions> = {}) => {
    const client = await connect(options);
    void client.sendText(hello({ instance }));
    const welcome = await client.nextMessage<Welcome & object>("welcome");
    const { seq } = await client.nextMessage<Update & object>("update");
    void client.sendText(JSON.stringify({ type: "ack", seq }));
    return { client, welcome };
  };
  const other = await join("other");
  return {
    connect,
    join,
    /** Blocks the server. Resolves when it is blocked. */
    async block() {
      void other.client.sendText(click(1, BLOCK));
      await eventually(() => expect(output).toContain("blocked"));
    },
    isBlocked: () => !output.includes("free"),
    free: () => eventually(() => expect(output).toContain("free")),
  };
}

function hello(more: object): string {
  return JSON.stringify({ type: "hello", protocol: 2, ...more });
}

function click(cmd: number, id: number): string {
  return JSON.stringify({ type: "commands", seq: 1, commands: [{ cmd, id, event: "click" }] });
}

describe("while the server's event loop is blocked,", () => {
  test("a client that answers keeps its session from another tab", async () => {
    const server = await startServer({}, 1500);
    const { client: owner, welcome } = await server.join("owner");
    const copy = await server.connect();
    const { session, secret } = welcome;
    // The server asks the owner before it reads the click that blocks it, or after it.
    void copy.sendText(hello({ instance: "copy", resume: { session, secret, seq: 1, cmd: 0 } }));
    await server.block();
    const { session: mine } = await copy.nextMessage<Welcome & object>("welcome");
    expect(mine).not.toBe(session);
    expect(await owner.closed(0)).toMatchObject({ code: undefined, socketClosed: false });
  });

  test("the hello message of a client arrives in time", async () => {
    const server = await startServer({ helloTime: 3000 }, 4000);
    const client = await server.connect();
    await server.block();
    void client.sendText(hello({ instance: "new" }));
    await pause(100);
    expect(server.isBlocked()).toBe(true);
    expect(await client.nextMessage("welcome")).toMatchObject({ resumed: false });
  });

  test("the answer to the last ping arrives in time", async () => {
    const pingInterval = 1500;
    const server = await startServer({ pingInterval }, 2 * pingInterval);
    const { client } = await server.join("slow to answer", { autoPong: false });
    const pings = () => client.frames.filter(({ opcode }) => opcode === 9);
    await eventually(() => expect(pings()).toHaveLength(2));
    await server.block();
    for (const { bytes } of pings()) void client.sendFrame({ opcode: 10, payload: bytes });
    await pause(100);
    expect(server.isBlocked()).toBe(true);
    await server.free();
    void client.sendText(JSON.stringify({ type: "ping", seq: 1 }));
    expect(await client.nextMessage("pong")).toMatchObject({ seq: 1 });
  });

  test("a client that was stuck takes the rest of a large message in time", async () => {
    const stallTime = 3000;
    const server = await startServer({ stallTime }, 1.5 * stallTime);
    const { client } = await server.join("slow to read");
    client.socket.pause();
    void client.sendText(click(1, LARGE));
    await pause(500);
    await server.block();
    client.socket.resume();
    await server.free();
    expect((await client.nextMessage<Update & object>("update")).docs).toHaveLength(2);
  });

  test("steady messages pile up, and are no flood", async () => {
    const server = await startServer({ messagesPerSecond: 100, commandsPerSecond: 50, commandBurst: 60 }, 3000);
    const { client } = await server.join("steady");
    await server.block();
    // As many as a client may send in this time.
    const count = 130;
    for (let cmd = 1; cmd <= count; cmd++) {
      void client.sendText(JSON.stringify({ type: "ping", seq: 1 }));
      void client.sendText(click(cmd, COUNT));
    }
    expect(server.isBlocked()).toBe(true);
    await server.free();
    await eventually(() => {
      const { ack, ops } = client.messages.findLast((message) => (message as Update).type === "update") as Update;
      expect([ack, ops]).toEqual([count, [{ op: "replace", path: "/4/value", value: String(count) }]]);
    });
    const types = client.messages.map((message) => (message as { type: string }).type);
    expect(types.filter((type) => type === "pong")).toHaveLength(count);
    expect(types).not.toContain("resend");
    expect(await client.closed(0)).toMatchObject({ code: undefined });
  });

  test("a flood piles up, and is a flood", async () => {
    const server = await startServer({ messagesPerSecond: 100 }, 1000);
    const { client } = await server.join("flood");
    await server.block();
    for (let at = 0; at < 1000; at++) void client.sendText(JSON.stringify({ type: "ping", seq: 1 }));
    expect((await client.closed()).code).toBe(1008);
  });
});
