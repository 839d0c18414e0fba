import type { Read } from "../../../controls/control-props.ts";
import type { SearchBarProps } from "../../../controls/search/search-bar.ts";
import type { BorderSide } from "../../../values/border.ts";
import type { TextStyle } from "../../../values/text-style.ts";
import { setConstraints } from "../../dom/constraints.ts";
import { adopt, css, setStyle } from "../../dom/css.ts";
import { inFull, px, toColor, toInsets, toWeight } from "../../dom/css-values.ts";
import { toElevation } from "../../dom/elevation.ts";
import { toShape } from "../../dom/shape.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import { pick, shade, statesOf } from "../../input/control-states.ts";
import type { Popup } from "../../input/popup.ts";
import type { Parts } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

type SearchView = View<SearchBarProps<Read>, SearchParts>;

function toLine(given: BorderSide | null | undefined): string | null {
  const side = inFull(given);
  if (side == null || side.style === "none") return null;
  return `${side.width ?? 1}px solid ${toColor(side.color ?? "#000000")}`;
}

function setHint(target: HTMLElement, style: TextStyle | null | undefined): void {
  setStyle(target, "--r-sb-hint", toColor(style?.color));
  setStyle(target, "--r-sb-hint-size", px(style?.size));
  setStyle(target, "--r-sb-hint-weight", toWeight(style?.weight));
  setStyle(target, "--r-sb-hint-style", style?.italic === true ? "italic" : null);
}

/** Applies colors, spacing and lines to the bar. */
export function restyleBar(view: SearchView): void {
  const { parts, props } = view;
  const { barBgcolor, barOverlayColor, barShadowColor, barElevation, barBorderSide, barShape, barPadding } = props;
  const { barTextStyle, barHintTextStyle } = props;
  const byState = [barBgcolor, barOverlayColor, barShadowColor, barElevation, barBorderSide, barShape, barPadding];
  const states = statesOf(view, [...byState, barTextStyle, barHintTextStyle], () => restyleBar(view));
  const shape = pick(barShape, states);
  const elevation = pick(barElevation, states);
  const shadow = pick(barShadowColor, states);
  const set = (name: string, value: string | null | undefined): void => setStyle(parts.bar, name, value);
  set("--r-sb-bgcolor", shade(barBgcolor, states));
  set("--r-sb-over", shade(barOverlayColor, states));
  set("box-shadow", elevation === undefined && shadow === undefined ? null : toElevation(elevation ?? 6, shadow));
  set("border", toLine(pick(barBorderSide, states) ?? inFull(shape)?.side));
  set("border-radius", shape === undefined ? null : toShape(shape));
  set("padding", toInsets(pick(barPadding, states)));
  setTextStyle(parts.input, pick(barTextStyle, states));
  setHint(parts.bar, pick(barHintTextStyle, states));
  setConstraints(parts.bar, props.barSizeConstraints);
}

/** Applies colors, spacing and lines to the view. */
export function restyleView({ parts, props }: SearchView): void {
  const { panel, header, list, field } = parts;
  setStyle(panel, "box-shadow", toElevation(props.viewElevation));
  setStyle(panel, "background", toColor(props.viewBgcolor));
  setStyle(panel, "border", toLine(props.viewSide ?? inFull(props.viewShape)?.side));
  setStyle(panel, "border-radius", props.viewShape == null ? null : toShape(props.viewShape));
  setStyle(header, "min-block-size", px(props.viewHeaderHeight));
  setStyle(header, "padding", toInsets(props.viewBarPadding));
  setStyle(header, "border-color", toColor(props.dividerColor));
  setStyle(list, "padding", toInsets(props.viewPadding));
  setTextStyle(field, props.viewHeaderTextStyle);
  setHint(header, props.viewHintTextStyle);
  panel.classList.toggle("r-search-tight", props.shrinkWrap === true);
  panel.classList.toggle("r-search-full", props.fullScreen === true);
  const { minWidth, maxWidth, minHeight, maxHeight } = props.viewSizeConstraints ?? {};
  setStyle(panel, "--r-sb-min-width", px(minWidth));
  setStyle(panel, "--r-sb-max-width", px(maxWidth));
  setStyle(panel, "--r-sb-min-height", px(minHeight));
  setStyle(panel, "--r-sb-max-height", px(maxHeight));
}

adopt(css`
.r-search { display: flex; min-inline-size: 0; max-inline-size: 100%; }
.r-search-bar {
  flex: 1;
  display: flex;
  align-items: center;
  gap: 4px;
  inline-size: 360px;
  min-inline-size: 0;
  max-inline-size: 800px;
  min-block-size: 56px;
  padding: 0 8px;
  border-radius: 28px;
  background: var(--r-sb-bgcolor, var(--r-surfacecontainerhigh));
  box-shadow: 0 1px 3px 1px rgb(0 0 0 / 0.15), 0 1px 2px rgb(0 0 0 / 0.3);
  cursor: text;
}
.r-search-input {
  flex: 1;
  min-inline-size: 0;
  block-size: 48px;
  margin: 0;
  border: 0;
  padding: 0 8px;
  background: none;
  color: var(--r-onsurface);
  caret-color: var(--r-primary);
  font: 400 16px/24px var(--r-font);
  letter-spacing: 0.5px;
}
.r-root .r-search-input:focus-visible { outline: none; }
.r-search-input::placeholder {
  color: var(--r-sb-hint, var(--r-onsurfacevariant));
  font-size: var(--r-sb-hint-size, inherit);
  font-weight: var(--r-sb-hint-weight, inherit);
  font-style: var(--r-sb-hint-style, inherit);
  opacity: 1;
}
.r-search-spot { flex: none; display: flex; align-items: center; color: var(--r-onsurfacevariant); }
.r-search-spot:empty { display: none; }
.r-search-bar > .r-search-spot:first-child > :not(button, .r-press-root) { margin-inline-start: 8px; }
.r-search-bar:has(> :focus-visible) { outline: 3px solid var(--r-secondary); outline-offset: 2px; }
@media (hover: hover) {
  .r-search-bar:hover {
    --r-sb-veil: var(--r-sb-over, color-mix(in srgb, var(--r-onsurface) 8%, transparent));
    background-image: linear-gradient(var(--r-sb-veil), var(--r-sb-veil));
  }
}
.r-search-view {
  display: flex;
  flex-direction: column;
  inline-size: max(var(--r-sb-min-width, 360px), var(--r-popup-width, 0px));
  max-inline-size: min(var(--r-sb-max-width, 100vw), calc(100vw - 16px));
  min-block-size: min(var(--r-sb-min-height, 240px), 100dvh);
  max-block-size: min(var(--r-sb-max-height, 66dvh), 100dvh);
  border-radius: 28px;
  background: var(--r-surfacecontainerhigh);
  box-shadow: 0 1px 3px 1px rgb(0 0 0 / 0.15), 0 1px 2px rgb(0 0 0 / 0.3);
}
.r-search-view:not(:popover-open) { display: none; }
.r-search-tight { min-block-size: 0; }
.r-search-header {
  flex: none;
  display: flex;
  align-items: center;
  gap: 4px;
  min-block-size: 56px;
  padding: 0 8px;
  border-block-end: 1px solid var(--r-outline);
}
.r-search-list { flex: 1; min-block-size: 0; display: flex; flex-direction: column; overflow: auto; overscroll-behavior: contain; }
.r-search-list > * { flex-shrink: 0; }
.r-search-button {
  display: flex;
  border: 0;
  padding: 8px;
  border-radius: 50%;
  background: none;
  color: inherit;
  cursor: pointer;
}
.r-search-button:dir(rtl) > svg { scale: -1 1; }
.r-search-spot:has(> :not(.r-search-button)) > .r-search-button { display: none; }
.r-search-header:has(> :placeholder-shown) .r-search-clear { visibility: hidden; }
@media (hover: hover) {
  .r-search-button:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
}
.r-search-full {
  inset: 0 !important;
  min-inline-size: 100vw !important;
  max-inline-size: 100vw !important;
  min-block-size: 100dvh !important;
  max-block-size: 100dvh !important;
  border-radius: 0;
}
.r-search-full > .r-search-header { min-block-size: 72px; }
@media (max-width: 599px) {
  .r-search-view {
    inset: 0 !important;
    min-inline-size: 100vw !important;
    max-inline-size: 100vw !important;
    min-block-size: 100dvh !important;
    max-block-size: 100dvh !important;
    border-radius: 0;
  }
  .r-search-view > .r-search-header { min-block-size: 72px; }
}
.r-search.r-search-disabled { opacity: 0.38; }
@media (forced-colors: active) {
  .r-search-bar, .r-search-view { border: 1px solid CanvasText; }
}
`);

/**
 * Elements of the bar, and of the view that opens over it. The bar and the view each have an input, with the same text.
 */
export interface SearchParts extends Parts {
  readonly bar: HTMLElement;
  readonly input: HTMLInputElement;
  readonly barLeading: HTMLElement;
  readonly barTrailing: HTMLElement;
  readonly panel: HTMLElement;
  readonly header: HTMLElement;
  readonly field: HTMLInputElement;
  readonly viewLeading: HTMLElement;
  readonly viewTrailing: HTMLElement;
  readonly list: HTMLElement;
  readonly popup: Popup;
}
