import type { ControlState } from "../controls/values/control-state.ts";
import type { MenuStyle } from "../controls/values/menu-style.ts";
import { setStyle } from "./css.ts";
import { toElevation } from "./elevation.ts";
import { toShape } from "./shape.ts";
import { pick } from "./states.ts";
import { px, toColor, toInsets } from "./style.ts";

const LESS = { standard: null, comfortable: "4px", compact: "8px" } as const;
const DEFAULTS: MenuStyle = {};

/** Brings a menu's style to the variables that the sheet of the menus reads. */
export function setMenuStyle(
  target: HTMLElement,
  style: MenuStyle | null | undefined,
  states: ReadonlySet<ControlState> = new Set(),
): void {
  const { bgcolor, shadowColor, elevation, padding, side, shape, mouseCursor, ...rest } = style ?? DEFAULTS;
  const set = (name: string, value: string | null | undefined): void => setStyle(target, `--r-m-${name}`, value);
  const outline = pick(shape, states);
  const line = pick(side, states) ?? outline?.side;
  const [fixed, most, least] = [rest.fixedSize, rest.maxSize, rest.minSize].map((size) => pick(size, states));
  set("bgcolor", toColor(pick(bgcolor, states)));
  set("shadow", toElevation(pick(elevation, states), pick(shadowColor, states)));
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
  setStyle(target, "width", px(fixed?.width));
  setStyle(target, "height", px(fixed?.height));
  setStyle(target, "max-width", px(most?.width));
  setStyle(target, "min-width", px(least?.width));
  setStyle(target, "min-height", px(least?.height));
}
