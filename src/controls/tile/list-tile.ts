import { tileLayout } from "../../layout/bars.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { type Link, linkType } from "../../values/link.ts";
import { type MouseCursor, mouseCursorType } from "../../values/mouse-cursor.ts";
import { type OutlinedBorder, outlinedBorderType } from "../../values/outlined-border.ts";
import { type TextStyle, textStyleType } from "../../values/text-style.ts";
import { ListTileStyle, ListTileTitleAlignment } from "../../values/tile.ts";
import { Control } from "../control.ts";
import type { In, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, flag, number, oneOf, type Spec, spec, value } from "../spec.ts";
import { type TileProps, tileEntries } from "./tile-props.ts";

/** Properties of {@link ListTile}. */
export interface ListTileProps<M extends Mode = Literal> extends TileProps<M> {
  /** Whether the tile has space for a subtitle of two lines. Default `false`. */
  isThreeLine?: In<M, boolean>;
  /**
   * Space between the edge of the tile and its content, in pixels: one number for all sides, or by side. Default
   * `null`: 16 at the start, 24 at the end.
   */
  contentPadding?: In<M, Padding | null>;
  /** Background color of the tile. Default `null`: transparent. */
  bgcolor?: In<M, Color | null>;
  /** Color laid over the tile while it is pressed. Default `null`: the theme's color. */
  splashColor?: In<M, Color | null>;
  /** Color laid over the tile while it is hovered. Default `null`: the theme's color. */
  hoverColor?: In<M, Color | null>;
  /** Whether the tile is selected: its text and icons are then in `selectedColor`. Default `false`. */
  selected?: In<M, boolean>;
  /** Whether the control takes the focus when it first appears, if it can be clicked. Default `false`. */
  autofocus?: In<M, boolean>;
  /** Whether a click on the tile is also a click on the checkbox, radio button or switch in it. Default `false`. */
  toggleInputs?: In<M, boolean>;
  /** Color of the text and icons while the tile is selected. Default `null`: the theme's primary color. */
  selectedColor?: In<M, Color | null>;
  /** Background color of the tile while it is selected. Default `null`: `bgcolor`. */
  selectedTileColor?: In<M, Color | null>;
  /** Style of the title: for a list, or smaller for a drawer. Default `null`: for a list. */
  style?: In<M, ListTileStyle | null>;
  /** Space between the title and `leading` or `trailing`, in pixels. Default `null`: 16. */
  horizontalSpacing?: In<M, number | null>;
  /** Minimum width of `leading`, in pixels. Default `null`: 24. */
  minLeadingWidth?: In<M, number | null>;
  /** Minimum space above and below title and subtitle, in pixels. Default `null`: 8. */
  minVerticalPadding?: In<M, number | null>;
  /** URL that a click opens. Default `null`: none. */
  url?: In<M, Link | null>;
  /**
   * Vertical position of `leading` and `trailing` next to the title. Default `null`: center, or top with `isThreeLine`.
   */
  titleAlignment?: In<M, ListTileTitleAlignment | null>;
  /** Color of the icons. Default `null`: the theme's color. */
  iconColor?: In<M, Color | null>;
  /** Color of all texts. Default `null`: the theme's color. */
  textColor?: In<M, Color | null>;
  /** Shape of the tile, and its border. Default `null`: a rectangle without border. */
  shape?: In<M, OutlinedBorder | null>;
  /** Mouse cursor shown over the tile. Default `null`: a hand, if the tile can be clicked. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** Text style of the title. Default `null`: the theme's. */
  titleTextStyle?: In<M, TextStyle | null>;
  /** Text style of the subtitle. Default `null`: the theme's. */
  subtitleTextStyle?: In<M, TextStyle | null>;
  /** Style of the text in `leading` and `trailing`. Default `null`: the theme's. */
  leadingAndTrailingTextStyle?: In<M, TextStyle | null>;
  /** Minimum height of the tile, in pixels. Default `null`: by its number of lines. */
  minHeight?: In<M, number | null>;
  /** Called when the tile is clicked, or Enter or Space is pressed on it. */
  onClick?: EventHandler<ListTile> | undefined;
  /** Called when a pointer has been pressed on the tile for 500 milliseconds. That press is not a click. */
  onLongPress?: EventHandler<ListTile> | undefined;
}

export interface ListTile extends Plain<ListTileProps<Read>> {}

/** A row of a list: a title, with a subtitle below it and controls before and after it. */
export class ListTile extends Control {
  static override readonly spec: Spec<ListTileProps> = spec<ListTileProps>({
    type: "ListTile",
    parent: Control,
    layout: tileLayout,
    properties: {
      ...tileEntries,
      isThreeLine: flag(false),
      contentPadding: value(paddingType, null),
      bgcolor: value(colorType, null),
      splashColor: value(colorType, null),
      hoverColor: value(colorType, null),
      selected: flag(false),
      autofocus: flag(false),
      toggleInputs: flag(false),
      selectedColor: value(colorType, null),
      selectedTileColor: value(colorType, null),
      style: oneOf(ListTileStyle, null),
      horizontalSpacing: number(null, { min: 0 }),
      minLeadingWidth: number(null, { min: 0 }),
      minVerticalPadding: number(null, { min: 0 }),
      url: value(linkType, null),
      titleAlignment: oneOf(ListTileTitleAlignment, null),
      iconColor: value(colorType, null),
      textColor: value(colorType, null),
      shape: value(outlinedBorderType, null),
      mouseCursor: value(mouseCursorType, null),
      titleTextStyle: value(textStyleType, null),
      subtitleTextStyle: value(textStyleType, null),
      leadingAndTrailingTextStyle: value(textStyleType, null),
      minHeight: number(null, { min: 0 }),
      onClick: event(),
      onLongPress: event(),
    },
    semantics: { label: "title" },
  });

  constructor(props?: ListTileProps) {
    super(props);
  }
}
