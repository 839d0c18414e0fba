import type { BrowserContextOptions } from "playwright-core";
import type { RunningApp } from "runlet/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleMain } from "../../support/example.ts";
import { type Opened, openTab, serveApp, violations } from "../open.ts";

/** Serves an example for the tests of a file, and returns a function that opens it in a tab. */
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

/** Defines the tests of every example: it fits wide and narrow viewports, and axe-core finds no violations. */
export function looksRight(open: (options?: BrowserContextOptions) => Promise<Opened>): void {
  describe.each(["light", "dark"] as const)("in %s mode", (colorScheme) => {
    test.each([1200, 360])("at a width of %i pixels the page fits, and axe-core finds no violations", async (width) => {
      const opened = await open({ colorScheme, viewport: { width, height: 800 } });
      expect(await violations(opened)).toEqual([]);
      expect(await opened.tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(opened.problems).toEqual([]);
    });
  });
}
