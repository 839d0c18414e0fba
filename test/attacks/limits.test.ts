import { expect, test } from "vitest";
import { defaultLimits } from "../../src/core/limits.ts";
import { ofConnections } from "./limits-connections.ts";
import { ofMessages } from "./limits-messages.ts";
import { ofRates } from "./limits-rates.ts";

const rows = [...ofMessages, ...ofRates, ...ofConnections];

test.each(rows)(
  "$name: what is allowed right below $most, at it and right above it",
  { timeout: 30_000 },
  async (row) => {
    const { most, allows, at = true } = row;
    const found = [await allows(most - 1), await allows(most), await allows(most + 1)];
    expect(found).toEqual([true, at, false]);
  },
);

test("every limit has its row", () => {
  const names = rows.map(({ name }) => name as string).filter((name) => !name.startsWith("("));
  expect(names.sort()).toEqual(Object.keys(defaultLimits).sort());
});
