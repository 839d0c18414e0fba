import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumExceptions, exceptions } from "../layout/exceptions.ts";
import { readCorpus } from "../layout/parse.ts";
import { LayoutStage } from "../layout/show.ts";
import { expectLayout } from "./support/expect-layout.ts";
import { openLayoutTab } from "./support/layout-tab.ts";

const all = { ...exceptions, ...chromiumExceptions };

let stage: LayoutStage | undefined;

beforeAll(async () => {
  stage = await LayoutStage.open(await openLayoutTab());
});

afterAll(() => stage?.close());

for (const [group, cases] of readCorpus()) test(`layout: ${group}`, () => expectLayout(stage!, cases, all));

test("each exception is a case", () => {
  const names = new Set([...readCorpus().values()].flat().map(({ name }) => name));
  expect(Object.keys(all).filter((name) => !names.has(name))).toEqual([]);
});
