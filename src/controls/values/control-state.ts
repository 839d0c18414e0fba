import { eitherType, type Fields, isPlainObject, objectType, type Type } from "../../core/types.ts";

/** What a control is in. Of several at once, the first in this order counts. */
export type ControlState = "disabled" | "error" | "pressed" | "hovered" | "focused" | "selected" | "default";
export const ControlState: readonly ControlState[] = [
  "disabled",
  "error",
  "pressed",
  "hovered",
  "focused",
  "selected",
  "default",
];

/** A value for each state; where none fits, `default`, and without it what the theme says. */
export interface ByState<T> {
  readonly disabled?: T | undefined;
  readonly error?: T | undefined;
  readonly pressed?: T | undefined;
  readonly hovered?: T | undefined;
  readonly focused?: T | undefined;
  readonly selected?: T | undefined;
  readonly default?: T | undefined;
}

/** One value, or one for each state: `{ hovered: "red", default: "blue" }`. Flet: `ControlStateValue`. */
export type ControlStateValue<T> = T | ByState<T>;

export function controlStateType<T>(type: Type<T>): Type<ControlStateValue<T>> {
  const fields = Object.fromEntries(ControlState.map((state) => [state, type])) as unknown as Fields<ByState<T>>;
  const either = eitherType<ControlStateValue<T>>(type, objectType<ByState<T>>(`ByState<${type.name}>`, fields));
  return { ...either, check: (value) => (isPlainObject(value) ? either : type).check(value) };
}
