import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, number, oneOf, type Spec, spec, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { type TileProps, tileEntries } from "./tile-props.ts";
import { type Link, linkType } from "./values/link.ts";
import { type MouseCursor, mouseCursorType } from "./values/mouse-cursor.ts";
import { type OutlinedBorder, outlinedBorderType } from "./values/outlined-border.ts";
import { type TextStyle, textStyleType } from "./values/text-style.ts";
import { ListTileStyle, ListTileTitleAlignment } from "./values/tile.ts";

/** Properties of {@link ListTile}. */
export interface ListTileProps<M extends Mode = Literal> extends TileProps<M> {
  /** Whether it has room for a subtitle of two lines. Default `false`. */
  isThreeLine?: In<M, boolean>;
  /** Room between its edge and what it shows, in pixels: one number, or by side. Default `null`: 16 before, 24 behind. */
  contentPadding?: In<M, Padding | null>;
  /** Default `null`: what is behind shows through. */
  bgcolor?: In<M, Color | null>;
  /** Over it while it is pressed. Default `null`: the theme's. */
  splashColor?: In<M, Color | null>;
  /** Over it while the pointer is on it. Default `null`: the theme's. */
  hoverColor?: In<M, Color | null>;
  /** Whether it is the one that is chosen: in the theme's main colour. Default `false`. */
  selected?: In<M, boolean>;
  /** Whether it has the keyboard when it first appears, if it can be clicked. Default `false`. */
  autofocus?: In<M, boolean>;
  /** Whether a click on it is one on the checkbox, radio button or switch in it. Default `false`. */
  toggleInputs?: In<M, boolean>;
  /** Of text and icons while it is selected. Default `null`: the theme's. */
  selectedColor?: In<M, Color | null>;
  /** Behind it while it is selected. Default `null`: as `bgcolor`. */
  selectedTileColor?: In<M, Color | null>;
  /** What it stands in, which says how its title looks. Default `null`: a list. */
  style?: In<M, ListTileStyle | null>;
  /** Pixels between the title and what stands beside it. Default `null`: 16. */
  horizontalSpacing?: In<M, number | null>;
  /** Pixels that `leading` takes at least. Default `null`: 24. */
  minLeadingWidth?: In<M, number | null>;
  /** Pixels above and below title and subtitle, at least. Default `null`: 8. */
  minVerticalPadding?: In<M, number | null>;
  /** Where a click leads. Default `null`: nowhere. */
  url?: In<M, Link | null>;
  /** How leading and trailing stand beside the title. Default `null`: in the middle, or at the top with three lines. */
  titleAlignment?: In<M, ListTileTitleAlignment | null>;
  /** Of icons. Default `null`: the theme's. */
  iconColor?: In<M, Color | null>;
  /** Of all texts. Default `null`: the theme's. */
  textColor?: In<M, Color | null>;
  /** Its outline, and a line along it. Default `null`: a rectangle without. */
  shape?: In<M, OutlinedBorder | null>;
  /** What the pointer looks like on it. Default `null`: a hand, if it can be clicked. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** Default `null`: the theme's. */
  titleTextStyle?: In<M, TextStyle | null>;
  /** Default `null`: the theme's. */
  subtitleTextStyle?: In<M, TextStyle | null>;
  /** Default `null`: the theme's. */
  leadingAndTrailingTextStyle?: In<M, TextStyle | null>;
  /** In pixels. Default `null`: as the number of its lines needs. */
  minHeight?: In<M, number | null>;
  /** The tile was clicked, or Enter or Space pressed on it. */
  onClick?: EventHandler<ListTile> | undefined;
  /** A pointer stayed pressed on the tile. */
  onLongPress?: EventHandler<ListTile> | undefined;
}

export interface ListTile extends Plain<ListTileProps<Read>> {}

/** One line of a list: what it is about, with something before and behind it. */
export class ListTile extends Control {
  static override readonly spec: Spec<ListTileProps<Read>> = spec<ListTileProps<Read>, LayoutProps<Read>>(
    "ListTile",
    Control,
    {
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
    { label: "title" },
  );

  constructor(props?: ListTileProps) {
    super(props);
  }
}
