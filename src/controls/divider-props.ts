import type { In, LayoutProps, Literal, Mode, Read } from "../core/control-props.ts";
import { type Entries, number, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type BorderRadius, borderRadiusType } from "./values/border-radius.ts";

/** What the two kinds of lines have in common. */
export interface DividerLineProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Of the line. Default `null`: the theme's. */
  color?: In<M, Color | null>;
  /** Of the line itself, in pixels; 0 is as thin as the screen can draw. Default `null`: 1. */
  thickness?: In<M, number | null>;
  /** Pixels that are left free before the line. Default `null`: none. */
  leadingIndent?: In<M, number | null>;
  /** Pixels that are left free behind the line. Default `null`: none. */
  trailingIndent?: In<M, number | null>;
  /** How round the ends of the line are, in pixels: one number, or by corner. Default `null`: square. */
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
