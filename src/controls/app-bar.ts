import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { flag, number, oneOf, type Spec, slot, slotOrText, slots, spec, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { ClipBehavior } from "./values/clip-behavior.ts";
import { type OutlinedBorder, outlinedBorderType } from "./values/outlined-border.ts";
import { type TextStyle, textStyleType } from "./values/text-style.ts";

/** Properties of {@link AppBar}. */
export interface AppBarProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What stands before the title: often a button. Default none. */
  leading?: In<M, Control | null>;
  /** How wide the place of `leading` is, in pixels. Default `null`: 56. */
  leadingWidth?: In<M, number | null>;
  /** Whether a bar without `leading` shows a button that leads back, where there is a view to go back from. Default `true`. */
  automaticallyImplyLeading?: In<M, boolean>;
  /** What the page, or this part of it, is about. Default none. */
  title?: In<M, Control | string | null>;
  /** Whether the title stands in the middle. Default `null`: it does not. */
  centerTitle?: In<M, boolean | null>;
  /** How high the bar is, in pixels. Default `null`: 64. */
  toolbarHeight?: In<M, number | null>;
  /** Of text and icons. Default `null`: the theme's. */
  color?: In<M, Color | null>;
  /** Behind the bar. Default `null`: the theme's surface, and a shade of it while content is scrolled under the bar. */
  bgcolor?: In<M, Color | null>;
  /** How high it seems to float, in pixels. Default `null`: not at all. */
  elevation?: In<M, number | null>;
  /** The same while content is scrolled under it. Default `null`: as `elevation`. */
  elevationOnScroll?: In<M, number | null>;
  /** Of the shadow below it. Default `null`: the theme's. */
  shadowColor?: In<M, Color | null>;
  /** Whether what reaches over its edge is cut. Default `null`: it is not. */
  clipBehavior?: In<M, ClipBehavior | null>;
  /** Whether it stays clear: no colour, no shade while content is scrolled under it. Default `false`. */
  forceMaterialTransparency?: In<M, boolean>;
  /** Whether it stands below another bar, and so leaves no room for the device's status bar. Default `false`. */
  secondary?: In<M, boolean>;
  /** Pixels before and after the title. Default `null`: 16. */
  titleSpacing?: In<M, number | null>;
  /** Whether the title is no heading to a screen reader. Default `false`. */
  excludeHeaderSemantics?: In<M, boolean>;
  /** What stands at the end of the bar: often buttons. Default none. */
  actions?: Children<M>;
  /** Room around the actions, in pixels: one number, or by side. Default `null`: a little at the end. */
  actionsPadding?: In<M, Padding | null>;
  /** How solid what stands in the bar is: from 0 (clear) to 1. Default 1. */
  toolbarOpacity?: In<M, number>;
  /** Of the title. Default `null`: the theme's. */
  titleTextStyle?: In<M, TextStyle | null>;
  /** Of text beside the title. Default `null`: the theme's. */
  toolbarTextStyle?: In<M, TextStyle | null>;
  /** Its outline. Default `null`: a rectangle. */
  shape?: In<M, OutlinedBorder | null>;
}

export interface AppBar extends Plain<AppBarProps<Read>> {}

/** The bar at the top of a page: where one is, the way back, and what can be done. It stays in place as the page scrolls. */
export class AppBar extends Control {
  static override readonly spec: Spec<AppBarProps<Read>> = spec<AppBarProps<Read>, LayoutProps<Read>>(
    "AppBar",
    Control,
    {
      leading: slot(),
      leadingWidth: number(null, { min: 0 }),
      automaticallyImplyLeading: flag(true),
      title: slotOrText(),
      centerTitle: flag(null),
      toolbarHeight: number(null, { min: 0 }),
      color: value(colorType, null),
      bgcolor: value(colorType, null),
      elevation: number(null, { min: 0 }),
      elevationOnScroll: number(null, { min: 0 }),
      shadowColor: value(colorType, null),
      clipBehavior: oneOf(ClipBehavior, null),
      forceMaterialTransparency: flag(false),
      secondary: flag(false),
      titleSpacing: number(null, { min: 0 }),
      excludeHeaderSemantics: flag(false),
      actions: slots(),
      actionsPadding: value(paddingType, null),
      toolbarOpacity: number(1, { min: 0, max: 1 }),
      titleTextStyle: value(textStyleType, null),
      toolbarTextStyle: value(textStyleType, null),
      shape: value(outlinedBorderType, null),
    },
    { role: "banner", label: "title" },
  );

  constructor(props?: AppBarProps) {
    super(props);
  }
}
