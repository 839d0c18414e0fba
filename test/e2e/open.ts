import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, BrowserContextOptions, Page as Tab } from "playwright-core";
import type { Page } from "runlet";
import { type RunningApp, serve } from "runlet/server";
import { openContext } from "../support/shared-browser.ts";

const silent = { info() {}, warn() {}, error() {} };

/** An open tab, and a record of its errors, frames and requests. */
export interface Opened {
  readonly tab: Tab;
  /** Errors of the console, scripts and requests, and violations of the content security policy. */
  readonly problems: string[];
  /** WebSocket frames, as text. */
  readonly sent: string[];
  readonly received: string[];
  /** URLs of all requests. */
  readonly requests: string[];
}

/** Opens a URL in a new browser context, which shares nothing with other tabs. */
export async function openTab(url: string, options: BrowserContextOptions = {}): Promise<Opened> {
  return openTabIn(await openContext({ viewport: { width: 900, height: 700 }, ...options }), url);
}

/** Opens a URL in a new tab of a context. Tabs of one context share the cache, so the second one loads faster. */
export async function openTabIn(context: BrowserContext, url: string): Promise<Opened> {
  const tab = await context.newPage();
  const opened: Opened = { tab, problems: [], sent: [], received: [], requests: [] };
  tab.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") opened.problems.push(message.text());
  });
  tab.on("pageerror", (error) => opened.problems.push(String(error)));
  tab.on("requestfailed", (request) => {
    // A tab that goes to another address drops what it was loading for later.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") opened.problems.push(`failed: ${request.url()}`);
  });
  tab.on("request", (request) => opened.requests.push(request.url()));
  tab.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => opened.sent.push(String(payload)));
    socket.on("framereceived", ({ payload }) => opened.received.push(String(payload)));
  });
  await tab.goto(url);
  return opened;
}

/**
 * Opens a tab in which each page that it goes to has a new session, also if it goes to the same app again. That takes a
 * third of the time of a new tab.
 */
export async function openTabForMany(context: BrowserContext): Promise<Opened> {
  await context.addInitScript(() => sessionStorage.clear());
  return openTabIn(context, "about:blank");
}

/** Serves an app on a free port, without log messages. The caller closes it. */
export async function serveApp(main: (page: Page) => void | Promise<void>, options = {}): Promise<RunningApp> {
  return serve(main, { port: 0, log: silent, ...options });
}

/** Serves an app in development mode, opens it, and waits until it is shown. */
export async function openApp(
  main: (page: Page) => void | Promise<void>,
  options: BrowserContextOptions = {},
): Promise<Opened & { readonly app: RunningApp }> {
  const app = await serveApp(main, { development: true });
  const opened = await openTab(app.url, options);
  await opened.tab.locator(".r-window").waitFor();
  return { app, ...opened };
}

/** Waits until fonts, images and icons are loaded, and all finite animations have ended. */
export async function atRest(tab: Tab): Promise<void> {
  await tab.locator(".r-page").waitFor();
  await tab.evaluate(() => document.fonts.ready);
  await tab.waitForFunction(() => {
    const icons = [...document.querySelectorAll(".r-icon")].every((icon) => icon.childElementCount > 0);
    return icons && [...document.images].every((image) => image.complete);
  });
  await animationsEnded(tab);
}

/** Waits until all finite transitions and animations have ended, because colors lack contrast during a transition. */
async function animationsEnded(tab: Tab): Promise<void> {
  await tab.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      return playState !== "running" || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
    }),
  );
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Returns the violations that axe-core finds, each with the HTML of its elements, except those of some rules. The
 * debugger runs axe-core, so the page keeps its content security policy.
 */
export async function violations({ tab }: Opened, except: readonly string[] = []): Promise<string[]> {
  await animationsEnded(tab);
  const session = await tab.context().newCDPSession(tab);
  await session.send("Runtime.evaluate", { expression: AXE });
  const { result } = await session.send("Runtime.evaluate", {
    expression:
      "axe.run().then(({ violations }) => JSON.stringify(violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' '))))",
    awaitPromise: true,
  });
  const found = JSON.parse(result.value as string) as string[];
  return found.filter((violation) => !except.some((rule) => violation.startsWith(`${rule}:`)));
}
