import { choiceType, named, numberType, objectType, type Type } from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";
import { type Padding, paddingType } from "../../core/values/insets.ts";
import { type Alignment, alignmentType } from "../../core/values/layout.ts";
import { type BorderSide, borderSideType } from "./border.ts";
import { type ControlStateValue, controlStateType } from "./control-state.ts";
import { type MouseCursor, mouseCursorType } from "./mouse-cursor.ts";
import { type OutlinedBorder, outlinedBorderType } from "./outlined-border.ts";
import { type TextStyle, textStyleType } from "./text-style.ts";
import { VisualDensity } from "./visual-density.ts";

/** How a button looks. What is left out is as the theme has it. Flet: `ButtonStyle`. */
export interface ButtonStyle {
  /** Of the text and the icon. */
  readonly color?: ControlStateValue<Color> | undefined;
  readonly bgcolor?: ControlStateValue<Color> | undefined;
  /** Laid over the button while it is hovered, focused or pressed. */
  readonly overlayColor?: ControlStateValue<Color> | undefined;
  readonly shadowColor?: ControlStateValue<Color> | undefined;
  /** How high it floats, in pixels: the shadow grows with it. */
  readonly elevation?: ControlStateValue<number> | undefined;
  /** How long a change of state takes, in milliseconds. */
  readonly animationDuration?: number | undefined;
  /** Room between the edge and the content, in pixels. */
  readonly padding?: ControlStateValue<Padding> | undefined;
  /** The line along the edge. It comes before the line of `shape`. */
  readonly side?: ControlStateValue<BorderSide> | undefined;
  readonly shape?: ControlStateValue<OutlinedBorder> | undefined;
  /** Where the content stands if there is more room than it needs. */
  readonly alignment?: Alignment | undefined;
  /** Of the text. `color` comes before its colour. */
  readonly textStyle?: ControlStateValue<TextStyle> | undefined;
  /** Width and height of the icon, in pixels. */
  readonly iconSize?: ControlStateValue<number> | undefined;
  /** Of the icon alone. */
  readonly iconColor?: ControlStateValue<Color> | undefined;
  readonly visualDensity?: VisualDensity | undefined;
  readonly mouseCursor?: ControlStateValue<MouseCursor> | undefined;
}

const colors = controlStateType(colorType);

export const buttonStyleType: Type<ButtonStyle> = objectType<ButtonStyle>("ButtonStyle", {
  color: colors,
  bgcolor: colors,
  overlayColor: colors,
  shadowColor: colors,
  elevation: controlStateType(numberType({ min: 0 })),
  animationDuration: numberType({ min: 0 }),
  padding: controlStateType(paddingType),
  side: controlStateType(borderSideType),
  shape: controlStateType(outlinedBorderType),
  alignment: alignmentType,
  textStyle: controlStateType(textStyleType),
  iconSize: controlStateType(numberType({ min: 0 })),
  iconColor: colors,
  visualDensity: choiceType(VisualDensity),
  mouseCursor: controlStateType(named("MouseCursor", mouseCursorType)),
});
