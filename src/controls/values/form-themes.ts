import { booleanType, choiceType, numberType, objectType, type Type } from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";
import { type IconName, iconNameType } from "../../core/values/icon-name.ts";
import { type Padding, paddingType } from "../../core/values/insets.ts";
import { type BorderSide, borderSideType } from "./border.ts";
import { type ControlStateValue, controlStateType } from "./control-state.ts";
import { type MenuStyle, menuStyleType } from "./menu-style.ts";
import { type MouseCursor, mouseCursorType } from "./mouse-cursor.ts";
import { type OutlinedBorder, outlinedBorderType } from "./outlined-border.ts";
import { SliderInteraction } from "./slider-interaction.ts";
import { type TextStyle, textStyleType } from "./text-style.ts";
import { VisualDensity } from "./visual-density.ts";

const pixels = numberType({ min: 0 });
const colors = controlStateType(colorType);

/** How a Checkbox looks where it does not say. Flet: `CheckboxTheme`. */
export interface CheckboxTheme {
  readonly overlayColor?: ControlStateValue<Color> | undefined;
  readonly checkColor?: Color | undefined;
  readonly fillColor?: ControlStateValue<Color> | undefined;
  readonly splashRadius?: number | undefined;
  readonly borderSide?: BorderSide | undefined;
  readonly visualDensity?: VisualDensity | undefined;
  readonly shape?: OutlinedBorder | undefined;
  readonly mouseCursor?: MouseCursor | undefined;
}
/** @internal */
export const checkboxThemeType: Type<CheckboxTheme> = objectType<CheckboxTheme>("CheckboxTheme", {
  overlayColor: colors,
  checkColor: colorType,
  fillColor: colors,
  splashRadius: pixels,
  borderSide: borderSideType,
  visualDensity: choiceType(VisualDensity),
  shape: outlinedBorderType,
  mouseCursor: mouseCursorType,
});

/** How a Radio looks where it does not say. Flet: `RadioTheme`. */
export interface RadioTheme {
  readonly fillColor?: ControlStateValue<Color> | undefined;
  readonly overlayColor?: ControlStateValue<Color> | undefined;
  readonly splashRadius?: number | undefined;
  readonly visualDensity?: VisualDensity | undefined;
  readonly mouseCursor?: MouseCursor | undefined;
}
/** @internal */
export const radioThemeType: Type<RadioTheme> = objectType<RadioTheme>("RadioTheme", {
  fillColor: colors,
  overlayColor: colors,
  splashRadius: pixels,
  visualDensity: choiceType(VisualDensity),
  mouseCursor: mouseCursorType,
});

/** How a Switch looks where it does not say. Flet: `SwitchTheme`. */
export interface SwitchTheme {
  readonly thumbColor?: ControlStateValue<Color> | undefined;
  readonly trackColor?: ControlStateValue<Color> | undefined;
  readonly overlayColor?: ControlStateValue<Color> | undefined;
  readonly trackOutlineColor?: ControlStateValue<Color> | undefined;
  readonly thumbIcon?: ControlStateValue<IconName> | undefined;
  readonly trackOutlineWidth?: ControlStateValue<number> | undefined;
  readonly splashRadius?: number | undefined;
  readonly mouseCursor?: MouseCursor | undefined;
  readonly padding?: Padding | undefined;
}
/** @internal */
export const switchThemeType: Type<SwitchTheme> = objectType<SwitchTheme>("SwitchTheme", {
  thumbColor: colors,
  trackColor: colors,
  overlayColor: colors,
  trackOutlineColor: colors,
  thumbIcon: controlStateType(iconNameType),
  trackOutlineWidth: controlStateType(pixels),
  splashRadius: pixels,
  mouseCursor: mouseCursorType,
  padding: paddingType,
});

/** How a Slider or RangeSlider looks where it does not say. Flet: `SliderTheme`. */
export interface SliderTheme {
  readonly activeTrackColor?: Color | undefined;
  readonly inactiveTrackColor?: Color | undefined;
  readonly thumbColor?: Color | undefined;
  readonly overlayColor?: Color | undefined;
  readonly mouseCursor?: MouseCursor | undefined;
  readonly secondaryActiveTrackColor?: Color | undefined;
  readonly interaction?: SliderInteraction | undefined;
  readonly padding?: Padding | undefined;
  readonly year2023?: boolean | undefined;
}
/** @internal */
export const sliderThemeType: Type<SliderTheme> = objectType<SliderTheme>("SliderTheme", {
  activeTrackColor: colorType,
  inactiveTrackColor: colorType,
  thumbColor: colorType,
  overlayColor: colorType,
  mouseCursor: mouseCursorType,
  secondaryActiveTrackColor: colorType,
  interaction: choiceType(SliderInteraction),
  padding: paddingType,
  year2023: booleanType,
});

/** How a Dropdown looks where it does not say. Flet: `DropdownTheme`. */
export interface DropdownTheme {
  readonly menuStyle?: MenuStyle | undefined;
  readonly textStyle?: TextStyle | undefined;
}
/** @internal */
export const dropdownThemeType: Type<DropdownTheme> = objectType<DropdownTheme>("DropdownTheme", {
  menuStyle: menuStyleType,
  textStyle: textStyleType,
});
