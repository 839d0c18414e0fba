import type { ButtonStyle } from "../controls/values/button-style.ts";
import type { ControlState, ControlStateValue } from "../controls/values/control-state.ts";
import type { Color } from "../core/values/color.ts";
import type { AnyButtonProps } from "./button.ts";
import { setStyle } from "./css.ts";
import { toElevation } from "./elevation.ts";
import type { Parts } from "./renderer.ts";
import { toShape } from "./shape.ts";
import { isByState, pick, watchStates } from "./states.ts";
import { px, toColor, toInsets } from "./style.ts";
import { setTextStyle } from "./text-style.ts";
import type { View } from "./view.ts";

const NONE: ButtonStyle = {};
const LESS = { standard: null, comfortable: "4px", compact: "8px" } as const;

/**
 * Brings style, colours and elevation to the variables that the sheet of the buttons reads. A colour without
 * states is not that of a disabled button: it would look like one that works.
 */
export function setButtonStyle<E extends Parts>(view: View<AnyButtonProps, E>, restElevation: number): void {
  const { root, props, isDisabled } = view;
  const style = props.style ?? NONE;
  const states = new Set<ControlState>(isDisabled ? ["disabled"] : []);
  if (Object.values(style).some(isByState)) {
    for (const state of watchStates(root, () => setButtonStyle(view, restElevation))) states.add(state);
  }
  const shade = (value: ControlStateValue<Color> | null | undefined): string | null =>
    isDisabled && !isByState(value) ? null : toColor(pick(value, states));
  const set = (name: string, value: string | null | undefined): void => setStyle(root, `--r-b-${name}`, value);

  const text = pick(style.textStyle, states);
  const shape = pick(style.shape, states);
  const side = pick(style.side, states) ?? shape?.side;
  const elevation =
    props.elevation == null || props.elevation === restElevation ? pick(style.elevation, states) : props.elevation;
  set("color", shade(props.color ?? style.color ?? text?.color));
  set("bgcolor", shade(props.bgcolor ?? style.bgcolor));
  set("icon", shade(props.iconColor ?? style.iconColor));
  set("icon-size", px(pick(style.iconSize, states)));
  set("overlay", shade(style.overlayColor));
  set("veil", shade(style.overlayColor) === null ? null : "1");
  set("shadow", toElevation(elevation, pick(style.shadowColor, states)));
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

function toEdge(at: number, start: string, end: string): string {
  return at < 0 ? start : at > 0 ? end : "center";
}
