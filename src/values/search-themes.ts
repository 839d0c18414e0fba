import { booleanType, choiceType, numberType, objectType, type Type } from "../core/declaration/types.ts";
import { type BorderSide, borderSideType } from "./border.ts";
import { type BoxConstraints, boxConstraintsType } from "./box-constraints.ts";
import { type Color, colorType } from "./color.ts";
import { type ControlStateValue, controlStateType } from "./control-state.ts";
import { type Padding, paddingType } from "./insets.ts";
import { TextCapitalization } from "./keyboard.ts";
import { type OutlinedBorder, outlinedBorderType } from "./outlined-border.ts";
import { type TextStyle, textStyleType } from "./text-style.ts";

const pixels = numberType({ min: 0 });
const colors = controlStateType(colorType);

/** Style that the bar of every SearchBar has by default. Flet: `SearchBarTheme`. */
export interface SearchBarTheme {
  /** Background color of the bar. */
  readonly bgcolor?: Color | undefined;
  /** Automatic capitalization by an on-screen keyboard. */
  readonly textCapitalization?: TextCapitalization | undefined;
  /** Color of the bar's shadow: one color, or by state. */
  readonly shadowColor?: ControlStateValue<Color> | undefined;
  /** Color of the overlay over the bar while it is hovered: one color, or by state. */
  readonly overlayColor?: ControlStateValue<Color> | undefined;
  /** Height of the bar above the surface, in pixels; the shadow grows with it. One number, or by state. */
  readonly elevation?: ControlStateValue<number> | undefined;
  /** Text style of the text in the bar: one style, or by state. */
  readonly textStyle?: ControlStateValue<TextStyle> | undefined;
  /** Text style of the placeholder in the bar: one style, or by state. */
  readonly hintStyle?: ControlStateValue<TextStyle> | undefined;
  /** Shape of the bar, with an optional border: one shape, or by state. */
  readonly shape?: ControlStateValue<OutlinedBorder> | undefined;
  /** Space between the edge of the bar and its content, in pixels: one padding, or by state. */
  readonly padding?: ControlStateValue<Padding> | undefined;
  /** Minimum and maximum size of the bar, in pixels. */
  readonly sizeConstraints?: BoxConstraints | undefined;
  /** Border of the bar: one line, or by state. */
  readonly borderSide?: ControlStateValue<BorderSide> | undefined;
}
/** @internal */
export const searchBarThemeType: Type<SearchBarTheme> = objectType<SearchBarTheme>("SearchBarTheme", {
  bgcolor: colorType,
  textCapitalization: choiceType(TextCapitalization),
  shadowColor: colors,
  overlayColor: colors,
  elevation: controlStateType(pixels),
  textStyle: controlStateType(textStyleType),
  hintStyle: controlStateType(textStyleType),
  shape: controlStateType(outlinedBorderType),
  padding: controlStateType(paddingType),
  sizeConstraints: boxConstraintsType,
  borderSide: controlStateType(borderSideType),
});

/** Style that the view of every SearchBar has by default. Flet: `SearchViewTheme`. */
export interface SearchViewTheme {
  /** Background color of the view. */
  readonly bgcolor?: Color | undefined;
  /** Color of the line between the view's field and its controls. */
  readonly dividerColor?: Color | undefined;
  /** Height of the view above the surface, in pixels; the shadow grows with it. */
  readonly elevation?: number | undefined;
  /** Text style of the placeholder in the view's field. */
  readonly headerHintTextStyle?: TextStyle | undefined;
  /** Text style of the text in the view's field. */
  readonly headerTextStyle?: TextStyle | undefined;
  /** Shape of the view, with an optional border. */
  readonly shape?: OutlinedBorder | undefined;
  /** Border of the view. */
  readonly borderSide?: BorderSide | undefined;
  /** Minimum and maximum size of the view, in pixels. */
  readonly sizeConstraints?: BoxConstraints | undefined;
  /** Height of the view's field, in pixels. */
  readonly headerHeight?: number | undefined;
  /** Space around the controls in the view, in pixels: one number for all sides, or by side. */
  readonly padding?: Padding | undefined;
  /** Space between the edge of the view's field and its content, in pixels: one number for all sides, or by side. */
  readonly barPadding?: Padding | undefined;
  /** Whether the view is only as high as its controls. */
  readonly shrinkWrap?: boolean | undefined;
}
/** @internal */
export const searchViewThemeType: Type<SearchViewTheme> = objectType<SearchViewTheme>("SearchViewTheme", {
  bgcolor: colorType,
  dividerColor: colorType,
  elevation: pixels,
  headerHintTextStyle: textStyleType,
  headerTextStyle: textStyleType,
  shape: outlinedBorderType,
  borderSide: borderSideType,
  sizeConstraints: boxConstraintsType,
  headerHeight: pixels,
  padding: paddingType,
  barPadding: paddingType,
  shrinkWrap: booleanType,
});
