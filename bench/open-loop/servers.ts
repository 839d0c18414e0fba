/** Program that runs one server in a separate process: `tsx servers.ts runlet` or `tsx servers.ts floor`. */
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import type { Page } from "runlet";
import { BehaviorSubject } from "rxjs";
import { WebSocketServer } from "ws";

/** Request of the generator. */
export type Ask = "memory" | "broadcast";
/** Returns the time in milliseconds on a clock that is the same in both processes. */
const now = (): number => performance.timeOrigin + performance.now();
const MANY = 1_000_000;
const CONTROLS = 50;

const { resolve } = createRequire(new URL("../../package.json", import.meta.url));

async function serveRunlet(): Promise<{ port: number; broadcast: (text: string) => void }> {
  const { Button, Text, TextField } = (await import(pathToFileURL(resolve("runlet")).href)) as typeof import("runlet");
  const { serve } = (await import(pathToFileURL(resolve("runlet/server")).href)) as typeof import("runlet/server");
  const shared$ = new BehaviorSubject("");
  const main = (page: Page): void => {
    const count = new Text({ value: "0" });
    page.add(
      count,
      new Button({ content: "More", onClick: () => void (count.value = String(Number(count.value) + 1)) }),
      new Text({ value: shared$ }),
      new TextField({ label: "Name" }),
      ...Array.from({ length: CONTROLS - 5 }, (_, n) => new Text({ value: `Line ${n}` })),
    );
  };
  const log = { info() {}, warn: console.error, error: console.error };
  const limits = { connectionsPerAddress: MANY, connectsPerSecond: MANY, sessionsPerMinute: MANY, addressBytes: 1e12 };
  const { port } = await serve(main, { port: 0, log, limits });
  return { port, broadcast: (text) => shared$.next(text) };
}

/**
 * Starts the floor: a minimal server without sessions. Its only state is a counter; its answers are as large as
 * Runlet's.
 */
async function serveFloor(): Promise<{ port: number; broadcast: (text: string) => void }> {
  const http = createServer().listen(0, "127.0.0.1");
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
  sockets.on("connection", (socket) => {
    let seq = 0;
    const update = (ack: number, value: string) =>
      JSON.stringify({ type: "update", seq: ++seq, ack, ops: [{ op: "replace", path: "/2/value", value }] });
    socket.on("message", (data) => {
      const message = JSON.parse(String(data)) as { type: string; commands?: { cmd: number }[] };
      if (message.type === "hello") {
        socket.send(JSON.stringify({ type: "welcome", session: "floor", secret: "", resumed: false, cmd: 0 }));
        socket.send(update(0, ""));
      } else if (message.commands !== undefined) {
        const cmd = message.commands.at(-1)?.cmd ?? 0;
        socket.send(update(cmd, String(cmd)));
      }
    });
  });
  await new Promise((done) => http.once("listening", done));
  const broadcast = (value: string): void => {
    // The number of the update does not matter: the floor's clients are never checked for gaps.
    const text = JSON.stringify({ type: "update", seq: 2, ack: 0, ops: [{ op: "replace", path: "/4/value", value }] });
    for (const socket of sockets.clients) socket.send(text);
  };
  return { port: (http.address() as AddressInfo).port, broadcast };
}

const { port, broadcast } = await (process.argv[2] === "floor" ? serveFloor() : serveRunlet());
let broadcasts = 0;
process.on("message", (ask: Ask) => {
  if (ask === "memory") {
    for (let n = 0; n < 3; n++) globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ rss, heapUsed });
  } else {
    const value = `news ${++broadcasts}`;
    process.send?.({ began: now(), value });
    broadcast(value);
  }
});
process.send?.({ port });
