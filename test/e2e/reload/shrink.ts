import type { Change, Program } from "./program.ts";

/**
 * Returns a program that still fails, of which no part, update or change can be left out. `fails` is called for each
 * smaller program.
 */
export async function shrink(program: Program, fails: (program: Program) => Promise<boolean>): Promise<Program> {
  let smallest = program;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const next of smaller(smallest)) {
      if (!(await fails(next))) continue;
      smallest = next;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}

/** Yields smaller programs, those that are much smaller first. */
function* smaller(program: Program): Generator<Program> {
  const { parts, updates } = program;
  if (program.isIsolated) yield { ...program, isIsolated: false };
  if (!program.autoUpdate) yield { ...program, autoUpdate: true };
  for (let size = updates.length; size >= 1; size = Math.floor(size / 2))
    for (let at = 0; at + size <= updates.length; at += size) yield { ...program, updates: without(updates, at, size) };
  for (let at = 0; at < parts.length; at++) yield { ...program, parts: without(parts, at, 1) };
  for (const [at, changes] of updates.entries()) {
    if (changes.length < 2) continue;
    for (let index = 0; index < changes.length; index++)
      yield { ...program, updates: updates.with(at, without(changes as readonly Change[], index, 1)) };
  }
}

function without<T>(items: readonly T[], at: number, count: number): T[] {
  return [...items.slice(0, at), ...items.slice(at + count)];
}
