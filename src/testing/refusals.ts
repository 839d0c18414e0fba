import type { Control } from "../core/control.ts";
import { type ErrorCode, RunletError } from "../core/errors.ts";
import { NODE, pathOf } from "../core/node.ts";
import { handlerName } from "../core/spec.ts";
import type { Shown } from "./shown.ts";

/** What keeps a control, and all inside it, from being used. */
const HINDRANCES: readonly (readonly [property: string, value: boolean, code: ErrorCode, why: string])[] = [
  ["visible", false, "control-hidden", "is not visible"],
  ["disabled", true, "control-disabled", "is disabled"],
  ["ignoreInteractions", true, "control-disabled", "has ignoreInteractions"],
];

/** Throws if a person cannot use a control now, and says why. `path` is it and all that it stands in. */
export function assertUsable(action: string, path: readonly [Shown, ...Shown[]]): void {
  const { control } = path[0];
  for (const shown of path) {
    const [, , code, why] = HINDRANCES.find(([property, value]) => shown.get(property) === value) ?? [];
    if (code === undefined) continue;
    const whose = shown === path[0] ? "" : `cannot be used: ${pathOf(shown.control[NODE])} `;
    throw refusal(action, control, `${whose}${why}`, code);
  }
}

/** `tap(): Page > Row[0] is disabled.` */
export function refusal(action: string, control: Control, why: string, code: ErrorCode): RunletError {
  return new RunletError(code, `${action}(): ${pathOf(control[NODE])} ${why}.`);
}

/** Nothing would happen: says what to give the control so that something does. */
export function noAnswer(action: string, { control, press }: Shown): RunletError {
  const cure =
    press === undefined
      ? `a ${control[NODE].spec.type} has no event for it. Put it into a Container with onClick`
      : `give it ${handlerName(press)}`;
  return refusal(action, control, `does not react: ${cure}`, "not-listening");
}
