import { describe, expect, test } from "vitest";
import type { Case } from "./case.ts";
import { CASE_GROUPS } from "./case-groups.ts";
import { CaseRunner } from "./case-runner.ts";

/** Runs a case and compares everything that can be observed. */
async function play(row: Case): Promise<void> {
  const stage = new CaseRunner(row.page ?? "");
  await row.do(stage.world);
  await stage.turn();
  const seen = stage.takeLines();
  const errors = (row.errors ?? []).map((error) => expect.stringMatching(error));
  expect({ ...seen, sent: seen.sent.map(inAnyOrder) }).toEqual({
    hooks: row.hooks,
    sent: row.sent.map(inAnyOrder),
    errors,
    problems: [],
  });
  await stage.h.unmount();
  expect(stage.takeLines()).toMatchObject({ problems: [], errors: [] });
  expect(stage.tracer.mounted).toEqual([]);
  expect(stage.h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
}

function inAnyOrder(update: string): string[] {
  return update.split(", ").sort();
}

describe.each(CASE_GROUPS)("$title", ({ cases }) => {
  for (const row of cases) (row.fails === undefined ? test : test.fails)(row.name, () => play(row));
});
