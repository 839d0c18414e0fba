import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Commands } from "../../src/client/connection/commands.ts";
import { applyOperations } from "../../src/client/screen/apply.ts";
import { ClientLink } from "../../src/protocol/client-link.ts";
import type { ClientMessage, Update } from "../../src/protocol/messages.ts";
import { Replica } from "../../src/protocol/replica.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
  const replica = new Replica(applyOperations);
  const sent: ClientMessage[] = [];
  const link = new ClientLink({
    instance: "test",
    heartbeat: false,
    timers: { now: () => Date.now(), after: (ms, run) => clearTimeout.bind(undefined, setTimeout(run, ms)) },
    events: {
      welcomed: () => {},
      noticed: () => {},
      unresponsive: () => {},
      updated(update: Update) {
        replica.update(update);
        commands.applied(update.ack);
      },
    },
  });
  const commands: Commands = new Commands(replica, link);
  const welcome = () =>
    link.receive({ type: "welcome", protocol: 2, session: "s", secret: "x", resumed: false, cmd: 0 });
  link.opened((message) => sent.push(message));
  welcome();
  const all = { 1: { $type: "Page" }, 2: { $type: "TextField" } };
  link.receive({ type: "update", seq: 1, ack: 0, ops: [{ op: "replace", path: "", value: all }] });
  sent.length = 0;
  const answer = (seq: number, ack: number, value?: string) => {
    const ops = value === undefined ? [] : [{ op: "add" as const, path: "/2/value", value }];
    link.receive({ type: "update", seq, ack, ops });
  };
  return {
    link,
    welcome,
    replica,
    sent,
    commands,
    answer,
    field: () => replica.documents[2]?.value,
  };
}

test("an event is sent at once, with the number of the last update that the client received", () => {
  const { sent, commands, answer } = start();
  answer(2, 0);
  commands.event(2, "click", undefined);
  expect(sent).toEqual([{ type: "commands", seq: 2, commands: [{ cmd: 1, id: 2, event: "click" }] }]);
});

test("a write with a listener is sent with its event; the next waits for the ack, and the last value wins", () => {
  const { sent, commands, answer } = start();
  for (const value of ["m", "mi", "mil", "milk"]) commands.write(2, "value", value, "change");
  expect(sent).toEqual([
    {
      type: "commands",
      seq: 1,
      commands: [
        { cmd: 1, id: 2, write: { value: "m" } },
        { cmd: 2, id: 2, event: "change", data: "m" },
      ],
    },
  ]);
  answer(2, 2);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toMatchObject({
    commands: [
      { cmd: 3, write: { value: "milk" } },
      { cmd: 4, data: "milk" },
    ],
  });
  answer(3, 4);
  expect(sent).toHaveLength(2);
});

test("a write without a listener is sent with the next event, or alone after 200 ms", () => {
  const { sent, commands } = start();
  commands.write(2, "value", "a", undefined);
  commands.event(1, "click", undefined);
  expect(sent).toMatchObject([
    {
      commands: [
        { cmd: 1, id: 2, write: { value: "a" } },
        { cmd: 2, id: 1, event: "click" },
      ],
    },
  ]);
  commands.write(2, "value", "ab", undefined);
  vi.advanceTimersByTime(199);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(sent[1]).toMatchObject({ commands: [{ cmd: 3, write: { value: "ab" } }] });
});

test("an event is sent together with a pending write, even while another write is unacknowledged", () => {
  const { sent, commands } = start();
  commands.write(2, "value", "a", "change");
  commands.write(2, "value", "ab", "change");
  commands.event(2, "submit", "ab");
  expect(sent[1]).toMatchObject({
    commands: [{ write: { value: "ab" } }, { event: "change" }, { event: "submit", data: "ab" }],
  });
});

test("the app's response to an earlier write does not overwrite a later one; the response to the last write does", () => {
  const { commands, answer, field } = start();
  commands.write(2, "value", "m", "change");
  commands.write(2, "value", "mi", "change");
  answer(2, 2, "M");
  expect(field()).toBe("mi");
  answer(3, 3, "MI");
  expect(field()).toBe("mi");
  answer(4, 4, "MI");
  expect(field()).toBe("MI");
});

test("updates are acknowledged without a command: every fifty, or 200 ms after the first", () => {
  const { sent, answer } = start();
  for (let seq = 2; seq <= 120; seq++) answer(seq, 0);
  expect(sent).toEqual([
    { type: "ack", seq: 50 },
    { type: "ack", seq: 100 },
  ]);
  vi.advanceTimersByTime(200);
  expect(sent.slice(2)).toEqual([{ type: "ack", seq: 120 }]);
});

test("a new session restarts the command numbers and drops unsent commands", () => {
  const { sent, commands, link, welcome } = start();
  commands.event(2, "click", undefined);
  commands.write(2, "value", "lost", undefined);
  link.opened((message) => sent.push(message));
  commands.reset();
  welcome();
  vi.advanceTimersByTime(1000);
  sent.length = 0;
  commands.event(2, "click", undefined);
  expect(sent).toEqual([{ type: "commands", seq: 0, commands: [{ cmd: 1, id: 2, event: "click" }] }]);
});

const UNREADABLE: { readonly [title: string]: () => unknown } = {
  "an Error": () => new Error("failed"),
  "an object without a prototype": () => Object.create(null),
  "an error whose message throws": () =>
    Object.defineProperty(new Error(), "message", { get: () => JSON.parse("no JSON") }),
  "a proxy that is revoked": () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  "a symbol": () => Symbol("failed"),
  "a text of a megabyte": () => "x".repeat(2 ** 20),
};

test.each(Object.entries(UNREADABLE))("a method that throws %s is answered with a short text", (_, make) => {
  const { commands, sent } = start();
  commands.answer({ call: 1, id: 2, method: "show" }, undefined, make());
  expect(sent).toEqual([
    { type: "commands", seq: 1, commands: [{ cmd: 1, id: 2, result: 1, error: expect.any(String) }] },
  ]);
  expect(JSON.stringify(sent).length).toBeLessThan(700);
});

test("what is no JSON is refused before it is kept, so that what follows is sent", () => {
  const { commands, sent, link } = start();
  const cycle: { self?: object } = {};
  cycle.self = cycle;
  for (const wrong of [cycle, 1n] as never[]) {
    expect(() => commands.event(2, "click", wrong)).toThrow(TypeError);
    expect(() => commands.write(2, "value", wrong, undefined)).toThrow(TypeError);
    expect(() => commands.answer({ call: 1, id: 2, method: "show" }, wrong, undefined)).toThrow(TypeError);
  }
  expect([sent, link.unacked, commands.writes.size]).toEqual([[], 0, 0]);
  commands.event(2, "click", 1);
  expect(sent).toHaveLength(1);
});
