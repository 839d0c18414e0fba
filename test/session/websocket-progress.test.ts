import type { ServerMessage, Update } from "runlet/transport";
import { webSocketTransport } from "runlet/transport";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MORE, PARTS_PROTOCOL } from "../../src/protocol/message-parts.ts";
import { PingLog } from "../../src/transport/ping-log.ts";
import { FakeSocket } from "../attacks/fake-socket.ts";
import { readTurns } from "../support/turns.ts";

const KIB = 1024;
const MIB = 1024 * KIB;

/** A message with a text of this length. */
function message(length: number, character = "x"): Update {
  return { type: "update", seq: 1, ack: 0, ops: [{ op: "add", path: "/2/value", value: character.repeat(length) }] };
}

beforeEach(() => {
  // The turns of the event loop are real: input that waits is read in them before a connection is closed.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
});
afterEach(() => void vi.useRealTimers());

async function pass(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await readTurns();
}

/** A client that takes data at a rate in bytes per second: it answers the pings that it has read. */
class SlowClient extends FakeSocket {
  readonly transport: ReturnType<typeof webSocketTransport>;
  readonly #queue: { readonly bytes: number; readonly ping?: string; readonly sent?: () => void }[] = [];
  #taken = 0;
  received = 0;

  constructor(limits: Parameters<typeof webSocketTransport>[1] = {}, protocol = "") {
    super();
    Object.assign(this, { protocol });
    this.transport = webSocketTransport(this, limits);
  }

  override send(data: string, ...rest: (object | (() => void))[]): void {
    this.sent.push(data);
    const bytes = Buffer.byteLength(data);
    this.bufferedAmount += bytes;
    this.#queue.push({ bytes, sent: rest.at(-1) as () => void });
  }

  override ping(text: string): void {
    super.ping(text);
    this.#queue.push({ bytes: 0, ping: text });
  }

  take(bytes: number, answers = true): void {
    this.#taken += bytes;
    for (let next = this.#queue[0]; next !== undefined && next.bytes <= this.#taken; next = this.#queue[0]) {
      this.#queue.shift();
      this.#taken -= next.bytes;
      this.bufferedAmount -= next.bytes;
      this.received += next.bytes;
      next.sent?.();
      if (next.ping !== undefined && answers) this.emit("pong", next.ping);
    }
    if (this.#queue.length === 0) this.#taken = 0;
  }

  /** Takes data at a steady rate until everything has come, the connection ends or the time is over. */
  async takeAll(bytesPerSecond: number, seconds: number): Promise<void> {
    for (let at = 0; at < seconds && this.#queue.length > 0 && !this.isTerminated; at++) {
      await pass(1000);
      this.take(bytesPerSecond);
    }
  }
}

describe("a page of 10 MiB", () => {
  test.each([
    ["200 KiB", 200 * KIB, false],
    ["20 KiB", 20 * KIB, false],
    ["5 KiB", 5 * KIB, false],
    ["3 KiB", 3 * KIB, false],
    ["1.5 KiB", 1.5 * KIB, true],
    ["100 bytes", 100, true],
    ["1 byte", 1, true],
    ["nothing", 0, true],
  ])("comes at %s a second if that is more than 2 KiB", { timeout: 300_000 }, async (_, rate, isStuck) => {
    const client = new SlowClient();
    client.transport.send(message(10 * MIB));
    await client.takeAll(rate, 4000);
    expect(client.isTerminated).toBe(isStuck);
    if (!isStuck) expect(client.received).toBeGreaterThan(10 * MIB);
  });

  test("does not come if a client that took the first part fast takes the rest too slowly", async () => {
    const client = new SlowClient();
    client.transport.send(message(10 * MIB));
    for (const rate of [MIB, MIB, 100 * KIB, 4 * KIB]) await client.takeAll(rate, 2);
    await client.takeAll(1.5 * KIB, 120);
    expect(client.isTerminated).toBe(true);
  });

  test("does not come if the client answers other pings than those that it has read", async () => {
    const client = new SlowClient();
    client.transport.send(message(2 * MIB));
    for (let at = 0; at < 60 && !client.isTerminated; at++) {
      await pass(1000);
      client.emit("pong", "");
      client.emit("pong", "00000000-0000-0000-0000-000000000000");
      client.emit("pong", client.pings[0]);
    }
    expect(client.isTerminated).toBe(true);
  });

  test("comes although messages are sent meanwhile, also one of 40 MiB", async () => {
    const client = new SlowClient();
    client.transport.send(message(40 * MIB));
    for (let at = 0; at < 100; at++) {
      client.transport.send({ type: "pong", seq: 1, cmd: 0 });
      await pass(1000);
      client.take(500 * KIB);
    }
    expect(client.isTerminated).toBe(false);
    expect(client.received).toBeGreaterThan(40 * MIB);
  });
});

test("what waits besides the largest message is at most 16 MiB", async () => {
  const client = new SlowClient();
  client.transport.send(message(20 * MIB));
  for (let at = 0; at < 16; at++) client.transport.send(message(MIB));
  expect(client.isTerminated).toBe(false);
  for (let at = 0; at < 2; at++) client.transport.send(message(MIB));
  expect(client.isTerminated).toBe(true);
});

test("after all was taken, the largest message is forgotten", async () => {
  const client = new SlowClient();
  client.transport.send(message(20 * MIB));
  client.take(30 * MIB);
  for (let at = 0; at < 18; at++) client.transport.send(message(MIB));
  expect(client.isTerminated).toBe(true);
});

test("a client that took all but half a MiB of what waited is not stuck any more", async () => {
  const client = new SlowClient();
  const writable: boolean[] = [];
  client.transport.writable$.subscribe((is) => writable.push(is));
  client.transport.send(message(2 * MIB));
  await pass(20_000);
  client.take(1.9 * MIB);
  client.take(0);
  // It answers pings, but takes nothing of the rest.
  for (let at = 0; at < 40; at++) {
    await pass(1000);
    client.pong();
  }
  expect([client.isTerminated, writable]).toEqual([false, [true, false, true]]);
});

describe("pings", () => {
  test.each([1, 3, 9])("that are answered %d turns after the process was blocked are not missed", async (turns) => {
    const socket = new FakeSocket();
    webSocketTransport(socket);
    vi.advanceTimersByTime(30_000);
    vi.advanceTimersByTime(15_000);
    for (let at = 0; at < turns; at++) await new Promise((resolve) => setImmediate(resolve));
    socket.pong();
    await readTurns();
    expect(socket.isTerminated).toBe(false);
    await pass(15_000);
    expect(socket.isTerminated).toBe(false);
    await pass(15_000);
    expect(socket.isTerminated).toBe(true);
  });

  test("that wait behind the client's own message are not missed while it sends 2 KiB a second", async () => {
    for (const [rate, isGone] of [
      [2048, false],
      [100_000, false],
      [1024, true],
      [1, true],
    ] as const) {
      let bytes = 0;
      const socket = new FakeSocket();
      webSocketTransport(socket, { bytesRead: () => bytes });
      for (let at = 0; at < 120 && !socket.isTerminated; at++) {
        bytes += rate;
        await pass(1000);
      }
      expect([rate, socket.isTerminated]).toEqual([rate, isGone]);
    }
  });

  test("that wait behind the client's message are announced by an empty part, if the client takes parts", async () => {
    for (const protocol of [PARTS_PROTOCOL, ""]) {
      let bytes = 0;
      const socket = Object.assign(new FakeSocket(), { protocol });
      webSocketTransport(socket, { bytesRead: () => bytes });
      bytes += 100_000;
      await pass(15_000);
      await pass(15_000);
      expect(socket.sent).toEqual(protocol === "" ? [] : [MORE]);
    }
  });

  test("are not missed by a client that was cut off for two of them, and sends what piled up", async () => {
    let bytes = 0;
    const socket = new FakeSocket();
    webSocketTransport(socket, { bytesRead: () => bytes });
    await pass(44_000);
    bytes += 100_000;
    await pass(30_000);
    expect(socket.isTerminated).toBe(false);
  });

  test("start from the first one again when the client's message has come", async () => {
    let bytes = 0;
    const socket = new FakeSocket();
    webSocketTransport(socket, { bytesRead: () => bytes });
    for (let at = 0; at < 60; at++) {
      bytes += 10_000;
      await pass(1000);
    }
    await pass(29_000);
    expect(socket.isTerminated).toBe(false);
    await pass(16_000);
    expect(socket.isTerminated).toBe(true);
  });

  test("prove the bytes before them, also of earlier pings, once", () => {
    const log = new PingLog();
    const [first, second, third] = [5, 8, 3].map((bytes) => log.add(bytes)) as [string, string, string];
    expect([second, first, second, "", third].map((text) => log.answered(text))).toEqual([
      13,
      undefined,
      undefined,
      undefined,
      3,
    ]);
  });

  test("of which the last alone is answered count as answered", async () => {
    const socket = new FakeSocket();
    webSocketTransport(socket);
    await pass(30_000);
    socket.emit("pong", socket.pings.at(-1));
    await pass(15_000);
    expect(socket.isTerminated).toBe(false);
  });

  test("of which any is answered answer all who ask whether the client is there, each once", () => {
    const socket = new FakeSocket();
    const transport = webSocketTransport(socket);
    const answers: string[] = [];
    for (const name of ["a", "b", "c"]) transport.ping?.(() => answers.push(name));
    socket.emit("pong", "another text");
    expect(answers).toEqual([]);
    for (const text of [...socket.pings].reverse()) socket.emit("pong", text);
    expect(answers).toEqual(["a", "b", "c"]);
  });

  test.each([
    [1, undefined],
    [100, undefined],
    [110, 1008],
    [2000, 1008],
  ])("of the client, %d a second, close the connection with %s", async (perSecond, code) => {
    const socket = new FakeSocket();
    webSocketTransport(socket);
    for (let at = 0; at < 120 && socket.code === undefined; at++) {
      for (let n = 0; n < perSecond; n++) socket.emit("ping", "");
      await pass(1000);
      socket.pong();
    }
    expect(socket.code).toBe(code);
  });

  test("follow each 16 KiB of small messages, too", () => {
    const socket = new FakeSocket();
    const transport = webSocketTransport(socket);
    for (let at = 0; at < 100; at++) transport.send(message(1000));
    expect(socket.pings.length).toBe(6);
  });
});

describe("a large message", () => {
  const texts: readonly string[] = ["x", "ü", "語", "🎉", '"', "\n", "\u2028", "\ud800", "a🎉", "\\"];
  test.each(texts)("of %j arrives whole, in parts for a client that takes them, else in fragments", (character) => {
    for (const protocol of [PARTS_PROTOCOL, ""]) {
      for (const length of [1, 32_767, 32_768, 32_769, 70_001, 200_000]) {
        const frames: { readonly data: string; readonly fin: boolean }[] = [];
        const socket = Object.assign(new FakeSocket(), { protocol });
        socket.send = (data, ...rest) => void frames.push({ data, fin: true, ...(rest[0] as object) });
        const sent = message(length / character.length, character) as ServerMessage;
        const bytes = webSocketTransport(socket).send(sent);
        const whole = JSON.stringify(sent);
        expect(bytes).toBe(Buffer.byteLength(whole));
        const last = frames.at(-1);
        const isContinued = ({ data, fin }: { readonly data: string; readonly fin: boolean }) =>
          protocol === "" ? !fin : data.startsWith(MORE);
        expect(frames.filter(isContinued)).toEqual(frames.slice(0, -1));
        // Each frame is encoded alone, so none may end within a character.
        const decoded = frames.map(({ data }) => Buffer.from(data).toString());
        expect(decoded.map((data) => (data.startsWith(MORE) ? data.slice(1) : data)).join("")).toBe(whole);
        expect(last !== undefined && isContinued(last)).toBe(false);
      }
    }
  });
});

describe("a client that answers no ping, or what was never asked", () => {
  test("is sent a bounded number of pings, and its late answers cost little", () => {
    const socket = new FakeSocket();
    const transport = webSocketTransport(socket);
    for (let at = 0; at < 6000; at++) transport.send(message(17 * KIB));
    expect(socket.pings.length).toBeLessThan(5000);
    expect(socket.pings.length).toBeGreaterThan(3000);
    const log = new PingLog();
    const texts = Array.from({ length: 4000 }, () => log.add(1));
    expect(texts.reduce((sum, text) => sum + (log.answered(text) ?? 0), 0)).toBe(4000);
  });

  test("is cut after a flood of pongs, as after a flood of pings", () => {
    for (const frame of ["ping", "pong"]) {
      const socket = new FakeSocket();
      webSocketTransport(socket);
      for (let at = 0; at < 2000; at++) socket.emit(frame, "nothing");
      expect(socket.code).toBe(1008);
    }
  });
});
