import { describe, expect, test } from "vitest";
import { figure } from "../support/figures.ts";
import { expectedIds } from "./ids.ts";
import type { BuiltRow } from "./row.ts";
import { families, table } from "./table.ts";
import { waiting } from "./waiting.ts";
import { World } from "./world.ts";

async function run(row: BuiltRow): Promise<void> {
  const world = await World.start(row.options);
  try {
    await row.run(world);
    await world.check();
  } finally {
    await world.close();
  }
}

describe.each(families)("$name", ({ rows }) => {
  for (const row of rows.filter(({ isIdle }) => isIdle !== true)) {
    test(`${row.id}: ${row.what}`, () => run(row));
  }
});

describe("what waits more than it works, all at once", () => {
  for (const row of table.filter((each): each is BuiltRow => "isIdle" in each)) {
    test.concurrent(`${row.id}: ${row.what}`, () => run(row));
  }
});

describe("cases that wait", () => {
  for (const { id, what, waits } of waiting) test.todo(`${id}: ${what}. ${waits}`);
});

test("the table has every case once, each of them built or with the reason why it waits", () => {
  expect(table.map(({ id }) => id).sort()).toEqual([...expectedIds].sort());
  for (const { what } of table) expect(what.length).toBeGreaterThan(10);
  figure("attacks", { built: table.length - waiting.length, waiting: waiting.map(({ id }) => id).join(" ") });
});
