import { objectType, type Type } from "../core/declaration/types.ts";
import { type BorderSide, borderSideType } from "./border.ts";
import { type BorderRadius, borderRadiusType } from "./border-radius.ts";
import { type Padding, paddingType } from "./insets.ts";

/** A line below the selected tab. */
export interface UnderlineTabIndicator {
  /** Width and color of the line. Default: 2 pixels in the theme's primary color. */
  readonly borderSide?: BorderSide | undefined;
  /** Space around the line, in pixels: one number for all sides, or by side. Default none. */
  readonly insets?: Padding | undefined;
  /** Radius of the corners of the line, in pixels: one number, or by corner. Default: square. */
  readonly borderRadius?: BorderRadius | undefined;
}
export const underlineTabIndicatorType: Type<UnderlineTabIndicator> = objectType<UnderlineTabIndicator>(
  "UnderlineTabIndicator",
  { borderSide: borderSideType, insets: paddingType, borderRadius: borderRadiusType },
);

/** Length of the indicator line: as long as the tab, or as its label. Flet: `TabBarIndicatorSize`. */
export type TabBarIndicatorSize = "tab" | "label";
export const TabBarIndicatorSize: readonly TabBarIndicatorSize[] = ["tab", "label"];

/**
 * Animation of the indicator line on its way to another tab: with constant length, or stretched. Flet:
 * `TabIndicatorAnimation`.
 */
export type TabIndicatorAnimation = "linear" | "elastic";
export const TabIndicatorAnimation: readonly TabIndicatorAnimation[] = ["linear", "elastic"];
