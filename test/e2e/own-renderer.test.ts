import { fileURLToPath } from "node:url";
import { createApp } from "runlet/server";
import { expect, test } from "vitest";
import { exampleMain } from "../support/example.ts";
import { openTab, serveApp, violations } from "./open.ts";

test("a control of another package that wraps a web component is shown, updates and reports events", async () => {
  const main = await exampleMain("relative-time");
  const renderer = fileURLToPath(new URL("../../dist/examples/relative-time.js", import.meta.url));
  const app = await serveApp(main, { clientModules: [renderer] });
  const opened = await openTab(app.url, { locale: "en-GB" });
  const { tab, problems, requests } = opened;
  await tab.getByText("3 minutes ago").waitFor();
  await tab.getByRole("button", { name: "An hour earlier" }).click();
  await tab.getByText("1 hour ago", { exact: true }).waitFor();
  await tab.getByText("It now says: 1 hour ago").waitFor();
  expect(await violations(opened)).toEqual([]);
  expect(problems).toEqual([]);
  expect(requests.filter((url) => /runlet\/modules\/relative-time-[\w-]{8}\.js$/.test(url))).toHaveLength(1);
  await app.close();
});

test("a client module that cannot be read is reported at the start", () => {
  expect(() => createApp(() => {}, { clientModules: ["/nowhere/gauge.js"] })).toThrow(
    /clientModules: \/nowhere\/gauge\.js cannot be read: ENOENT/,
  );
  expect(() => createApp(() => {}, { clientModules: "gauge.js" as never })).toThrow("clientModules must be an array");
});
