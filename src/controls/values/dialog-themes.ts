import { booleanType, choiceType, numberType, objectType, type Type } from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";
import { type Padding, paddingType } from "../../core/values/insets.ts";
import { type Alignment, alignmentType } from "../../core/values/layout.ts";
import { ClipBehavior } from "./clip-behavior.ts";
import { type OutlinedBorder, outlinedBorderType } from "./outlined-border.ts";
import { type TextStyle, textStyleType } from "./text-style.ts";

const pixels = numberType({ min: 0 });

/** How an AlertDialog looks where it does not say. Flet: `DialogTheme`. */
export interface DialogTheme {
  readonly bgcolor?: Color | undefined;
  readonly shadowColor?: Color | undefined;
  readonly iconColor?: Color | undefined;
  readonly elevation?: number | undefined;
  readonly shape?: OutlinedBorder | undefined;
  readonly titleTextStyle?: TextStyle | undefined;
  readonly contentTextStyle?: TextStyle | undefined;
  readonly alignment?: Alignment | undefined;
  readonly actionsPadding?: Padding | undefined;
  readonly clipBehavior?: ClipBehavior | undefined;
  readonly barrierColor?: Color | undefined;
  readonly insetPadding?: Padding | undefined;
}
/** @internal */
export const dialogThemeType: Type<DialogTheme> = objectType<DialogTheme>("DialogTheme", {
  bgcolor: colorType,
  shadowColor: colorType,
  iconColor: colorType,
  elevation: pixels,
  shape: outlinedBorderType,
  titleTextStyle: textStyleType,
  contentTextStyle: textStyleType,
  alignment: alignmentType,
  actionsPadding: paddingType,
  clipBehavior: choiceType(ClipBehavior),
  barrierColor: colorType,
  insetPadding: paddingType,
});

/** How a BottomSheet looks where it does not say. Flet: `BottomSheetTheme`. */
export interface BottomSheetTheme {
  readonly bgcolor?: Color | undefined;
  readonly elevation?: number | undefined;
  readonly shape?: OutlinedBorder | undefined;
  readonly showDragHandle?: boolean | undefined;
  readonly clipBehavior?: ClipBehavior | undefined;
  readonly barrierColor?: Color | undefined;
}
/** @internal */
export const bottomSheetThemeType: Type<BottomSheetTheme> = objectType<BottomSheetTheme>("BottomSheetTheme", {
  bgcolor: colorType,
  elevation: pixels,
  shape: outlinedBorderType,
  showDragHandle: booleanType,
  clipBehavior: choiceType(ClipBehavior),
  barrierColor: colorType,
});

/** How a Banner looks where it does not say. Flet: `BannerTheme`. */
export interface BannerTheme {
  readonly bgcolor?: Color | undefined;
  readonly shadowColor?: Color | undefined;
  readonly dividerColor?: Color | undefined;
  readonly padding?: Padding | undefined;
  readonly leadingPadding?: Padding | undefined;
  readonly elevation?: number | undefined;
  readonly contentTextStyle?: TextStyle | undefined;
}
/** @internal */
export const bannerThemeType: Type<BannerTheme> = objectType<BannerTheme>("BannerTheme", {
  bgcolor: colorType,
  shadowColor: colorType,
  dividerColor: colorType,
  padding: paddingType,
  leadingPadding: paddingType,
  elevation: pixels,
  contentTextStyle: textStyleType,
});

/** How a SnackBar looks where it does not say. Flet: `SnackBarTheme`. */
export interface SnackBarTheme {
  readonly bgcolor?: Color | undefined;
  readonly actionTextColor?: Color | undefined;
  readonly actionBgcolor?: Color | undefined;
  readonly closeIconColor?: Color | undefined;
  readonly disabledActionTextColor?: Color | undefined;
  readonly disabledActionBgcolor?: Color | undefined;
  readonly elevation?: number | undefined;
  readonly width?: number | undefined;
  readonly showCloseIcon?: boolean | undefined;
  readonly dismissDirection?:
    | "none"
    | "vertical"
    | "horizontal"
    | "endToStart"
    | "startToEnd"
    | "up"
    | "down"
    | undefined;
  readonly behavior?: "fixed" | "floating" | undefined;
  readonly shape?: OutlinedBorder | undefined;
  readonly insetPadding?: Padding | undefined;
  readonly actionOverflowThreshold?: number | undefined;
}
/** @internal */
export const snackBarThemeType: Type<SnackBarTheme> = objectType<SnackBarTheme>("SnackBarTheme", {
  bgcolor: colorType,
  actionTextColor: colorType,
  actionBgcolor: colorType,
  closeIconColor: colorType,
  disabledActionTextColor: colorType,
  disabledActionBgcolor: colorType,
  elevation: pixels,
  width: pixels,
  showCloseIcon: booleanType,
  dismissDirection: choiceType(["none", "vertical", "horizontal", "endToStart", "startToEnd", "up", "down"]),
  behavior: choiceType(["fixed", "floating"]),
  shape: outlinedBorderType,
  insetPadding: paddingType,
  actionOverflowThreshold: pixels,
});
