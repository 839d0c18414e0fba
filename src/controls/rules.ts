import type { Control } from "../core/control.ts";
import { RunletError } from "../core/errors.ts";
import { NODE, pathOf } from "../core/node.ts";

/**
 * Raises an error where a property is more than the one after it. For `beforeUpdate()`: an app that sets several sets
 * one after the other, so in between they may well contradict each other.
 * @internal
 */
export function assertRising(control: Control, ...names: readonly string[]): void {
  const given = names
    .map((name) => ({ name, value: Reflect.get(control, name) as number | null }))
    .filter((entry): entry is { name: string; value: number } => entry.value !== null);
  for (const [index, high] of given.entries()) {
    const low = given[index - 1];
    if (low === undefined || low.value <= high.value) continue;
    throw new RunletError(
      "contradiction",
      `${pathOf(control[NODE])}.${low.name} must be at most ${high.name}, which is ${high.value}, not ${low.value}.`,
    );
  }
}
