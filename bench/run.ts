import { prepare } from "./lib/build.ts";
import type { Result } from "./lib/job.ts";
import { jobsOf } from "./lib/jobs.ts";
import { readOptions, usage } from "./lib/options.ts";
import { runJob } from "./lib/processes.ts";
import { tablesOf } from "./lib/tables.ts";
import { peers } from "./peers/index.ts";

/** `npm run bench`. */
if (process.argv.includes("--help")) {
  console.log(usage);
  process.exit();
}
const options = readOptions(process.argv.slice(2));
await prepare();
const results: Result[] = [];
for (const job of jobsOf(options)) {
  const start = performance.now();
  const outcome = await runJob(job, peers[job.peer]?.conditions ?? []);
  results.push(...outcome.results);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.error(`${peers[job.peer]?.label}, ${job.kind} of ${job.size}: ${outcome.unavailable ?? `${seconds} s`}`);
}
console.log(`\n${tablesOf(results)}`);
