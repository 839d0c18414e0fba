import type { Operation } from "../protocol/patch.ts";

/** Rough bytes of one operation beside its path, and of one id in a list. */
const OPERATION_BYTES = 32;
const ID_BYTES = 6;

/**
 * The fewest operations that turn one order of ids into another: removals, real moves and additions of
 * single ids, or the whole list where that is cheaper. No id stands twice in a list.
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

  const stays = new Set(next);
  const kept = old.filter((id) => stays.has(id));
  const still = new Set(longestKept(kept, next));
  const edits = old.length - kept.length + (next.length - still.size);
  if (edits > 1 && edits * (OPERATION_BYTES + path.length) > after.length * ID_BYTES + OPERATION_BYTES) {
    return [{ op: "replace", path, value: after }];
  }

  const operations: Operation[] = [];
  for (let index = old.length - 1; index >= 0; index--) {
    if (!stays.has(old[index] as number)) operations.push({ op: "remove", path: `${path}/${head + index}` });
  }
  // Left to right, each id that is not where it belongs goes right behind the one before it.
  const current = kept;
  const had = new Set(kept);
  for (const [index, id] of next.entries()) {
    if (still.has(id)) continue;
    const from = had.has(id) ? current.indexOf(id) : -1;
    if (from >= 0) current.splice(from, 1);
    const to = index === 0 ? 0 : current.indexOf(next[index - 1] as number) + 1;
    current.splice(to, 0, id);
    if (from < 0) operations.push({ op: "add", path: `${path}/${head + to}`, value: id });
    else operations.push({ op: "move", from: `${path}/${head + from}`, path: `${path}/${head + to}` });
  }
  return operations;
}

/** The ids that can stay where they are: the longest run of `kept` whose order in `next` is the same. */
function longestKept(kept: readonly number[], next: readonly number[]): number[] {
  const place = new Map(next.map((id, index) => [id, index]));
  const places = kept.map((id) => place.get(id) as number);
  const ends: number[] = []; // ends[n]: index of the smallest place that ends a run of n + 1
  const previous: number[] = [];
  for (const [index, value] of places.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = index;
  }
  const run: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] as number) run.push(kept[at] as number);
  return run.reverse();
}
