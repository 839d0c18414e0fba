import type { Page } from "runlet";
import type { AppOptions, RunningApp } from "runlet/server";
import type { Welcome } from "runlet/transport";
import { onTestFinished } from "vitest";
import { FaultProxy } from "../support/fault-proxy.ts";
import { type Opened, openTab, serveApp } from "./open.ts";

export interface Proxied extends Opened {
  readonly app: RunningApp;
  readonly proxy: FaultProxy;
  readonly url: string;
}

/** An app in a tab, by way of a proxy that fails it. */
export async function openBehindProxy(main: (page: Page) => void, options: AppOptions = {}): Promise<Proxied> {
  const app = await serveApp(main, options);
  const proxy = await FaultProxy.start({ port: app.port });
  const url = `http://127.0.0.1:${proxy.port}/`;
  const opened = await openTab(url);
  onTestFinished(async () => {
    await opened.tab.context().close();
    await proxy.close();
    await app.close();
  });
  await opened.tab.locator(".r-page").waitFor();
  return { ...opened, app, proxy, url };
}

/** The welcomes that a tab got, in order. */
export function welcomes({ received }: Opened): Welcome[] {
  const messages = received.map((text) => JSON.parse(text) as { type: string });
  return messages.filter(({ type }) => type === "welcome") as unknown as Welcome[];
}

/** The session of a tab's last welcome. */
export function sessionOf(opened: Opened): string | undefined {
  return welcomes(opened).at(-1)?.session;
}
