import { readdirSync } from "node:fs";
import type { CDPSession } from "playwright-core";
import type { Main } from "runlet";
import { mainOf } from "runlet/server";
import { expect, onTestFinished, test } from "vitest";
import { galleryApp } from "../../examples/gallery/app.ts";
import { loadSamples } from "../../examples/gallery/sample.ts";
import { openTab, serveApp } from "./open.ts";

/** Bytes of scripts and styles over the wire, headers aside, before an app is first seen. */
const BUDGET = 30 * 1024;

const folder = new URL("../../examples/", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && file !== "gallery.ts")
  .map((file) => file.slice(0, -3));

/** Bytes of the bodies that came, as they came, by address. */
function count(session: CDPSession): Map<string, number> {
  const urls = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, response, type }) => {
    if (type === "Script" || type === "Stylesheet") urls.set(requestId, response.url);
  });
  session.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId);
    if (url !== undefined) bytes.set(url, (bytes.get(url) ?? 0) + encodedDataLength);
  });
  return bytes;
}

async function firstLoad(main: Main): Promise<Map<string, number>> {
  const app = await serveApp(main);
  onTestFinished(() => app.close());
  const { tab } = await openTab("about:blank");
  const session = await tab.context().newCDPSession(tab);
  await session.send("Network.enable");
  const bytes = count(session);
  await tab.goto(app.url);
  await tab.locator(".r-page").waitFor();
  await tab.waitForLoadState("networkidle");
  return bytes;
}

function check(bytes: Map<string, number>): void {
  const total = [...bytes.values()].reduce((sum, size) => sum + size, 0);
  const files = [...bytes].map(([url, size]) => `${size} ${url.split("/").at(-1)}`).join(", ");
  expect(total, files).toBeGreaterThan(5000);
  expect(total, files).toBeLessThanOrEqual(BUDGET);
}

test.each(names)("%s loads at most 30 KB", async (name) => {
  check(await firstLoad((await mainOf(() => import(`../../examples/${name}.ts`))) as Main));
});

test("the gallery loads at most 30 KB", async () => {
  check(await firstLoad(galleryApp(await loadSamples(), [])));
});
