import type { LayoutBrowser } from "../../layout/show.ts";
import { openContext } from "../../support/shared-browser.ts";

/** Opens a tab for layout tests, which is as large as the largest case. */
export async function openLayoutTab(): Promise<LayoutBrowser> {
  const context = await openContext({ viewport: { width: 1450, height: 800 }, reducedMotion: "reduce" });
  const tab = await context.newPage();
  return {
    goto: (url) => tab.goto(url),
    evaluate: async (call, argument) => (await tab.evaluate(call as never, argument)) as never,
  };
}
