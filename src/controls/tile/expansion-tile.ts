import { tileLayout } from "../../layout/bars.ts";
import { type AnimationStyle, animationStyleType } from "../../values/animation-style.ts";
import { ClipBehavior } from "../../values/clip-behavior.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { type Alignment, alignmentType, CrossAxisAlignment } from "../../values/layout.ts";
import { type OutlinedBorder, outlinedBorderType } from "../../values/outlined-border.ts";
import { TileAffinity } from "../../values/tile.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, In, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, flag, number, oneOf, payload, type Spec, slots, spec, value } from "../spec.ts";
import { type TileProps, tileEntries } from "./tile-props.ts";

/** Cross-axis alignments of the controls of an {@link ExpansionTile}: all except `"baseline"`. */
type Across = Exclude<CrossAxisAlignment, "baseline">;
const Across: readonly Across[] = CrossAxisAlignment.filter((alignment) => alignment !== "baseline");

/** Properties of {@link ExpansionTile}. */
export interface ExpansionTileProps<M extends Mode = Literal> extends TileProps<M> {
  /** Controls shown while the tile is open, from top to bottom. Default none. */
  controls?: Children<M>;
  /** Whether the tile is open. A click toggles it. Default `false`. */
  expanded?: In<M, boolean>;
  /** Space around the controls, in pixels: one number for all sides, or by side. Default `null`: none. */
  controlsPadding?: In<M, Padding | null>;
  /**
   * Space between the edge and the title, in pixels: one number for all sides, or by side. Default `null`: 16 at the
   * start, 24 at the end.
   */
  tilePadding?: In<M, Padding | null>;
  /** Side on which the arrow is placed. Default `null`: after the title. */
  affinity?: In<M, TileAffinity | null>;
  /**
   * Position of the controls in the available width: left, center or right, by the sign of `x`. Default `null`: center.
   */
  expandedAlignment?: In<M, Alignment | null>;
  /** Alignment of the controls across their common width; not `"baseline"`. Default `"center"`. */
  expandedCrossAxisAlignment?: In<M, Across>;
  /** Whether content that overflows the edge of the tile is clipped. Default `null`: it is not. */
  clipBehavior?: In<M, ClipBehavior | null>;
  /** Color of the texts while the tile is open. Default `null`: the theme's color. */
  textColor?: In<M, Color | null>;
  /** Color of the icons while the tile is open. Default `null`: the theme's primary color. */
  iconColor?: In<M, Color | null>;
  /** Shape of the open tile, and its border. Default `null`: a line above and below. */
  shape?: In<M, OutlinedBorder | null>;
  /** Background color of the tile while it is open. Default `null`: transparent. */
  bgcolor?: In<M, Color | null>;
  /** Background color of the tile while it is closed. Default `null`: transparent. */
  collapsedBgcolor?: In<M, Color | null>;
  /** Color of the icons while the tile is closed. Default `null`: the theme's color. */
  collapsedIconColor?: In<M, Color | null>;
  /** Color of the texts while the tile is closed. Default `null`: the theme's color. */
  collapsedTextColor?: In<M, Color | null>;
  /** Shape of the closed tile, and its border. Default `null`: a rectangle without border. */
  collapsedShape?: In<M, OutlinedBorder | null>;
  /** Whether the arrow after the title, or `trailing` instead of it, is shown. Default `true`. */
  showTrailingIcon?: In<M, boolean>;
  /** Minimum height of the title row, in pixels. Default `null`: by its number of lines. */
  minTileHeight?: In<M, number | null>;
  /** Animation that opens and closes the tile. Default `null`: 200 milliseconds. */
  animationStyle?: In<M, AnimationStyle | null>;
  /** Called when the person opens (`data` is true) or closes (`data` is false) the tile. */
  onChange?: EventHandler<ExpansionTile, boolean> | undefined;
}

export interface ExpansionTile extends Plain<ExpansionTileProps<Read>> {
  /** Controls shown while the tile is open, from top to bottom. Default none. */
  get controls(): ChildArray;
  set controls(children: readonly Control[]);
}

/** A tile that opens on a click and shows more controls below it. */
export class ExpansionTile extends Control {
  static override readonly spec: Spec<ExpansionTileProps> = spec<ExpansionTileProps>({
    type: "ExpansionTile",
    parent: Control,
    layout: tileLayout,
    properties: {
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
    semantics: { role: "button", label: "title" },
  });

  constructor(props?: ExpansionTileProps) {
    super(props);
  }
}
