import { expect, test } from "vitest";
import { Backoff, mayRetry } from "../../src/protocol/backoff.ts";
import { CloseCode } from "../../src/protocol/messages.ts";
import { seeded } from "../support/random.ts";

/** Returns the first delays of a client whose random number is always `random`. */
function delays(count: number, random: number): number[] {
  const backoff = new Backoff(() => random);
  return Array.from({ length: count }, () => backoff.next());
}

test("a client retries at once, then often for almost a second, then ever more slowly", () => {
  const all = delays(20, 0.5);
  expect(all[0]).toBe(0);
  expect(all).toEqual([...all].sort((a, b) => a - b));
  expect(all.at(-1)).toBe(10_000);
  const early = all.slice(0, 6);
  expect(Math.max(...early)).toBeLessThanOrEqual(200);
  expect(early.reduce((sum, delay) => sum + delay, 0)).toBe(900);
});

test.each([0, 0.5, 0.999_999])("no delay is above fifteen seconds, with the random number %d", (random) => {
  for (const delay of delays(1000, random)) {
    expect(delay).toBeGreaterThanOrEqual(0);
    expect(delay).toBeLessThanOrEqual(15_000);
  }
});

test("randomness spreads the longest delay by half, up and down", () => {
  expect([delays(20, 0).at(-1), delays(20, 0.999_999).at(-1)]).toEqual([5000, expect.closeTo(15_000, 0)]);
});

const LONG = 10_000;

/** The end of a connection: its code, its duration, and what its welcome said if one came. */
type End = readonly [code: number, lasted: number, isResumed: boolean | undefined];

test.each<[string, End, boolean, boolean]>([
  ["lasted", [1006, LONG, false], true, false],
  ["lasted and was ended by the server", [1011, LONG, true], true, false],
  ["lasted until the app ended its session", [4410, LONG, false], true, false],
  ["was cut while its session goes on", [1006, 0, true], true, false],
  ["did not open", [1006, LONG * 2, undefined], false, false],
  ["was refused for now before a welcome", [1013, 5, undefined], false, false],
  ["was cut soon after the start of its session", [1006, LONG - 1, false], false, false],
  ["lost its session at once", [4410, 5, false], false, true],
  ["lost its session soon", [4410, LONG - 1, false], false, true],
  ["lost a resumed session at once", [4410, 5, true], false, true],
  ["met an error of the server at once", [1011, 5, true], false, true],
  ["met a busy server at once", [1013, 5, true], false, true],
  ["met a restart at once", [1012, 5, false], false, true],
  ["was closed without a code at once", [1005, 5, true], false, true],
  ["was closed as done by the server at once", [1000, 5, true], false, true],
])(
  "after a connection that %s, the delays start again or not, and wait for nothing or not",
  (_, end, resets, holds) => {
    const backoff = new Backoff(() => 0.5);
    for (let n = 0; n < 8; n++) backoff.next();
    backoff.lost(...end);
    expect([backoff.next() === 0, backoff.isHeldBack]).toEqual([resets, holds]);
    // What came before does not count.
    backoff.lost(1006, 0, undefined);
    expect(backoff.isHeldBack).toBe(false);
  },
);

test.each<[string, End]>([
  ["ends each session", [4410, 5, false]],
  ["ends each resumed session", [4410, 5, true]],
  ["fails after each welcome", [1011, 5, true]],
  ["is busy after each welcome", [1013, 5, false]],
  ["takes no connection", [1006, 0, undefined]],
  ["ends each session after nine seconds", [4410, 9000, false]],
])("a server that %s is asked ever more seldom", (_, end) => {
  const backoff = new Backoff(() => 0.5);
  const waits = Array.from({ length: 20 }, () => {
    backoff.lost(...end);
    return backoff.next(end[0] === 1013);
  });
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits.at(-1)).toBe(10_000);
});

test("a line that is cut again and again costs no time, as long as the server keeps the session", () => {
  const backoff = new Backoff(() => 0.5);
  for (let n = 0; n < 100; n++) {
    backoff.lost(1006, 200, true);
    expect([backoff.next(), backoff.next()]).toEqual([0, 100]);
  }
});

test("a reset starts from the shortest delay, and a busy server gets more time", () => {
  const backoff = new Backoff(() => 0.5);
  for (let n = 0; n < 20; n++) backoff.next();
  backoff.reset();
  expect([backoff.next(), backoff.next()]).toEqual([0, 100]);
  backoff.reset();
  expect(backoff.next(true)).toBe(1000);
  for (let n = 0; n < 20; n++) backoff.next();
  expect(backoff.next(true)).toBe(10_000);
});

test("clients of a server that restarts come back at different times, and soon", () => {
  const random = seeded(2);
  const first = Array.from({ length: 1000 }, () => new Backoff(random).next(false, true));
  expect(Math.min(...first)).toBeGreaterThanOrEqual(100);
  expect(Math.max(...first)).toBeLessThan(300);
  for (let from = 100; from < 300; from += 20) {
    expect(first.filter((delay) => delay >= from && delay < from + 20).length).toBeLessThan(200);
  }
});

test("a client does not retry after close codes for which a retry cannot help", () => {
  const helpless = Object.entries(CloseCode).filter(([, code]) => !mayRetry(code));
  expect(helpless.map(([name]) => name)).toEqual([
    "protocol",
    "policy",
    "unauthorized",
    "forbidden",
    "replaced",
    "version",
    "tooMany",
  ]);
  expect([1000, 1001, 1005, 1006].filter(mayRetry)).toEqual([1000, 1001, 1005, 1006]);
  // The link would send the same message again.
  expect([1003, 1007, 1009].filter(mayRetry)).toEqual([]);
});

test("after an outage of less than half a second, a client is back before the banner appears", () => {
  const random = seeded(1);
  let latest = 0;
  for (let n = 0; n < 10_000; n++) {
    const backoff = new Backoff(random);
    let at = 0;
    while (at < 499) at += backoff.next();
    latest = Math.max(latest, at);
  }
  // The banner appears after a second. The rest of that second is for the handshake.
  expect(latest).toBeLessThan(850);
});
