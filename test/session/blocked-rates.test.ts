import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { RateLimiter } from "../../src/core/link/rate-limiter.ts";
import { BlockingClock } from "../../src/server/blocking-clock.ts";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";

class TestClock extends VirtualClock {
  blocked = 0;
  blockedFor(): number {
    return this.blocked;
  }
}

function count(limiter: RateLimiter): number {
  let taken = 0;
  while (taken < 1_000_000 && limiter.tryAcquire()) taken++;
  return taken;
}

describe("a limit of 10 a second, with bursts of 20", () => {
  test.each([
    // idle, blocked, already used, allowed
    [0, 0, 0, 20],
    [0, 0, 20, 0],
    [1000, 0, 20, 10],
    [60_000, 0, 20, 20],
    [0, 3000, 0, 50],
    [0, 3000, 20, 30],
    [60_000, 3000, 20, 50],
    [0, 3000, 10, 40],
    [0, 500, 20, 5],
    [0, 10_000, 20, 100],
    [3_600_000, 10_000, 0, 120],
  ])(
    "after %d ms without and %d ms with a blocked loop, %d of 20 used, allows %d at once",
    (idle, block, used, allowed) => {
      const clock = new TestClock(0);
      const limiter = new RateLimiter(clock, 10, 20);
      for (let at = 0; at < used; at++) limiter.tryAcquire();
      clock.runUntil(idle + block);
      clock.blocked = block;
      expect(count(limiter)).toBe(allowed);
    },
  );

  test("has bursts of 20 again when the input of the block was read", () => {
    const clock = new TestClock(0);
    const limiter = new RateLimiter(clock, 10, 20);
    clock.runUntil(3000);
    clock.blocked = 3000;
    limiter.tryAcquire();
    clock.blocked = 0;
    expect(count(limiter)).toBe(19);
  });
});

let skipped = 0;

/** Time passes without any timer, as if the event loop was blocked. Then the timers that are due run. */
function pass(ms: number): void {
  skipped += ms;
  vi.advanceTimersByTime(50);
}

function start(): BlockingClock {
  const clock = new BlockingClock();
  onTestFinished(() => clock.stop());
  return clock;
}

describe("the time that the event loop was blocked", () => {
  beforeEach(() => {
    skipped = 0;
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
    const now = performance.now.bind(performance);
    vi.spyOn(performance, "now").mockImplementation(() => now() + skipped);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  test.each([
    [0, 0],
    [40, 0],
    [1000, 1000],
    [3000, 3000],
    [60_000, 10_000],
  ])("is known after %d ms: %d ms", (block, expected) => {
    const clock = start();
    vi.advanceTimersByTime(1000);
    pass(block);
    expect(clock.blockedFor()).toBeGreaterThanOrEqual(expected - 50);
    expect(clock.blockedFor()).toBeLessThanOrEqual(expected);
  });

  test("counts for one second", () => {
    const clock = start();
    pass(3000);
    vi.advanceTimersByTime(900);
    expect(clock.blockedFor()).toBeGreaterThan(2900);
    vi.advanceTimersByTime(200);
    expect(clock.blockedFor()).toBe(0);
  });

  test("is that of the longest block, while reading its input blocks the event loop again", () => {
    const clock = start();
    pass(3000);
    for (let at = 0; at < 5; at++) pass(400);
    expect(clock.blockedFor()).toBeGreaterThan(2900);
  });

  test("is not measured after the end", () => {
    const clock = start();
    clock.stop();
    pass(3000);
    expect(clock.blockedFor()).toBe(0);
  });
});
