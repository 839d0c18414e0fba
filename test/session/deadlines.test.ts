import { Host, type HostOptions } from "runlet";
import { memoryTransport, type ServerMessage } from "runlet/transport";
import { describe, expect, test } from "vitest";
import { afterReading, deadline } from "../../src/core/reactive/deadline.ts";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";
import { readTurns } from "../support/turns.ts";

const silent = { info() {}, warn() {}, error() {} };
const turn = () => new Promise((resolve) => setImmediate(resolve));

function serve(options: HostOptions = {}) {
  const clock = new VirtualClock(0);
  return { clock, host: new Host(() => {}, { clock, log: silent, ...options }) };
}

function connect(host: Host, hello: object | null = {}) {
  const { server, client } = memoryTransport();
  const received: ServerMessage[] = [];
  const codes: number[] = [];
  const questions: (() => void)[] = [];
  client.messages$.subscribe((message) => received.push(message));
  void client.closed.then(({ code }) => codes.push(code));
  host.accept({ ...server, ping: (answered: () => void) => void questions.push(answered) });
  const send = (message: object) => client.send(message as never);
  const sayHello = (more: object = {}) => send({ type: "hello", protocol: 2, ...more });
  if (hello !== null) sayHello(hello);
  return {
    received,
    codes,
    send,
    sayHello,
    cut: () => client.close(1006),
    answer: () => {
      for (const answered of questions.splice(0)) answered();
    },
    get token() {
      const { session, secret } = received[0] as { readonly session: string; readonly secret: string } & ServerMessage;
      return { resume: { session, secret, seq: 0, cmd: 0 } };
    },
  };
}

describe.each([0, 1, 2, 5, 9])("input that is read %d turns after the timer was due", (turns) => {
  const read = async () => {
    for (let count = 0; count < turns; count++) await turn();
  };

  test("a hello message counts", async () => {
    const { clock, host } = serve();
    const client = connect(host, null);
    clock.runUntil(12_000);
    await read();
    client.sayHello();
    await readTurns();
    expect([client.codes, client.received[0]?.type]).toEqual([[], "welcome"]);
  });

  test("the answer of a challenged client counts", async () => {
    const { clock, host } = serve();
    const owner = connect(host);
    const copy = connect(host, owner.token);
    clock.runUntil(2200);
    await read();
    owner.answer();
    await readTurns();
    expect(owner.codes).toEqual([]);
    expect(copy.received[0]).toMatchObject({ type: "welcome", resumed: false });
  });

  test("a client that comes back in time finds its session", async () => {
    const { clock, host } = serve({ sessionTimeout: 60 });
    const client = connect(host);
    client.cut();
    await turn();
    clock.runUntil(65_000);
    await read();
    const again = connect(host, client.token);
    await readTurns();
    expect(again.received[0]).toMatchObject({ type: "welcome", resumed: true });
    expect(host.sessions).toHaveLength(1);
  });
});

describe("without any input", () => {
  test("a connection without a hello message is closed", async () => {
    const { clock, host } = serve();
    const client = connect(host, null);
    clock.runUntil(10_000);
    await readTurns();
    expect(client.codes).toEqual([4408]);
  });

  test("a challenged client that does not answer loses its session", async () => {
    const { clock, host } = serve();
    const owner = connect(host);
    const copy = connect(host, owner.token);
    clock.runUntil(1000);
    await readTurns();
    expect([owner.codes, copy.received[0]]).toEqual([[4409], expect.objectContaining({ resumed: true })]);
  });

  test("a challenged client that leaves gives its session to the other one at once", async () => {
    const { host } = serve();
    const owner = connect(host);
    const copies = [connect(host, owner.token), connect(host, owner.token)];
    await readTurns();
    expect(copies.map(({ received }) => received)).toEqual([[], []]);
    owner.cut();
    await readTurns();
    expect(copies[0]?.received[0]).toMatchObject({ type: "welcome", resumed: true });
  });

  test("a client that says anything while another one is challenged for its session is refused", async () => {
    for (const message of [
      { type: "hello", protocol: 2 },
      { type: "ack", seq: 0 },
      { type: "ping", seq: 0 },
    ]) {
      const { clock, host } = serve();
      const owner = connect(host);
      const copy = connect(host, owner.token);
      copy.send(message);
      await readTurns();
      owner.answer();
      clock.runUntil(2000);
      await readTurns();
      expect([copy.codes, copy.received, owner.codes, host.sessions.length]).toEqual([[1002], [], [], 1]);
    }
  });

  test("a session without a client ends", async () => {
    const { clock, host } = serve({ sessionTimeout: 60 });
    connect(host).cut();
    await turn();
    clock.runUntil(60_000);
    await readTurns();
    expect(host.sessions).toEqual([]);
  });
});

test("a deadline runs once, and not after it was canceled before or after it was due", async () => {
  const clock = new VirtualClock(0);
  const log: string[] = [];
  deadline(clock, 10, () => log.push("one"));
  deadline(clock, 10, () => log.push("two"))();
  const cancel = deadline(clock, 10, () => log.push("three"));
  clock.runUntil(10);
  await turn();
  cancel();
  const cancelReading = afterReading(clock, () => log.push("four"));
  await turn();
  cancelReading();
  expect(log).toEqual([]);
  await readTurns();
  clock.runUntil(100);
  await readTurns();
  expect(log).toEqual(["one"]);
});
