import type { Color } from "../../values/color.ts";
import type { ControlState, ControlStateValue } from "../../values/control-state.ts";
import { setStyle } from "../dom/css.ts";
import { toColor } from "../dom/css-values.ts";
import { pick } from "./control-states.ts";

const OVER: readonly (readonly [name: string, state: ControlState])[] = [
  ["hover", "hovered"],
  ["focus", "focused"],
  ["press", "pressed"],
];

/** Sets the variables `--r-over-hover`, `-focus` and `-press`: the overlay colors in these states. */
export function setStateLayer(root: HTMLElement, color: ControlStateValue<Color> | null | undefined): void {
  for (const [name, state] of OVER) setStyle(root, `--r-over-${name}`, toColor(pick(color, new Set([state]))));
}
