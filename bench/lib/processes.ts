import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Job, Report, Result } from "./job.ts";
import { CAP_MS } from "./race.ts";

const CHILD = fileURLToPath(new URL("../dist/child.js", import.meta.url));
/** Milliseconds without a report after which a process is considered stuck in one operation. */
const SILENCE_MS = CAP_MS * 1.5;
/** The same limit before the first workload, when the process checks, warms up and mounts. */
const FIRST_SILENCE_MS = 60_000;
const NODE_ARGUMENTS = ["--expose-gc", "--no-flush-bytecode", "--max-old-space-size=8192"];

/** Runs a job. If a process gets stuck in a workload, the workload is skipped and a new process runs the rest. */
export async function runJob(job: Job, conditions: readonly string[]): Promise<Result[]> {
  const results: Result[] = [];
  let left = job.workloads;
  while (left.length > 0) {
    const stuckIn = await runProcess({ ...job, workloads: left }, conditions, results);
    if (stuckIn === undefined) break;
    const { peer, kind, size } = job;
    results.push({ peer, kind, size, workload: stuckIn });
    left = left.slice(left.indexOf(stuckIn) + 1);
  }
  return results;
}

/** Runs a process. Returns the workload that it was stuck in, or `undefined` if it finished. */
function runProcess(job: Job, conditions: readonly string[], results: Result[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, [JSON.stringify(job)], {
      execArgv: [...NODE_ARGUMENTS, ...conditions.map((condition) => `--conditions=${condition}`)],
      env: { ...process.env, NODE_ENV: "production" },
    });
    let current: string | undefined;
    let isStuck = false;
    let watch: ReturnType<typeof setTimeout>;
    const wait = (ms: number): void => {
      clearTimeout(watch);
      watch = setTimeout(() => {
        isStuck = true;
        child.kill("SIGKILL");
      }, ms);
    };
    wait(FIRST_SILENCE_MS);
    child.on("message", (report: Report) => {
      wait(SILENCE_MS);
      if (report.type === "result") results.push(report.result);
      else if (report.type === "begun") current = report.workload;
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      clearTimeout(watch);
      const what = `${job.peer}, ${job.kind} of ${job.size}`;
      if (isStuck && current !== undefined) resolve(current);
      else if (isStuck) reject(new Error(`${what}: no workload started.`));
      else if (code === 0) resolve(undefined);
      else reject(new Error(`${what}: the process exited with code ${code}. Its error is printed above.`));
    });
  });
}
