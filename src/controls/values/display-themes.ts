import { booleanType, choiceType, numberType, objectType, type Type } from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";
import { type Margin, marginType, type Padding, paddingType } from "../../core/values/insets.ts";
import { type Alignment, alignmentType, type Offset, offsetType } from "../../core/values/layout.ts";
import { type BorderRadius, borderRadiusType } from "./border-radius.ts";
import { type BoxConstraints, boxConstraintsType } from "./box-constraints.ts";
import { type BoxDecoration, boxDecorationType } from "./box-decoration.ts";
import { type Shadow, shadowType } from "./box-shadow.ts";
import { type ControlStateValue, controlStateType } from "./control-state.ts";
import { StrokeCap } from "./stroke-cap.ts";
import { TextAlign, type TextStyle, textStyleType } from "./text-style.ts";
import { TooltipTriggerMode } from "./tooltip.ts";

const pixels = numberType({ min: 0 });
const colors = controlStateType(colorType);

/** How a Badge looks where it does not say. Flet: `BadgeTheme`. */
export interface BadgeTheme {
  readonly bgcolor?: Color | undefined;
  readonly textColor?: Color | undefined;
  readonly smallSize?: number | undefined;
  readonly largeSize?: number | undefined;
  readonly alignment?: Alignment | undefined;
  readonly padding?: Padding | undefined;
  readonly offset?: Offset | undefined;
  readonly textStyle?: TextStyle | undefined;
}
/** @internal */
export const badgeThemeType: Type<BadgeTheme> = objectType<BadgeTheme>("BadgeTheme", {
  bgcolor: colorType,
  textColor: colorType,
  smallSize: pixels,
  largeSize: pixels,
  alignment: alignmentType,
  padding: paddingType,
  offset: offsetType,
  textStyle: textStyleType,
});

/** How a Divider or VerticalDivider looks where it does not say. Flet: `DividerTheme`. */
export interface DividerTheme {
  readonly color?: Color | undefined;
  readonly thickness?: number | undefined;
  readonly space?: number | undefined;
  readonly leadingIndent?: number | undefined;
  readonly trailingIndent?: number | undefined;
}
/** @internal */
export const dividerThemeType: Type<DividerTheme> = objectType<DividerTheme>("DividerTheme", {
  color: colorType,
  thickness: pixels,
  space: pixels,
  leadingIndent: pixels,
  trailingIndent: pixels,
});

/** How an Icon looks where it does not say. Flet: `IconTheme`. */
export interface IconTheme {
  readonly color?: Color | undefined;
  readonly opacity?: number | undefined;
  readonly size?: number | undefined;
  readonly shadows?: Shadow | undefined;
}
/** @internal */
export const iconThemeType: Type<IconTheme> = objectType<IconTheme>("IconTheme", {
  color: colorType,
  opacity: numberType({ min: 0, max: 1 }),
  size: pixels,
  shadows: shadowType,
});

/** How a ProgressBar or ProgressRing looks where it does not say. Flet: `ProgressIndicatorTheme`. */
export interface ProgressIndicatorTheme {
  readonly color?: Color | undefined;
  readonly circularTrackColor?: Color | undefined;
  readonly linearTrackColor?: Color | undefined;
  readonly linearMinHeight?: number | undefined;
  readonly borderRadius?: BorderRadius | undefined;
  readonly trackGap?: number | undefined;
  readonly circularTrackPadding?: Padding | undefined;
  readonly sizeConstraints?: BoxConstraints | undefined;
  readonly stopIndicatorColor?: Color | undefined;
  readonly stopIndicatorRadius?: number | undefined;
  readonly strokeAlign?: number | undefined;
  readonly strokeCap?: StrokeCap | undefined;
  readonly strokeWidth?: number | undefined;
  readonly year2023?: boolean | undefined;
}
/** @internal */
export const progressIndicatorThemeType: Type<ProgressIndicatorTheme> = objectType<ProgressIndicatorTheme>(
  "ProgressIndicatorTheme",
  {
    color: colorType,
    circularTrackColor: colorType,
    linearTrackColor: colorType,
    linearMinHeight: pixels,
    borderRadius: borderRadiusType,
    trackGap: pixels,
    circularTrackPadding: paddingType,
    sizeConstraints: boxConstraintsType,
    stopIndicatorColor: colorType,
    stopIndicatorRadius: pixels,
    strokeAlign: numberType(),
    strokeCap: choiceType(StrokeCap),
    strokeWidth: pixels,
    year2023: booleanType,
  },
);

/** How scroll bars look. Flet: `ScrollbarTheme`. */
export interface ScrollbarTheme {
  readonly thickness?: ControlStateValue<number> | undefined;
  readonly thumbColor?: ControlStateValue<Color> | undefined;
  readonly trackColor?: ControlStateValue<Color> | undefined;
}
/** @internal */
export const scrollbarThemeType: Type<ScrollbarTheme> = objectType<ScrollbarTheme>("ScrollbarTheme", {
  thickness: controlStateType(pixels),
  thumbColor: colors,
  trackColor: colors,
});

/** How tooltips look. Flet: `TooltipTheme`. */
export interface TooltipTheme {
  readonly textStyle?: TextStyle | undefined;
  readonly excludeFromSemantics?: boolean | undefined;
  readonly preferBelow?: boolean | undefined;
  readonly verticalOffset?: number | undefined;
  readonly padding?: Padding | undefined;
  readonly waitDuration?: number | undefined;
  readonly exitDuration?: number | undefined;
  readonly showDuration?: number | undefined;
  readonly margin?: Margin | undefined;
  readonly triggerMode?: TooltipTriggerMode | undefined;
  readonly decoration?: BoxDecoration | undefined;
  readonly textAlign?: TextAlign | undefined;
  readonly sizeConstraints?: BoxConstraints | undefined;
}
/** @internal */
export const tooltipThemeType: Type<TooltipTheme> = objectType<TooltipTheme>("TooltipTheme", {
  textStyle: textStyleType,
  excludeFromSemantics: booleanType,
  preferBelow: booleanType,
  verticalOffset: numberType(),
  padding: paddingType,
  waitDuration: pixels,
  exitDuration: pixels,
  showDuration: pixels,
  margin: marginType,
  triggerMode: choiceType(TooltipTriggerMode),
  decoration: boxDecorationType,
  textAlign: choiceType(TextAlign),
  sizeConstraints: boxConstraintsType,
});
