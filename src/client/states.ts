import type { ByState, ControlState, ControlStateValue } from "../controls/values/control-state.ts";
import type { Color } from "../core/values/color.ts";
import type { Parts } from "./renderer.ts";
import { toColor } from "./style.ts";
import type { View } from "./view.ts";

/** In the order in which they count. */
const STATES: readonly ControlState[] = ["disabled", "error", "pressed", "hovered", "focused", "selected", "default"];
const watched = new WeakMap<Element, Set<ControlState>>();

/** Whether a value is one for each state. */
export function isByState<T>(value: ControlStateValue<T> | null | undefined): value is ByState<T> {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return false;
  return Object.keys(value).every((key) => STATES.includes(key as ControlState));
}

/** The value for the states that a control is in. */
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

/** What the pointer and the keyboard do to an element. Listens from the first call on; `changed` is kept from that. */
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

/** The states that a control is in. What pointer and keyboard do is watched only where one of the values asks for it. */
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

/** A colour for states. One without states is not that of a disabled control: it would look like one that works. */
export function shade(
  value: ControlStateValue<Color> | null | undefined,
  states: ReadonlySet<ControlState>,
): string | null {
  return states.has("disabled") && !isByState(value) ? null : toColor(pick(value, states));
}
