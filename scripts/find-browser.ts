import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/** Program names that `findBrowser` searches for on the PATH. */
const NAMES: readonly string[] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** Program names of the same browser without windows, tab strip and toolbar. A page costs it a quarter of the time. */
const SHELLS: readonly string[] = ["chromium-headless-shell", "chrome-headless-shell"];
/** Program names of Firefox. The first is the version with long support, which Debian has. */
const FIREFOXES: readonly string[] = ["firefox-esr", "firefox"];
/** Where macOS and Windows install Firefox, which is not on their PATH. */
const FIREFOX_FOLDERS: readonly string[] = [
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/** Returns the path of the browser for tests: RUNLET_CHROMIUM, or one on the PATH, or Playwright's own. */
export function findBrowser(): string | undefined {
  return find("RUNLET_CHROMIUM", NAMES, chromium.executablePath());
}

/** Returns the path of Chromium's headless shell, for tests that need no window: RUNLET_CHROMIUM, or one on the PATH. */
export function findHeadlessShell(): string | undefined {
  return find("RUNLET_CHROMIUM", SHELLS);
}

/** Returns the path of Firefox: RUNLET_FIREFOX, or one on the PATH, or where the system installs it. */
export function findFirefox(): string | undefined {
  return find("RUNLET_FIREFOX", FIREFOXES, ...FIREFOX_FOLDERS);
}

function find(variable: string, names: readonly string[], ...others: readonly string[]): string | undefined {
  const { [variable]: chosen, PATH = "" } = process.env;
  if (chosen !== undefined && chosen !== "") return canRun(chosen) ? chosen : undefined;
  const onPath = names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
  return [...onPath, ...others].find(canRun);
}

/** Returns the path of the browser for tests. Throws if there is none, because a skipped test would prove nothing. */
export function requireBrowser(): string {
  const browser = findBrowser();
  if (browser !== undefined) return browser;
  throw new Error(
    'No browser was found for the tests. Run "npm run setup:browser", or set RUNLET_CHROMIUM to the path of Chromium or Chrome.',
  );
}

/** Returns the path of Firefox. Throws if there is none, because a skipped test would prove nothing. */
export function requireFirefox(): string {
  const firefox = findFirefox();
  if (firefox !== undefined) return firefox;
  throw new Error(
    'No Firefox was found for the tests. Run "npm run setup:browser", or install Firefox, or set RUNLET_FIREFOX to its path.',
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
