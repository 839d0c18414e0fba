import {
  booleanType,
  choiceType,
  eitherType,
  numberType,
  objectType,
  stringType,
  type Type,
} from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";
import { type Margin, marginType, type Padding, paddingType } from "../../core/values/insets.ts";
import { type BoxConstraints, boxConstraintsType } from "./box-constraints.ts";
import { type BoxDecoration, boxDecorationType } from "./box-decoration.ts";
import { type MouseCursor, mouseCursorType } from "./mouse-cursor.ts";
import { TextAlign, type TextStyle, textStyleType } from "./text-style.ts";

/**
 * What a finger does to see a tip; a pointer that rests and the keyboard show it anyway. With `"manual"` nothing that
 * a finger does.
 */
export type TooltipTriggerMode = "manual" | "tap" | "longPress";
export const TooltipTriggerMode: readonly TooltipTriggerMode[] = ["manual", "tap", "longPress"];

/** A tip with a look and times of its own. Flet: `Tooltip`. */
export interface TooltipDetails {
  readonly message: string;
  /** How its box looks; it comes before `bgcolor`. */
  readonly decoration?: BoxDecoration | undefined;
  /** Default: the theme's. */
  readonly bgcolor?: Color | undefined;
  readonly textStyle?: TextStyle | undefined;
  /** Default `"start"`. */
  readonly textAlign?: TextAlign | undefined;
  /** Room inside its edge, in pixels. Default 4 above and below, 8 beside. */
  readonly padding?: Padding | undefined;
  /** Room around it, in pixels, also to the edges of the window. Default 8 beside, none above and below. */
  readonly margin?: Margin | undefined;
  /** How small and how large it may be. Default: at most 320 pixels wide. */
  readonly sizeConstraints?: BoxConstraints | undefined;
  /** Whether it stands below the control where there is room. Default `true`. */
  readonly preferBelow?: boolean | undefined;
  /** Pixels from the middle of the control to the tip. Default: 8 from the control's edge. */
  readonly verticalOffset?: number | undefined;
  /** Milliseconds that a pointer rests until it shows. Default 500. */
  readonly waitDuration?: number | undefined;
  /** Milliseconds that it stays after a finger was lifted. Default 1500. */
  readonly showDuration?: number | undefined;
  /** Milliseconds that it stays after the pointer left: time to go to the tip, which keeps it. Default 100. */
  readonly exitDuration?: number | undefined;
  /** Whether a press anywhere hides it. Default `true`. */
  readonly tapToDismiss?: boolean | undefined;
  /** Whether screen readers do not tell it. Default `false`. */
  readonly excludeFromSemantics?: boolean | undefined;
  /** Default `"longPress"`. */
  readonly triggerMode?: TooltipTriggerMode | undefined;
  /** What the pointer looks like on the control. */
  readonly mouseCursor?: MouseCursor | undefined;
}

/** A tip: its text, or more about it. */
export type Tooltip = string | TooltipDetails;

const milliseconds = numberType({ min: 0 });
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
    waitDuration: milliseconds,
    showDuration: milliseconds,
    exitDuration: milliseconds,
    tapToDismiss: booleanType,
    excludeFromSemantics: booleanType,
    triggerMode: choiceType(TooltipTriggerMode),
    mouseCursor: mouseCursorType,
  },
  ["message"],
);
export const tooltipType: Type<Tooltip> = eitherType<Tooltip>(stringType, details);
