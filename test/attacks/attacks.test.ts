import { describe, expect, test } from "vitest";
import { recordMeasurement } from "../support/measurements.ts";
import { AttackedServer } from "./attacked-server.ts";
import { expectedIds } from "./ids.ts";
import { plannedRows } from "./planned-rows.ts";
import type { BuiltRow } from "./row.ts";
import { families, table } from "./table.ts";

async function run(row: BuiltRow): Promise<void> {
  const attacked = await AttackedServer.start(row.options);
  try {
    await row.run(attacked);
    await attacked.check();
  } finally {
    await attacked.close();
  }
}

describe.each(families)("$name", ({ rows }) => {
  for (const row of rows.filter(({ isIdle }) => isIdle !== true)) {
    test(`${row.id}: ${row.what}`, () => run(row));
  }
});

describe("attacks that mostly wait, run concurrently", () => {
  for (const row of table.filter((each): each is BuiltRow => "isIdle" in each)) {
    test.concurrent(`${row.id}: ${row.what}`, () => run(row));
  }
});

describe("planned cases", () => {
  for (const { id, what, reason } of plannedRows) test.todo(`${id}: ${what}. ${reason}`);
});

test("the table lists every case once, as a test or as a planned case with a reason", () => {
  expect(table.map(({ id }) => id).sort()).toEqual([...expectedIds].sort());
  for (const { what } of table) expect(what.length).toBeGreaterThan(10);
  recordMeasurement("attacks", {
    built: table.length - plannedRows.length,
    waiting: plannedRows.map(({ id }) => id).join(" "),
  });
});
