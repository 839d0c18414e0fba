import { type BorderRadius, borderRadiusType } from "../../values/border-radius.ts";
import { type Color, colorType } from "../../values/color.ts";
import type { In, LayoutProps, Literal, Mode, Read } from "../control-props.ts";
import { type Entries, number, value } from "../spec.ts";

/** Properties that horizontal and vertical dividers share. */
export interface DividerLineProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Color of the line. Default `null`: the theme's color. */
  color?: In<M, Color | null>;
  /** Thickness of the line, in pixels; 0 is as thin as the screen can draw. Default `null`: 1. */
  thickness?: In<M, number | null>;
  /** Empty space before the line, in pixels. Default `null`: none. */
  leadingIndent?: In<M, number | null>;
  /** Empty space after the line, in pixels. Default `null`: none. */
  trailingIndent?: In<M, number | null>;
  /**
   * Radius of the ends of the line, in pixels: one number for all corners, or by corner. Default `null`: square ends.
   */
  radius?: In<M, BorderRadius | null>;
}

/** @internal */
export const dividerEntries: Entries<DividerLineProps<Read>, LayoutProps<Read>> = {
  color: value(colorType, null),
  thickness: number(null, { min: 0 }),
  leadingIndent: number(null, { min: 0 }),
  trailingIndent: number(null, { min: 0 }),
  radius: value(borderRadiusType, null),
};
