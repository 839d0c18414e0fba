import { choiceType, numberType, objectType, type Type } from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";
import { type IconName, iconNameType } from "../../core/values/icon-name.ts";
import { type Padding, paddingType } from "../../core/values/insets.ts";
import { type ButtonStyle, buttonStyleType } from "./button-style.ts";
import { type OutlinedBorder, outlinedBorderType } from "./outlined-border.ts";
import { PopupMenuPosition } from "./popup-menu-position.ts";

const pixels = numberType({ min: 0 });

/** How a Button looks where it does not say. Flet: `ButtonTheme`. */
export interface ButtonTheme {
  readonly style?: ButtonStyle | undefined;
}
/** @internal */
export const buttonThemeType: Type<ButtonTheme> = objectType<ButtonTheme>("ButtonTheme", {
  style: buttonStyleType,
});

/** How a FilledButton looks where it does not say. Flet: `FilledButtonTheme`. */
export interface FilledButtonTheme {
  readonly style?: ButtonStyle | undefined;
}
/** @internal */
export const filledButtonThemeType: Type<FilledButtonTheme> = objectType<FilledButtonTheme>("FilledButtonTheme", {
  style: buttonStyleType,
});

/** How an OutlinedButton looks where it does not say. Flet: `OutlinedButtonTheme`. */
export interface OutlinedButtonTheme {
  readonly style?: ButtonStyle | undefined;
}
/** @internal */
export const outlinedButtonThemeType: Type<OutlinedButtonTheme> = objectType<OutlinedButtonTheme>(
  "OutlinedButtonTheme",
  {
    style: buttonStyleType,
  },
);

/** How a TextButton looks where it does not say. Flet: `TextButtonTheme`. */
export interface TextButtonTheme {
  readonly style?: ButtonStyle | undefined;
}
/** @internal */
export const textButtonThemeType: Type<TextButtonTheme> = objectType<TextButtonTheme>("TextButtonTheme", {
  style: buttonStyleType,
});

/** How an IconButton looks where it does not say. Flet: `IconButtonTheme`. */
export interface IconButtonTheme {
  readonly style?: ButtonStyle | undefined;
}
/** @internal */
export const iconButtonThemeType: Type<IconButtonTheme> = objectType<IconButtonTheme>("IconButtonTheme", {
  style: buttonStyleType,
});

/** How a SegmentedButton looks where it does not say. Flet: `SegmentedButtonTheme`. */
export interface SegmentedButtonTheme {
  readonly selectedIcon?: IconName | undefined;
  readonly style?: ButtonStyle | undefined;
}
/** @internal */
export const segmentedButtonThemeType: Type<SegmentedButtonTheme> = objectType<SegmentedButtonTheme>(
  "SegmentedButtonTheme",
  {
    selectedIcon: iconNameType,
    style: buttonStyleType,
  },
);

/** How a FloatingActionButton looks where it does not say. Flet: `FloatingActionButtonTheme`. */
export interface FloatingActionButtonTheme {
  readonly bgcolor?: Color | undefined;
  readonly hoverColor?: Color | undefined;
  readonly focusColor?: Color | undefined;
  readonly foregroundColor?: Color | undefined;
  readonly splashColor?: Color | undefined;
  readonly elevation?: number | undefined;
  readonly focusElevation?: number | undefined;
  readonly hoverElevation?: number | undefined;
  readonly highlightElevation?: number | undefined;
  readonly disabledElevation?: number | undefined;
  readonly shape?: OutlinedBorder | undefined;
}
/** @internal */
export const floatingActionButtonThemeType: Type<FloatingActionButtonTheme> = objectType<FloatingActionButtonTheme>(
  "FloatingActionButtonTheme",
  {
    bgcolor: colorType,
    hoverColor: colorType,
    focusColor: colorType,
    foregroundColor: colorType,
    splashColor: colorType,
    elevation: pixels,
    focusElevation: pixels,
    hoverElevation: pixels,
    highlightElevation: pixels,
    disabledElevation: pixels,
    shape: outlinedBorderType,
  },
);

/** How a PopupMenuButton and its menu look where they do not say. Flet: `PopupMenuTheme`. */
export interface PopupMenuTheme {
  readonly color?: Color | undefined;
  readonly shadowColor?: Color | undefined;
  readonly iconColor?: Color | undefined;
  readonly elevation?: number | undefined;
  readonly iconSize?: number | undefined;
  readonly shape?: OutlinedBorder | undefined;
  readonly menuPosition?: PopupMenuPosition | undefined;
  readonly menuPadding?: Padding | undefined;
}
/** @internal */
export const popupMenuThemeType: Type<PopupMenuTheme> = objectType<PopupMenuTheme>("PopupMenuTheme", {
  color: colorType,
  shadowColor: colorType,
  iconColor: colorType,
  elevation: pixels,
  iconSize: pixels,
  shape: outlinedBorderType,
  menuPosition: choiceType(PopupMenuPosition),
  menuPadding: paddingType,
});
