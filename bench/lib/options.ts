import { parseArgs } from "node:util";
import { peers } from "../peers/index.ts";
import { rows } from "./names.ts";

/** Options of a benchmark run. */
export interface Options {
  readonly peers: readonly string[];
  /** Numbers of controls in the tree. */
  readonly sizes: readonly number[];
  readonly workloads: readonly string[];
  /**
   * Number of processes for each peer and size. Their medians differ, because the compiler optimizes differently in
   * each.
   */
  readonly rounds: number;
  /** Number of samples in each process. */
  readonly samples: number;
  readonly isQuick: boolean;
  /** Whether nothing was left out. Only a full run may be written to the page. */
  readonly isFull: boolean;
}

const SIZES = [1000, 10_000, 100_000];
const QUICK_SIZES = [1000, 10_000];
/** Number of rounds of a full run; any other run has one round. */
const ROUNDS = 3;
const SAMPLES = 7;
const QUICK_SAMPLES = 5;
/** Name of the floor, which is always measured. */
const FLOOR = "floor";

export const usage = `npm run bench -- [options]
  --n 1000,10000        controls in the tree (default ${SIZES.join(",")})
  --peers runlet,vue    peers to measure in addition to the floor (default all: ${Object.keys(peers).join(", ")})
  --only mount,append   workloads, or the beginnings of their names (default all:
                        ${allWorkloads().join(", ")})
  --rounds 3            processes of each, of which the median counts (default ${ROUNDS} in a full run, else 1)
  --quick               N = ${QUICK_SIZES.join(" and ")} only, and fewer samples
A run with no option but --rounds writes docs/contributing/benchmarks.md.`;

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      n: { type: "string" },
      peers: { type: "string" },
      only: { type: "string" },
      rounds: { type: "string" },
      quick: { type: "boolean", default: false },
    },
  });
  const { n, only, rounds, quick } = values;
  const isFull = n === undefined && values.peers === undefined && only === undefined && !quick;
  return {
    peers: pick(values.peers, Object.keys(peers), FLOOR),
    sizes: n?.split(",").map(Number) ?? (quick ? QUICK_SIZES : SIZES),
    workloads: pick(only, allWorkloads()),
    rounds: rounds === undefined ? (isFull ? ROUNDS : 1) : Number(rounds),
    samples: quick ? QUICK_SAMPLES : SAMPLES,
    isQuick: quick,
    isFull,
  };
}

function allWorkloads(): string[] {
  return rows.map(({ id }) => id);
}

/** Returns the items of `all` that the text names, in full or by a prefix. */
function pick(text: string | undefined, all: readonly string[], passedOver?: string): string[] {
  if (text === undefined) return [...all];
  const picked = new Set<string>();
  for (const word of text.split(",")) {
    const found = all.includes(word) ? [word] : all.filter((name) => name.startsWith(word));
    if (found.length === 0 && word !== passedOver)
      throw new Error(`There is no ${word}. There are: ${all.join(", ")}.`);
    for (const name of found) picked.add(name);
  }
  return all.filter((name) => picked.has(name));
}
