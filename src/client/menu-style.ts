import type { BoxConstraints } from "../controls/values/box-constraints.ts";
import type { ControlState, ControlStateValue } from "../controls/values/control-state.ts";
import type { MenuStyle } from "../controls/values/menu-style.ts";
import { setStyle } from "./css.ts";
import { toElevation } from "./elevation.ts";
import { toShape } from "./shape.ts";
import { isByState, pick, watchStates } from "./states.ts";
import { px, toColor, toInsets } from "./style.ts";

const LESS = { standard: null, comfortable: "4px", compact: "8px" } as const;

/**
 * Draws a menu, or a bar of menus; what the style leaves out is as the sheet has it. `again` does so anew when what the
 * pointer and the keyboard do matters.
 */
export function setMenuStyle(menu: HTMLElement, style: MenuStyle, isDisabled: boolean, again: () => void): void {
  const states = new Set<ControlState>();
  if (Object.values(style).some(isByState)) for (const state of watchStates(menu, again)) states.add(state);
  if (isDisabled) states.add("disabled");
  const at = <T>(value: ControlStateValue<T> | undefined): T | undefined => pick(value, states);
  const set = (name: string, value: string | null | undefined): void => setStyle(menu, name, value);
  const shape = at(style.shape);
  const side = at(style.side) ?? shape?.side;
  const isLined = side != null && side.style !== "none";
  const shadow = at(style.shadowColor);
  const [least, most] = [at(style.fixedSize) ?? at(style.minSize), at(style.fixedSize) ?? at(style.maxSize)];
  set("background", toColor(at(style.bgcolor)));
  set("box-shadow", toElevation(at(style.elevation) ?? (shadow === undefined ? undefined : 3), shadow));
  set("padding", toInsets(at(style.padding)));
  set("border", isLined ? `${side.width ?? 1}px solid ${toColor(side.color ?? "#000000")}` : null);
  set("border-radius", shape === undefined ? null : toShape(shape));
  set("cursor", at(style.mouseCursor));
  set("--r-b-less", LESS[style.visualDensity ?? "standard"]);
  setMenuBounds(menu, {
    minWidth: least?.width,
    maxWidth: most?.width,
    minHeight: least?.height,
    maxHeight: most?.height,
  });
}

/** How small and how large a menu may be, as variables: it stays inside the window all the same. */
export function setMenuBounds(menu: HTMLElement, bounds: BoxConstraints | null | undefined): void {
  setStyle(menu, "--r-m-min-width", px(bounds?.minWidth));
  setStyle(menu, "--r-m-max-width", px(bounds?.maxWidth));
  setStyle(menu, "--r-m-min-height", px(bounds?.minHeight));
  setStyle(menu, "--r-m-max-height", px(bounds?.maxHeight));
}
