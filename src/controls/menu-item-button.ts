import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, oneOf, payload, type Spec, slot, slotOrText, spec, text, value } from "../core/spec.ts";
import { Axis } from "./values/axis.ts";
import { type ButtonStyle, buttonStyleType } from "./values/button-style.ts";
import { ClipBehavior } from "./values/clip-behavior.ts";

/** Properties of {@link MenuItemButton}. */
export interface MenuItemButtonProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What it says: a string or a control. Default none. */
  content?: In<M, Control | string | null>;
  /** Whether a click closes the menus that are open. Default `true`. */
  closeOnClick?: In<M, boolean>;
  /** Whether it takes the keyboard in an open menu as soon as the pointer is on it. Default `true`. */
  focusOnHover?: In<M, boolean>;
  /** Stands before the content. Default none. */
  leading?: In<M, Control | null>;
  /** Stands after the content, such as the keys that do the same. Default none. */
  trailing?: In<M, Control | null>;
  /** Whether what reaches over its edge is cut. Default `"none"`: it is not. */
  clipBehavior?: In<M, ClipBehavior>;
  /** How it looks, in general and by state. Default none: as the theme has it. */
  style?: In<M, ButtonStyle | null>;
  /** What a screen reader says in place of the content. Default `null`: the content. */
  semanticLabel?: In<M, string | null>;
  /** Whether it has the keyboard when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** Where content that is too long goes: `"horizontal"` makes the menu wider, `"vertical"` breaks the line. Default `"horizontal"`. */
  overflowAxis?: In<M, Axis>;
  /** The item was clicked, or Enter or Space pressed on it. */
  onClick?: EventHandler<MenuItemButton> | undefined;
  /** The pointer came over the item (`data` is true) or left it (false). */
  onHover?: EventHandler<MenuItemButton, boolean> | undefined;
  /** The item got the keyboard. */
  onFocus?: EventHandler<MenuItemButton> | undefined;
  /** The item lost the keyboard. */
  onBlur?: EventHandler<MenuItemButton> | undefined;
}

export interface MenuItemButton extends Plain<MenuItemButtonProps<Read>> {}

/** Something to do in a menu, or in a MenuBar. */
export class MenuItemButton extends Control {
  static override readonly spec: Spec<MenuItemButtonProps<Read>> = spec<MenuItemButtonProps<Read>, LayoutProps<Read>>(
    "MenuItemButton",
    Control,
    {
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
    { role: "menuitem", label: "content" },
  );

  constructor(props?: MenuItemButtonProps) {
    super(props);
  }
}
