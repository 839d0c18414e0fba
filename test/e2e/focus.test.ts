import { afterAll, beforeAll, expect, test } from "vitest";
import { focusCases } from "../support/focus-cases/index.ts";
import { FocusPage } from "./support/focus-page.ts";

let it: FocusPage;
beforeAll(async () => {
  it = await FocusPage.open();
});
afterAll(() => it.close());

test.each(Object.entries(focusCases))("the focus moves on when %s", async (_, make) => {
  await it.play(make());
});

test.each([
  "a menu item goes",
  "an inner submenu hides",
  "a tab goes, and the first is selected",
  "a segment hides",
  "the last chip goes by its delete button",
  "a row goes",
  "a field is disabled",
])("over a slow line, the focus moves on when %s", async (name) => {
  it.proxy.delay = { up: 150, down: 150 };
  const make = focusCases[name];
  expect(make).toBeDefined();
  if (make !== undefined) await it.play(make());
  it.proxy.delay = {};
});
