import type { Operation } from "../../protocol/patch.ts";
import type { Splice } from "../tree/edits.ts";

/** Estimated bytes of one operation without its path, and of one id in a list. */
const OPERATION_BYTES = 32;
const ID_BYTES = 6;

/** Returns whether this many operations take more bytes than the whole list of ids. */
function isWholeCheaper(operations: number, path: string, length: number): boolean {
  return operations > 1 && operations * (OPERATION_BYTES + path.length) > length * ID_BYTES + OPERATION_BYTES;
}

/** Returns the operations for a known series of edits; undefined if the whole list is cheaper to send. */
export function editOperations(
  path: string,
  splices: readonly Splice<number>[],
  length: number,
): Operation[] | undefined {
  if (splices.length === 1) {
    const { at, removed, added } = splices[0] as Splice<number>;
    // Most edits concern one item.
    if (removed.length + added.length === 1) return [operation(`${path}/${at}`, removed[0], added[0])];
  }
  const steps = splices.flatMap(stepsOf);
  if (isWholeCheaper(steps.length, path, length)) return undefined;
  const operations: Operation[] = [];
  let last: Step | undefined;
  for (const step of steps) {
    const { at, before, after } = step;
    const target = `${path}/${at}`;
    if (last !== undefined && isSameControl(last, step)) {
      operations.pop();
      if (last.at !== at) operations.push({ op: "move", from: `${path}/${last.at}`, path: target });
      last = undefined;
      continue;
    }
    operations.push(operation(target, before, after));
    last = step;
  }
  return operations;
}

function operation(path: string, before: number | undefined, after: number | undefined): Operation {
  if (after === undefined) return { op: "remove", path };
  return { op: before === undefined ? "add" : "replace", path, value: after };
}

/** A change of one id: removed, added, or replaced. */
interface Step {
  readonly at: number;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

function stepsOf({ at, removed, added }: Splice<number>): Step[] {
  const steps: Step[] = [];
  for (let offset = 0; offset < Math.max(removed.length, added.length); offset++) {
    const [before, after] = [removed[offset], added[offset]];
    if (before !== after) steps.push({ at: after === undefined ? at + added.length : at + offset, before, after });
  }
  return steps;
}

/** Returns whether two steps are one move: an id that is removed and then added, or two adjacent ids that swap. */
function isSameControl(one: Step, two: Step): boolean {
  if (one.after === undefined) return two.before === undefined && one.before === two.after;
  return (
    one.before !== undefined && one.before === two.after && one.after === two.before && Math.abs(one.at - two.at) === 1
  );
}

/**
 * Returns the fewest operations that turn one order of ids into another: removals, real moves and additions of single
 * ids, or the whole list where that is cheaper. A list contains no id twice.
 */
export function orderOperations(path: string, before: readonly number[], after: readonly number[]): Operation[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  const old = before.slice(head, before.length - tail);
  const next = after.slice(head, after.length - tail);
  if (old.length === 0 && next.length === 0) return [];

  if (isSwap(old, next)) {
    const [first, last] = [`${path}/${head}`, `${path}/${head + old.length - 1}`];
    return [
      { op: "replace", path: first, value: next[0] as number },
      { op: "replace", path: last, value: next.at(-1) as number },
    ];
  }

  const indexOf = indexLookup(next);
  const common = old.filter((id) => indexOf(id) >= 0);
  const whole: Operation[] = [{ op: "replace", path, value: after }];
  const changes = old.length + next.length - 2 * common.length;
  const order = common.map(indexOf);
  // One move removes at most one descent, so this bound avoids the costly search below.
  if (isWholeCheaper(changes + descents(order), path, after.length)) return whole;
  const unmoved = new Set(longestIncreasingSubsequence(order));
  if (isWholeCheaper(changes + common.length - unmoved.size, path, after.length)) return whole;

  const operations: Operation[] = [];
  for (let index = old.length - 1; index >= 0; index--) {
    if (indexOf(old[index] as number) < 0) operations.push({ op: "remove", path: `${path}/${head + index}` });
  }
  // From left to right, each id that is out of place is put right after the id that precedes it.
  const present = new Set(common);
  for (const [index, id] of next.entries()) {
    if (unmoved.has(index)) continue;
    const from = present.has(id) ? common.indexOf(id) : -1;
    if (from >= 0) common.splice(from, 1);
    const to = index === 0 ? 0 : common.indexOf(next[index - 1] as number) + 1;
    common.splice(to, 0, id);
    if (from < 0) operations.push({ op: "add", path: `${path}/${head + to}`, value: id });
    else operations.push({ op: "move", from: `${path}/${head + from}`, path: `${path}/${head + to}` });
  }
  return operations;
}

/**
 * Returns whether only the first and the last id have swapped. Two adjacent ids do not count, because their swap is one
 * move.
 */
function isSwap(old: readonly number[], next: readonly number[]): boolean {
  const last = old.length - 1;
  if (last < 2 || next.length !== old.length || old[0] !== next[last] || old[last] !== next[0]) return false;
  for (let index = 1; index < last; index++) if (old[index] !== next[index]) return false;
  return true;
}

/**
 * Returns a function that looks up the index of an id, or -1. Ids are usually close together, so a plain table is
 * fastest.
 */
function indexLookup(ids: readonly number[]): (id: number) => number {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const id of ids) {
    if (id < least) least = id;
    if (id > most) most = id;
  }
  if (most - least > 16 * ids.length) {
    const map = new Map(ids.map((id, index) => [id, index]));
    return (id) => map.get(id) ?? -1;
  }
  const table = new Int32Array(Math.max(0, most - least + 1)).fill(-1);
  for (let index = 0; index < ids.length; index++) table[(ids[index] as number) - least] = index;
  return (id) => table[id - least] ?? -1;
}

/** Counts how often a number is followed by a smaller one. */
function descents(order: readonly number[]): number {
  let count = 0;
  for (let index = 1; index < order.length; index++) {
    if ((order[index] as number) < (order[index - 1] as number)) count++;
  }
  return count;
}

/** Returns the longest increasing subsequence. */
function longestIncreasingSubsequence(order: readonly number[]): number[] {
  const ends: number[] = []; // ends[n]: index of the smallest end of a subsequence of n + 1 numbers
  const previous: number[] = [];
  for (const [index, value] of order.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((order[ends[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = index;
  }
  const subsequence: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] as number) subsequence.push(order[at] as number);
  return subsequence.reverse();
}
