import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { mainOf } from "../src/run.ts";
import { serve } from "../src/server/serve.ts";
import { requireBrowser } from "./find-browser.ts";

/**
 * `node --import tsx scripts/dashboard.ts`: shows examples/dashboard.ts in Chromium and runs its server in another
 * process. Measures the browser's frame rate and the server's processor time. Run `npm run build` first.
 */
const SECONDS = 10;
/** Seconds to wait until all code is loaded and compiled. */
const WARM_UP = 3;
const GOAL = { frames: 60, core: 0.2 };
/** Frames a second that may be missing, because the browser's clock and the measuring clock differ slightly. */
const SLACK = 0.5;

if (process.argv.includes("--serve")) await serveHere();
else await measure();

async function serveHere(): Promise<void> {
  const main = await mainOf(() => import("../examples/dashboard.ts"));
  const app = await serve(main, { port: 0 });
  process.on("message", () => process.send?.(process.cpuUsage()));
  process.on("disconnect", () => process.exit());
  process.send?.(app.url);
}

async function measure(): Promise<void> {
  const server = fork(fileURLToPath(import.meta.url), ["--serve"], { execArgv: ["--import", "tsx"] });
  const [url] = (await once(server, "message")) as [string];
  const browser = await chromium.launch({ executablePath: requireBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await tab.goto(url);
    await tab.locator(".r-page").waitFor();
    await tab.waitForTimeout(WARM_UP * 1000);
    const before = await usage(server);
    const gaps = await tab.evaluate(frameGaps, SECONDS * 1000);
    const core = ((await usage(server)) - before) / (SECONDS * 1e6);
    report(gaps, core);
  } finally {
    await browser.close();
    server.disconnect();
  }
}

/** Returns the processor time that a process has used, in microseconds. */
async function usage(server: ChildProcess): Promise<number> {
  server.send("usage");
  const [{ user, system }] = (await once(server, "message")) as [NodeJS.CpuUsage];
  return user + system;
}

/** Measures the milliseconds between consecutive frames. Runs in the browser. */
async function frameGaps(duration: number): Promise<number[]> {
  const gaps: number[] = [];
  let last = await new Promise<number>(requestAnimationFrame);
  for (const end = last + duration; last < end; ) {
    const now = await new Promise<number>(requestAnimationFrame);
    gaps.push(now - last);
    last = now;
  }
  return gaps;
}

function report(gaps: readonly number[], core: number): void {
  const frames = gaps.length / (gaps.reduce((sum, gap) => sum + gap, 0) / 1000);
  const sorted = gaps.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] as number).toFixed(1);
  console.log(`frames a second:  ${frames.toFixed(1)} (goal ${GOAL.frames})`);
  console.log(`ms between frames: median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`);
  console.log(`server's share of one core: ${(core * 100).toFixed(1)} % (goal: under ${GOAL.core * 100} %)`);
  if (frames < GOAL.frames - SLACK || core >= GOAL.core) process.exitCode = 1;
}
