import { expect } from "vitest";
import { expectNoInternals, until } from "./check.ts";
import { runScript } from "./child-process.ts";
import { failing, SECRET } from "./failing.ts";
import { connectInProcess, event, quietHost } from "./in-process-client.ts";
import type { BuiltRow } from "./row.ts";

const TIMES = 100;

/**
 * Runs handlers that reject, handlers that leave a promise that rejects or a timer that throws, and calls of `sleep()`
 * that no code awaits and that end when their control is unmounted.
 */
const REJECTING = `
const { Button, Text } = await import("runlet");
const { serve } = await import("runlet/server");
const { memoryTransport } = await import("runlet/transport");
const lines = [];
const log = { info() {}, warn: (...what) => lines.push(what.map(String).join(" ")) };
log.error = log.warn;
let page, button, unattended, ran = 0;
const running = await serve((own) => {
  page = own;
  button = new Button({ content: "x", onClick: async () => { ran++; throw new Error("failed"); } });
  const leave = () => {
    void (async () => { await 1; throw new Error("left promise"); })();
    setTimeout(() => { throw new Error("left timer"); }, 1);
  };
  unattended = new Button({ content: "y", onClick: leave });
  page.add(button, unattended);
}, { log, port: 0, host: "127.0.0.1", limits: { handlers: 1000 } });
const { app } = running;
const { server, client } = memoryTransport();
app.connect(server);
client.send({ type: "hello", protocol: 2 });
for (let cmd = 1; cmd <= 2 * ${TIMES}; cmd += 2) {
  client.send({ type: "commands", seq: 1, commands: [
    { cmd, id: button.id, event: "click" }, { cmd: cmd + 1, id: unattended.id, event: "click" },
  ] });
  const text = new Text();
  page.add(text);
  page.update();
  text.sleep(1e6);
  page.remove(text);
  page.update();
}
const left = (what) => lines.filter((line) => line.includes(what)).length;
// Each timer that throws takes a turn of the event loop. After the end of the app, they would end the process.
const isDone = () => left("left timer") >= ${TIMES} && left("left promise") >= ${TIMES};
for (let waited = 0; waited < 1000 && !isDone(); waited++) await new Promise((resolve) => setTimeout(resolve, 20));
await new Promise((resolve) => setTimeout(resolve, 50));
const reported = lines.filter((line) => line.includes(page.session.id) && line.includes("failed")).length;
process.stdout.write(JSON.stringify([ran, reported, left("left promise"), left("left timer"), app.sessions.length]));
await running.close();
`;

export const errors: readonly BuiltRow[] = [
  {
    id: "F20",
    what: `app code that throws in each possible place, ${TIMES} times each, does not stop the session, and no part of the error is sent to the client`,
    async run() {
      const errors: unknown[] = [];
      let app: ReturnType<typeof failing> | undefined;
      const many = { commandBurst: 1e6, messagesPerSecond: 1e6, resumesPerSecond: 1e6, handlers: 1e6 };
      const host = quietHost((page) => void (app = failing(page)), {
        limits: many,
        onUnhandled: (error) => errors.push(error),
      });
      let client = connectInProcess(host);
      const { counter, buttons, counted } = app as ReturnType<typeof failing>;
      let rounds = 0;
      for (const [place, button] of buttons) {
        const before = errors.length;
        for (let at = 0; at < TIMES; at++) {
          client.commands(event(button, "click"), event(counter, "click"));
          client.send({ type: "ack", seq: client.seq });
          rounds++;
        }
        await until(() => errors.length >= before + TIMES);
        expect([place, counted(), errors.length - before]).toEqual([place, rounds, TIMES]);
      }
      const said = JSON.stringify(client.received);
      for (let at = 0; at < TIMES; at++) {
        const before = errors.length;
        const { session, secret } = client.received.findLast(({ type }) => type === "welcome") as typeof client.welcome;
        await client.cut();
        client = connectInProcess(host, { resume: { session, secret, seq: 0, cmd: 0 } });
        expect([client.welcome.resumed, errors.length - before]).toEqual([true, 2]);
      }
      client.commands(event(counter, "click"));
      expect(counted()).toBe(rounds + 1);
      for (const text of [said, JSON.stringify(client.received)]) {
        expectNoInternals(text);
        expect(text).not.toContain(SECRET);
      }
    },
  },
  {
    id: "F21",
    what: `${TIMES} handlers that reject are logged with the session id, as many promises that nothing awaits and timers that throw are logged, and neither they nor unawaited sleeps of removed controls end the process`,
    async run() {
      const { code, stdout, stderr } = await runScript(REJECTING);
      expect([code, stderr, stdout]).toEqual([0, "", JSON.stringify([TIMES, TIMES, TIMES, TIMES, 1])]);
    },
  },
];
