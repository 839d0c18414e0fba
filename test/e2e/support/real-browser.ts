import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { requireBrowser } from "../../../scripts/find-browser.ts";

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-port=0"];

/** A running browser, and a function that closes it. */
export interface RealBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/**
 * Starts a browser with default settings. The browser that other tests share treats every tab as visible, does not
 * throttle timers, and keeps no page in the back/forward cache.
 */
export async function startRealBrowser(): Promise<RealBrowser> {
  const folder = await mkdtemp(join(tmpdir(), "runlet-browser-"));
  const child = spawn(requireBrowser(), [...FLAGS, `--user-data-dir=${folder}`, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "close");
  const address = await new Promise<string>((resolve, reject) => {
    let output = "";
    child.stderr.on("data", (data) => {
      output += data;
      const found = /listening on (ws:\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`The browser did not start: ${output}`)));
  });
  const browser = await chromium.connectOverCDP(address, { noDefaults: true });
  return {
    context: browser.contexts()[0] as BrowserContext,
    async close() {
      const session = await browser.newBrowserCDPSession();
      await session.send("Browser.close").catch(() => {});
      await ended;
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
