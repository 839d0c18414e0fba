import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Job, Report, Result } from "./job.ts";

const CHILD = fileURLToPath(new URL("../dist/child.js", import.meta.url));
/** A process that says nothing for so long is stuck in one operation. */
const SILENCE_MS = 60_000;
const NODE_ARGUMENTS = ["--expose-gc", "--no-flush-bytecode", "--max-old-space-size=8192"];

export interface Outcome {
  readonly results: readonly Result[];
  readonly unavailable?: string;
}

/** Does a job; what one process is stuck in is left out, and another does the rest. */
export async function runJob(job: Job, conditions: readonly string[]): Promise<Outcome> {
  const results: Result[] = [];
  let left = job.workloads;
  while (left.length > 0) {
    const { unavailable, stuckIn } = await runProcess({ ...job, workloads: left }, conditions, results);
    if (unavailable !== undefined) return { results, unavailable };
    if (stuckIn === undefined) break;
    const { peer, kind, size } = job;
    results.push({ peer, kind, size, workload: stuckIn });
    left = left.slice(left.indexOf(stuckIn) + 1);
  }
  return { results };
}

interface Ending {
  readonly unavailable?: string;
  readonly stuckIn?: string;
}

function runProcess(job: Job, conditions: readonly string[], results: Result[]): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, [JSON.stringify(job)], {
      execArgv: [...NODE_ARGUMENTS, ...conditions.map((condition) => `--conditions=${condition}`)],
      env: { ...process.env, NODE_ENV: "production" },
    });
    let current: string | undefined;
    let unavailable: string | undefined;
    let isStuck = false;
    const stop = () => {
      isStuck = true;
      child.kill("SIGKILL");
    };
    let watch = setTimeout(stop, SILENCE_MS);
    child.on("message", (report: Report) => {
      clearTimeout(watch);
      watch = setTimeout(stop, SILENCE_MS);
      if (report.type === "result") results.push(report.result);
      else if (report.type === "begun") current = report.workload;
      else unavailable = report.why;
    });
    child.on("exit", (code) => {
      clearTimeout(watch);
      const what = `${job.peer}, ${job.kind} of ${job.size}`;
      if (unavailable !== undefined) resolve({ unavailable });
      else if (isStuck && current !== undefined) resolve({ stuckIn: current });
      else if (isStuck) reject(new Error(`${what}: no workload began.`));
      else if (code === 0) resolve({});
      else reject(new Error(`${what}: the process ended with ${code}. Its error is above.`));
    });
  });
}
