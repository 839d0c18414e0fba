import { readdirSync } from "node:fs";
import type { Main } from "runlet";
import { expect, onTestFinished, test } from "vitest";
import { galleryApp } from "../../examples/gallery/app.ts";
import { loadSamples } from "../../examples/gallery/sample.ts";
import { exampleMain } from "../support/example.ts";
import { openTab, serveApp } from "./open.ts";

/** Limit for scripts and styles that load before the first contentful paint, in compressed bytes without headers. */
const BUDGET = 30 * 1024;
/** Limits of examples that show fields, buttons and checkboxes at once, and so do not meet the budget yet. */
const OVER: { readonly [name: string]: number | undefined } = {
  "seven-guis": 34 * 1024,
  dashboard: 35 * 1024,
  todo: 37 * 1024,
  calculator: 43 * 1024,
  palette: 52 * 1024,
  icons: 54 * 1024,
};

const folder = new URL("../../examples/", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && file !== "gallery.ts")
  .map((file) => file.slice(0, -3));

/** Returns the size in bytes of each script and style that was loaded before the first contentful paint. */
async function firstLoad(main: Main): Promise<Map<string, number>> {
  const app = await serveApp(main);
  onTestFinished(() => app.close());
  const { tab } = await openTab(app.url);
  await tab.locator(".r-page").waitFor();
  const loaded = await tab.evaluate(async () => {
    const paint = await new Promise<PerformanceEntry>((resolve) => {
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntriesByName("first-contentful-paint")) resolve(entry);
      });
      observer.observe({ type: "paint", buffered: true });
    });
    const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return resources
      .filter(({ name, responseEnd }) => /\.(js|css)$/.test(name) && responseEnd <= paint.startTime)
      .map(({ name, encodedBodySize }) => [name, encodedBodySize] as const);
  });
  return new Map(loaded);
}

function check(bytes: Map<string, number>, budget: number = BUDGET): void {
  const total = [...bytes.values()].reduce((sum, size) => sum + size, 0);
  const files = [...bytes].map(([url, size]) => `${size} ${url.split("/").at(-1)}`).join(", ");
  expect(total, files).toBeGreaterThan(5000);
  expect(total, files).toBeLessThanOrEqual(budget);
}

test.each(names)("%s stays within its size budget before the first paint", async (name) => {
  check(await firstLoad(await exampleMain(name)), OVER[name]);
});

test("the gallery loads at most 30 KB before the first paint", async () => {
  check(await firstLoad(galleryApp(await loadSamples(), [])));
});
