import { describe, expect, test } from "vitest";
import type { Case } from "./case.ts";
import { THEMES } from "./themes.ts";
import { Stage } from "./world.ts";

/** Does what a case says and compares all that can be seen of it. */
async function play(row: Case): Promise<void> {
  const stage = new Stage(row.page ?? "");
  await row.do(stage.world);
  await stage.turn();
  const seen = stage.take();
  const errors = (row.errors ?? []).map((error) => expect.stringMatching(error));
  expect({ ...seen, sent: seen.sent.map(inAnyOrder) }).toEqual({
    hooks: row.hooks,
    sent: row.sent.map(inAnyOrder),
    errors,
    problems: [],
  });
  await stage.h.unmount();
  expect(stage.take()).toMatchObject({ problems: [], errors: [] });
  expect(stage.tracer.mounted).toEqual([]);
  expect(stage.h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
}

function inAnyOrder(update: string): string[] {
  return update.split(", ").sort();
}

describe.each(THEMES)("$title", ({ cases }) => {
  for (const row of cases) (row.fails === undefined ? test : test.fails)(row.name, () => play(row));
});
