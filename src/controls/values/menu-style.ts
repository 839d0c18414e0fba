import { choiceType, named, numberType, objectType, type Type } from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";
import { type Padding, paddingType } from "../../core/values/insets.ts";
import { type Alignment, alignmentType, type Size, sizeType } from "../../core/values/layout.ts";
import { type BorderSide, borderSideType } from "./border.ts";
import { type ControlStateValue, controlStateType } from "./control-state.ts";
import { type MouseCursor, mouseCursorType } from "./mouse-cursor.ts";
import { type OutlinedBorder, outlinedBorderType } from "./outlined-border.ts";
import { VisualDensity } from "./visual-density.ts";

/** How a menu, or a bar of menus, looks. What is left out is as the theme has it. Flet: `MenuStyle`. */
export interface MenuStyle {
  /** The point of what opens the menu where its first corner stands. */
  readonly alignment?: Alignment | undefined;
  readonly bgcolor?: ControlStateValue<Color> | undefined;
  readonly shadowColor?: ControlStateValue<Color> | undefined;
  /** How high it floats, in pixels: the shadow grows with it. */
  readonly elevation?: ControlStateValue<number> | undefined;
  /** Room between the edge and the items, in pixels. */
  readonly padding?: ControlStateValue<Padding> | undefined;
  /** The line along the edge. It comes before the line of `shape`. */
  readonly side?: ControlStateValue<BorderSide> | undefined;
  readonly shape?: ControlStateValue<OutlinedBorder> | undefined;
  readonly mouseCursor?: ControlStateValue<MouseCursor> | undefined;
  /** Its size, in pixels; it comes before the next two. */
  readonly fixedSize?: ControlStateValue<Size> | undefined;
  readonly maxSize?: ControlStateValue<Size> | undefined;
  readonly minSize?: ControlStateValue<Size> | undefined;
  readonly visualDensity?: VisualDensity | undefined;
}

const colors = controlStateType(colorType);
const sizes = controlStateType(sizeType);

export const menuStyleType: Type<MenuStyle> = objectType<MenuStyle>("MenuStyle", {
  alignment: alignmentType,
  bgcolor: colors,
  shadowColor: colors,
  elevation: controlStateType(numberType({ min: 0 })),
  padding: controlStateType(paddingType),
  side: controlStateType(borderSideType),
  shape: controlStateType(outlinedBorderType),
  mouseCursor: controlStateType(named("MouseCursor", mouseCursorType)),
  fixedSize: sizes,
  maxSize: sizes,
  minSize: sizes,
  visualDensity: choiceType(VisualDensity),
});
