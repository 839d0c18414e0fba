import { booleanType, choiceType, numberType, objectType, type Type } from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";
import { type Padding, paddingType } from "../../core/values/insets.ts";
import { type BorderSide, borderSideType } from "./border.ts";
import { type BoxConstraints, boxConstraintsType } from "./box-constraints.ts";
import { type ControlStateValue, controlStateType } from "./control-state.ts";
import { TextCapitalization } from "./keyboard.ts";
import { type OutlinedBorder, outlinedBorderType } from "./outlined-border.ts";
import { type TextStyle, textStyleType } from "./text-style.ts";

const pixels = numberType({ min: 0 });
const colors = controlStateType(colorType);

/** How the field of a SearchBar looks where it does not say. Flet: `SearchBarTheme`. */
export interface SearchBarTheme {
  readonly bgcolor?: Color | undefined;
  readonly textCapitalization?: TextCapitalization | undefined;
  readonly shadowColor?: ControlStateValue<Color> | undefined;
  readonly overlayColor?: ControlStateValue<Color> | undefined;
  readonly elevation?: ControlStateValue<number> | undefined;
  readonly textStyle?: ControlStateValue<TextStyle> | undefined;
  readonly hintStyle?: ControlStateValue<TextStyle> | undefined;
  readonly shape?: ControlStateValue<OutlinedBorder> | undefined;
  readonly padding?: ControlStateValue<Padding> | undefined;
  readonly sizeConstraints?: BoxConstraints | undefined;
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

/** How the list of a SearchBar looks where it does not say. Flet: `SearchViewTheme`. */
export interface SearchViewTheme {
  readonly bgcolor?: Color | undefined;
  readonly dividerColor?: Color | undefined;
  readonly elevation?: number | undefined;
  readonly headerHintTextStyle?: TextStyle | undefined;
  readonly headerTextStyle?: TextStyle | undefined;
  readonly shape?: OutlinedBorder | undefined;
  readonly borderSide?: BorderSide | undefined;
  readonly sizeConstraints?: BoxConstraints | undefined;
  readonly headerHeight?: number | undefined;
  readonly padding?: Padding | undefined;
  readonly barPadding?: Padding | undefined;
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
