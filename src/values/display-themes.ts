import { booleanType, choiceType, numberType, objectType, type Type } from "../core/declaration/types.ts";
import { type BorderRadius, borderRadiusType } from "./border-radius.ts";
import { type BoxConstraints, boxConstraintsType } from "./box-constraints.ts";
import { type BoxDecoration, boxDecorationType } from "./box-decoration.ts";
import { type Shadow, shadowType } from "./box-shadow.ts";
import { type Color, colorType } from "./color.ts";
import { type ControlStateValue, controlStateType } from "./control-state.ts";
import { type Margin, marginType, type Padding, paddingType } from "./insets.ts";
import { type Alignment, alignmentType, type Offset, offsetType } from "./layout.ts";
import { StrokeCap } from "./stroke-cap.ts";
import { TextAlign, type TextStyle, textStyleType } from "./text-style.ts";
import { TooltipTriggerMode } from "./tooltip.ts";

const pixels = numberType({ min: 0 });
const colors = controlStateType(colorType);

/** Style that every Badge has by default. Flet: `BadgeTheme`. */
export interface BadgeTheme {
  /** Background color of the badge. */
  readonly bgcolor?: Color | undefined;
  /** Color of the label. */
  readonly textColor?: Color | undefined;
  /** Diameter of a badge without a label, in pixels. */
  readonly smallSize?: number | undefined;
  /** Height of a badge with a label, in pixels. */
  readonly largeSize?: number | undefined;
  /** Position of the badge on its control. */
  readonly alignment?: Alignment | undefined;
  /** Space around the label, in pixels: one number for all sides, or by side. */
  readonly padding?: Padding | undefined;
  /** Distance of the badge from the position given by `alignment`, in pixels. */
  readonly offset?: Offset | undefined;
  /** Text style of the label. */
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

/** Style that every Divider and VerticalDivider has by default. Flet: `DividerTheme`. */
export interface DividerTheme {
  /** Color of the line. */
  readonly color?: Color | undefined;
  /** Thickness of the line, in pixels. */
  readonly thickness?: number | undefined;
  /** Space that the divider takes across the line, in pixels. */
  readonly space?: number | undefined;
  /** Empty space before the line, in pixels. */
  readonly leadingIndent?: number | undefined;
  /** Empty space after the line, in pixels. */
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

/** Style that every Icon has by default. Flet: `IconTheme`. */
export interface IconTheme {
  /** Color of the icon. */
  readonly color?: Color | undefined;
  /** Opacity of the icon, from 0 (transparent) to 1 (opaque). */
  readonly opacity?: number | undefined;
  /** Width and height of the icon, in pixels. */
  readonly size?: number | undefined;
  /** Shadows of the icon's shape: one, or a list. */
  readonly shadows?: Shadow | undefined;
}
/** @internal */
export const iconThemeType: Type<IconTheme> = objectType<IconTheme>("IconTheme", {
  color: colorType,
  opacity: numberType({ min: 0, max: 1 }),
  size: pixels,
  shadows: shadowType,
});

/** Style that every ProgressBar and ProgressRing has by default. Flet: `ProgressIndicatorTheme`. */
export interface ProgressIndicatorTheme {
  /** Color of the completed part. */
  readonly color?: Color | undefined;
  /** Color of the remaining part of a ProgressRing. */
  readonly circularTrackColor?: Color | undefined;
  /** Color of the remaining part of a ProgressBar. */
  readonly linearTrackColor?: Color | undefined;
  /** Height of a ProgressBar, in pixels. */
  readonly linearMinHeight?: number | undefined;
  /** Radius of the corners of a ProgressBar, in pixels: one number, or by corner. */
  readonly borderRadius?: BorderRadius | undefined;
  /** Gap between the completed and the remaining part, in pixels. Only with `year2023: false`. */
  readonly trackGap?: number | undefined;
  /** Space around a ProgressRing, in pixels: one number for all sides, or by side. */
  readonly circularTrackPadding?: Padding | undefined;
  /** Minimum and maximum size of a ProgressRing, in pixels. */
  readonly sizeConstraints?: BoxConstraints | undefined;
  /** Color of the dot at the end of a ProgressBar. Only with `year2023: false`. */
  readonly stopIndicatorColor?: Color | undefined;
  /** Radius of the dot at the end of a ProgressBar, in pixels; 0 hides it. Only with `year2023: false`. */
  readonly stopIndicatorRadius?: number | undefined;
  /** Position of a ProgressRing's line relative to the edge: -1 is inside, 0 on the edge, 1 outside. */
  readonly strokeAlign?: number | undefined;
  /** Shape of the ends of a ProgressRing's line. */
  readonly strokeCap?: StrokeCap | undefined;
  /** Width of a ProgressRing's line, in pixels. */
  readonly strokeWidth?: number | undefined;
  /** Whether both have the Material 3 style of 2023. */
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

/** Style of scrollbars. Flet: `ScrollbarTheme`. */
export interface ScrollbarTheme {
  /** Thickness of the scrollbar, in pixels: one number, or by state. */
  readonly thickness?: ControlStateValue<number> | undefined;
  /** Color of the thumb: one color, or by state. */
  readonly thumbColor?: ControlStateValue<Color> | undefined;
  /** Color of the track: one color, or by state. */
  readonly trackColor?: ControlStateValue<Color> | undefined;
}
/** @internal */
export const scrollbarThemeType: Type<ScrollbarTheme> = objectType<ScrollbarTheme>("ScrollbarTheme", {
  thickness: controlStateType(pixels),
  thumbColor: colors,
  trackColor: colors,
});

/** Style that every tooltip has by default. Flet: `TooltipTheme`. */
export interface TooltipTheme {
  /** Text style of the message. */
  readonly textStyle?: TextStyle | undefined;
  /** Whether screen readers ignore the tooltip. */
  readonly excludeFromSemantics?: boolean | undefined;
  /** Whether the tooltip is placed below the control if there is space. */
  readonly preferBelow?: boolean | undefined;
  /** Distance from the middle of the control to the tooltip, in pixels. */
  readonly verticalOffset?: number | undefined;
  /** Space between the edge of the tooltip and its text, in pixels: one number for all sides, or by side. */
  readonly padding?: Padding | undefined;
  /** Time that the pointer must rest before the tooltip appears, in milliseconds. */
  readonly waitDuration?: number | undefined;
  /** Time that the tooltip stays after the pointer has left, in milliseconds. */
  readonly exitDuration?: number | undefined;
  /** Time that the tooltip stays after a finger was lifted, in milliseconds. */
  readonly showDuration?: number | undefined;
  /** Space around the tooltip, also to the edges of the viewport, in pixels: one number for all sides, or by side. */
  readonly margin?: Margin | undefined;
  /** Touch gesture that shows the tooltip. */
  readonly triggerMode?: TooltipTriggerMode | undefined;
  /** Background, border and shadows of the tooltip. */
  readonly decoration?: BoxDecoration | undefined;
  /** Horizontal alignment of the text. */
  readonly textAlign?: TextAlign | undefined;
  /** Minimum and maximum size of the tooltip, in pixels. */
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
