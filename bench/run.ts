import { prepare } from "./lib/build.ts";
import { writeDocument } from "./lib/document.ts";
import type { Result } from "./lib/job.ts";
import { jobsOf } from "./lib/jobs.ts";
import { mergeRounds } from "./lib/merge.ts";
import { groupOf } from "./lib/names.ts";
import { readOptions, usage } from "./lib/options.ts";
import { runJob } from "./lib/processes.ts";
import { tablesOf, verdictsOf } from "./lib/tables.ts";
import { peers } from "./peers/index.ts";

/** `npm run bench`: measures Runlet, the floor and the peers, and prints tables. */
if (process.argv.includes("--help")) {
  console.log(usage);
  process.exit();
}
const options = readOptions(process.argv.slice(2));
await prepare();
const measured: Result[] = [];
for (let round = 1; round <= options.rounds; round++) {
  for (const job of jobsOf(options, [...measured])) {
    const start = performance.now();
    const entry = peers[job.peer];
    measured.push(...(await runJob(job, entry?.conditions ?? [])));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.error(`${round}/${options.rounds}  ${entry?.label}, ${groupOf(job)}: ${seconds} s`);
  }
}
const results = mergeRounds(measured);
console.log(`\n${tablesOf(results)}\n\n${verdictsOf(results)}`);
if (options.isFull) writeDocument(results, options.rounds);
