import type { ButtonStyle } from "../../values/button-style.ts";
import type { Color } from "../../values/color.ts";
import type { ControlState, ControlStateValue } from "../../values/control-state.ts";
import { adopt, css, setStyle } from "../dom/css.ts";
import { inFull, px, toColor, toInsets } from "../dom/css-values.ts";
import { toElevation } from "../dom/elevation.ts";
import { toShape } from "../dom/shape.ts";
import { setTextStyle } from "../dom/text-style.ts";
import { isByState, pick, watchStates } from "../input/control-states.ts";
import type { View } from "../rendering/view.ts";

const LESS = { standard: null, comfortable: "4px", compact: "8px" } as const;

/**
 * Sets the CSS variables of a button's style. `again` is called when a value depends on the state and the pointer or
 * the focus changes. A color without states is not used for a disabled button, because the button would look enabled.
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
  const side = inFull(pick(style.side, states) ?? inFull(shape)?.side);
  set("color", shade(style.color ?? text?.color));
  set("bgcolor", shade(style.bgcolor));
  set("icon", shade(style.iconColor));
  set("icon-size", px(pick(style.iconSize, states)));
  set("overlay", shade(style.overlayColor));
  set("veil", shade(style.overlayColor) === null ? null : "1");
  set("shadow", toElevation(pick(style.elevation, states), pick(style.shadowColor, states)));
  set("padding", toInsets(pick(style.padding, states)));
  root.classList.toggle("r-press-padded", root.style.getPropertyValue("--r-b-padding") !== "");
  set(
    "side",
    side === undefined || side.style === "none" ? null : `${side.width ?? 1}px ${toColor(side.color ?? "#000000")}`,
  );
  set("radius", shape === undefined ? null : toShape(shape));
  const at = inFull(style.alignment);
  set("along", at == null ? null : toEdge(at.x, "left", "right"));
  set("across", at == null ? null : toEdge(at.y, "flex-start", "flex-end"));
  set("less", LESS[style.visualDensity ?? "standard"]);
  set("cursor", pick(style.mouseCursor, states));
  set("time", style.animationDuration === undefined ? null : `${style.animationDuration}ms`);
  setTextStyle(root, text === undefined ? null : { ...text, color: undefined, bgcolor: undefined });
}

/** Returns the overlay color of a button by state. Colors of `own` take precedence over `general`. */
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

/**
 * Styles that all kinds of buttons share. The `--r-b-…` variables come from properties. Each kind of button sets the
 * fallbacks.
 */
adopt(css`
.r-press-root {
  display: inline-flex;
  flex-shrink: 0;
  max-inline-size: 100%;
  font: 500 14px/20px var(--r-font);
  letter-spacing: 0.1px;
}
.r-press {
  flex: 1;
  position: relative;
  display: inline-flex;
  align-items: var(--r-b-across, center);
  justify-content: var(--r-b-along, center);
  gap: 8px;
  min-inline-size: calc(64px - var(--r-b-less, 0px));
  min-block-size: calc(40px - var(--r-b-less, 0px));
  margin: 0;
  border: 0;
  padding-block: calc(10px - var(--r-b-less, 0px) / 2);
  padding-inline: var(--r-b-start, 24px) var(--r-b-end, 24px);
  border-radius: var(--r-b-radius, 9999px);
  background: var(--r-b-bgcolor, var(--r-b-fill, none));
  --r-b-lift: var(--r-b-rest, 0 0 transparent);
  box-shadow: inset 0 0 0 var(--r-b-side, var(--r-b-line, 0 transparent)), var(--r-b-shadow, var(--r-b-lift));
  color: var(--r-b-color, var(--r-b-ink, var(--r-primary)));
  font: inherit;
  letter-spacing: inherit;
  text-align: center;
  text-decoration: inherit;
  overflow-wrap: anywhere;
  cursor: var(--r-b-cursor, pointer);
  user-select: none;
  -webkit-tap-highlight-color: transparent;
  touch-action: manipulation;
  transition: var(--r-b-time, 200ms) cubic-bezier(0.2, 0, 0, 1);
  transition-property: background-color, box-shadow, color;
}
.r-press::before {
  content: "";
  position: absolute;
  inset: 0;
  border-radius: inherit;
  background: var(--r-b-overlay, currentColor);
  opacity: 0;
  pointer-events: none;
  transition: opacity var(--r-b-time, 150ms) linear;
}
.r-press > * { min-inline-size: 0; }
.r-press-icon {
  display: inline-flex;
  flex: none;
  color: var(--r-b-icon, inherit);
  font-size: var(--r-b-icon-size, var(--r-b-glyph, 18px));
  --r-icon-size: var(--r-b-icon-size, var(--r-b-glyph, 18px));
}
.r-press-icon:empty { display: none; }
.r-press:has(> .r-press-icon:not(:empty)) { --r-b-start: var(--r-b-icon-start, 16px); --r-b-end: var(--r-b-icon-end, 24px); }
@media (hover: hover) {
  .r-press:hover { --r-b-lift: var(--r-b-raised, 0 0 transparent); }
  .r-press:hover::before { opacity: var(--r-b-veil, 0.08); }
}
.r-press:focus-visible::before, .r-press:active::before { opacity: var(--r-b-veil, 0.1); }
.r-press:active { --r-b-lift: var(--r-b-rest, 0 0 transparent); }
.r-press:disabled, .r-press[aria-disabled] {
  background: var(--r-b-bgcolor, var(--r-b-dull, color-mix(in srgb, var(--r-onsurface) 12%, transparent)));
  box-shadow: inset 0 0 0 var(--r-b-side, var(--r-b-dull-line, 0 transparent));
  color: var(--r-b-color, color-mix(in srgb, var(--r-onsurface) 38%, transparent));
  cursor: var(--r-b-cursor, default);
}
.r-press:disabled::before, .r-press[aria-disabled]::before { opacity: 0; }
.r-press-padded > .r-press, .r-press.r-press-padded.r-press-padded { padding: var(--r-b-padding); }
.r-press-clipped > .r-press, .r-press-clipped.r-press { overflow: clip; }
@media (pointer: coarse) {
  .r-press::after { content: ""; position: absolute; inset: -4px 0; }
}
@media (forced-colors: active) {
  .r-press { border: 1px solid; }
  .r-press:disabled, .r-press[aria-disabled] { color: GrayText; }
}
`);
