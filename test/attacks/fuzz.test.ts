import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { isSoak, recordMeasurement } from "../support/measurements.ts";
import { type AttackedPage, show } from "./attacked-page.ts";
import { AttackedServer } from "./attacked-server.ts";
import { collectGarbage, describePrototypes, expectNoInternals, pause } from "./check.ts";
import { FakeSocket } from "./fake-socket.ts";
import { connectInProcess, event, quietHost } from "./in-process-client.ts";
import { frames, NEXT } from "./messages.ts";

const FRAMES = isSoak ? 200_000 : 10_000;
const OVER_THE_WIRE = isSoak ? 20_000 : 1000;
const PER_CLIENT = 20;
const HELLO = '{"type":"hello","protocol":2}';
const { RUNLET_SEED: seed } = process.env;
const settings = seed === undefined ? {} : { seed: Number(seed) };

/** Returns a list to which unhandled rejections are added until the test ends. */
function watchRejections(): unknown[] {
  const rejected: unknown[] = [];
  const note = (reason: unknown) => void rejected.push(reason);
  process.on("unhandledRejection", note);
  onTestFinished(() => void process.off("unhandledRejection", note));
  return rejected;
}

test(`${FRAMES} random frames make no session throw, change no prototype, and do not affect other clients`, async () => {
  const rejected = watchRejections();
  const before = describePrototypes();
  const screens: AttackedPage[] = [];
  let refused = 0;
  const errors: unknown[] = [];
  const host = quietHost((page) => void screens.push(show(page)), {
    onRefused: () => refused++,
    onUnhandled: (error) => errors.push(error),
    limits: { failedResumesPerMinute: 1e9, keptSessions: 5, commandsPerSecond: 1e6, messagesPerSecond: 1e6 },
  });
  const bystander = connectInProcess(host);
  const [mine] = screens as [AttackedPage];
  const codes = new Map<number | undefined, number>();
  let [sent, taken, clicks] = [0, 0, 0];
  collectGarbage();
  const heap = process.memoryUsage().heapUsed;
  const clients = fc.tuple(fc.boolean(), fc.array(frames, { minLength: PER_CLIENT, maxLength: PER_CLIENT }));
  const run = async ([startsWithHello, list]: [
    boolean,
    { data: string | Uint8Array; isBinary: boolean }[],
  ]): Promise<void> => {
    // A frame may end its connection. Then the next frame uses a new one.
    let socket: FakeSocket | undefined;
    let cmd = 0;
    const end = (): void => {
      if (socket === undefined) return;
      codes.set(socket.code, (codes.get(socket.code) ?? 0) + 1);
      for (const text of socket.sent) expectNoInternals(text);
      socket.end(1000);
      socket = undefined;
    };
    for (const { data, isBinary } of list) {
      if (socket === undefined) {
        socket = new FakeSocket();
        cmd = 0;
        socket.serve(host);
        if (startsWithHello || sent % 2 === 0) socket.receive(HELLO);
      }
      const numbered = typeof data === "string" ? data.replaceAll(`"cmd":${NEXT}`, () => `"cmd":${++cmd}`) : data;
      socket.receive(numbered, isBinary);
      sent++;
      if (socket.readyState !== 1) end();
    }
    end();
    taken += screens.splice(1).reduce((sum, { received }) => sum + received.length, 0);
    await pause(0);
    bystander.commands(event(mine.button, "click"));
    expect(mine.text.value).toBe(String(++clicks));
    expect([describePrototypes() === before, errors, host.sessions.length <= 6]).toEqual([true, [], true]);
    bystander.send({ type: "ack", seq: bystander.seq });
  };
  await fc.assert(fc.asyncProperty(clients, run), { numRuns: Math.ceil(FRAMES / PER_CLIENT), ...settings });
  await pause(20);
  collectGarbage();
  const grown = Math.round((process.memoryUsage().heapUsed - heap) / 1e5) / 10;
  recordMeasurement("fuzz", {
    frames: sent,
    "events run": taken,
    refused,
    codes: JSON.stringify([...codes]),
    "MB of heap": grown,
  });
  expect(rejected).toEqual([]);
  expect(grown).toBeLessThan(50);
  // The frames must have reached handlers, refusals and each close code.
  expect(taken).toBeGreaterThan(FRAMES / 20);
  expect(refused).toBeGreaterThan(FRAMES / 10);
  for (const code of [1002, 1003, 1007]) expect(codes.get(code)).toBeGreaterThan(FRAMES / 200);
  await host.close();
}, 600_000);

test(`${OVER_THE_WIRE} random frames over a socket cause no unhandled rejection and do not affect other clients`, async () => {
  const rejected = watchRejections();
  const attacked = await AttackedServer.start();
  onTestFinished(() => attacked.close());
  const bytes = fc.record({
    opcode: fc.nat(15),
    payload: fc.uint8Array({ maxLength: 200 }),
    fin: fc.boolean(),
    mask: fc.boolean(),
    rsv: fc.constantFrom(0, 0, 0, 1, 4),
  });
  const wire = fc.oneof(
    { weight: 1, arbitrary: bytes },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
    { weight: 4, arbitrary: frames.map(({ data, isBinary }) => ({ opcode: isBinary ? 2 : 1, payload: data })) },
  );
  const run = async (
    list: readonly (Uint8Array | { opcode: number; payload: string | Uint8Array })[],
  ): Promise<void> => {
    const client = await attacked.connect();
    void client.sendText(HELLO);
    for (const each of list) void (each instanceof Uint8Array ? client.sendBytes(each) : client.sendFrame(each));
    // The server closes the connection, or waits for the rest of an incomplete frame.
    await client.closed(5);
    client.destroy();
  };
  const lists = fc.array(wire, { minLength: PER_CLIENT / 2, maxLength: PER_CLIENT / 2 });
  await fc.assert(fc.asyncProperty(lists, run), { numRuns: Math.ceil((OVER_THE_WIRE / PER_CLIENT) * 2), ...settings });
  await attacked.check();
  expect(rejected).toEqual([]);
}, 600_000);
