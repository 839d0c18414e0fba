import { choiceType, numberType, objectType, type Type } from "../core/declaration/types.ts";
import { type ButtonStyle, buttonStyleType } from "./button-style.ts";
import { type Color, colorType } from "./color.ts";
import { type IconName, iconNameType } from "./icon-name.ts";
import { type Padding, paddingType } from "./insets.ts";
import { type OutlinedBorder, outlinedBorderType } from "./outlined-border.ts";
import { PopupMenuPosition } from "./popup-menu-position.ts";

const pixels = numberType({ min: 0 });

/** Style that every Button has by default. Flet: `ButtonTheme`. */
export interface ButtonTheme {
  /** Style of the button; its fields can differ by state. */
  readonly style?: ButtonStyle | undefined;
}
/** @internal */
export const buttonThemeType: Type<ButtonTheme> = objectType<ButtonTheme>("ButtonTheme", {
  style: buttonStyleType,
});

/** Style that every FilledButton and FilledTonalButton has by default. Flet: `FilledButtonTheme`. */
export interface FilledButtonTheme {
  /** Style of the button; its fields can differ by state. */
  readonly style?: ButtonStyle | undefined;
}
/** @internal */
export const filledButtonThemeType: Type<FilledButtonTheme> = objectType<FilledButtonTheme>("FilledButtonTheme", {
  style: buttonStyleType,
});

/** Style that every OutlinedButton has by default. Flet: `OutlinedButtonTheme`. */
export interface OutlinedButtonTheme {
  /** Style of the button; its fields can differ by state. */
  readonly style?: ButtonStyle | undefined;
}
/** @internal */
export const outlinedButtonThemeType: Type<OutlinedButtonTheme> = objectType<OutlinedButtonTheme>(
  "OutlinedButtonTheme",
  {
    style: buttonStyleType,
  },
);

/** Style that every TextButton has by default. Flet: `TextButtonTheme`. */
export interface TextButtonTheme {
  /** Style of the button; its fields can differ by state. */
  readonly style?: ButtonStyle | undefined;
}
/** @internal */
export const textButtonThemeType: Type<TextButtonTheme> = objectType<TextButtonTheme>("TextButtonTheme", {
  style: buttonStyleType,
});

/** Style that every kind of icon button has by default. Flet: `IconButtonTheme`. */
export interface IconButtonTheme {
  /** Style of the button; its fields can differ by state. */
  readonly style?: ButtonStyle | undefined;
}
/** @internal */
export const iconButtonThemeType: Type<IconButtonTheme> = objectType<IconButtonTheme>("IconButtonTheme", {
  style: buttonStyleType,
});

/** Style that every SegmentedButton has by default. Flet: `SegmentedButtonTheme`. */
export interface SegmentedButtonTheme {
  /** Name of the icon of a selected segment. */
  readonly selectedIcon?: IconName | undefined;
  /** Style of the segments; its fields can differ by state. */
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

/** Style that every FloatingActionButton has by default. Flet: `FloatingActionButtonTheme`. */
export interface FloatingActionButtonTheme {
  /** Background color of the button. */
  readonly bgcolor?: Color | undefined;
  /** Color of the overlay while the button is hovered. */
  readonly hoverColor?: Color | undefined;
  /** Color of the overlay while the button has the focus. */
  readonly focusColor?: Color | undefined;
  /** Color of the icon and the text. */
  readonly foregroundColor?: Color | undefined;
  /** Color of the overlay while the button is pressed. */
  readonly splashColor?: Color | undefined;
  /** Height of the button above the surface, in pixels; the shadow grows with it. */
  readonly elevation?: number | undefined;
  /** Height of the button above the surface while it has the focus, in pixels. */
  readonly focusElevation?: number | undefined;
  /** Height of the button above the surface while it is hovered, in pixels. */
  readonly hoverElevation?: number | undefined;
  /** Height of the button above the surface while it is pressed, in pixels. */
  readonly highlightElevation?: number | undefined;
  /** Height of the button above the surface while it is disabled, in pixels. */
  readonly disabledElevation?: number | undefined;
  /** Shape of the button, with an optional border. */
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

/** Style that every PopupMenuButton and its menu have by default. Flet: `PopupMenuTheme`. */
export interface PopupMenuTheme {
  /** Background color of the menu. */
  readonly color?: Color | undefined;
  /** Color of the menu's shadow. */
  readonly shadowColor?: Color | undefined;
  /** Color of the button's icon. */
  readonly iconColor?: Color | undefined;
  /** Height of the menu above the surface, in pixels; the shadow grows with it. */
  readonly elevation?: number | undefined;
  /** Width and height of the button's icon, in pixels. */
  readonly iconSize?: number | undefined;
  /** Shape of the menu, with an optional border. */
  readonly shape?: OutlinedBorder | undefined;
  /** Position of the open menu: over the button, or below it. */
  readonly menuPosition?: PopupMenuPosition | undefined;
  /** Space around the items of the menu, in pixels: one number for all sides, or by side. */
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
