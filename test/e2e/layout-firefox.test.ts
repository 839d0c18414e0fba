import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, test } from "vitest";
import { exceptions } from "../layout/exceptions.ts";
import { readCorpus } from "../layout/parse.ts";
import { LayoutStage } from "../layout/show.ts";
import { openFirefoxTab } from "../support/firefox.ts";
import { expectLayout } from "./support/expect-layout.ts";

/** Of this many cases one is shown. The others follow the same rules of CSS, and are shown in Chromium. */
const EVERY = 3;

let tab: Page | undefined;
let stage: LayoutStage | undefined;

beforeAll(async () => {
  const opened = await openFirefoxTab();
  tab = opened;
  // As large as the largest case.
  await opened.setViewport({ width: 1450, height: 800 });
  stage = await LayoutStage.open({
    goto: (url) => opened.goto(url),
    evaluate: async (call, argument) => (await opened.evaluate(call as never, argument as never)) as never,
  });
});

afterAll(async () => {
  await stage?.close();
  await tab?.browserContext().close();
});

for (const [group, cases] of readCorpus()) {
  const shown = cases.filter((_, index) => index % EVERY === 0);
  test(`layout in Firefox: ${group}`, () => expectLayout(stage!, shown, exceptions));
}
