import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserServer, chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { findHeadlessShell, requireBrowser } from "../../scripts/find-browser.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the browser that all end-to-end tests share. */
    browser: string;
    /** Folder with the profiles of each Firefox that the tests start, and a file `<process>.pid` for each. */
    firefoxFolder: string;
  }
}

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // As the browser with windows draws text. The headless shell draws it sharper by default.
  "--font-render-hinting=slight",
];

let server: BrowserServer | undefined;
let firefoxFolder: string | undefined;

/**
 * Starts one browser for all end-to-end test files. Starting it for each file would cost more than many of the tests.
 */
export async function setup({ provide }: TestProject): Promise<void> {
  server = await chromium.launchServer({ executablePath: findHeadlessShell() ?? requireBrowser(), args: FLAGS });
  provide("browser", server.wsEndpoint());
  firefoxFolder = await mkdtemp(join(tmpdir(), "runlet-firefox-"));
  provide("firefoxFolder", firefoxFolder);
}

export async function teardown(): Promise<void> {
  await server?.close();
  if (firefoxFolder === undefined) return;
  for (const file of await readdir(firefoxFolder)) {
    if (file.endsWith(".pid")) end(Number(file.slice(0, -".pid".length)));
  }
  await rm(firefoxFolder, { recursive: true, force: true, maxRetries: 20 });
}

/** Ends a process, unless it has ended already. */
function end(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {}
}
