import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { buildPage } from "../../examples/worker/build.ts";
import { openTab } from "./open.ts";

test("the to-do example runs in a Web Worker from a file on disk, without a server or network requests", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "runlet-worker-")), "todo.html");
  writeFileSync(file, await buildPage());
  const { tab, problems, requests } = await openTab(pathToFileURL(file).href);
  const field = tab.getByRole("textbox", { name: "What is to be done?" });
  await field.fill("Milk");
  await field.press("Enter");
  await field.fill("Bread");
  await field.press("Enter");
  await tab.getByText("2 are open").waitFor();
  await tab.getByRole("checkbox", { name: "Milk" }).click();
  await tab.getByText("1 is open").waitFor();
  await tab.getByRole("button", { name: "Move down" }).first().click();
  await expect.poll(() => tab.getByRole("checkbox").first().getAttribute("aria-label")).not.toBe("Milk");
  expect(problems).toEqual([]);
  expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
  expect(tab.workers()).toHaveLength(1);
});
