import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";
import { inject } from "vitest";
import { PATIENCE } from "./patience.ts";

let browser: Promise<Browser> | undefined;
const contexts = new Set<BrowserContext>();

/** Opens a browser context that shares no cookies, storage or permissions with others. */
export async function openContext(options: BrowserContextOptions): Promise<BrowserContext> {
  browser ??= chromium.connect(inject("browser"));
  const context = await (await browser).newContext(options);
  context.setDefaultTimeout(PATIENCE);
  contexts.add(context);
  context.on("close", () => contexts.delete(context));
  return context;
}

/** Closes the contexts that the tests of a file left open, with their pages. */
export async function closeContexts(): Promise<void> {
  await Promise.all([...contexts].map((context) => context.close()));
}
