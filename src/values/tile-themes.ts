import { booleanType, choiceType, numberType, objectType, type Type } from "../core/declaration/types.ts";
import { type AnimationStyle, animationStyleType } from "./animation-style.ts";
import { type BorderSide, borderSideType } from "./border.ts";
import { type BoxConstraints, boxConstraintsType } from "./box-constraints.ts";
import { ClipBehavior } from "./clip-behavior.ts";
import { type Color, colorType } from "./color.ts";
import { type ControlStateValue, controlStateType } from "./control-state.ts";
import { type Margin, marginType, type Padding, paddingType } from "./insets.ts";
import { type Alignment, alignmentType } from "./layout.ts";
import { type MouseCursor, mouseCursorType } from "./mouse-cursor.ts";
import { type OutlinedBorder, outlinedBorderType } from "./outlined-border.ts";
import { type TextStyle, textStyleType } from "./text-style.ts";
import { ListTileStyle, ListTileTitleAlignment } from "./tile.ts";
import { VisualDensity } from "./visual-density.ts";

const pixels = numberType({ min: 0 });

/** Style that every Card has by default. Flet: `CardTheme`. */
export interface CardTheme {
  /** Background color of the card. */
  readonly color?: Color | undefined;
  /** Color of the card's shadow. */
  readonly shadowColor?: Color | undefined;
  /** Height of the card above the surface, in pixels; the shadow grows with it. */
  readonly elevation?: number | undefined;
  /** Shape of the card, with an optional border. */
  readonly shape?: OutlinedBorder | undefined;
  /** Whether content that overflows the edge of the card is clipped. */
  readonly clipBehavior?: ClipBehavior | undefined;
  /** Space around the card, in pixels: one number for all sides, or by side. */
  readonly margin?: Margin | undefined;
}
/** @internal */
export const cardThemeType: Type<CardTheme> = objectType<CardTheme>("CardTheme", {
  color: colorType,
  shadowColor: colorType,
  elevation: pixels,
  shape: outlinedBorderType,
  clipBehavior: choiceType(ClipBehavior),
  margin: marginType,
});

/** Style that every Chip has by default. Flet: `ChipTheme`. */
export interface ChipTheme {
  /** Background color: one color, or by state. Takes precedence over `bgcolor`, `selectedColor` and `disabledColor`. */
  readonly color?: ControlStateValue<Color> | undefined;
  /** Background color of the chip. */
  readonly bgcolor?: Color | undefined;
  /** Color of the chip's shadow. */
  readonly shadowColor?: Color | undefined;
  /** Color of the chip's shadow while the chip is selected. */
  readonly selectedShadowColor?: Color | undefined;
  /** Background color while the chip is disabled. */
  readonly disabledColor?: Color | undefined;
  /** Background color while the chip is selected. */
  readonly selectedColor?: Color | undefined;
  /** Color of the check mark. */
  readonly checkColor?: Color | undefined;
  /** Color of the delete icon. */
  readonly deleteIconColor?: Color | undefined;
  /** Height of the chip above the surface, in pixels; the shadow grows with it. */
  readonly elevation?: number | undefined;
  /** Height of the chip above the surface while it is pressed, in pixels. */
  readonly elevationOnClick?: number | undefined;
  /** Shape of the chip, with an optional border. */
  readonly shape?: OutlinedBorder | undefined;
  /** Space between the edge of the chip and its content, in pixels: one number for all sides, or by side. */
  readonly padding?: Padding | undefined;
  /** Space around the label, in pixels: one number for all sides, or by side. */
  readonly labelPadding?: Padding | undefined;
  /** Text style of the label. */
  readonly labelTextStyle?: TextStyle | undefined;
  /** Border of the chip. Takes precedence over the border of `shape`. */
  readonly borderSide?: BorderSide | undefined;
  /** Whether a selected chip shows a check mark instead of `leading`. */
  readonly showCheckmark?: boolean | undefined;
  /** Minimum and maximum size of `leading`, in pixels. */
  readonly leadingSizeConstraints?: BoxConstraints | undefined;
  /** Minimum and maximum size of the delete icon, in pixels. */
  readonly deleteIconSizeConstraints?: BoxConstraints | undefined;
}
/** @internal */
export const chipThemeType: Type<ChipTheme> = objectType<ChipTheme>("ChipTheme", {
  color: controlStateType(colorType),
  bgcolor: colorType,
  shadowColor: colorType,
  selectedShadowColor: colorType,
  disabledColor: colorType,
  selectedColor: colorType,
  checkColor: colorType,
  deleteIconColor: colorType,
  elevation: pixels,
  elevationOnClick: pixels,
  shape: outlinedBorderType,
  padding: paddingType,
  labelPadding: paddingType,
  labelTextStyle: textStyleType,
  borderSide: borderSideType,
  showCheckmark: booleanType,
  leadingSizeConstraints: boxConstraintsType,
  deleteIconSizeConstraints: boxConstraintsType,
});

/** Style that every ListTile has by default. Flet: `ListTileTheme`. */
export interface ListTileTheme {
  /** Color of the icons. */
  readonly iconColor?: Color | undefined;
  /** Color of all text. */
  readonly textColor?: Color | undefined;
  /** Background color of the tile. */
  readonly bgcolor?: Color | undefined;
  /** Background color while the tile is selected. */
  readonly selectedTileColor?: Color | undefined;
  /** Color of text and icons while the tile is selected. */
  readonly selectedColor?: Color | undefined;
  /** Whether the tile has space for a subtitle of two lines. */
  readonly isThreeLine?: boolean | undefined;
  /** Whether the tile takes less space, with smaller text. */
  readonly dense?: boolean | undefined;
  /** Shape of the tile, with an optional border. */
  readonly shape?: OutlinedBorder | undefined;
  /** Compactness of the tile. */
  readonly visualDensity?: VisualDensity | undefined;
  /** Space between the edge of the tile and its content, in pixels: one number for all sides, or by side. */
  readonly contentPadding?: Padding | undefined;
  /** Minimum space above and below the title and subtitle, in pixels. */
  readonly minVerticalPadding?: number | undefined;
  /** Gap between the title and what is next to it, in pixels. */
  readonly horizontalSpacing?: number | undefined;
  /** Minimum width of `leading`, in pixels. */
  readonly minLeadingWidth?: number | undefined;
  /** Text style of the title. */
  readonly titleTextStyle?: TextStyle | undefined;
  /** Text style of the subtitle. */
  readonly subtitleTextStyle?: TextStyle | undefined;
  /** Text style of `leading` and `trailing`. */
  readonly leadingAndTrailingTextStyle?: TextStyle | undefined;
  /** Mouse cursor shown over the tile. */
  readonly mouseCursor?: MouseCursor | undefined;
  /** Minimum height of the tile, in pixels. */
  readonly minHeight?: number | undefined;
  /** Place of the tile, a list or a drawer, which determines the style of its title. */
  readonly style?: ListTileStyle | undefined;
  /** Vertical alignment of `leading` and `trailing`. */
  readonly titleAlignment?: ListTileTitleAlignment | undefined;
}
/** @internal */
export const listTileThemeType: Type<ListTileTheme> = objectType<ListTileTheme>("ListTileTheme", {
  iconColor: colorType,
  textColor: colorType,
  bgcolor: colorType,
  selectedTileColor: colorType,
  selectedColor: colorType,
  isThreeLine: booleanType,
  dense: booleanType,
  shape: outlinedBorderType,
  visualDensity: choiceType(VisualDensity),
  contentPadding: paddingType,
  minVerticalPadding: pixels,
  horizontalSpacing: pixels,
  minLeadingWidth: pixels,
  titleTextStyle: textStyleType,
  subtitleTextStyle: textStyleType,
  leadingAndTrailingTextStyle: textStyleType,
  mouseCursor: mouseCursorType,
  minHeight: pixels,
  style: choiceType(ListTileStyle),
  titleAlignment: choiceType(ListTileTitleAlignment),
});

/** Style that every ExpansionTile has by default. Flet: `ExpansionTileTheme`. */
export interface ExpansionTileTheme {
  /** Background color while the tile is expanded. */
  readonly bgcolor?: Color | undefined;
  /** Color of the icons while the tile is expanded. */
  readonly iconColor?: Color | undefined;
  /** Color of the text while the tile is expanded. */
  readonly textColor?: Color | undefined;
  /** Background color while the tile is collapsed. */
  readonly collapsedBgcolor?: Color | undefined;
  /** Color of the icons while the tile is collapsed. */
  readonly collapsedIconColor?: Color | undefined;
  /** Whether content that overflows the edge of the tile is clipped. */
  readonly clipBehavior?: ClipBehavior | undefined;
  /** Color of the text while the tile is collapsed. */
  readonly collapsedTextColor?: Color | undefined;
  /** Space between the edge and the title, in pixels: one number for all sides, or by side. */
  readonly tilePadding?: Padding | undefined;
  /** Position of the controls in the available width. */
  readonly expandedAlignment?: Alignment | undefined;
  /** Space around the controls, in pixels: one number for all sides, or by side. */
  readonly controlsPadding?: Padding | undefined;
  /** Shape of the expanded tile, with an optional border. */
  readonly shape?: OutlinedBorder | undefined;
  /** Shape of the collapsed tile, with an optional border. */
  readonly collapsedShape?: OutlinedBorder | undefined;
  /** Duration and curve with which the tile expands and collapses. */
  readonly animationStyle?: AnimationStyle | undefined;
}
/** @internal */
export const expansionTileThemeType: Type<ExpansionTileTheme> = objectType<ExpansionTileTheme>("ExpansionTileTheme", {
  bgcolor: colorType,
  iconColor: colorType,
  textColor: colorType,
  collapsedBgcolor: colorType,
  collapsedIconColor: colorType,
  clipBehavior: choiceType(ClipBehavior),
  collapsedTextColor: colorType,
  tilePadding: paddingType,
  expandedAlignment: alignmentType,
  controlsPadding: paddingType,
  shape: outlinedBorderType,
  collapsedShape: outlinedBorderType,
  animationStyle: animationStyleType,
});
