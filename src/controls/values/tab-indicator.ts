import { objectType, type Type } from "../../core/types.ts";
import { type Padding, paddingType } from "../../core/values/insets.ts";
import { type BorderSide, borderSideType } from "./border.ts";
import { type BorderRadius, borderRadiusType } from "./border-radius.ts";

/** The line below the chosen tab. */
export interface UnderlineTabIndicator {
  /** Its width and colour. Default: 2 pixels of the theme's main colour. */
  readonly borderSide?: BorderSide | undefined;
  /** Room around it, in pixels: one number, or by side. Default none. */
  readonly insets?: Padding | undefined;
  /** How round its corners are, in pixels: one number, or by corner. Default: square. */
  readonly borderRadius?: BorderRadius | undefined;
}
export const underlineTabIndicatorType: Type<UnderlineTabIndicator> = objectType<UnderlineTabIndicator>(
  "UnderlineTabIndicator",
  { borderSide: borderSideType, insets: paddingType, borderRadius: borderRadiusType },
);

/** Whether the line is as long as the tab, or as what is written on it. Flet: `TabBarIndicatorSize`. */
export type TabBarIndicatorSize = "tab" | "label";
export const TabBarIndicatorSize: readonly TabBarIndicatorSize[] = ["tab", "label"];

/** How the line goes to another tab: as it is, or stretched on the way. Flet: `TabIndicatorAnimation`. */
export type TabIndicatorAnimation = "linear" | "elastic";
export const TabIndicatorAnimation: readonly TabIndicatorAnimation[] = ["linear", "elastic"];
