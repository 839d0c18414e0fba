import { choiceType, named, numberType, objectType, type Type } from "../core/declaration/types.ts";
import { type BorderSide, borderSideType } from "./border.ts";
import { type Color, colorType } from "./color.ts";
import { type ControlStateValue, controlStateType } from "./control-state.ts";
import { type Padding, paddingType } from "./insets.ts";
import { type Alignment, alignmentType, type Size, sizeType } from "./layout.ts";
import { type MouseCursor, mouseCursorType } from "./mouse-cursor.ts";
import { type OutlinedBorder, outlinedBorderType } from "./outlined-border.ts";
import { VisualDensity } from "./visual-density.ts";

/** Style of a menu, or of a MenuBar. Fields that are left out are the theme's. Flet: `MenuStyle`. */
export interface MenuStyle {
  /** Point of the SubmenuButton at which the top start corner of its menu is placed. */
  readonly alignment?: Alignment | undefined;
  /** Background color: one color, or by state. */
  readonly bgcolor?: ControlStateValue<Color> | undefined;
  /** Color of the shadow: one color, or by state. */
  readonly shadowColor?: ControlStateValue<Color> | undefined;
  /** Height of the menu above the surface, in pixels; the shadow grows with it. One number, or by state. */
  readonly elevation?: ControlStateValue<number> | undefined;
  /** Space between the edge and the items, in pixels: one padding, or by state. */
  readonly padding?: ControlStateValue<Padding> | undefined;
  /** Border of the menu: one line, or by state. Takes precedence over the border of `shape`. */
  readonly side?: ControlStateValue<BorderSide> | undefined;
  /** Shape of the menu, with an optional border: one shape, or by state. */
  readonly shape?: ControlStateValue<OutlinedBorder> | undefined;
  /** Mouse cursor shown over the menu: one cursor, or by state. */
  readonly mouseCursor?: ControlStateValue<MouseCursor> | undefined;
  /** Size of the menu, in pixels: one size, or by state. Takes precedence over `minSize` and `maxSize`. */
  readonly fixedSize?: ControlStateValue<Size> | undefined;
  /** Maximum size of the menu, in pixels: one size, or by state. */
  readonly maxSize?: ControlStateValue<Size> | undefined;
  /** Minimum size of the menu, in pixels: one size, or by state. */
  readonly minSize?: ControlStateValue<Size> | undefined;
  /** Compactness of the items. */
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
