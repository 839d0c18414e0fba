import type { Color } from "../../values/color.ts";
import type { ByState, ControlState, ControlStateValue } from "../../values/control-state.ts";
import { toColor } from "../dom/css-values.ts";
import type { Parts } from "../rendering/renderer.ts";
import type { View } from "../rendering/view.ts";

/** States in order of precedence. */
const STATES: readonly ControlState[] = ["disabled", "error", "pressed", "hovered", "focused", "selected", "default"];
const watched = new WeakMap<Element, Set<ControlState>>();

/** Returns whether a value is an object with a value for each state. */
export function isByState<T>(value: ControlStateValue<T> | null | undefined): value is ByState<T> {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return false;
  return Object.keys(value).every((key) => STATES.includes(key as ControlState));
}

/** Returns the value for the states that a control is in. */
export function pick<T>(
  value: ControlStateValue<T> | null | undefined,
  states: ReadonlySet<ControlState>,
): T | undefined {
  if (!isByState(value)) return (value as T | null) ?? undefined;
  for (const state of STATES) {
    if ((state === "default" || states.has(state)) && value[state] !== undefined) return value[state];
  }
  return undefined;
}

/**
 * Returns the hovered, pressed and focused states of an element. The first call starts listening. Later calls return
 * the same set and ignore `changed`.
 */
export function watchStates(target: HTMLElement, changed: () => void): ReadonlySet<ControlState> {
  const known = watched.get(target);
  if (known !== undefined) return known;
  const states = new Set<ControlState>();
  const on = (type: string, state: ControlState, isIn: (event: Event) => boolean): void =>
    target.addEventListener(type, (event) => {
      const next = isIn(event);
      if (next === states.has(state)) return;
      if (next) states.add(state);
      else states.delete(state);
      changed();
    });
  const yes = () => true;
  const no = () => false;
  on("pointerenter", "hovered", yes);
  on("pointerleave", "hovered", no);
  on("pointerdown", "pressed", yes);
  for (const type of ["pointerup", "pointercancel", "pointerleave"]) on(type, "pressed", no);
  on("focusin", "focused", (event) => event.target instanceof Element && event.target.matches(":focus-visible"));
  on("focusout", "focused", no);
  watched.set(target, states);
  return states;
}

/**
 * Returns the states that a control is in. Pointer and focus are watched only if one of the values depends on the
 * state.
 */
export function statesOf<P, E extends Parts>(
  view: View<P, E>,
  values: readonly unknown[],
  changed: () => void,
): Set<ControlState> {
  const states = new Set<ControlState>(view.isDisabled ? ["disabled"] : []);
  if (values.some((value) => isByState(value as ControlStateValue<unknown>)))
    for (const state of watchStates(view.root, changed)) states.add(state);
  return states;
}

/**
 * Returns the color for the states of a control, in CSS syntax. A color without states is not used for a disabled
 * control, because the control would look enabled.
 */
export function shade(
  value: ControlStateValue<Color> | null | undefined,
  states: ReadonlySet<ControlState>,
): string | null {
  return states.has("disabled") && !isByState(value) ? null : toColor(pick(value, states));
}
