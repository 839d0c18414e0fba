import { afterAll, beforeAll, expect, test } from "vitest";
import { randomCases } from "../layout/random-trees.ts";
import { LayoutStage, type ShowOptions } from "../layout/show.ts";
import { openLayoutTab } from "./support/layout-tab.ts";

/** Trees of each test. */
const COUNT = 100;

let stage: LayoutStage | undefined;

beforeAll(async () => {
  stage = await LayoutStage.open(await openLayoutTab());
});

afterAll(() => stage?.close());

/** Shows random trees, and expects each box where the reference engine has it. */
async function expectAgreement(count: number, seed: number, options: ShowOptions): Promise<void> {
  const failures = await stage!.failures(randomCases(count, seed), options);
  // Each tree has its seed in its name.
  expect({ count: failures.length, first: failures.slice(0, 10) }).toEqual({ count: 0, first: [] });
}

for (let part = 1; part <= 10; part++) {
  const seed = part * 10_000;
  test(`random trees that appear at once agree with the reference engine, part ${part}`, () =>
    expectAgreement(COUNT, seed, {}));

  test(`random trees that are built child by child agree with the reference engine, part ${part}`, () =>
    expectAgreement(COUNT, seed + 5000, { growthSeed: seed }));
}

test("random trees have the same boxes after the page is loaded again", () =>
  expectAgreement(64, 200_000, { isReloaded: true }));
