import type { ControlState, ControlStateValue } from "../controls/values/control-state.ts";
import type { Color } from "../core/values/color.ts";
import { setStyle } from "./css.ts";
import { pick } from "./states.ts";
import { toColor } from "./style.ts";

const OVER: readonly (readonly [name: string, state: ControlState])[] = [
  ["hover", "hovered"],
  ["focus", "focused"],
  ["press", "pressed"],
];

/** Sets the variables `--r-over-hover`, `-focus` and `-press`: the overlay colors in these states. */
export function setOverlay(root: HTMLElement, color: ControlStateValue<Color> | null | undefined): void {
  for (const [name, state] of OVER) setStyle(root, `--r-over-${name}`, toColor(pick(color, new Set([state]))));
}
