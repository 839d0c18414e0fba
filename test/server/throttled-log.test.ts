import { expect, test } from "vitest";
import { throttledLog } from "../../src/server/throttled-log.ts";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";

test.each([
  ["warn", 10],
  ["error", 200],
] as const)("%s: so many lines a second are logged, and the rest is counted", (level, perSecond) => {
  const lines: unknown[][] = [];
  const keep = (...what: unknown[]) => void lines.push(what);
  const clock = new VirtualClock(0);
  const log = throttledLog({ info() {}, warn: keep, error: keep }, clock);
  for (let at = 0; at < 1000; at++) log[level]("what", at);
  expect(lines).toHaveLength(perSecond);
  clock.runUntil(1000);
  log[level]("later");
  expect(lines.at(-1)).toEqual(["later", `(${1000 - perSecond} more were left out)`]);
  const other = level === "warn" ? "error" : "warn";
  log[other]("is limited by itself");
  expect(lines.at(-1)).toEqual(["is limited by itself"]);
});
