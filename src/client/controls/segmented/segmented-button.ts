import type { Read } from "../../../controls/control-props.ts";
import type { SegmentedButtonProps } from "../../../controls/segmented/segmented-button.ts";
import type { ControlState } from "../../../values/control-state.ts";
import { baseProps } from "../../dom/base-props.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { inFull, toColor, toInsets } from "../../dom/css-values.ts";
import { toElevation } from "../../dom/elevation.ts";
import { toShape } from "../../dom/shape.ts";
import { pick } from "../../input/control-states.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import { moveByKey, nameGroup, type SegmentedParts, type SegmentedView, showSelected } from "./segments.ts";

function restyleGroup(view: SegmentedView): void {
  const { group } = view.parts;
  const style = view.props.style ?? {};
  const states = new Set<ControlState>(view.isDisabled ? ["disabled"] : []);
  const shape = pick(style.shape, states);
  const side = inFull(pick(style.side, states) ?? inFull(shape)?.side);
  const isLined = side != null && side.style !== "none";
  setStyle(group, "--r-s-width", side == null ? null : isLined ? `${side.width ?? 1}px` : "0px");
  setStyle(group, "--r-s-line", isLined ? toColor(side.color ?? "#000000") : null);
  setStyle(group, "border-radius", shape == null ? null : toShape(shape));
  setStyle(group, "box-shadow", toElevation(pick(style.elevation, states), pick(style.shadowColor, states)));
}

/** A row of a few options. */
export const renderer: Renderer<SegmentedButtonProps<Read>, SegmentedParts> = {
  create(view) {
    const root = element("div", "r-segmented-button");
    const group = element("div", "r-segmented-button-group");
    group.role = "radiogroup";
    root.append(group);
    root.addEventListener("keydown", (event) => moveByKey(view, event));
    return { root, group, mark: element("span", "r-segment-mark") };
  },
  slot: ({ parts }, name) => (name === "segments" ? parts.group : parts.mark),
  childrenChanged: showSelected,
  disabled: restyleGroup,
  props: {
    selected: showSelected,
    allowMultipleSelection: showSelected,
    selectedIcon: showSelected,
    showSelectedIcon: showSelected,
    style(view) {
      restyleGroup(view);
      showSelected(view);
    },
    direction: ({ root, props }) =>
      void root.classList.toggle("r-segmented-button-vertical", props.direction === "vertical"),
    padding({ root, props }) {
      setStyle(root, "padding", toInsets(props.padding));
      root.classList.toggle("r-segmented-button-fills", props.padding != null);
    },
    tooltip(view) {
      baseProps.tooltip?.(view);
      nameGroup(view);
    },
  },
};

adopt(css`
.r-segmented-button { display: inline-flex; flex-shrink: 0; max-inline-size: 100%; }
.r-segmented-button-fills { display: flex; align-self: stretch; inline-size: 100%; }
.r-segmented-button-group {
  flex: 1;
  display: grid;
  grid-auto-flow: column;
  grid-auto-columns: minmax(0, 1fr);
  min-inline-size: 0;
  min-block-size: 40px;
  border: var(--r-s-width, 1px) solid var(--r-s-line, var(--r-outline));
  border-radius: 20px;
  overflow: clip;
  font: 500 14px/20px var(--r-font);
  letter-spacing: 0.1px;
}
.r-segmented-button-vertical > .r-segmented-button-group { grid-auto-flow: row; grid-auto-columns: auto; }
.r-segmented-button-group:empty { display: none; }
.r-segment {
  --r-b-ink: var(--r-onsurface);
  --r-b-dull: none;
  min-inline-size: 48px;
  min-block-size: calc(38px - var(--r-b-less, 0px));
  padding: calc(9px - var(--r-b-less, 0px) / 2) 12px;
  border-radius: 0;
}
.r-segment + .r-segment { border-inline-start: var(--r-s-width, 1px) solid var(--r-s-line, var(--r-outline)); }
.r-segmented-button-vertical > .r-segmented-button-group > .r-segment + .r-segment { border-inline-start: 0; border-block-start: var(--r-s-width, 1px) solid var(--r-s-line, var(--r-outline)); }
.r-segment[aria-checked="true"] { --r-b-fill: var(--r-secondarycontainer); --r-b-ink: var(--r-onsecondarycontainer); --r-b-dull: color-mix(in srgb, var(--r-onsurface) 12%, transparent); }
.r-root .r-segment:focus-visible { outline-offset: -3px; border-radius: 18px; }
.r-segment-label:empty { display: none; }
.r-segment-check:not(:empty) + .r-segment-icon { display: none; }
.r-segment-mark { display: contents; }
.r-segmented-button > .r-segment-mark { display: none; }
@media (pointer: coarse) {
  .r-segmented-button-group { min-block-size: 48px; }
}
@media (forced-colors: active) {
  .r-segment[aria-checked="true"] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
`);
