import { describe, expect, test } from "vitest";
import { ClientLink } from "../../src/protocol/client-link.ts";
import {
  type ClientMessage,
  type Command,
  MAX_COMMANDS,
  type Resume,
  type ServerMessage,
  type Welcome,
} from "../../src/protocol/messages.ts";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";

const TOKEN = { session: "S", secret: "x" };

/** A link without a heartbeat, and what it has sent, applied and reported. */
function start(resumeToken?: typeof TOKEN) {
  const clock = new VirtualClock(0);
  const sent: ClientMessage[] = [];
  const applied: number[] = [];
  const welcomes: Welcome[] = [];
  /** Called with each update that is applied. */
  let onUpdate = (_seq: number): void => {};
  const link = new ClientLink({
    timers: { now: () => clock.monotonic(), after: clock.after.bind(clock) },
    instance: "me",
    heartbeat: false,
    resumeToken,
    events: {
      welcomed: (welcome) => welcomes.push(welcome),
      updated({ seq }) {
        applied.push(seq);
        onUpdate(seq);
      },
      noticed() {},
      unresponsive() {},
    },
  });
  const open = () => link.opened((message) => sent.push(message));
  const receive = (message: ServerMessage) => link.receive(message);
  const welcome = (more: Partial<Welcome> = {}) =>
    receive({ type: "welcome", protocol: 2, ...TOKEN, resumed: false, cmd: 0, ...more });
  const update = (seq: number, ack = 0) => receive({ type: "update", seq, ack, ops: [] });
  /** An update with all documents. */
  const snapshot = (seq: number) =>
    receive({ type: "update", seq, ack: 0, ops: [{ op: "replace", path: "", value: {} }] });
  open();
  return {
    ...{ link, sent, applied, welcomes, open, receive, welcome, update, snapshot },
    /** Lets time pass in short steps, so that no timer is late. */
    pass(ms: number): void {
      for (let step = 0; step < ms; step += 100) clock.runUntil(clock.now() + 100);
    },
    hear: (listener: typeof onUpdate) => {
      onUpdate = listener;
    },
    resume: (): Resume | undefined => sent.findLast((message) => message.type === "hello")?.resume,
    resends: () => sent.flatMap((message) => (message.type === "resend" ? [message.seq] : [])),
    sentCommands: () => sent.flatMap((message) => (message.type === "commands" ? [message.commands] : [])),
    click: (count: number): Command[] =>
      Array.from({ length: count }, () => ({ cmd: link.nextCommandNumber(), id: 1, event: "click" })),
  };
}

describe("a welcome", () => {
  test("counts once for each connection, so that a repeated one ends no session", () => {
    const { link, welcome, update, welcomes, click, sentCommands } = start();
    welcome();
    update(1);
    link.send(click(2));
    for (const more of [{}, { resumed: true }, { session: "T" }]) welcome(more);
    expect([link.seq, link.unacked, welcomes.length, sentCommands().length]).toEqual([1, 2, 1, 1]);
  });

  test.each([0, 1, 7, 1000])("of a session with %d commands lets a page that was reloaded go on counting", (cmd) => {
    const { link, welcome, resume, click } = start(TOKEN);
    expect(resume()).toEqual({ ...TOKEN, seq: 0, cmd: 0 });
    welcome({ resumed: true, cmd });
    expect(click(2).map((command) => command.cmd)).toEqual([cmd + 1, cmd + 2]);
    expect(link.unacked).toBe(0);
  });

  test("of a session that is resumed sends what the server has not, and nothing else", () => {
    const { link, open, welcome, update, click, sentCommands, resume } = start();
    welcome();
    update(1);
    link.send(click(5));
    update(2, 2);
    open();
    expect(resume()).toEqual({ ...TOKEN, seq: 2, cmd: 2 });
    link.send(click(1));
    welcome({ resumed: true, cmd: 4 });
    // One message each, because the client had another update when it made the second one.
    const again = sentCommands().slice(-2);
    expect(again.map((commands) => commands.map(({ cmd }) => cmd))).toEqual([[5], [6]]);
  });

  test.each([1, MAX_COMMANDS, MAX_COMMANDS + 1, 3 * MAX_COMMANDS, 1000])(
    "sends %d commands that piled up in messages that the server takes, in order",
    (count) => {
      const { link, welcome, click, sentCommands } = start();
      link.send(click(count));
      expect(sentCommands()).toEqual([]);
      welcome({ resumed: true });
      expect(Math.max(...sentCommands().map(({ length }) => length))).toBeLessThanOrEqual(MAX_COMMANDS);
      expect(
        sentCommands()
          .flat()
          .map(({ cmd }) => cmd),
      ).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    },
  );
});

describe("documents that are unreliable", () => {
  test("are replaced as a whole: changes of them are not applied", () => {
    const { link, welcome, update, snapshot, applied, resends } = start();
    welcome();
    for (const seq of [1, 2]) update(seq);
    link.resync();
    expect(resends()).toEqual([0]);
    for (const seq of [3, 4]) update(seq);
    expect(applied).toEqual([1, 2]);
    snapshot(5);
    update(6);
    expect(applied).toEqual([1, 2, 5, 6]);
  });

  test("are not resumed with, and are asked for until they come", () => {
    const { link, pass, open, welcome, update, snapshot, applied, resume, resends } = start();
    welcome();
    for (const seq of [1, 2]) update(seq);
    link.resync();
    pass(20_000);
    expect(resends().length).toBeGreaterThan(2);
    expect(new Set(resends())).toEqual(new Set([0]));
    open();
    expect(resume()).toEqual({ ...TOKEN, seq: 0, cmd: 0 });
    welcome({ resumed: true });
    update(3);
    snapshot(4);
    expect(applied).toEqual([1, 2, 4]);
    open();
    expect(resume()?.seq).toBe(4);
  });

  test("take no update that was held: it follows those that could not be applied", () => {
    const { link, welcome, update, snapshot, applied, hear } = start();
    welcome();
    update(1);
    for (const seq of [3, 4]) update(seq);
    hear((seq) => seq === 2 && link.resync());
    update(2);
    expect(applied).toEqual([1, 2]);
    snapshot(5);
    expect(applied).toEqual([1, 2, 5]);
  });

  test("of a session that is gone do not matter in the next one", () => {
    const { link, open, welcome, update, applied } = start();
    welcome();
    update(1);
    link.resync();
    open();
    welcome({ session: "T" });
    update(1);
    expect(applied).toEqual([1, 1]);
  });
});

describe("a gap in the updates", () => {
  test("holds a bounded number of later ones, and what is missing then is asked for", () => {
    const { link, pass, welcome, update, applied, resends } = start();
    welcome();
    update(1);
    for (let seq = 3; seq <= 1000; seq++) update(seq);
    expect(applied).toEqual([1]);
    update(2);
    expect(link.seq).toBeGreaterThan(50);
    expect(link.seq).toBeLessThan(150);
    const { seq } = link;
    update(seq + 2);
    pass(5000);
    expect(resends()).toEqual([seq]);
  });

  test("is asked for over the next connection, too", () => {
    const { link, pass, open, welcome, update, resends } = start();
    welcome();
    update(1);
    update(3);
    open();
    welcome({ resumed: true });
    pass(4900);
    expect(resends()).toEqual([]);
    pass(100);
    expect(resends()).toEqual([1]);
    update(2);
    pass(60_000);
    expect([link.seq, resends()]).toEqual([3, [1]]);
  });
});
