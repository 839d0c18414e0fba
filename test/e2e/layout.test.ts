import { afterAll, beforeAll, expect, test } from "vitest";
import { exceptions } from "../layout/exceptions.ts";
import { readCorpus } from "../layout/parse.ts";
import { LayoutStage } from "../layout/show.ts";
import { openLayoutTab } from "./support/layout-tab.ts";

let stage: LayoutStage | undefined;

beforeAll(async () => {
  stage = await LayoutStage.open(await openLayoutTab());
});

afterAll(() => stage?.close());

for (const [group, cases] of readCorpus()) {
  test(`layout: ${group}`, async () => {
    const failures = await stage!.failures(cases);
    const failed = new Set(failures.map(({ name }) => name));
    expect(failures.filter(({ name }) => exceptions[name] === undefined)).toEqual([]);
    const excepted = cases.filter(({ name }) => exceptions[name] !== undefined).map(({ name }) => name);
    const passed = excepted.filter((name) => !failed.has(name));
    expect(passed, "these cases pass, so remove them from test/layout/exceptions.ts").toEqual([]);
  });
}

test("each exception is a case", () => {
  const names = new Set([...readCorpus().values()].flat().map(({ name }) => name));
  expect(Object.keys(exceptions).filter((name) => !names.has(name))).toEqual([]);
});
