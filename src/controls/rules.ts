import type { Control } from "../core/control.ts";
import { assertAgreeing } from "./contradiction.ts";

/**
 * Raises an error where a property is more than the one after it. Those that are null are passed over.
 * @internal
 */
export function assertRising(control: Control, ...names: readonly string[]): void {
  const given = names
    .map((name) => ({ name, value: Reflect.get(control, name) as number | null }))
    .filter((entry): entry is { name: string; value: number } => entry.value !== null);
  for (const [index, high] of given.entries()) {
    const low = given[index - 1];
    if (low === undefined || low.value <= high.value) continue;
    assertAgreeing(control, `.${low.name} must be at most ${high.name}, which is ${high.value}, not ${low.value}`);
  }
}

/**
 * Raises an error where an index is that of nothing. Of nothing at all no index is wrong: what it counts may be on its way.
 * @internal
 */
export function assertIndex(control: Control, name: string, count: number, what: string, from = 0): void {
  const index = Reflect.get(control, name) as number | null;
  const problem = index === null || count === 0 ? undefined : indexProblem(index, count, from);
  assertAgreeing(control, problem && `.${name}${problem}: it has ${count} ${what}`);
}

/**
 * What speaks against an index.
 * @internal
 */
export function indexProblem(index: number, count: number, from = 0): string | undefined {
  return index >= from && index < count ? undefined : ` must be from ${from} to ${count - 1}, not ${index}`;
}
