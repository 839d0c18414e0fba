import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { applyOperations } from "../../src/client/screen/apply.ts";
import { ClientLink } from "../../src/protocol/client-link.ts";
import type { ClientMessage, Json, Update } from "../../src/protocol/messages.ts";
import { type LocalState, OutgoingCommands } from "../../src/protocol/outgoing-commands.ts";
import { Replica } from "../../src/protocol/replica.ts";
import { TEXT_WRITE } from "../../src/protocol/text-merge.ts";
import type { Timers } from "../../src/protocol/timers.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Options of a value that is dragged. */
const LATEST = { isLatest: true };

function start() {
  const replica = new Replica(applyOperations);
  const sent: ClientMessage[] = [];
  const shown: string[] = [];
  const timers: Timers = {
    now: () => Date.now(),
    after: (ms, run) => clearTimeout.bind(undefined, setTimeout(run, ms)),
  };
  const link = new ClientLink({
    instance: "test",
    heartbeat: false,
    timers,
    events: {
      welcomed: () => {},
      noticed: () => {},
      unresponsive: () => {},
      updated(update: Update) {
        commands.rebase(update);
        replica.update(update);
        commands.applied(update.ack);
      },
    },
  });
  const local: LocalState = {
    read: (id, property) => replica.documents[id]?.[property] as Json | undefined,
    write: (...write) => replica.write(...write),
    show: (id, property) => void shown.push(`${id}/${property}`),
  };
  const commands: OutgoingCommands = new OutgoingCommands(local, link, timers.after);
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
    shown,
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
  for (const value of ["m", "mi", "mil", "milk"]) commands.write(2, "value", value, "change", LATEST);
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

test("a chosen value with a listener is sent each time, in order, while others are in flight", () => {
  const { sent, commands, answer, field } = start();
  for (const value of [true, false, true]) commands.write(2, "value", value, "change");
  expect(sent.flatMap((message) => (message.type === "commands" ? message.commands : []))).toMatchObject(
    [true, false, true].flatMap((value) => [{ write: { value } }, { event: "change", data: value }]),
  );
  answer(2, 2, "app");
  expect(field()).toBe(true);
  answer(3, 6, "app");
  expect(field()).toBe("app");
});

test("the app's change of a text is merged with what was typed since the last write", () => {
  const { sent, commands, answer, field, shown } = start();
  commands.write(2, "value", "hello", "change", TEXT_WRITE);
  commands.write(2, "value", "hello w", "change", TEXT_WRITE);
  answer(2, 2, "");
  expect([field(), shown]).toEqual([" w", ["2/value"]]);
  expect(sent[1]).toMatchObject({ commands: [{ write: { value: " w" } }, { data: " w" }] });
});

test("an app that sets the very text that was typed needs no write any more, and later changes arrive", () => {
  const { sent, commands, answer, field } = start();
  commands.write(2, "value", "m", undefined, TEXT_WRITE);
  answer(2, 0, "m");
  expect([field(), commands.writes.size]).toEqual(["m", 0]);
  answer(3, 0, "M");
  expect(field()).toBe("M");
  vi.advanceTimersByTime(1000);
  expect(sent).toEqual([{ type: "ack", seq: 3 }]);
});

test("a snapshot is merged with a text that was not sent", () => {
  const { commands, link, field } = start();
  commands.write(2, "value", "a", undefined, TEXT_WRITE);
  link.receive({
    type: "update",
    seq: 2,
    ack: 0,
    ops: [{ op: "replace", path: "", value: {} }],
    docs: [1, { $type: "Page" }, { $type: "TextField", value: "app " }],
  });
  expect(field()).toBe("app a");
});

test("a text that no message can carry is not sent: what was there before stays", () => {
  const { sent, commands, field, shown, link } = start();
  commands.write(2, "value", "before", "change", TEXT_WRITE);
  commands.write(2, "value", "€".repeat(link.maxBytes / 3), "change", TEXT_WRITE);
  commands.event(2, "submit", "€".repeat(link.maxBytes / 3));
  expect([field(), shown, sent.length]).toEqual(["before", ["2/value"], 1]);
});

test("a long text is sent once: the event that reports it names the property, and each goes in a message of its own", () => {
  const { sent, commands } = start();
  const long = "x".repeat(100_000);
  commands.write(2, "value", long, "change", TEXT_WRITE);
  commands.event(2, "submit", undefined, { from: "value" });
  expect(sent.flatMap((message) => (message.type === "commands" ? message.commands : []))).toEqual([
    { cmd: 1, id: 2, write: { value: long } },
    { cmd: 2, id: 2, event: "change", from: "value" },
    { cmd: 3, id: 2, event: "submit", from: "value" },
  ]);
  expect(sent).toHaveLength(3);
});

test("commands that are sent again keep the number of the update that the client had when they were made", () => {
  const { sent, commands, link, answer } = start();
  commands.event(2, "click");
  answer(2, 0);
  commands.event(2, "click");
  sent.length = 0;
  link.opened((message) => sent.push(message));
  link.receive({ type: "welcome", protocol: 2, session: "s", secret: "x", resumed: true, cmd: 0 });
  expect(sent.slice(1)).toMatchObject([
    { type: "ack" },
    { seq: 1, commands: [{ cmd: 1 }] },
    { seq: 2, commands: [{ cmd: 2 }] },
  ]);
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
  commands.write(2, "value", "a", "change", LATEST);
  commands.write(2, "value", "ab", "change", LATEST);
  commands.event(2, "submit", "ab");
  expect(sent[1]).toMatchObject({
    commands: [{ write: { value: "ab" } }, { event: "change" }, { event: "submit", data: "ab" }],
  });
});

test("the app's response to an earlier write does not overwrite a later one; the response to the last write does", () => {
  const { commands, answer, field } = start();
  commands.write(2, "value", "m", "change", LATEST);
  commands.write(2, "value", "mi", "change", LATEST);
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

test("what is no JSON is refused before it is kept, so that what follows is sent", () => {
  const { commands, sent, link } = start();
  const cycle: { self?: object } = {};
  cycle.self = cycle;
  for (const wrong of [cycle, 1n] as never[]) {
    expect(() => commands.event(2, "click", wrong)).toThrow(TypeError);
    expect(() => commands.write(2, "value", wrong, undefined)).toThrow(TypeError);
  }
  expect([sent, link.unacked, commands.writes.size]).toEqual([[], 0, 0]);
  commands.event(2, "click", 1);
  expect(sent).toHaveLength(1);
});

test("an update does not change the object that was written, which the renderer may keep", () => {
  const { commands, link, replica } = start();
  const written = { baseOffset: 3, extentOffset: 3 };
  commands.write(2, "selection", written);
  commands.event(2, "click");
  link.receive({
    type: "update",
    seq: 2,
    ack: 2,
    ops: [{ op: "replace", path: "/2/selection/baseOffset", value: 0 }],
  });
  expect(replica.documents[2]?.selection).toEqual({ baseOffset: 0, extentOffset: 3 });
  expect(written).toEqual({ baseOffset: 3, extentOffset: 3 });
});
