import { choiceType, named, numberType, objectType, type Type } from "../core/declaration/types.ts";
import { type BorderSide, borderSideType } from "./border.ts";
import { type Color, colorType } from "./color.ts";
import { type ControlStateValue, controlStateType } from "./control-state.ts";
import { type Padding, paddingType } from "./insets.ts";
import { type Alignment, alignmentType } from "./layout.ts";
import { type MouseCursor, mouseCursorType } from "./mouse-cursor.ts";
import { type OutlinedBorder, outlinedBorderType } from "./outlined-border.ts";
import { durationType } from "./quantity.ts";
import { type TextStyle, textStyleType } from "./text-style.ts";
import { VisualDensity } from "./visual-density.ts";

/** Style of a button. Fields that are left out are the theme's. Flet: `ButtonStyle`. */
export interface ButtonStyle {
  /** Color of the text and the icon: one color, or by state. */
  readonly color?: ControlStateValue<Color> | undefined;
  /** Background color: one color, or by state. */
  readonly bgcolor?: ControlStateValue<Color> | undefined;
  /** Color of the overlay while the button is hovered, focused or pressed: one color, or by state. */
  readonly overlayColor?: ControlStateValue<Color> | undefined;
  /** Color of the shadow: one color, or by state. */
  readonly shadowColor?: ControlStateValue<Color> | undefined;
  /** Height of the button above the surface, in pixels; the shadow grows with it. One number, or by state. */
  readonly elevation?: ControlStateValue<number> | undefined;
  /** Duration of the change from one state to another, in milliseconds. */
  readonly animationDuration?: number | undefined;
  /** Space between the edge and the content, in pixels: one padding, or by state. */
  readonly padding?: ControlStateValue<Padding> | undefined;
  /** Border of the button: one line, or by state. Takes precedence over the border of `shape`. */
  readonly side?: ControlStateValue<BorderSide> | undefined;
  /** Shape of the button, with an optional border: one shape, or by state. */
  readonly shape?: ControlStateValue<OutlinedBorder> | undefined;
  /** Position of the content if there is more space than it needs. */
  readonly alignment?: Alignment | undefined;
  /** Text style of the text: one style, or by state. `color` takes precedence over its color. */
  readonly textStyle?: ControlStateValue<TextStyle> | undefined;
  /** Width and height of the icon, in pixels: one number, or by state. */
  readonly iconSize?: ControlStateValue<number> | undefined;
  /** Color of the icon: one color, or by state. Takes precedence over `color`. */
  readonly iconColor?: ControlStateValue<Color> | undefined;
  /** Compactness of the button. */
  readonly visualDensity?: VisualDensity | undefined;
  /** Mouse cursor shown over the button: one cursor, or by state. */
  readonly mouseCursor?: ControlStateValue<MouseCursor> | undefined;
}

const colors = controlStateType(colorType);

export const buttonStyleType: Type<ButtonStyle> = objectType<ButtonStyle>(
  "ButtonStyle",
  {
    color: colors,
    bgcolor: colors,
    overlayColor: colors,
    shadowColor: colors,
    elevation: controlStateType(numberType({ min: 0 })),
    animationDuration: durationType,
    padding: controlStateType(paddingType),
    side: controlStateType(borderSideType),
    shape: controlStateType(outlinedBorderType),
    alignment: alignmentType,
    textStyle: controlStateType(textStyleType),
    iconSize: controlStateType(numberType({ min: 0 })),
    iconColor: colors,
    visualDensity: choiceType(VisualDensity),
    mouseCursor: controlStateType(named("MouseCursor", mouseCursorType)),
  },
  [],
  [{ bgcolor: "primary", shape: "stadium" }],
);
