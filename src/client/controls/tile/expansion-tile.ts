import type { Read } from "../../../controls/control-props.ts";
import type { ExpansionTileProps } from "../../../controls/tile/expansion-tile.ts";
import type { OutlinedBorder } from "../../../values/outlined-border.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { inFull, px, toColor, toCrossAxis, toInsets } from "../../dom/css-values.ts";
import { toShape } from "../../dom/shape.ts";
import { describeFocusTarget } from "../../input/focus-target.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { countLines, createTile, nameTile, type TileParts, tileProps, tileSlot } from "./tile-parts.ts";

interface ExpansionTileParts extends TileParts {
  readonly press: HTMLButtonElement;
  readonly arrow: HTMLElement;
  /** Element that grows and shrinks around the controls. */
  readonly fold: HTMLElement;
  readonly controls: HTMLElement;
}

type ExpansionTileView = View<ExpansionTileProps<Read>, ExpansionTileParts>;

function open(view: ExpansionTileView): void {
  const { root, parts, props } = view;
  const isOpen = props.expanded === true;
  root.classList.toggle("r-expansion-tile-open", isOpen);
  parts.press.setAttribute("aria-expanded", String(isOpen));
  parts.controls.inert = !isOpen;
  restyle(view);
}

/** Applies colors and outline, which depend on whether the tile is open. */
function restyle({ root, props }: ExpansionTileView): void {
  const isOpen = props.expanded === true;
  const [ink, icon, fill, shape] = isOpen
    ? [props.textColor, props.iconColor, props.bgcolor, props.shape]
    : [props.collapsedTextColor, props.collapsedIconColor, props.collapsedBgcolor, props.collapsedShape];
  setStyle(root, "--r-t-ink", toColor(ink));
  setStyle(root, "--r-t-icon", toColor(icon));
  setStyle(root, "background", toColor(fill));
  setStyle(root, "border-radius", shape == null ? null : toShape(shape));
  setStyle(root, "box-shadow", shape == null ? null : lineOf(shape));
}

function lineOf(shape: OutlinedBorder): string {
  const side = inFull(inFull(shape).side);
  if (side === undefined || side.style === "none") return "none";
  return `inset 0 0 0 ${side.width ?? 1}px ${toColor(side.color ?? "#000000")}`;
}

/** Sets durations and curves of opening and closing. Their code is loaded only if the app set one. */
async function retime({ root, props }: ExpansionTileView): Promise<void> {
  const { setAnimationStyle } = await import("../../dom/animation-style.ts");
  setAnimationStyle(root, "fold", props.animationStyle);
  setAnimationStyle(root, "fold-back", props.animationStyle, true);
}

/** Shows the arrow before or after the text, or removes it. */
function point({ parts, props, children }: ExpansionTileView): void {
  const isLeading = props.affinity === "leading";
  const isTaken = (name: "leading" | "trailing") => props[name] != null || children.has(name);
  const isShown = isLeading ? !isTaken("leading") : props.showTrailingIcon !== false && !isTaken("trailing");
  parts.trailing.hidden = props.showTrailingIcon === false;
  if (!isShown) parts.arrow.remove();
  else if (isLeading) parts.press.after(parts.arrow);
  else parts.tile.append(parts.arrow);
}

/** A tile that expands. */
export const renderer: Renderer<ExpansionTileProps<Read>, ExpansionTileParts> = {
  create(view) {
    const root = element("div", "r-expansion-tile");
    const parts = createTile(view, element("div", "r-expansion-tile-header"));
    const press = element("button", "r-tile-press");
    press.type = "button";
    press.setAttribute("aria-expanded", "false");
    nameTile(view, press);
    const fold = element("div", "r-expansion-tile-fold");
    const cut = element("div", "r-expansion-tile-cut");
    const controls = element("div", "r-expansion-tile-controls");
    controls.id = `${view.prefix}-controls`;
    controls.inert = true;
    press.setAttribute("aria-controls", controls.id);
    fold.append(cut);
    cut.append(controls);
    const arrow = element("div", "r-expansion-tile-arrow");
    parts.tile.prepend(press);
    parts.tile.append(arrow);
    root.append(parts.tile, fold);
    press.addEventListener("click", (click) => {
      click.stopPropagation();
      view.write("expanded", view.props.expanded !== true, "change");
      open(view);
    });
    return { root, ...parts, press, fold, controls, arrow };
  },
  slot: ({ parts }, name) => (name === "controls" ? parts.controls : tileSlot(parts, name)),
  childrenChanged(view) {
    point(view);
    countLines(view);
  },
  disabled({ parts }, isDisabled) {
    parts.press.disabled = isDisabled;
    parts.tile.classList.toggle("r-tile-disabled", isDisabled);
  },
  props: {
    ...tileProps,
    leading(view) {
      tileProps.leading?.(view);
      point(view);
    },
    trailing(view) {
      tileProps.trailing?.(view);
      point(view);
    },
    affinity: point,
    showTrailingIcon: point,
    expanded: open,
    textColor: restyle,
    iconColor: restyle,
    bgcolor: restyle,
    shape: restyle,
    collapsedTextColor: restyle,
    collapsedIconColor: restyle,
    collapsedBgcolor: restyle,
    collapsedShape: restyle,
    animationStyle: (view) => void retime(view),
    tilePadding: ({ parts, props }) => setStyle(parts.tile, "--r-t-padding", toInsets(props.tilePadding)),
    minTileHeight: ({ parts, props }) => setStyle(parts.tile, "--r-t-height", px(props.minTileHeight)),
    controlsPadding: ({ parts, props }) => setStyle(parts.controls, "padding", toInsets(props.controlsPadding)),
    expandedCrossAxisAlignment: ({ parts, props: { expandedCrossAxisAlignment: across } }) =>
      setStyle(parts.controls, "align-items", across === "center" ? null : toCrossAxis(across)),
    expandedAlignment({ parts, props }) {
      const x = inFull(props.expandedAlignment)?.x;
      setStyle(parts.controls, "justify-self", x === undefined ? null : x < 0 ? "left" : x > 0 ? "right" : "center");
    },
    clipBehavior: ({ root, props: { clipBehavior } }) =>
      setStyle(root, "overflow", clipBehavior == null || clipBehavior === "none" ? null : "clip"),
    tooltip: (view) => describeFocusTarget(view, view.parts.press),
  },
};

adopt(css`
.r-expansion-tile {
  --r-fold-time: 200ms;
  --r-fold-curve: cubic-bezier(0.4, 0, 0.2, 1);
  --r-fold-back-time: 200ms;
  --r-fold-back-curve: cubic-bezier(0.4, 0, 0.2, 1);
  --r-fold: var(--r-fold-back-time) var(--r-fold-back-curve);
}
.r-expansion-tile-open { --r-fold: var(--r-fold-time) var(--r-fold-curve); }
.r-expansion-tile.r-expansion-tile-open { box-shadow: inset 0 1px var(--r-outlinevariant), inset 0 -1px var(--r-outlinevariant); }
.r-card > .r-expansion-tile { border-radius: inherit; }
.r-expansion-tile-open > .r-expansion-tile-header { --r-t-arrow: var(--r-primary); --r-t-turn: -135deg; --r-t-rise: 25%; }
.r-expansion-tile-header { border-radius: inherit; }
.r-expansion-tile-fold {
  display: grid;
  grid-template: 0fr / minmax(0, 1fr);
  transition: grid-template-rows var(--r-fold);
}
.r-expansion-tile-open > .r-expansion-tile-fold { grid-template-rows: 1fr; }
.r-expansion-tile-cut {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  min-block-size: 0;
  overflow: hidden;
  visibility: hidden;
  transition: visibility var(--r-fold);
}
.r-expansion-tile-open > .r-expansion-tile-fold > .r-expansion-tile-cut { visibility: visible; }
.r-expansion-tile-controls { display: flex; flex-direction: column; align-items: center; min-inline-size: 0; }
.r-expansion-tile-arrow { flex: none; display: grid; place-items: center; inline-size: 24px; block-size: 24px; }
.r-expansion-tile-arrow::before {
  content: "";
  inline-size: 8px;
  block-size: 8px;
  border: solid var(--r-t-icon, var(--r-t-arrow, var(--r-t-soft)));
  border-width: 0 2px 2px 0;
  translate: 0 calc(-25% + var(--r-t-rise, 0%));
  rotate: var(--r-t-turn, 45deg);
  transition: rotate var(--r-fold), translate var(--r-fold);
}
`);
