import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium, type Page as Tab } from "playwright-core";
import { requireBrowser } from "../../scripts/find-browser.ts";
import { median } from "../lib/timing.ts";
import type { Bench } from "./page.ts";
import { fields, groups, steps } from "./workloads.ts";

/**
 * `npm run bench:client`: compares the client in Chromium with pages written by hand. Prints ratios; never fails the
 * run.
 */
const ROUNDS = Number(process.argv[2] ?? 21);
const CONTROLS = 10_000;
const FIELDS = 1000;

declare const bench: Bench;

/** Bundles the built client and all renderers into one script, because lazy loading is not part of the measurement. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./page.ts", import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    alias: { "runlet/client": fileURLToPath(new URL("../../dist/client/index.js", import.meta.url)) },
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? "";
}

/** Returns a table row with the medians of both sides and their ratio. */
function row(what: string, own: readonly number[], rival: readonly number[], limit: number): string {
  const [ours, hand] = [median(own), median(rival)];
  const ratio = ours / hand;
  const verdict = ratio <= limit ? "holds" : "MISSED";
  return `| ${what} | ${ours.toFixed(2)} | ${hand.toFixed(2)} | ${ratio.toFixed(2)} | ${limit} | ${verdict} |`;
}

const server = createServer((_, response) =>
  response.setHeader("content-type", "text/html").end("<!doctype html>"),
).listen(0);
const browser = await chromium.launch({ executablePath: requireBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
const tab: Tab = await browser.newPage({ viewport: { width: 900, height: 700 } });
await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
await tab.addScriptTag({ type: "module", content: await bundle() });
await tab.waitForFunction(() => typeof bench !== "undefined");

const lines = ["| what | ours, ms | by hand, ms | ratio | at most | |", "|---|---|---|---|---|---|"];
const names = Object.keys(steps(CONTROLS));
const taken = { ours: [] as number[][], byHand: [] as number[][] };
const work = JSON.stringify({ documents: groups(CONTROLS), updates: Object.values(steps(CONTROLS)) });
for (let round = -2; round < ROUNDS; round++) {
  for (const side of ["ours", "byHand"] as const) {
    const times = await tab.evaluate(
      ([side, work]) => {
        const { documents, updates } = JSON.parse(work);
        return bench.measure(side, documents, updates, false);
      },
      [side, work] as const,
    );
    if (round >= 0) taken[side].push(times);
  }
}
for (const [index, what] of ["mount 10,000 controls", ...names].entries()) {
  const of = (side: "ours" | "byHand") => taken[side].map((times) => times[index] as number);
  lines.push(row(what, of("ours"), of("byHand"), index === 0 ? 1.3 : 1.5));
}
for (const type of ["TextField", "Switch", "Slider"]) {
  const own: number[] = [];
  const rival: number[] = [];
  const html = await tab.evaluate(
    (documents) => bench.elementsOf(JSON.parse(documents)),
    JSON.stringify(fields(type, 1)),
  );
  for (let round = -2; round < ROUNDS; round++) {
    const [time] = await tab.evaluate(
      (documents) => bench.measure("ours", JSON.parse(documents), [], true),
      JSON.stringify(fields(type, FIELDS)),
    );
    const hand = await tab.evaluate(([html, count]) => bench.measureCopies(html, count), [html, FIELDS] as const);
    if (round >= 0) [own[round], rival[round]] = [time as number, hand];
  }
  lines.push(row(`mount ${FIELDS} ${type}, with layout`, own, rival, 1.5));
}
await browser.close();
server.close();
console.log(`Chromium ${browser.version()}, median of ${ROUNDS}, script time unless noted otherwise\n`);
console.log(lines.join("\n"));
