import { RunletError } from "../core/declaration/errors.ts";
import { NODE, pathOf } from "../core/tree/node.ts";
import type { Control } from "./control.ts";

/**
 * Raises a `contradiction` error if there is a problem with properties that do not fit together. Call it in
 * `beforeUpdate()`: an app sets several properties one after the other, and meanwhile they may contradict each other.
 * @internal
 */
export function assertNoContradiction(control: Control, problem: string | undefined): void {
  if (problem !== undefined) throw new RunletError("contradiction", `${pathOf(control[NODE])}${problem}.`);
}

/**
 * Throws if the value of a property is larger than the value of the next property. Null values are skipped.
 * @internal
 */
export function assertAscending(control: Control, ...names: readonly string[]): void {
  const given = names
    .map((name) => ({ name, value: Reflect.get(control, name) as number | null }))
    .filter((entry): entry is { name: string; value: number } => entry.value !== null);
  for (const [index, high] of given.entries()) {
    const low = given[index - 1];
    if (low === undefined || low.value <= high.value) continue;
    assertNoContradiction(
      control,
      `.${low.name} must be at most ${high.name}, which is ${high.value}, not ${low.value}`,
    );
  }
}

/**
 * Throws if an index is out of range. With a count of 0 every index is allowed, because the items may be added later.
 * @internal
 */
export function assertIndexInRange(control: Control, name: string, count: number, what: string, from = 0): void {
  const index = Reflect.get(control, name) as number | null;
  const problem = index === null || count === 0 ? undefined : indexProblem(index, count, from);
  assertNoContradiction(control, problem && `.${name} ${problem}: it has ${count} ${what}`);
}

/**
 * Returns why an index is out of range, as a message that begins with a verb, or undefined if it is not.
 * @internal
 */
export function indexProblem(index: number, count: number, from = 0): string | undefined {
  return index >= from && index < count ? undefined : `must be from ${from} to ${count - 1}, not ${index}`;
}
