import { appBarLayout } from "../../layout/bars.ts";
import { ClipBehavior } from "../../values/clip-behavior.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { type OutlinedBorder, outlinedBorderType } from "../../values/outlined-border.ts";
import { type TextStyle, textStyleType } from "../../values/text-style.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { flag, number, oneOf, type Spec, slot, slotOrText, slots, spec, value } from "../spec.ts";

/** Properties of {@link AppBar}. */
export interface AppBarProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Control before the title, often a button. Default `null`: none. */
  leading?: In<M, Control | null>;
  /** Width of the space for `leading`, in pixels. Default `null`: 56. */
  leadingWidth?: In<M, number | null>;
  /** Whether a bar without `leading` shows a back button in a view that the person can leave. Default `true`. */
  automaticallyImplyLeading?: In<M, boolean>;
  /** Title of the page or of this part of it: text, or a control. Default `null`: none. */
  title?: In<M, Control | string | null>;
  /** Whether the title is centered. Default `null`: it is not. */
  centerTitle?: In<M, boolean | null>;
  /** Height of the bar, in pixels. Default `null`: 56. */
  toolbarHeight?: In<M, number | null>;
  /** Color of the text and icons in the bar. Default `null`: the theme's color. */
  color?: In<M, Color | null>;
  /**
   * Background color of the bar. Default `null`: the theme's surface color, tinted while content is scrolled under the
   * bar.
   */
  bgcolor?: In<M, Color | null>;
  /** Height of the bar above the surface, in pixels; the shadow grows with it. Default `null`: no shadow. */
  elevation?: In<M, number | null>;
  /** Height of the bar above the surface while content is scrolled under it, in pixels. Default `null`: `elevation`. */
  elevationOnScroll?: In<M, number | null>;
  /** Color of the shadow of the bar. Default `null`: the theme's color. */
  shadowColor?: In<M, Color | null>;
  /** Whether content that overflows the edge of the bar is clipped. Default `null`: it is not. */
  clipBehavior?: In<M, ClipBehavior | null>;
  /**
   * Whether the bar stays transparent: no background, and no tint while content is scrolled under it. Default `false`.
   */
  forceMaterialTransparency?: In<M, boolean>;
  /**
   * Whether the bar is below another bar, so that it leaves no space for the status bar of the device. Default `false`.
   */
  secondary?: In<M, boolean>;
  /** Space before and after the title, in pixels. Default `null`: 16. */
  titleSpacing?: In<M, number | null>;
  /** Whether the title is not a heading for screen readers. Default `false`. */
  excludeHeaderSemantics?: In<M, boolean>;
  /** Controls at the end of the bar, often buttons. Default none. */
  actions?: Children<M>;
  /** Space around the actions, in pixels: one number for all sides, or by side. Default `null`: 8 at the end. */
  actionsPadding?: In<M, Padding | null>;
  /** Opacity of the content of the bar, from 0 (transparent) to 1 (opaque). Default 1. */
  toolbarOpacity?: In<M, number>;
  /** Text style of the title. Default `null`: the theme's. */
  titleTextStyle?: In<M, TextStyle | null>;
  /** Text style of the text next to the title. Default `null`: the theme's. */
  toolbarTextStyle?: In<M, TextStyle | null>;
  /** Shape of the bar. Default `null`: a rectangle. */
  shape?: In<M, OutlinedBorder | null>;
}

export interface AppBar extends Plain<AppBarProps<Read>> {
  /** Controls at the end of the bar, often buttons. Default none. */
  get actions(): ChildArray;
  set actions(children: readonly Control[]);
}

/** A bar at the top of a page: its title, a way back, and actions. It stays in place while the page scrolls. */
export class AppBar extends Control {
  static override readonly spec: Spec<AppBarProps> = spec<AppBarProps>({
    type: "AppBar",
    parent: Control,
    layout: appBarLayout,
    properties: {
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
    semantics: { role: "banner", label: "title" },
  });

  constructor(props?: AppBarProps) {
    super(props);
  }
}
