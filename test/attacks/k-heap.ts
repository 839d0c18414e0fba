import { type Welcome, webSocketTransport } from "runlet/transport";
import { expect, vi } from "vitest";
import { runScript } from "./child-process.ts";
import { FakeSocket } from "./fake-socket.ts";
import { quietHost } from "./in-process-client.ts";
import type { BuiltRow } from "./row.ts";

/** Fills the heap almost to its limit, and records which connections are accepted then. */
const FULL = `
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
const { Button, Text } = await import("runlet");
const { createApp } = await import("runlet/server");
const { memoryTransport } = await import("runlet/transport");
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
  client.send({ type: "hello", protocol: 2, resume });
  await new Promise((resolve) => setTimeout(resolve, 5));
  return { client, seen };
};
const click = ({ client }, cmd) => client.send({ type: "commands", seq: 1, commands: [{ cmd, id: 2, event: "click" }] });
const firstType = ({ seen }) => seen[0]?.type;
const ann = await enter();
const { session, secret } = ann.seen[0];
const before = app.sessions.length;
const held = [];
const LIMIT = 160 * 1024 * 1024;
while (getHeapStatistics().used_heap_size < LIMIT * 0.92) held.push(new Array(50_000).fill(held.length + 0.5));
const strangers = [];
for (let at = 0; at < 20; at++) strangers.push(firstType(await enter()));
click(ann, 1);
ann.client.close(1006);
await ann.client.closed;
const back = await enter({ session, secret, seq: 0, cmd: 0 });
click(back, 2);
const lines = [strangers, firstType(back), back.seen[0].resumed, clicks, app.sessions.length - before];
held.length = 0;
setFlagsFromString("--expose-gc");
runInNewContext("gc")();
lines.push(firstType(await enter()));
process.stdout.write(JSON.stringify(lines));
await app.close();
`;

export const heaps: readonly BuiltRow[] = [
  {
    id: "K11",
    what: "with an almost full heap, new sessions are refused with 1013, old sessions continue and can be resumed, and new ones are accepted after memory is freed",
    async run() {
      const { code, stdout, stderr } = await runScript(FULL, "--max-old-space-size=160");
      expect([code, stderr]).toEqual([0, ""]);
      const refused = Array.from({ length: 20 }, () => 1013);
      expect(JSON.parse(stdout)).toEqual([refused, "welcome", true, 2, 0, "welcome"]);
    },
  },
  {
    id: "K13",
    what: "repeated checks whether a connection is alive, because other tabs want its session, retain no memory",
    async run() {
      const host = quietHost(() => {}, { limits: { keptSessions: 1 } });
      const holder = new FakeSocket();
      const transport = webSocketTransport(holder);
      const hung = vi.spyOn(transport.closed, "then");
      host.accept(transport);
      holder.receive('{"type":"hello","protocol":2}');
      const { session, secret } = JSON.parse(holder.sent[0] as string) as Welcome;
      const hello = JSON.stringify({ type: "hello", protocol: 2, resume: { session, secret, seq: 0, cmd: 0 } });
      const before = hung.mock.calls.length;
      for (let at = 0; at < 500; at++) {
        const tab = new FakeSocket();
        tab.serve(host);
        tab.receive(hello);
        holder.pong();
        await new Promise(setImmediate);
        if (!tab.sent[0]?.includes('"resumed":false')) throw new Error(`the tab received ${tab.sent[0]}`);
        tab.end(1000);
      }
      // A listener for the end of the connection would be retained as long as the connection is open.
      expect(hung.mock.calls.length).toBe(before);
      expect([holder.readyState, host.sessions[0]?.id]).toEqual([1, session]);
      holder.end(1000);
      await host.close();
    },
  },
];
