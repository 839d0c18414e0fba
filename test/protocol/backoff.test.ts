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

test("a connection that worked resets the delays, and a busy server gets more time", () => {
  const backoff = new Backoff(() => 0.5);
  for (let n = 0; n < 20; n++) backoff.next();
  backoff.reset();
  expect([backoff.next(), backoff.next()]).toEqual([0, 100]);
  backoff.reset();
  expect(backoff.next(true)).toBe(1000);
  for (let n = 0; n < 20; n++) backoff.next();
  expect(backoff.next(true)).toBe(10_000);
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
  expect([1000, 1001, 1006].map(mayRetry)).toEqual([true, true, true]);
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
