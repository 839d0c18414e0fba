import { booleanType, choiceType, numberType, objectType, type Type } from "../core/declaration/types.ts";
import { type BorderSide, borderSideType } from "./border.ts";
import { type Color, colorType } from "./color.ts";
import { type ControlStateValue, controlStateType } from "./control-state.ts";
import { type IconName, iconNameType } from "./icon-name.ts";
import { type Padding, paddingType } from "./insets.ts";
import { type MenuStyle, menuStyleType } from "./menu-style.ts";
import { type MouseCursor, mouseCursorType } from "./mouse-cursor.ts";
import { type OutlinedBorder, outlinedBorderType } from "./outlined-border.ts";
import { SliderInteraction } from "./slider-interaction.ts";
import { type TextStyle, textStyleType } from "./text-style.ts";
import { VisualDensity } from "./visual-density.ts";

const pixels = numberType({ min: 0 });
const colors = controlStateType(colorType);

/** Style that every Checkbox has by default. Flet: `CheckboxTheme`. */
export interface CheckboxTheme {
  /** Color of the disc around the checkbox while it is hovered, focused or pressed: one color, or by state. */
  readonly overlayColor?: ControlStateValue<Color> | undefined;
  /** Color of the check mark. */
  readonly checkColor?: Color | undefined;
  /** Color inside the box: one color, or by state. */
  readonly fillColor?: ControlStateValue<Color> | undefined;
  /** Radius of the disc around the checkbox, in pixels. */
  readonly splashRadius?: number | undefined;
  /** Border of the box. */
  readonly borderSide?: BorderSide | undefined;
  /** Compactness of the control. */
  readonly visualDensity?: VisualDensity | undefined;
  /** Shape of the box, with an optional border. */
  readonly shape?: OutlinedBorder | undefined;
  /** Mouse cursor shown over the checkbox. */
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

/** Style that every Radio has by default. Flet: `RadioTheme`. */
export interface RadioTheme {
  /** Color of the ring and the dot: one color, or by state. */
  readonly fillColor?: ControlStateValue<Color> | undefined;
  /** Color of the disc around the radio while it is hovered, focused or pressed: one color, or by state. */
  readonly overlayColor?: ControlStateValue<Color> | undefined;
  /** Radius of the disc around the radio, in pixels. */
  readonly splashRadius?: number | undefined;
  /** Compactness of the control. */
  readonly visualDensity?: VisualDensity | undefined;
  /** Mouse cursor shown over the radio. */
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

/** Style that every Switch has by default. Flet: `SwitchTheme`. */
export interface SwitchTheme {
  /** Color of the thumb: one color, or by state. */
  readonly thumbColor?: ControlStateValue<Color> | undefined;
  /** Color of the track: one color, or by state. */
  readonly trackColor?: ControlStateValue<Color> | undefined;
  /** Color of the disc around the thumb while the switch is hovered, focused or pressed: one color, or by state. */
  readonly overlayColor?: ControlStateValue<Color> | undefined;
  /** Color of the track's border: one color, or by state. */
  readonly trackOutlineColor?: ControlStateValue<Color> | undefined;
  /** Name of the icon on the thumb: one icon, or by state. */
  readonly thumbIcon?: ControlStateValue<IconName> | undefined;
  /** Width of the track's border, in pixels: one number, or by state. */
  readonly trackOutlineWidth?: ControlStateValue<number> | undefined;
  /** Radius of the disc around the thumb, in pixels. */
  readonly splashRadius?: number | undefined;
  /** Mouse cursor shown over the switch. */
  readonly mouseCursor?: MouseCursor | undefined;
  /** Space around the track, in pixels: one number for all sides, or by side. */
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

/** Style that every Slider and RangeSlider has by default. Flet: `SliderTheme`. */
export interface SliderTheme {
  /** Color of the selected part of the track, and of the thumb. */
  readonly activeTrackColor?: Color | undefined;
  /** Color of the rest of the track. */
  readonly inactiveTrackColor?: Color | undefined;
  /** Color of a Slider's thumb. */
  readonly thumbColor?: Color | undefined;
  /** Color of the disc around the thumb while it is hovered, focused or pressed. */
  readonly overlayColor?: Color | undefined;
  /** Mouse cursor shown over the slider. */
  readonly mouseCursor?: MouseCursor | undefined;
  /** Color of a Slider's track between `value` and `secondaryTrackValue`. */
  readonly secondaryActiveTrackColor?: Color | undefined;
  /** Gestures that move a Slider's thumb. */
  readonly interaction?: SliderInteraction | undefined;
  /** Space around a Slider's track, in pixels: one number for all sides, or by side. */
  readonly padding?: Padding | undefined;
  /** Whether a Slider has the Material 3 style of 2023, with a thin track and a round thumb. */
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

/** Style that every Dropdown has by default. Flet: `DropdownTheme`. */
export interface DropdownTheme {
  /** Style of the list. */
  readonly menuStyle?: MenuStyle | undefined;
  /** Text style of the selected value. */
  readonly textStyle?: TextStyle | undefined;
}
/** @internal */
export const dropdownThemeType: Type<DropdownTheme> = objectType<DropdownTheme>("DropdownTheme", {
  menuStyle: menuStyleType,
  textStyle: textStyleType,
});
