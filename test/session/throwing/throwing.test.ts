import { format } from "node:util";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PLACES } from "./places.ts";
import { formattingLog, type Log, Trial, turn } from "./trial.ts";
import { VALUES } from "./values.ts";

const unhandled: unknown[] = [];
const note = (error: unknown): void => void unhandled.push(error);

beforeEach(() => {
  unhandled.length = 0;
  process.on("unhandledRejection", note);
});
afterEach(() => {
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});

const limits = { commandBurst: 1e6, commandsPerSecond: 1e6, messagesPerSecond: 1e6 };
const QUIET: Log = { info() {}, warn() {}, error() {} };

test.each(Object.entries(PLACES))("%s: page.onError gets the very value once, and sessions live", async (_, place) => {
  for (const [title, make] of Object.entries(VALUES)) {
    const trial = new Trial({ limits, log: QUIET, isDevelopment: true }, true);
    const value = make();
    const times = await trial.throwAt(place, value);
    const reported = trial.seen.filter((error) => Object.is(error, value)).length;
    expect([title, times, reported, trial.problems()]).toEqual([title, 1, 1, []]);
    await trial.close();
  }
});

test.each(Object.entries(PLACES))("%s: without a handler, one line of bounded length is logged", async (_, place) => {
  for (const [title, make] of Object.entries(VALUES)) {
    const log = formattingLog(format);
    const trial = new Trial({ limits, log, isDevelopment: true }, false);
    await trial.throwAt(place, make());
    const about = log.errors.filter((line) => !line.includes("first"));
    expect([title, about.length, trial.problems()]).toEqual([title, 1, []]);
    expect(Math.max(...log.errors.map(({ length }) => length))).toBeLessThan(40_000);
    await trial.close();
  }
});

const BROKEN_LOGS: { readonly [title: string]: () => unknown } = {
  throws: () => {
    throw new Error("no log");
  },
  rejects: async () => {
    throw new Error("no log");
  },
  "returns a revoked proxy": () => VALUES["a revoked proxy"]?.(),
};

test.each(Object.entries(BROKEN_LOGS))("a log that %s ends nothing", async (_, write) => {
  for (const place of Object.values(PLACES)) {
    const log = { info: write, warn: write, error: write } as Log;
    const trial = new Trial({ limits, log }, false);
    expect(await trial.throwAt(place, new Error("thrown"))).toBe(1);
    expect(trial.problems()).toEqual([]);
    await trial.close();
  }
  await turn();
});

test("any sequence of thrown values leaves a session that answers", async () => {
  const step = fc.tuple(fc.constantFrom(...Object.keys(PLACES)), fc.constantFrom(...Object.keys(VALUES)));
  const sequence = fc.array(step, { minLength: 2, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(sequence, async (steps) => {
      const trial = new Trial({ limits, log: formattingLog(format), isDevelopment: true }, false);
      for (const [place, value] of steps) {
        await trial.throwAt(PLACES[place] as (typeof PLACES)[string], VALUES[value]?.());
        expect([place, value, trial.problems()]).toEqual([place, value, []]);
      }
      await trial.close();
    }),
    { numRuns: 30 },
  );
});
