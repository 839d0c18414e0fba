import { integerType } from "../../core/declaration/types.ts";
import { hugLayout } from "../../layout/simple.ts";
import { type AnimationStyle, animationStyleType } from "../../values/animation-style.ts";
import { type BoxConstraints, boxConstraintsType } from "../../values/box-constraints.ts";
import { type ButtonStyle, buttonStyleType } from "../../values/button-style.ts";
import { ClipBehavior } from "../../values/clip-behavior.ts";
import { type Color, colorType } from "../../values/color.ts";
import type { IconName } from "../../values/icon-name.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { type OutlinedBorder, outlinedBorderType } from "../../values/outlined-border.ts";
import { PopupMenuPosition } from "../../values/popup-menu-position.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, number, oneOf, type Spec, slotOrIcon, slotOrText, slots, spec, value } from "../spec.ts";
import type { PopupMenuItem } from "./popup-menu-item.ts";

/**
 * Properties of {@link PopupMenuButton}. Without `content`, set a `tooltip`: screen readers read it as the button's
 * name.
 */
export interface PopupMenuButtonProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Content of the button, shown instead of an icon: text, or a control. Default `null`: none. */
  content?: In<M, Control | string | null>;
  /** Items of the menu. Default none. */
  items?: Children<M, PopupMenuItem>;
  /** Icon of the button: an icon's name, or a control. Default `null`: three dots, unless there is `content`. */
  icon?: In<M, Control | IconName | null>;
  /** Background color of the menu. Default `null`: the theme's color. */
  bgcolor?: In<M, Color | null>;
  /** Color of the icon. Takes precedence over `style.iconColor`. Default `null`: the theme's color. */
  iconColor?: In<M, Color | null>;
  /** Color of the menu's shadow. Default `null`: the theme's color. */
  shadowColor?: In<M, Color | null>;
  /** Width and height of the icon, in pixels. Takes precedence over `style.iconSize`. Default `null`: 24. */
  iconSize?: In<M, number | null>;
  /**
   * Radius of the overlay drawn over the button while it is hovered, focused or pressed, in pixels. Default `null`: as
   * large as the button.
   */
  splashRadius?: In<M, number | null>;
  /** Height of the menu above the surface, in pixels; the shadow grows with it. Default `null`: 3. */
  elevation?: In<M, number | null>;
  /** Position of the open menu: over the button, or below it. Default `null`: over the button. */
  menuPosition?: In<M, PopupMenuPosition | null>;
  /**
   * Whether items that overflow the edge of the menu are clipped. Default `"none"`: they are not, unless the menu
   * scrolls.
   */
  clipBehavior?: In<M, ClipBehavior>;
  /** Shape of the menu, with an optional border. Default `null`: corners rounded by 4 pixels. */
  shape?: In<M, OutlinedBorder | null>;
  /**
   * Space between the edge of the button and its content, in pixels: one number for all sides, or by side. Default 8.
   */
  padding?: In<M, Padding>;
  /**
   * Space around the items of the menu, in pixels: one number for all sides, or by side. Default `null`: 8 above and
   * below.
   */
  menuPadding?: In<M, Padding | null>;
  /** Style of the button; its fields can differ by state. Default `null`: the theme's. */
  style?: In<M, ButtonStyle | null>;
  /** Duration and curve with which the menu opens and closes. Default `null`: the theme's. */
  popupAnimationStyle?: In<M, AnimationStyle | null>;
  /** Minimum and maximum size of the menu, in pixels. Default `null`: 112 to 280 pixels wide. */
  sizeConstraints?: In<M, BoxConstraints | null>;
  /** Called when the menu opens. */
  onOpen?: EventHandler<PopupMenuButton> | undefined;
  /** Called when the menu closes without a choice. */
  onCancel?: EventHandler<PopupMenuButton> | undefined;
  /** Called when an item is selected, after the item's `onClick`. `data` is its index in `items`. */
  onSelect?: EventHandler<PopupMenuButton, number> | undefined;
}

export interface PopupMenuButton extends Plain<PopupMenuButtonProps<Read>> {
  /** Items of the menu. Default none. */
  get items(): ChildArray<PopupMenuItem>;
  set items(children: readonly PopupMenuItem[]);
}

/** A button that opens a menu. */
export class PopupMenuButton extends Control {
  static override readonly spec: Spec<PopupMenuButtonProps> = spec<PopupMenuButtonProps>({
    type: "PopupMenuButton",
    parent: Control,
    layout: hugLayout,
    properties: {
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
      onSelect: event(integerType({ min: 0 })).with({ positionOf }),
    },
    semantics: { role: "button", label: "content" },
  });

  constructor(props?: PopupMenuButtonProps) {
    super(props);
  }
}

function positionOf(item: Control, button: Control): number | undefined {
  const index = (button as PopupMenuButton).items.indexOf(item as PopupMenuItem);
  return index >= 0 ? index : undefined;
}
