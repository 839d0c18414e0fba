import { eitherType, type Fields, objectType, type Type } from "../core/declaration/types.ts";

/** State of a control. If several apply at once, the first in this order counts. */
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

/** A value for each state. In a state that is left out, `default` applies, and without it the theme's value. */
export interface ByState<T> {
  /** Value while the control is disabled. */
  readonly disabled?: T | undefined;
  /** Value while the control has an error. */
  readonly error?: T | undefined;
  /** Value while the control is pressed. */
  readonly pressed?: T | undefined;
  /** Value while the pointer is over the control. */
  readonly hovered?: T | undefined;
  /** Value while the control has the focus. */
  readonly focused?: T | undefined;
  /** Value while the control is selected. */
  readonly selected?: T | undefined;
  /** Value in all other states. */
  readonly default?: T | undefined;
}

/** One value for all states, or one by state: `{ hovered: "red", default: "blue" }`. Flet: `ControlStateValue`. */
export type ControlStateValue<T> = T | ByState<T>;

export function controlStateType<T>(type: Type<T>): Type<ControlStateValue<T>> {
  const fields = Object.fromEntries(ControlState.map((state) => [state, type])) as unknown as Fields<ByState<T>>;
  const example = type.example?.() as T | undefined;
  const byState = objectType<ByState<T>>(
    `ByState<${type.name}>`,
    fields,
    [],
    example === undefined ? [] : [{ hovered: example }],
  );
  return eitherType<ControlStateValue<T>>(type, byState);
}
