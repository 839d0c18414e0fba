import type { Control } from "../core/control.ts";
import { RunletError } from "../core/errors.ts";
import { NODE, pathOf } from "../core/node.ts";

/**
 * Raises a `contradiction` error if there is a problem with properties that do not fit together. Call it in
 * `beforeUpdate()`: an app sets several properties one after the other, and meanwhile they may contradict each other.
 * @internal
 */
export function assertAgreeing(control: Control, problem: string | undefined): void {
  if (problem !== undefined) throw new RunletError("contradiction", `${pathOf(control[NODE])}${problem}.`);
}
