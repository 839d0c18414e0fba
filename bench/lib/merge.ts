import type { Result } from "./job.ts";
import { median } from "./timing.ts";

/** Merges the results of all rounds: each number becomes the median of the rounds. */
export function mergeRounds(results: readonly Result[]): Result[] {
  const merged = new Map<string, Result[]>();
  for (const result of results) {
    const key = [result.peer, result.kind, result.size, result.workload].join();
    merged.set(key, [...(merged.get(key) ?? []), result]);
  }
  return [...merged.values()].map((same) => {
    const [first] = same as [Result];
    const middle = (key: "time" | "floor" | "ratio" | "heap" | "floorHeap") => {
      const values = same.map((result) => result[key]).filter((value) => value !== undefined);
      return values.length === same.length ? { [key]: median(values) } : {};
    };
    const { peer, kind, size, workload, bytes, floorBytes } = first;
    const numbers = [middle("time"), middle("floor"), middle("ratio"), middle("heap"), middle("floorHeap")];
    return Object.assign({ peer, kind, size, workload, bytes, floorBytes }, ...numbers) as Result;
  });
}
