import fc from "fast-check";
import { test } from "vitest";
import { KINDS } from "./kinds.ts";
import { type Mix, type Program, programs, run } from "./runner.ts";

/** Number of programs in all tests of this folder. */
const RUNS = Number(process.env.RUNLET_RUNS ?? 5000);
const { RUNLET_SEED: seed, RUNLET_PATH: path } = process.env;

/** Adds a test that `claim` holds for random programs. `share` is the test's part of all programs. */
export function holds(claim: string, file: string, share: number, subject: fc.Arbitrary<Program>, check: Check): void {
  const numRuns = Math.ceil(RUNS * share);
  test(claim, { timeout: 60_000 + numRuns * 60 }, () => {
    const details = fc.check(fc.property(subject, check), {
      numRuns,
      ...(seed !== undefined && { seed: Number(seed) }),
      ...(path !== undefined && { path }),
    });
    if (!details.failed) return;
    const command = `RUNLET_SEED=${details.seed} RUNLET_PATH=${details.counterexamplePath} npx vitest run --project unit ${file}`;
    const { message, stack } = details.errorInstance as Error;
    throw new Error(
      `${message}\nagain: ${command}\nas data: ${JSON.stringify(details.counterexample?.[0])}\n${stack ?? ""}`,
    );
  });
}

type Check = (program: Program) => void;

/** Adds a test that random programs of some commands and some kinds of controls agree with the model. */
export function agrees(claim: string, file: string, share: number, mix: Mix, kinds: readonly string[]): void {
  holds(claim, file, share, programs(mix, indices(kinds)), (program) => void run(program));
}

/** Returns the indices of kinds in the list of all kinds. Without names: of all kinds. */
export function indices(names: readonly string[]): number[] {
  return KINDS.flatMap(({ name }, index) => (names.length === 0 || names.includes(name) ? [index] : []));
}
