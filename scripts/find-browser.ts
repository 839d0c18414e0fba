import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/** What `findBrowser` looks for on the PATH. */
const NAMES: readonly string[] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The browser for tests: RUNLET_CHROMIUM, then one on the PATH, then Playwright's own. */
export function findBrowser(): string | undefined {
  const { RUNLET_CHROMIUM: chosen, PATH = "" } = process.env;
  if (chosen !== undefined && chosen !== "") return canRun(chosen) ? chosen : undefined;
  const onPath = NAMES.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
  return [...onPath, chromium.executablePath()].find(canRun);
}

/** The browser for tests. Without one they fail: a skipped test proves nothing. */
export function requireBrowser(): string {
  const browser = findBrowser();
  if (browser !== undefined) return browser;
  throw new Error(
    'No browser was found for the tests. Run "npm run setup:browser", or set RUNLET_CHROMIUM to the path of Chromium or Chrome.',
  );
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
