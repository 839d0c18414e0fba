import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { inject } from "vitest";
import { PATIENCE } from "./patience.ts";

let browser: Promise<Browser> | undefined;
const contexts = new Set<BrowserContext>();

/** How many times slower pages run, to find tests and renderers that depend on the speed of the machine. */
const SLOWDOWN = Number(process.env.RUNLET_TEST_SLOWDOWN ?? 1);

/** Opens a browser context that shares no cookies, storage or permissions with others. */
export async function openContext(options: BrowserContextOptions): Promise<BrowserContext> {
  browser ??= chromium.connect(inject("browser"));
  const context = await (await browser).newContext(options);
  context.setDefaultTimeout(PATIENCE);
  contexts.add(context);
  context.on("close", () => contexts.delete(context));
  if (SLOWDOWN > 1) context.on("page", slowDown);
  return context;
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
}

/** Closes the contexts that the tests of a file left open, with their pages. */
export async function closeContexts(): Promise<void> {
  await Promise.all([...contexts].map((context) => context.close()));
}
