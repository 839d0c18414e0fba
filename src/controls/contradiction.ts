import type { Control } from "../core/control.ts";
import { RunletError } from "../core/errors.ts";
import { NODE, pathOf } from "../core/node.ts";

/**
 * Raises an error about properties that do not go together, if there is one. For `beforeUpdate()`: an app that sets
 * several sets one after the other, so in between they may well contradict each other.
 * @internal
 */
export function assertAgreeing(control: Control, problem: string | undefined): void {
  if (problem !== undefined) throw new RunletError("contradiction", `${pathOf(control[NODE])}${problem}.`);
}
