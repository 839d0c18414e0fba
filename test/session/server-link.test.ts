import { describe, expect, test } from "vitest";
import { FakeConnection, FakeOwner } from "./support/link-fixture.ts";

const seqs = ({ updates }: FakeConnection): number[] => updates.map(({ seq }) => seq);
const types = ({ sent }: FakeConnection): string[] => sent.map(({ type }) => type);
const resume = (from: FakeConnection, seq: number, cmd = 0) => ({ secret: from.welcome.secret, seq, cmd });

/** A link with its first client. */
function start(options?: ConstructorParameters<typeof FakeOwner>[0]) {
  const owner = new FakeOwner(options);
  return { owner, link: owner.link, clock: owner.clock, log: owner.log, one: new FakeConnection().open(owner.link) };
}

describe("a connection that opens", () => {
  test("gets the welcome first, then one update", () => {
    const { one, log } = start();
    expect(one.sent).toMatchObject([
      { type: "welcome", session: "S", resumed: false, cmd: 0 },
      { type: "update", seq: 1, ack: 0, ops: [{ path: "" }] },
    ]);
    expect(log).toEqual(["started"]);
  });

  test("gets the welcome first, also when commands inside the same process answer it at once", () => {
    const { owner, link, one } = start();
    owner.onCommand = ({ cmd }) => owner.add(`effect ${cmd}`);
    owner.add("2");
    one.end();
    const two = new FakeConnection();
    two.onMessage = ({ type }) => type === "welcome" && two.command(1, 2);
    two.open(link, resume(one, 1));
    expect(types(two)).toEqual(["welcome", "update", "update"]);
    expect(two.updates).toMatchObject([
      { seq: 2, ack: 0, ops: [{ value: "2" }] },
      { seq: 3, ack: 2, ops: [{ value: "effect 1" }, { value: "effect 2" }] },
    ]);
  });

  test("gets missed updates unchanged, then one update with everything else, with what onConnect changed", () => {
    const { owner, link, one, log } = start();
    owner.add("2");
    owner.add("3");
    one.end();
    owner.add("away 1");
    owner.add("away 2");
    owner.onReconnected = () => owner.add("back");
    const two = new FakeConnection().open(link, resume(one, 1));
    expect(two.updates.slice(0, 2)).toEqual(one.updates.slice(1));
    expect(two.updates[2]?.ops).toMatchObject([{ value: "away 1" }, { value: "away 2" }, { value: "back" }]);
    expect(seqs(two)).toEqual([2, 3, 4]);
    expect(log).toEqual(["started", "disconnected", "abandoned", "reconnected"]);
  });

  test("gets no update if its client has everything, but one if its client awaits an ack", () => {
    const { link, one } = start();
    one.end();
    const two = new FakeConnection().open(link, resume(one, 1));
    expect(types(two)).toEqual(["welcome"]);
    two.command(1);
    two.end();
    const three = new FakeConnection().open(link, resume(two, 1));
    expect(three.sent.slice(1)).toEqual([{ type: "update", seq: 2, ack: 1, ops: [] }]);
  });

  test("gets an update if its client has seen no ack of a command that was run", () => {
    const { clock, link, one } = start();
    one.command(1);
    clock.runUntil(0);
    one.end();
    const two = new FakeConnection().open(link, resume(one, 2, 1));
    expect(types(two)).toEqual(["welcome"]);
    expect(new FakeConnection().open(link, resume(two, 2, 0)).updates).toMatchObject([{ seq: 3, ack: 1 }]);
  });

  test("gets all documents if its client has nothing, or if missed updates are gone", () => {
    const { owner, link, one, log } = start({ limits: { unackedBytes: 500 } });
    one.end();
    const two = new FakeConnection().open(link, resume(one, 0));
    expect(two.updates).toMatchObject([{ seq: 2, ops: [{ path: "" }] }]);
    two.receive({ type: "ack", seq: 2 });
    owner.add("x".repeat(600));
    two.end();
    const three = new FakeConnection().open(link, resume(two, 2));
    expect(three.updates).toMatchObject([{ seq: 4, ops: [{ path: "", value: { ...owner.values } }] }]);
    expect(log.filter((line) => line === "reset")).toHaveLength(2);
  });

  test("gets each of many missed updates, even if its client acknowledges the first ones meanwhile", () => {
    const { owner, link, one } = start();
    for (let n = 2; n <= 100; n++) owner.add(String(n));
    owner.add("waits");
    one.end();
    const two = new FakeConnection();
    two.onMessage = (message) => message.type === "update" && two.receive({ type: "ack", seq: message.seq });
    two.open(link, resume(one, 1));
    expect(seqs(two)).toEqual(Array.from({ length: 100 }, (_, at) => at + 2));
    expect(link.unackedBytes).toBe(0);
  });

  test("takes the place of the old one, which is closed, and whose end has no effect afterwards", () => {
    const { owner, link, one, log } = start();
    const two = new FakeConnection().open(link, resume(one, 1));
    expect(one.code).toBe(4409);
    one.end();
    owner.add("2");
    expect([types(one).length, seqs(two)]).toEqual([2, [2]]);
    expect(log).toEqual(["started", "disconnected", "reconnected"]);
    one.writable$.next(false);
    owner.add("3");
    expect(seqs(two)).toEqual([2, 3]);
  });

  test("is closed if the session has ended, and if resumes are too many or have wrong numbers, it is refused", () => {
    const { link, one } = start();
    expect(() => link.tryResume({ session: "S", secret: "", seq: 2, cmd: 0 })).toThrow("resume.seq");
    expect(() => link.tryResume({ session: "S", secret: "", seq: 1, cmd: 1 })).toThrow("resume.cmd");
    const allowed = Array.from({ length: 51 }, () => link.tryResume({ session: "S", secret: "", seq: 1, cmd: 0 }));
    expect(allowed.filter(Boolean)).toHaveLength(50);
    expect(link.end()).toBe(one);
    expect(new FakeConnection().open(link, resume(one, 1)).code).toBe(4410);
  });

  test("and ends during the welcome starts nothing", () => {
    const owner = new FakeOwner();
    const one = new FakeConnection();
    one.onMessage = () => one.close(1002);
    one.open(owner.link);
    expect(owner.log).toEqual(["finished"]);
    expect(owner.link.connection).toBeUndefined();
  });
});

describe("the end of a connection", () => {
  test("with code 1000 ends the session, otherwise the session is abandoned", () => {
    const { one, log } = start();
    one.end(1000);
    expect(log).toEqual(["started", "finished"]);
    const other = start();
    other.one.end(1001);
    expect(other.log).toEqual(["started", "disconnected", "abandoned"]);
  });
});

describe("the secret", () => {
  test("is replaced by each welcome; the old one is valid until the client has sent a message", () => {
    const { link, one } = start();
    one.receive({ type: "ack", seq: 1 });
    one.end();
    const two = new FakeConnection().open(link, resume(one, 1));
    const accepted = () => [one, two].map(({ welcome }) => link.acceptsSecret(welcome.secret));
    expect(accepted()).toEqual([true, true]);
    two.receive({ type: "ping", seq: 1 });
    expect(accepted()).toEqual([false, true]);
    expect(link.acceptsSecret("")).toBe(false);
  });

  test("that was just sent becomes the old one if the client comes with it", () => {
    const { link, one } = start();
    one.end();
    const two = new FakeConnection().open(link, resume(one, 1));
    expect(link.acceptsSecret(one.welcome.secret)).toBe(true);
    new FakeConnection().open(link, resume(two, 1));
    expect([one, two].map(({ welcome }) => link.acceptsSecret(welcome.secret))).toEqual([false, true]);
  });
});

describe("updates", () => {
  test("are sent again after a gap, and all documents not too often", () => {
    const { owner, one } = start({ limits: { snapshotsPerMinute: 2 } });
    owner.add("2");
    owner.add("3");
    one.receive({ type: "resend", seq: 1 });
    expect(seqs(one)).toEqual([1, 2, 3, 2, 3, 4]);
    expect(one.updates[5]).toEqual({ type: "update", seq: 4, ack: 0, ops: [] });
    for (let n = 0; n < 2; n++) one.receive({ type: "resend", seq: 0 });
    expect(one.updates.slice(6)).toMatchObject([{ ops: [{ path: "" }] }, { ops: [{ path: "" }] }]);
    expect(() => one.receive({ type: "resend", seq: 0 })).toThrow("too often");
  });

  test("that are sent again come before new ones, even if an acknowledgment makes space for new ones", () => {
    const { owner, one } = start({ limits: { unackedUpdates: 3 } });
    one.receive({ type: "ack", seq: 1 });
    for (const value of ["2", "3", "4", "5"]) owner.add(value);
    one.onMessage = (message) => message.type === "update" && one.receive({ type: "ack", seq: message.seq });
    one.receive({ type: "resend", seq: 1 });
    expect(seqs(one)).toEqual([1, 2, 3, 4, 2, 3, 4, 5]);
  });

  test("wait and are merged while the limit of unacknowledged updates is reached", () => {
    const { owner, one } = start({ limits: { unackedUpdates: 2 } });
    for (const value of ["2", "3", "4"]) owner.add(value);
    expect(seqs(one)).toEqual([1, 2]);
    one.receive({ type: "ack", seq: 0 });
    expect(seqs(one)).toEqual([1, 2]);
    one.receive({ type: "ack", seq: 1 });
    expect(one.updates[2]?.ops).toMatchObject([{ value: "3" }, { value: "4" }]);
    expect(() => one.receive({ type: "ack", seq: 4 })).toThrow("an update that was sent");
  });

  test("wait while the limit of unacknowledged bytes is reached, which counts what is kept", () => {
    const { owner, link, one } = start({ limits: { unackedBytes: 300 } });
    owner.add("x".repeat(300));
    owner.add("3");
    expect(seqs(one)).toEqual([1, 2]);
    expect(link.unackedBytes).toBe(one.updates.reduce((sum, update) => sum + JSON.stringify(update).length, 0));
    one.receive({ type: "ack", seq: 2 });
    expect(seqs(one)).toEqual([1, 2, 3]);
    one.receive({ type: "ack", seq: 3 });
    expect(link.unackedBytes).toBe(0);
  });

  test("wait while the connection is not writable", () => {
    const { owner, one } = start();
    one.writable$.next(false);
    owner.add("2");
    owner.add("3");
    expect(seqs(one)).toEqual([1]);
    one.writable$.next(true);
    expect(one.updates[1]?.ops).toHaveLength(2);
  });

  test("are left to a running flush", () => {
    const { owner, one } = start({ limits: { unackedUpdates: 1 } });
    owner.isFlushRunning = true;
    owner.values.push("2");
    one.writable$.next(true);
    one.receive({ type: "ack", seq: 1 });
    expect(seqs(one)).toEqual([1]);
    owner.link.send();
    expect(seqs(one)).toEqual([1, 2]);
  });

  test("are not sent more often than the maximum, except over a new connection", () => {
    const { owner, link, clock, one } = start({ maxUpdatesPerSecond: 10 });
    for (const value of ["2", "3"]) owner.add(value);
    clock.runUntil(99);
    expect(seqs(one)).toEqual([1]);
    clock.runUntil(100);
    expect(one.updates[1]?.ops).toHaveLength(2);
    owner.add("4");
    one.end();
    expect(clock.next).toBeUndefined();
    expect(new FakeConnection().open(link, resume(one, 2)).updates).toMatchObject([{ seq: 3 }]);
  });

  test("that a session without a client does not send are sent once, and posts are dropped", () => {
    const { owner, link, one } = start();
    one.end();
    link.post({ type: "notice", error: { id: "E1" } });
    owner.add("2");
    expect(types(one)).toEqual(["welcome", "update"]);
    expect(types(new FakeConnection().open(link, resume(one, 1)))).toEqual(["welcome", "update"]);
  });
});

describe("commands", () => {
  test("run once and in order; repeated ones are acknowledged, and missing ones are requested", () => {
    const { one, log, clock } = start();
    one.command(1, 2);
    one.command(1, 2, 3);
    expect(log).toEqual(["started", 1, 2, 3]);
    one.command(5);
    expect(one.sent.at(-1)).toEqual({ type: "resend", cmd: 3 });
    clock.runUntil(0);
    expect(one.updates.at(-1)).toEqual({ type: "update", seq: 2, ack: 3, ops: [] });
    one.command(2);
    clock.runUntil(0);
    expect(one.updates.at(-1)).toMatchObject({ seq: 3, ack: 3 });
    expect(log).toEqual(["started", 1, 2, 3, "sent at the end of the turn", "sent at the end of the turn"]);
  });

  test("request an update at the end of the turn only if no handler has sent their ack", () => {
    const { owner, clock, one, log } = start();
    owner.onCommand = ({ cmd }) => owner.add(`effect ${cmd}`);
    one.command(1, 2);
    expect(one.updates.map(({ ack }) => ack)).toEqual([0, 1, 2]);
    expect(clock.next).toBeUndefined();
    owner.onCommand = () => {};
    one.command(3);
    one.command(4);
    owner.add("sent by something else in the same turn");
    clock.runUntil(0);
    expect(log).toEqual(["started", 1, 2, 3, 4]);
    expect(one.updates.at(-1)).toMatchObject({ seq: 4, ack: 4 });
  });

  test("that are too many wait for a pause; a client that continues meanwhile is refused", () => {
    const { clock, one, log } = start({ limits: { commandsPerSecond: 4, commandBurst: 2 } });
    one.command(1, 2, 3);
    one.command(3);
    expect(log).toEqual(["started", 1, 2]);
    expect(types(one)).not.toContain("resend");
    clock.runUntil(500);
    expect(one.sent.at(-1)).toEqual({ type: "resend", cmd: 2 });
    one.command(3, 4, 5);
    for (let n = 0; n < 99; n++) one.command(5);
    expect(() => one.command(5)).toThrow("more than 4 commands a second");
    expect(log.filter((line) => typeof line === "number")).toEqual([1, 2, 3, 4]);
  });

  test("end with the session, and so do timers and messages", () => {
    const { owner, link, clock, one, log } = start({ limits: { commandBurst: 2 }, maxUpdatesPerSecond: 1 });
    one.command(1, 2, 3);
    owner.onCommand = () => void link.end();
    clock.runUntil(500);
    one.command(3, 4);
    expect(log.filter((line) => typeof line === "number")).toEqual([1, 2, 3]);
    const before = one.sent.length;
    one.command(4);
    owner.add("late");
    clock.runUntil(10_000);
    expect(one.sent).toHaveLength(before);
  });

  test("and updates are counted in the answer to a ping", () => {
    const { one } = start();
    one.command(1, 2);
    one.receive({ type: "ping", seq: 1 });
    expect(one.sent.at(-1)).toEqual({ type: "pong", seq: 1, cmd: 2 });
  });
});

describe("a client whose socket is full", () => {
  test("gets nothing twice while it takes what waits, and gets it when it asks later", () => {
    const { owner, one } = start();
    owner.add("2");
    one.writable$.next(false);
    const before = one.sent.length;
    for (let at = 0; at < 20; at++) one.receive({ type: "resend", seq: 1 });
    expect(one.sent.length).toBe(before);
    one.writable$.next(true);
    one.receive({ type: "resend", seq: 1 });
    expect(seqs(one).filter((seq) => seq === 2)).toHaveLength(2);
  });
});
