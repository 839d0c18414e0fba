import { hugLayout } from "../../layout/simple.ts";
import { Axis } from "../../values/axis.ts";
import { type ButtonStyle, buttonStyleType } from "../../values/button-style.ts";
import { ClipBehavior } from "../../values/clip-behavior.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, flag, oneOf, payload, type Spec, slot, slotOrText, spec, text, value } from "../spec.ts";

/** Properties of {@link MenuItemButton}. */
export interface MenuItemButtonProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Content of the item: text, or a control. Default `null`: none. */
  content?: In<M, Control | string | null>;
  /** Whether a click closes all open menus. Default `true`. */
  closeOnClick?: In<M, boolean>;
  /** Whether the item takes the focus when the pointer enters it in an open menu. Default `true`. */
  focusOnHover?: In<M, boolean>;
  /** Control shown before the content. Default `null`: none. */
  leading?: In<M, Control | null>;
  /** Control shown after the content, such as a keyboard shortcut. Default `null`: none. */
  trailing?: In<M, Control | null>;
  /** Whether content that overflows the edge of the item is clipped. Default `"none"`: it is not. */
  clipBehavior?: In<M, ClipBehavior>;
  /** Style of the item; its fields can differ by state. Default `null`: the theme's. */
  style?: In<M, ButtonStyle | null>;
  /** Text that screen readers read instead of the content. Default `null`: the content. */
  semanticLabel?: In<M, string | null>;
  /** Whether the control takes the focus when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /**
   * Direction in which content that is too long grows: `"horizontal"` makes the menu wider, `"vertical"` wraps the
   * text. Default `"horizontal"`.
   */
  overflowAxis?: In<M, Axis>;
  /** Called when the item is clicked, or Enter or Space is pressed on it. */
  onClick?: EventHandler<MenuItemButton> | undefined;
  /** Called when the pointer enters the item (`data` is true) or leaves it (`data` is false). */
  onHover?: EventHandler<MenuItemButton, boolean> | undefined;
  /** Called when the item receives the focus. */
  onFocus?: EventHandler<MenuItemButton> | undefined;
  /** Called when the item loses the focus. */
  onBlur?: EventHandler<MenuItemButton> | undefined;
}

export interface MenuItemButton extends Plain<MenuItemButtonProps<Read>> {}

/** A command in a menu or in a MenuBar. */
export class MenuItemButton extends Control {
  static override readonly spec: Spec<MenuItemButtonProps> = spec<MenuItemButtonProps>({
    type: "MenuItemButton",
    parent: Control,
    layout: hugLayout,
    properties: {
      content: slotOrText(),
      closeOnClick: flag(true),
      focusOnHover: flag(true),
      leading: slot(),
      trailing: slot(),
      clipBehavior: oneOf(ClipBehavior, "none"),
      style: value(buttonStyleType, null),
      semanticLabel: text(null),
      autofocus: flag(false),
      overflowAxis: oneOf(Axis, "horizontal"),
      onClick: event(),
      onHover: event(payload.boolean),
      onFocus: event(),
      onBlur: event(),
    },
    semantics: { role: "menuitem", label: "content" },
  });

  constructor(props?: MenuItemButtonProps) {
    super(props);
  }
}
