import { booleanType, choiceType, numberType, objectType, type Type } from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";
import { type Margin, marginType, type Padding, paddingType } from "../../core/values/insets.ts";
import { type Alignment, alignmentType } from "../../core/values/layout.ts";
import { type AnimationStyle, animationStyleType } from "./animation-style.ts";
import { type BorderSide, borderSideType } from "./border.ts";
import { type BoxConstraints, boxConstraintsType } from "./box-constraints.ts";
import { ClipBehavior } from "./clip-behavior.ts";
import { type ControlStateValue, controlStateType } from "./control-state.ts";
import { type MouseCursor, mouseCursorType } from "./mouse-cursor.ts";
import { type OutlinedBorder, outlinedBorderType } from "./outlined-border.ts";
import { type TextStyle, textStyleType } from "./text-style.ts";
import { ListTileStyle, ListTileTitleAlignment } from "./tile.ts";
import { VisualDensity } from "./visual-density.ts";

const pixels = numberType({ min: 0 });

/** How a Card looks where it does not say. Flet: `CardTheme`. */
export interface CardTheme {
  readonly color?: Color | undefined;
  readonly shadowColor?: Color | undefined;
  readonly elevation?: number | undefined;
  readonly shape?: OutlinedBorder | undefined;
  readonly clipBehavior?: ClipBehavior | undefined;
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

/** How a Chip looks where it does not say. Flet: `ChipTheme`. */
export interface ChipTheme {
  readonly color?: ControlStateValue<Color> | undefined;
  readonly bgcolor?: Color | undefined;
  readonly shadowColor?: Color | undefined;
  readonly selectedShadowColor?: Color | undefined;
  readonly disabledColor?: Color | undefined;
  readonly selectedColor?: Color | undefined;
  readonly checkColor?: Color | undefined;
  readonly deleteIconColor?: Color | undefined;
  readonly elevation?: number | undefined;
  readonly elevationOnClick?: number | undefined;
  readonly shape?: OutlinedBorder | undefined;
  readonly padding?: Padding | undefined;
  readonly labelPadding?: Padding | undefined;
  readonly labelTextStyle?: TextStyle | undefined;
  readonly borderSide?: BorderSide | undefined;
  readonly showCheckmark?: boolean | undefined;
  readonly leadingSizeConstraints?: BoxConstraints | undefined;
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

/** How a ListTile looks where it does not say. Flet: `ListTileTheme`. */
export interface ListTileTheme {
  readonly iconColor?: Color | undefined;
  readonly textColor?: Color | undefined;
  readonly bgcolor?: Color | undefined;
  readonly selectedTileColor?: Color | undefined;
  readonly selectedColor?: Color | undefined;
  readonly isThreeLine?: boolean | undefined;
  readonly dense?: boolean | undefined;
  readonly shape?: OutlinedBorder | undefined;
  readonly visualDensity?: VisualDensity | undefined;
  readonly contentPadding?: Padding | undefined;
  readonly minVerticalPadding?: number | undefined;
  readonly horizontalSpacing?: number | undefined;
  readonly minLeadingWidth?: number | undefined;
  readonly titleTextStyle?: TextStyle | undefined;
  readonly subtitleTextStyle?: TextStyle | undefined;
  readonly leadingAndTrailingTextStyle?: TextStyle | undefined;
  readonly mouseCursor?: MouseCursor | undefined;
  readonly minHeight?: number | undefined;
  readonly style?: ListTileStyle | undefined;
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

/** How an ExpansionTile looks where it does not say. Flet: `ExpansionTileTheme`. */
export interface ExpansionTileTheme {
  readonly bgcolor?: Color | undefined;
  readonly iconColor?: Color | undefined;
  readonly textColor?: Color | undefined;
  readonly collapsedBgcolor?: Color | undefined;
  readonly collapsedIconColor?: Color | undefined;
  readonly clipBehavior?: ClipBehavior | undefined;
  readonly collapsedTextColor?: Color | undefined;
  readonly tilePadding?: Padding | undefined;
  readonly expandedAlignment?: Alignment | undefined;
  readonly controlsPadding?: Padding | undefined;
  readonly shape?: OutlinedBorder | undefined;
  readonly collapsedShape?: OutlinedBorder | undefined;
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
