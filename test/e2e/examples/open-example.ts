import type { BrowserContextOptions } from "playwright-core";
import type { RunningApp } from "runlet/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleMain } from "../../support/example.ts";
import { type Opened, openTab, serveApp, violations } from "../open.ts";

/** Serves an example for a file of tests; what it gives opens it. */
export function openExample(name: string): (options?: BrowserContextOptions) => Promise<Opened> {
  let app: RunningApp;
  beforeAll(async () => {
    app = await serveApp(await exampleMain(name));
  });
  afterAll(() => app.close());
  return async (options = {}) => {
    const opened = await openTab(app.url, options);
    await opened.tab.locator(".r-page").waitFor();
    return opened;
  };
}

/** What every example must be: free of what axe-core minds, light and dark, and no wider than a narrow window. */
export function looksRight(open: (options?: BrowserContextOptions) => Promise<Opened>): void {
  describe.each(["light", "dark"] as const)("in the %s", (colorScheme) => {
    test.each([1200, 360])("at %i pixels has nothing that axe-core minds, and fits", async (width) => {
      const opened = await open({ colorScheme, viewport: { width, height: 800 } });
      expect(await violations(opened)).toEqual([]);
      expect(await opened.tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(opened.problems).toEqual([]);
    });
  });
}
