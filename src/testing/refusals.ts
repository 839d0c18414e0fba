import type { Control } from "../controls/control.ts";
import { Page } from "../controls/page/page.ts";
import { type ErrorCode, RunletError } from "../core/declaration/errors.ts";
import { handlerName } from "../core/declaration/spec.ts";
import { NODE, pathOf } from "../core/tree/node.ts";
import type { ReplicaControl } from "./replica-control.ts";

/** Property values that make a control and all its descendants unusable. */
const BLOCKING_PROPERTIES: readonly (readonly [property: string, value: boolean, code: ErrorCode, why: string])[] = [
  ["visible", false, "control-hidden", "is not visible"],
  ["disabled", true, "control-disabled", "is disabled"],
  ["ignoreInteractions", true, "control-disabled", "has ignoreInteractions"],
];

/**
 * Throws an error with the reason if a person cannot use a control now. `path` is the control and all its ancestors.
 */
export function assertUsable(action: string, path: readonly [ReplicaControl, ...ReplicaControl[]]): void {
  const { control } = path[0];
  for (const clientControl of path) {
    const [, , code, why] =
      BLOCKING_PROPERTIES.find(([property, value]) => clientControl.get(property) === value) ?? [];
    if (code === undefined) continue;
    const whose = clientControl === path[0] ? "" : `cannot be used: ${pathOf(clientControl.control[NODE])} `;
    throw refusal(action, control, `${whose}${why}`, code);
  }
}

/** Throws an error if a View covers the part of the page that a control is in. */
export function assertUncovered(action: string, path: readonly [ReplicaControl, ...ReplicaControl[]]): void {
  const [part, page] = path.slice(-2).map(({ control }) => control);
  if (!(page instanceof Page) || part === undefined) return;
  const top = page.views.at(-1);
  if (top === undefined || top === part) return;
  throw refusal(action, path[0].control, `is covered by ${pathOf(top[NODE])}`, "control-hidden");
}

/** Returns an error such as `tap(): Page > Row[0] is disabled.` */
export function refusal(action: string, control: Control, why: string, code: ErrorCode): RunletError {
  return new RunletError(code, `${action}(): ${pathOf(control[NODE])} ${why}.`);
}

/** Returns the error for an action that would have no effect. It says which handler the control needs. */
export function noReaction(action: string, { control, pressEvent }: ReplicaControl): RunletError {
  const advice =
    pressEvent === undefined
      ? `a ${control[NODE].spec.type} has no event for it. Put it into a Container with onClick`
      : `give it ${handlerName(pressEvent)}`;
  return refusal(action, control, `does not react: ${advice}`, "not-listening");
}
