import type { BoxConstraints } from "../../values/box-constraints.ts";
import type { ControlState } from "../../values/control-state.ts";
import type { MenuStyle } from "../../values/menu-style.ts";
import { setStyle } from "../dom/css.ts";
import { inFull, px, toColor, toInsets } from "../dom/css-values.ts";
import { toElevation } from "../dom/elevation.ts";
import { toShape } from "../dom/shape.ts";
import { isByState, pick, watchStates } from "../input/control-states.ts";

const LESS = { standard: null, comfortable: "4px", compact: "8px" } as const;
/** Elevation of a menu if only its shadow color is set, in pixels. */
const USUAL = 3;

/** Sets the CSS variables of a menu's style. */
export function setMenuStyle(
  target: HTMLElement,
  style: MenuStyle | null | undefined,
  states: ReadonlySet<ControlState> = new Set(),
): void {
  const { bgcolor, shadowColor, elevation, padding, side, shape, mouseCursor, ...rest }: MenuStyle = style ?? {};
  const set = (name: string, value: string | null | undefined): void => setStyle(target, `--r-m-${name}`, value);
  const outline = pick(shape, states);
  const line = inFull(pick(side, states) ?? inFull(outline)?.side);
  const shadow = pick(shadowColor, states);
  const [fixed, most, least] = [rest.fixedSize, rest.maxSize, rest.minSize].map((size) => pick(size, states));
  set("bgcolor", toColor(pick(bgcolor, states)));
  set("shadow", toElevation(pick(elevation, states) ?? (shadow === undefined ? null : USUAL), shadow));
  set("padding", toInsets(pick(padding, states)));
  set("radius", outline === undefined ? null : toShape(outline));
  set(
    "side",
    line === undefined || line.style === "none"
      ? null
      : `${line.width ?? 1}px solid ${toColor(line.color ?? "#000000")}`,
  );
  set("cursor", pick(mouseCursor, states));
  set("less", LESS[rest.visualDensity ?? "standard"]);
  setMenuBounds(target, {
    minWidth: (fixed ?? least)?.width,
    maxWidth: (fixed ?? most)?.width,
    minHeight: (fixed ?? least)?.height,
    maxHeight: (fixed ?? most)?.height,
  });
}

/**
 * Sets the style of a menu with values by state. `again` is called when a value depends on the state and the pointer or
 * the focus changes.
 */
export function setMenuStyleByState(
  target: HTMLElement,
  style: MenuStyle | null | undefined,
  isDisabled: boolean,
  again: () => void,
): void {
  const states = new Set<ControlState>();
  if (Object.values(style ?? {}).some(isByState)) for (const state of watchStates(target, again)) states.add(state);
  if (isDisabled) states.add("disabled");
  setMenuStyle(target, style, states);
}

/** Sets the minimum and maximum size of a menu. A menu stays inside the viewport in any case. */
export function setMenuBounds(menu: HTMLElement, bounds: BoxConstraints | null | undefined): void {
  setStyle(menu, "--r-m-min-width", px(bounds?.minWidth));
  setStyle(menu, "--r-m-max-width", px(bounds?.maxWidth));
  setStyle(menu, "--r-m-min-height", px(bounds?.minHeight));
  setStyle(menu, "--r-m-max-height", px(bounds?.maxHeight));
}
