import type { ButtonStyle } from "../controls/values/button-style.ts";
import type { ControlState, ControlStateValue } from "../controls/values/control-state.ts";
import type { Color } from "../core/values/color.ts";
import { setStyle } from "./css.ts";
import { toElevation } from "./elevation.ts";
import { toShape } from "./shape.ts";
import { isByState, pick, watchStates } from "./states.ts";
import { px, toColor, toInsets } from "./style.ts";
import { setTextStyle } from "./text-style.ts";
import type { View } from "./view.ts";

const LESS = { standard: null, comfortable: "4px", compact: "8px" } as const;

/**
 * Brings a style to the variables that the sheet of the buttons reads; `again` does so anew when what the pointer and
 * the keyboard do matters. A colour without states is not that of a disabled button: it would look like one that works.
 */
export function setButtonStyle(
  { root, isDisabled }: Pick<View, "root" | "isDisabled">,
  style: ButtonStyle,
  again: () => void,
  isSelected = false,
): void {
  const states = new Set<ControlState>();
  if (Object.values(style).some(isByState)) for (const state of watchStates(root, again)) states.add(state);
  if (isDisabled) states.add("disabled");
  if (isSelected) states.add("selected");
  const shade = (value: ControlStateValue<Color> | null | undefined): string | null =>
    isDisabled && !isByState(value) ? null : toColor(pick(value, states));
  const set = (name: string, value: string | null | undefined): void => setStyle(root, `--r-b-${name}`, value);

  const text = pick(style.textStyle, states);
  const shape = pick(style.shape, states);
  const side = pick(style.side, states) ?? shape?.side;
  set("color", shade(style.color ?? text?.color));
  set("bgcolor", shade(style.bgcolor));
  set("icon", shade(style.iconColor));
  set("icon-size", px(pick(style.iconSize, states)));
  set("overlay", shade(style.overlayColor));
  set("veil", shade(style.overlayColor) === null ? null : "1");
  set("shadow", toElevation(pick(style.elevation, states), pick(style.shadowColor, states)));
  set("padding", toInsets(pick(style.padding, states)));
  root.classList.toggle("r-padded", root.style.getPropertyValue("--r-b-padding") !== "");
  set(
    "side",
    side === undefined || side.style === "none" ? null : `${side.width ?? 1}px ${toColor(side.color ?? "#000000")}`,
  );
  set("radius", shape === undefined ? null : toShape(shape));
  set("along", style.alignment == null ? null : toEdge(style.alignment.x, "left", "right"));
  set("across", style.alignment == null ? null : toEdge(style.alignment.y, "flex-start", "flex-end"));
  set("less", LESS[style.visualDensity ?? "standard"]);
  set("cursor", pick(style.mouseCursor, states));
  set("time", style.animationDuration === undefined ? null : `${style.animationDuration}ms`);
  setTextStyle(root, text === undefined ? null : { ...text, color: undefined, bgcolor: undefined });
}

/** What is laid over a button: single colours by state, and in the other states what the style says. */
export function overlayOf(
  own: { readonly [S in "pressed" | "hovered" | "focused"]?: Color | null | undefined },
  general?: ControlStateValue<Color>,
): ControlStateValue<Color> | undefined {
  const given = Object.entries(own).filter(([, color]) => color != null);
  if (given.length === 0) return general;
  return { ...(isByState(general) ? general : { default: general }), ...Object.fromEntries(given) };
}

function toEdge(at: number, start: string, end: string): string {
  return at < 0 ? start : at > 0 ? end : "center";
}
