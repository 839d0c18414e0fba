import { readFileSync, writeFileSync } from "node:fs";
import { cpus, type } from "node:os";
import { fileURLToPath } from "node:url";
import { peers } from "../peers/index.ts";
import type { Result } from "./job.ts";
import { CAP_MS } from "./race.ts";
import { tablesOf, verdictsOf } from "./tables.ts";

const DOCUMENT = fileURLToPath(new URL("../../docs/contributing/benchmarks.md", import.meta.url));

const METHOD = `
This page shows the cost of an update, from the app's call to the encoded bytes: \`Buffer.from(JSON.stringify(commands))\`.
\`npm run bench\` writes the whole page. Times differ between machines, so compare the ratios.

The tree of N controls is a Column of N / 4 rows, each \`Row(Text, Text, Button)\`. All peers use the same names. **The floor**
is the least work that code written by hand can do: it updates a plain tree and writes the RFC 6902 operations directly,
without any detection of changes. Each peer works in its usual style:

- React: a custom renderer, state in a component, keys, memoized rows and \`flushSync\`.
- Vue: a custom renderer, reactive state, a component per row and \`nextTick\`.
- Solid: the universal renderer with signals and \`<For>\`.
- remote-dom: its polyfill, and one batch per update.
- fast-json-patch: a comparison of the whole immutable tree with the one before.

React, Vue and Solid work on one small document that records the commands insert, move, set and remove. Runlet is the built
package with its public API, and calls \`page.update()\` after each change. Its bytes are those of the new documents and the
operations, without the message around them.

Before the measurement, the commands of each peer for each workload, and for its undo operation, are applied to a replica.
The replica is compared with the expected tree. Each peer and size has separate processes, in which peer and floor are
measured alternately: **a ratio compares with the floor of the same process**. Each runs in several processes, because the
compiler optimizes the same program differently from start to start; the median counts. Everything first runs on a small
tree to warm up. Within a process, times are medians of samples. Short operations are measured in batches. Undo operations
are not timed. Samples in which the process was interrupted are left out if enough others exist. Garbage is collected
between samples, not within them.

"> ${CAP_MS / 1000} s" means that one operation, or its undo operation, took longer. A tick is one update of 100 texts in 1,000 such
rows; its time is the mean of 1,000 ticks. A session has 50 controls; its heap is the size of its live objects after one text
changed. Ratios that differ by less than a third are not a meaningful difference.
`;

/** Writes the results of a full run to `docs/contributing/benchmarks.md`. */
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
