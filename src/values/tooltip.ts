import {
  booleanType,
  choiceType,
  eitherType,
  numberType,
  objectType,
  stringType,
  type Type,
} from "../core/declaration/types.ts";
import { type BoxConstraints, boxConstraintsType } from "./box-constraints.ts";
import { type BoxDecoration, boxDecorationType } from "./box-decoration.ts";
import { type Color, colorType } from "./color.ts";
import { type Margin, marginType, type Padding, paddingType } from "./insets.ts";
import { type MouseCursor, mouseCursorType } from "./mouse-cursor.ts";
import { durationType } from "./quantity.ts";
import { TextAlign, type TextStyle, textStyleType } from "./text-style.ts";

/** Touch gesture that shows a tooltip; with `"manual"` there is none. Hovering and keyboard focus always show it. */
export type TooltipTriggerMode = "manual" | "tap" | "longPress";
export const TooltipTriggerMode: readonly TooltipTriggerMode[] = ["manual", "tap", "longPress"];

/** A tooltip with its own style and times. Flet: `Tooltip`. */
export interface TooltipDetails {
  /** Text of the tooltip. */
  readonly message: string;
  /** Background, border and shadows of the tooltip. Takes precedence over `bgcolor`. Default: the theme's. */
  readonly decoration?: BoxDecoration | undefined;
  /** Background color. Default: the theme's color. */
  readonly bgcolor?: Color | undefined;
  /** Text style of the message. Default: the theme's. */
  readonly textStyle?: TextStyle | undefined;
  /** Horizontal alignment of the text. Default `"start"`. */
  readonly textAlign?: TextAlign | undefined;
  /**
   * Space between the edge of the tooltip and its text, in pixels: one number for all sides, or by side. Default 4
   * above and below, 8 left and right.
   */
  readonly padding?: Padding | undefined;
  /**
   * Space around the tooltip, also to the edges of the viewport, in pixels: one number for all sides, or by side.
   * Default 8 left and right, none above and below.
   */
  readonly margin?: Margin | undefined;
  /** Minimum and maximum size of the tooltip, in pixels. Default: at most 320 wide. */
  readonly sizeConstraints?: BoxConstraints | undefined;
  /** Whether the tooltip is placed below the control if there is space. Default `true`. */
  readonly preferBelow?: boolean | undefined;
  /** Distance from the middle of the control to the tooltip, in pixels. Default: 8 from the control's edge. */
  readonly verticalOffset?: number | undefined;
  /** Time that the pointer must rest before the tooltip appears, in milliseconds. Default 500. */
  readonly waitDuration?: number | undefined;
  /** Time that the tooltip stays after a finger was lifted, in milliseconds. Default 1500. */
  readonly showDuration?: number | undefined;
  /**
   * Time that the tooltip stays after the pointer has left, in milliseconds. The pointer can move onto the tooltip,
   * which keeps it open. Default 100.
   */
  readonly exitDuration?: number | undefined;
  /** Whether a press outside the control hides the tooltip. Default `true`. */
  readonly tapToDismiss?: boolean | undefined;
  /** Whether screen readers ignore the tooltip. Default `false`. */
  readonly excludeFromSemantics?: boolean | undefined;
  /** Touch gesture that shows the tooltip. Default `"longPress"`. */
  readonly triggerMode?: TooltipTriggerMode | undefined;
  /** Mouse cursor shown over the control. Default: the control's own. */
  readonly mouseCursor?: MouseCursor | undefined;
}

/** A tooltip: its text, or its text with style and times. */
export type Tooltip = string | TooltipDetails;

const details: Type<TooltipDetails> = objectType<TooltipDetails>(
  "Tooltip",
  {
    message: stringType,
    decoration: boxDecorationType,
    bgcolor: colorType,
    textStyle: textStyleType,
    textAlign: choiceType(TextAlign),
    padding: paddingType,
    margin: marginType,
    sizeConstraints: boxConstraintsType,
    preferBelow: booleanType,
    verticalOffset: numberType(),
    waitDuration: durationType,
    showDuration: durationType,
    exitDuration: durationType,
    tapToDismiss: booleanType,
    excludeFromSemantics: booleanType,
    triggerMode: choiceType(TooltipTriggerMode),
    mouseCursor: mouseCursorType,
  },
  ["message"],
  [{ message: "Save", waitDuration: 0 }],
);
export const tooltipType: Type<Tooltip> = eitherType<Tooltip>(stringType, details);
