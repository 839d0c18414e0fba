import { readFileSync, writeFileSync } from "node:fs";
import { cpus, type } from "node:os";
import { fileURLToPath } from "node:url";
import { peers } from "../peers/index.ts";
import type { Result } from "./job.ts";
import { CAP_MS } from "./race.ts";
import { tablesOf, verdictsOf } from "./tables.ts";

const DOCUMENT = fileURLToPath(new URL("../../docs/benchmarks.md", import.meta.url));

const METHOD = `
What an update costs, from the app's call to the encoded bytes: \`Buffer.from(JSON.stringify(commands))\`. \`npm run bench\`
makes this page; nothing in it is written by hand, and times change from machine to machine: read the ratios.

The tree of N controls is a Column of N / 4 rows, each \`Row(Text, Text, Button)\`. (Column stands in for ListView, which
there is not yet; all write the same word.) **The floor** is the least that can be done by hand: a plain tree that is kept
in step, and the RFC 6902 operations that one would write down, with nothing that notices changes. Each peer works in its own
idiom: React with a custom renderer, state in a component, keys, memoized rows and \`flushSync\`; Vue with a custom
renderer, reactive state, a component a row and \`nextTick\`; Solid's universal renderer with signals and \`<For>\`;
remote-dom with its polyfill and a batch an update; fast-json-patch comparing the whole immutable tree with the one before.
React, Vue and Solid work on one small document that records insert, move, set and remove. Runlet is the built package by
its public API, with \`page.update()\` after each change; its bytes are those of the operations, not of the message around
them.

Before anything is timed, what each sends for each workload, and for its way back, is applied to a replica and compared with
what it should show. Each peer and size has a process of its own, in which the floor is measured by turns with it: **a ratio
is to the floor of the same process**. There are several such processes, since one and the same program is compiled
differently from start to start; the middle one counts. Everything first runs warm on a small tree. In a process, numbers are
medians of samples; short operations are measured by the batch; their way back is not timed; samples in which the process
was interrupted are left out where enough others are there; garbage is collected between samples, not in them.

"> ${CAP_MS / 1000} s": one operation, or taking it back, took longer. A tick is one update of 100 texts in 1,000 such rows,
the mean of 1,000. A session has 50 controls; its heap is what is alive after one text changed. Ratios that differ by less
than a third are no difference.
`;

/** Writes down a full run. */
export function writeDocument(results: readonly Result[], rounds: number): void {
  const [{ model } = { model: "an unknown processor" }] = cpus();
  const machine = `${cpus().length} cores of ${model.trim()}, Node ${process.versions.node}, ${type()}`;
  const versions = Object.values(peers).flatMap(({ label, package: name }) =>
    name === undefined ? [] : [`${label} ${versionOf(name)}`],
  );
  const about = `${new Date().toISOString().slice(0, 10)}, ${machine}, ${rounds} processes of each. ${versions.join(", ")}.`;
  const sections = ["# Benchmarks", about, METHOD.trim(), verdictsOf(results), tablesOf(results)];
  writeFileSync(DOCUMENT, `${sections.join("\n\n")}\n`);
}

function versionOf(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
