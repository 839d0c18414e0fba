import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, number, oneOf, type Spec, slotOrIcon, slotOrText, slots, spec, value } from "../core/spec.ts";
import { integerType } from "../core/types.ts";
import { type Color, colorType } from "../core/values/color.ts";
import type { IconName } from "../core/values/icon-name.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import type { PopupMenuItem } from "./popup-menu-item.ts";
import { type AnimationStyle, animationStyleType } from "./values/animation-style.ts";
import { type BoxConstraints, boxConstraintsType } from "./values/box-constraints.ts";
import { type ButtonStyle, buttonStyleType } from "./values/button-style.ts";
import { ClipBehavior } from "./values/clip-behavior.ts";
import { type OutlinedBorder, outlinedBorderType } from "./values/outlined-border.ts";
import { PopupMenuPosition } from "./values/popup-menu-position.ts";

/** Properties of {@link PopupMenuButton}. Without content, give it a `tooltip`: that is what a screen reader says. */
export interface PopupMenuButtonProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What is pressed to open the menu, in the place of an icon: a string or a control. Default none. */
  content?: In<M, Control | string | null>;
  /** What can be picked. Default none. */
  items?: Children<M, PopupMenuItem>;
  /** What is pressed to open the menu: the name of an icon, or a control. Default none: three dots. */
  icon?: In<M, Control | IconName | null>;
  /** Of the menu. Default `null`: the theme's. */
  bgcolor?: In<M, Color | null>;
  /** Of the icon; it comes before that of `style`. Default `null`: the theme's. */
  iconColor?: In<M, Color | null>;
  /** Of the menu's shadow. Default `null`: the theme's. */
  shadowColor?: In<M, Color | null>;
  /** Width and height of the icon, in pixels. Default `null`: 24. */
  iconSize?: In<M, number | null>;
  /** Half the width of what is laid over the button while it is hovered, focused or pressed, in pixels. Default `null`: as large as the button. */
  splashRadius?: In<M, number | null>;
  /** How high the menu floats, in pixels: the shadow grows with it. Default `null`: 3. */
  elevation?: In<M, number | null>;
  /** Where the menu opens. Default `null`: over the button. */
  menuPosition?: In<M, PopupMenuPosition | null>;
  /** Whether items that reach over the edge of the menu are cut. Default `"none"`: they are not, unless the menu scrolls. */
  clipBehavior?: In<M, ClipBehavior>;
  /** The outline of the menu. Default `null`: corners rounded by 4 pixels. */
  shape?: In<M, OutlinedBorder | null>;
  /** Room around what is pressed, in pixels. Default 8. */
  padding?: In<M, Padding>;
  /** Room around the items, in pixels. Default `null`: 8 above and below. */
  menuPadding?: In<M, Padding | null>;
  /** How the button looks, in general and by state. Default none: as the theme has it. */
  style?: In<M, ButtonStyle | null>;
  /** How the menu opens and closes. Default `null`: the theme's. */
  popupAnimationStyle?: In<M, AnimationStyle | null>;
  /** How small and how large the menu may be. Default `null`: from 112 to 280 pixels wide. */
  sizeConstraints?: In<M, BoxConstraints | null>;
  /** The menu opened. */
  onOpen?: EventHandler<PopupMenuButton> | undefined;
  /** The menu closed, and nothing was picked. */
  onCancel?: EventHandler<PopupMenuButton> | undefined;
  /** An item was picked; `data` is its place in `items`. It comes after the item's `onClick`. */
  onSelect?: EventHandler<PopupMenuButton, number> | undefined;
}

export interface PopupMenuButton extends Plain<PopupMenuButtonProps<Read>> {}

/** A button that opens a menu. */
export class PopupMenuButton extends Control {
  static override readonly spec: Spec<PopupMenuButtonProps<Read>> = spec<PopupMenuButtonProps<Read>, LayoutProps<Read>>(
    "PopupMenuButton",
    Control,
    {
      content: slotOrText(),
      items: slots<PopupMenuItem>("PopupMenuItem"),
      icon: slotOrIcon(),
      bgcolor: value(colorType, null),
      iconColor: value(colorType, null),
      shadowColor: value(colorType, null),
      iconSize: number(null, { min: 0 }),
      splashRadius: number(null, { min: 0 }),
      elevation: number(null, { min: 0 }),
      menuPosition: oneOf(PopupMenuPosition, null),
      clipBehavior: oneOf(ClipBehavior, "none"),
      shape: value(outlinedBorderType, null),
      padding: value(paddingType, 8),
      menuPadding: value(paddingType, null),
      style: value(buttonStyleType, null),
      popupAnimationStyle: value(animationStyleType, null),
      sizeConstraints: value(boxConstraintsType, null),
      onOpen: event(),
      onCancel: event(),
      onSelect: event(integerType({ min: 0 })),
    },
    { role: "button", label: "content" },
  );

  constructor(props?: PopupMenuButtonProps) {
    super(props);
  }
}
