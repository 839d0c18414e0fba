import type { Page } from "runlet";
import { type AppOptions, type RunningApp, serve } from "runlet/server";
import { onTestFinished } from "vitest";
import { FaultProxy } from "../support/fault-proxy.ts";

const silent = { info() {}, warn() {}, error() {} };
const MANY = 1_000_000;
/** Limits that allow all clients of a test to connect from one address. */
const ONE_ADDRESS = { connectionsPerAddress: MANY, connectsPerSecond: MANY, sessionsPerMinute: MANY };

/** Serves an app behind a proxy that simulates network faults, until the end of the test. */
export async function serveBehindProxy(
  main: (page: Page) => void,
  { limits, ...options }: AppOptions = {},
  seed = 1,
): Promise<{ app: RunningApp; proxy: FaultProxy; url: string }> {
  const app = await serve(main, { port: 0, log: silent, limits: { ...ONE_ADDRESS, ...limits }, ...options });
  const proxy = await FaultProxy.start({ port: app.port, seed });
  onTestFinished(async () => {
    await proxy.close();
    await app.close();
  });
  return { app, proxy, url: proxy.url("/ws") };
}

/** Returns the documents of a session, as its client should have them. */
export function documentsOf({ app }: RunningApp, id: string | undefined): unknown {
  const session = app.sessions.find((each) => each.id === id);
  return session === undefined ? undefined : JSON.parse(JSON.stringify(session.documents()));
}

/** Returns the percentile of values below which a share of them lies, such as 0.95. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
