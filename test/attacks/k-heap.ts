import { type Welcome, webSocketTransport } from "runlet/transport";
import { expect, vi } from "vitest";
import { runScript, siblingUrl } from "./child-process.ts";
import { FakeSocket } from "./fake-socket.ts";
import { quietHost } from "./in-process-client.ts";
import type { BuiltRow } from "./row.ts";

/** Fills a heap up to its limit, and looks who is let in then. */
const FULL = `
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
const { Button, Text } = await import(${siblingUrl("../../src/index.ts")});
const { createApp } = await import(${siblingUrl("../../src/server/index.ts")});
const { memoryTransport } = await import(${siblingUrl("../../src/transport/index.ts")});
let clicks = 0;
const app = createApp((page) => page.add(new Button({ onClick: () => void clicks++ })), {
  log: { info() {}, warn() {}, error() {} },
});
const enter = async (resume) => {
  const { server, client } = memoryTransport();
  const seen = [];
  client.messages$.subscribe((message) => seen.push(message));
  void client.closed.then(({ code }) => seen.push({ type: code }));
  app.connect(server);
  client.send({ type: "hello", protocol: 1, resume });
  await new Promise((resolve) => setTimeout(resolve, 5));
  return { client, seen };
};
const click = ({ client }, cmd) => client.send({ type: "commands", seq: 1, commands: [{ cmd, id: 2, event: "click" }] });
const told = ({ seen }) => seen[0]?.type;
const ann = await enter();
const { session, secret } = ann.seen[0];
const before = app.sessions.length;
const held = [];
const LIMIT = 160 * 1024 * 1024;
while (getHeapStatistics().used_heap_size < LIMIT * 0.92) held.push(new Array(50_000).fill(held.length + 0.5));
const strangers = [];
for (let at = 0; at < 20; at++) strangers.push(told(await enter()));
click(ann, 1);
ann.client.close(1006);
await ann.client.closed;
const back = await enter({ session, secret, seq: 0, cmd: 0 });
click(back, 2);
const lines = [strangers, told(back), back.seen[0].resumed, clicks, app.sessions.length - before];
held.length = 0;
setFlagsFromString("--expose-gc");
runInNewContext("gc")();
lines.push(told(await enter()));
process.stdout.write(JSON.stringify(lines));
await app.close();
`;

export const heaps: readonly BuiltRow[] = [
  {
    id: "K11",
    what: "a heap that is near its end → new sessions are told 1013; the old ones live, and may be resumed; with room again, all may come",
    async run() {
      const { code, stdout, stderr } = await runScript(FULL, "--max-old-space-size=160");
      expect([code, stderr]).toEqual([0, ""]);
      const refused = Array.from({ length: 20 }, () => 1013);
      expect(JSON.parse(stdout)).toEqual([refused, "welcome", true, 2, 0, "welcome"]);
    },
  },
  {
    id: "K13",
    what: "a connection asked again and again by another tab whether it lives → nothing of the asking is left while it does",
    async run() {
      const host = quietHost(() => {}, { limits: { keptSessions: 1 } });
      const holder = new FakeSocket();
      const transport = webSocketTransport(holder);
      const hung = vi.spyOn(transport.closed, "then");
      host.accept(transport);
      holder.receive('{"type":"hello","protocol":1}');
      const { session, secret } = JSON.parse(holder.sent[0] as string) as Welcome;
      const hello = JSON.stringify({ type: "hello", protocol: 1, resume: { session, secret, seq: 0, cmd: 0 } });
      const before = hung.mock.calls.length;
      for (let at = 0; at < 500; at++) {
        const tab = new FakeSocket();
        tab.serve(host);
        tab.receive(hello);
        holder.emit("pong");
        await new Promise(setImmediate);
        if (!tab.sent[0]?.includes('"resumed":false')) throw new Error(`it was told ${tab.sent[0]}`);
        tab.end(1000);
      }
      // What waits for its end would wait as long as it lives.
      expect(hung.mock.calls.length).toBe(before);
      expect([holder.readyState, host.sessions[0]?.id]).toEqual([1, session]);
      holder.end(1000);
      await host.close();
    },
  },
];
