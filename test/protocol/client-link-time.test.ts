import { ClientLink, type ClientMessage, type ServerMessage } from "runlet/transport";
import { describe, expect, test } from "vitest";
import { startDeadline } from "../../src/protocol/timers.ts";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";

const WELCOME = { type: "welcome", protocol: 2, session: "S", secret: "x", resumed: false, cmd: 0 } as const;
const PONG = { type: "pong", seq: 0, cmd: 0 } as const;

/** A link whose page can sleep: `wake` lets time pass at once, so that all timers that are due by then are late. */
function connect({ isWelcome = true } = {}) {
  const clock = new VirtualClock(0);
  const sent: ClientMessage[] = [];
  let drops = 0;
  const link = new ClientLink({
    timers: { now: () => clock.monotonic(), after: clock.after.bind(clock) },
    instance: "me",
    events: { welcomed() {}, updated() {}, noticed() {}, unresponsive: () => void drops++ },
  });
  link.opened((message) => sent.push(message));
  if (isWelcome) link.receive(WELCOME);
  return {
    link,
    sent,
    drops: () => drops,
    /** Lets time pass in short steps. Timers are on time. */
    pass(ms: number, each = () => {}) {
      const end = clock.monotonic() + ms;
      while (clock.monotonic() < end) {
        clock.runUntil(Math.min(end, clock.monotonic() + 100));
        each();
      }
    },
    wake: (ms: number) => clock.runUntil(clock.monotonic() + ms),
    /** Receives a message that is in the queue behind the timer that is due. */
    late(ms: number, message: ServerMessage) {
      clock.after(ms, () => link.receive(message));
      clock.runUntil(clock.monotonic() + ms);
    },
  };
}

describe("a page that slept, or whose timers are throttled,", () => {
  test.each([6000, 20_000, 60_000, 3_600_000, 12 * 3_600_000])(
    "counts no missed answer after %d ms: what arrived meanwhile is read first",
    (ms) => {
      const { link, pass, wake, drops, sent } = connect();
      pass(30_000, () => link.receive(PONG));
      for (let times = 0; times < 5; times++) {
        wake(15_000 + ms);
        expect(drops()).toBe(0);
        link.receive(PONG);
      }
      pass(44_000);
      expect(drops()).toBe(0);
      // It pings whenever it can.
      expect(sent.filter(({ type }) => type === "ping").length).toBeGreaterThanOrEqual(9);
    },
  );

  test("notices a server that is gone, when it is awake", () => {
    const { pass, wake, drops } = connect();
    wake(3_600_000);
    pass(29_900);
    expect(drops()).toBe(0);
    pass(200);
    expect(drops()).toBe(1);
  });

  test.each([
    ["the welcome", false, 10_000],
    ["the answer to a check", true, 3000],
  ])("waits for %s again", (_, isWelcome, ms) => {
    const { link, pass, wake, drops } = connect({ isWelcome });
    link.check();
    wake(ms * 2);
    expect(drops()).toBe(0);
    pass(ms - 200);
    expect(drops()).toBe(0);
    pass(300);
    expect(drops()).toBe(1);
  });

  test("does not ask for a missing update that is there", () => {
    const { link, wake, sent } = connect();
    const update = (seq: number) => link.receive({ type: "update", seq, ack: 0, ops: [] });
    update(2);
    wake(60_000);
    expect(sent.filter(({ type }) => type === "resend")).toEqual([]);
    update(1);
    wake(60_000);
    expect(sent.filter(({ type }) => type === "resend")).toEqual([]);
  });
});

describe("a message that is in the queue when the timer is due", () => {
  test("counts as an answer to the hello message", () => {
    const { link, late, drops } = connect({ isWelcome: false });
    late(10_000, WELCOME);
    expect([drops(), link.seq]).toEqual([0, 0]);
  });

  test("counts as an answer to a check", () => {
    const { link, late, drops } = connect();
    link.check();
    late(3000, PONG);
    expect(drops()).toBe(0);
  });

  test("counts as an answer to a ping", () => {
    const { pass, late, drops } = connect();
    pass(30_000);
    late(15_000, PONG);
    expect(drops()).toBe(0);
    pass(30_000);
    expect(drops()).toBe(1);
  });
});

describe("parts of a large message", () => {
  test("show that the server is there, however long the message takes", () => {
    const { link, pass, drops } = connect();
    for (let seconds = 0; seconds < 600; seconds += 10) {
      pass(10_000);
      link.receivePart();
    }
    expect(drops()).toBe(0);
    pass(45_100);
    expect(drops()).toBe(1);
  });

  test("answer a check", () => {
    const { link, pass, drops } = connect();
    link.check();
    pass(2000);
    link.receivePart();
    pass(2000);
    expect(drops()).toBe(0);
  });
});

test.each([
  [0, 1, [100]],
  [33, 1, [133]],
  [34, 1, [234]],
  [1000, 1, [1200]],
  [1000, 3, [3400]],
])("a deadline of 100 ms that is %d ms late %d times is missed at %j", (late, times, expected) => {
  const timers: { readonly due: number; readonly run: () => void }[] = [];
  let now = 0;
  const missed: number[] = [];
  const after = (ms: number, run: () => void) => {
    timers.push({ due: now + ms, run });
    return () => {};
  };
  startDeadline({ now: () => now, after }, 100, () => missed.push(now));
  for (let fired = 0; timers.length > 0; fired++) {
    const { due, run } = timers.shift() as (typeof timers)[number];
    now = due + (fired < times ? late : 0);
    run();
  }
  expect(missed).toEqual(expected);
});

test("a deadline can be canceled before it is due, after it was late, and in its last moment", () => {
  for (const steps of [0, 1, 2]) {
    const timers: (() => void)[] = [];
    let now = 0;
    let misses = 0;
    const after = (_ms: number, run: () => void) => {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    };
    const cancel = startDeadline({ now: () => now, after }, 100, () => misses++);
    for (let step = 0; step < steps; step++) {
      now += step === 0 ? 1000 : 100;
      timers.shift()?.();
    }
    cancel();
    expect([timers.length, misses]).toEqual([0, 0]);
  }
});
