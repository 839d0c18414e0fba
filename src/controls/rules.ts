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
