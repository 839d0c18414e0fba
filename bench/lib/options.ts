import { parseArgs } from "node:util";
import { peers } from "../peers/index.ts";
import { rows } from "./names.ts";

/** What to measure. */
export interface Options {
  readonly peers: readonly string[];
  /** Controls in the tree. */
  readonly sizes: readonly number[];
  readonly workloads: readonly string[];
  readonly rounds: number;
  readonly isQuick: boolean;
  /** Nothing was left out: only then may it be written down. */
  readonly isFull: boolean;
}

const SIZES = [1000, 10_000, 100_000];
const QUICK_SIZES = [1000, 10_000];
const ROUNDS = 15;
const QUICK_ROUNDS = 5;
/** Always measured. */
const FLOOR = "floor";

export const usage = `npm run bench -- [options]
  --n 1000,10000        controls in the tree (default ${SIZES.join(",")})
  --peers runlet,vue    whom to measure, beside the floor (default all: ${Object.keys(peers).join(", ")})
  --only mount,append   workloads, or the beginnings of their names (default all:
                        ${allWorkloads().join(", ")})
  --rounds 5            samples of each (default ${ROUNDS})
  --quick               N = ${QUICK_SIZES.join(" and ")} only, and fewer rounds
A run with no option but --rounds writes docs/benchmarks.md.`;

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
  return {
    peers: pick(values.peers, Object.keys(peers), FLOOR),
    sizes: n?.split(",").map(Number) ?? (quick ? QUICK_SIZES : SIZES),
    workloads: pick(only, allWorkloads()),
    rounds: rounds === undefined ? (quick ? QUICK_ROUNDS : ROUNDS) : Number(rounds),
    isQuick: quick,
    isFull: n === undefined && values.peers === undefined && only === undefined && !quick,
  };
}

function allWorkloads(): string[] {
  return rows.map(({ id }) => id);
}

/** Those of `all` that the text names, in full or by their beginnings. */
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
