import type { RowData } from "./app.ts";

/** Number of controls in a row: the Row, two Texts and a Button. */
export const CONTROLS_PER_ROW = 4;

let lastKey = 0;

export function makeRow(): RowData {
  const key = ++lastKey;
  return { key, title: `Row ${key}`, note: `Note ${key}` };
}

export function makeRows(count: number): RowData[] {
  return Array.from({ length: count }, makeRow);
}

/** Starts at a high number, so that all titles have the same length. */
let lastTitle = 1_000_000;

/** Returns a title that no row has yet. */
export function newTitle(): string {
  return `Title ${++lastTitle}`;
}

const SEED = 1;
let seed = SEED;

/** Resets the random numbers, so that the same positions are drawn as at the start. */
export function drawAgain(): void {
  seed = SEED;
}

/** Returns a random integer from 0 to `below` - 1. The sequence is the same in every run. */
function random(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

/** Returns a random order of `count` positions. */
export function shuffled(count: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let index = count - 1; index > 0; index--) {
    const other = random(index + 1);
    [order[index], order[other]] = [order[other] as number, order[index] as number];
  }
  return order;
}

/** Returns `count` different positions below `rows`, in random order. */
export function places(count: number, rows: number): number[] {
  if (count === 1) return [random(rows)];
  const found = new Set<number>();
  while (found.size < count) found.add(random(rows));
  return [...found];
}
