import { type BrowserServer, chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { findHeadlessShell, requireBrowser } from "../../scripts/find-browser.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the browser that all end-to-end tests share. */
    browser: string;
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

/**
 * Starts one browser for all end-to-end test files. Starting it for each file would cost more than many of the tests.
 */
export async function setup({ provide }: TestProject): Promise<void> {
  server = await chromium.launchServer({ executablePath: findHeadlessShell() ?? requireBrowser(), args: FLAGS });
  provide("browser", server.wsEndpoint());
}

export async function teardown(): Promise<void> {
  await server?.close();
}
