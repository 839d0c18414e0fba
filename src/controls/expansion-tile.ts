import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, number, oneOf, payload, type Spec, slots, spec, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { type Alignment, alignmentType, CrossAxisAlignment } from "../core/values/layout.ts";
import { type TileProps, tileEntries } from "./tile-props.ts";
import { type AnimationStyle, animationStyleType } from "./values/animation-style.ts";
import { ClipBehavior } from "./values/clip-behavior.ts";
import { type OutlinedBorder, outlinedBorderType } from "./values/outlined-border.ts";
import { TileAffinity } from "./values/tile.ts";

/** How the controls of an ExpansionTile stand across: all but `"baseline"`. */
type Across = Exclude<CrossAxisAlignment, "baseline">;
const Across: readonly Across[] = CrossAxisAlignment.filter((alignment) => alignment !== "baseline");

/** Properties of {@link ExpansionTile}. */
export interface ExpansionTileProps<M extends Mode = Literal> extends TileProps<M> {
  /** What is shown while it is open, one below the other. Default none. */
  controls?: Children<M>;
  /** Whether it is open. A click on it changes it. Default `false`. */
  expanded?: In<M, boolean>;
  /** Room around the controls, in pixels: one number, or by side. Default none. */
  controlsPadding?: In<M, Padding | null>;
  /** Room between the edge and the title, in pixels: one number, or by side. Default `null`: 16 before, 24 behind. */
  tilePadding?: In<M, Padding | null>;
  /** On which side the arrow stands. Default `null`: behind the title. */
  affinity?: In<M, TileAffinity | null>;
  /** Where the controls stand in the width there is. Default `null`: in the middle. */
  expandedAlignment?: In<M, Alignment | null>;
  /** How the controls stand across; not by baseline. Default `"center"`. */
  expandedCrossAxisAlignment?: In<M, Across>;
  /** Whether what reaches over its edge is cut. Default `null`: it is not. */
  clipBehavior?: In<M, ClipBehavior | null>;
  /** Of texts while it is open. Default `null`: the theme's. */
  textColor?: In<M, Color | null>;
  /** Of icons while it is open. Default `null`: the theme's main colour. */
  iconColor?: In<M, Color | null>;
  /** Its outline while it is open, and a line along it. Default `null`: a line above and below. */
  shape?: In<M, OutlinedBorder | null>;
  /** Behind it while it is open. Default `null`: what is behind shows through. */
  bgcolor?: In<M, Color | null>;
  /** Behind it while it is closed. Default `null`: what is behind shows through. */
  collapsedBgcolor?: In<M, Color | null>;
  /** Of icons while it is closed. Default `null`: the theme's. */
  collapsedIconColor?: In<M, Color | null>;
  /** Of texts while it is closed. Default `null`: the theme's. */
  collapsedTextColor?: In<M, Color | null>;
  /** Its outline while it is closed, and a line along it. Default `null`: a rectangle without. */
  collapsedShape?: In<M, OutlinedBorder | null>;
  /** Whether there is an arrow, or what `trailing` has in its place. Default `true`. */
  showTrailingIcon?: In<M, boolean>;
  /** Of what is clicked, in pixels. Default `null`: as the number of its lines needs. */
  minTileHeight?: In<M, number | null>;
  /** How it opens and closes. Default `null`: in 200 milliseconds. */
  animationStyle?: In<M, AnimationStyle | null>;
  /** The person opened it (`data` is true) or closed it (false). */
  onChange?: EventHandler<ExpansionTile, boolean> | undefined;
}

export interface ExpansionTile extends Plain<ExpansionTileProps<Read>> {}

/** A tile that opens at a click, and shows more below it. */
export class ExpansionTile extends Control {
  static override readonly spec: Spec<ExpansionTileProps<Read>> = spec<ExpansionTileProps<Read>, LayoutProps<Read>>(
    "ExpansionTile",
    Control,
    {
      ...tileEntries,
      controls: slots(),
      expanded: flag(false).writable(),
      controlsPadding: value(paddingType, null),
      tilePadding: value(paddingType, null),
      affinity: oneOf(TileAffinity, null),
      expandedAlignment: value(alignmentType, null),
      expandedCrossAxisAlignment: oneOf(Across, "center"),
      clipBehavior: oneOf(ClipBehavior, null),
      textColor: value(colorType, null),
      iconColor: value(colorType, null),
      shape: value(outlinedBorderType, null),
      bgcolor: value(colorType, null),
      collapsedBgcolor: value(colorType, null),
      collapsedIconColor: value(colorType, null),
      collapsedTextColor: value(colorType, null),
      collapsedShape: value(outlinedBorderType, null),
      showTrailingIcon: flag(true),
      minTileHeight: number(null, { min: 0 }),
      animationStyle: value(animationStyleType, null),
      onChange: event(payload.boolean),
    },
    { role: "button", label: "title" },
  );

  constructor(props?: ExpansionTileProps) {
    super(props);
  }
}
