import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Job, Report, Result } from "./job.ts";
import { CAP_MS } from "./race.ts";

const CHILD = fileURLToPath(new URL("../dist/child.js", import.meta.url));
/** A process that says nothing for so long is stuck in one operation. */
const SILENCE_MS = CAP_MS * 1.5;
/** The same before its first workload, while it checks, runs warm and mounts. */
const FIRST_SILENCE_MS = 60_000;
const NODE_ARGUMENTS = ["--expose-gc", "--no-flush-bytecode", "--max-old-space-size=8192"];

/** Does a job; what one process is stuck in is left out, and another does the rest. */
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

/** The workload that the process was stuck in, if it was. */
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
      else if (isStuck) reject(new Error(`${what}: no workload began.`));
      else if (code === 0) resolve(undefined);
      else reject(new Error(`${what}: the process ended with ${code}. Its error is above.`));
    });
  });
}
