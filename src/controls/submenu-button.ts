import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, oneOf, payload, type Spec, slot, slotOrText, slots, spec, value } from "../core/spec.ts";
import { type Offset, offsetType } from "../core/values/layout.ts";
import { type ButtonStyle, buttonStyleType } from "./values/button-style.ts";
import { ClipBehavior } from "./values/clip-behavior.ts";
import { type MenuStyle, menuStyleType } from "./values/menu-style.ts";

/** Properties of {@link SubmenuButton}. */
export interface SubmenuButtonProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What it says: a string or a control. Default none. */
  content?: In<M, Control | string | null>;
  /** What its menu holds: MenuItemButtons, and further SubmenuButtons. Default none. */
  controls?: Children<M>;
  /** Stands before the content. Default none. */
  leading?: In<M, Control | null>;
  /** Stands after the content. Default none; in a menu, an arrow. */
  trailing?: In<M, Control | null>;
  /** Whether what reaches over the edge of its menu is cut. Default `"hardEdge"`: it is. */
  clipBehavior?: In<M, ClipBehavior>;
  /** How its menu looks. Default none: as the theme has it. */
  menuStyle?: In<M, MenuStyle | null>;
  /** How the button looks, in general and by state. Default none: as the theme has it. */
  style?: In<M, ButtonStyle | null>;
  /** How far its menu stands from where it would, in pixels: towards the end of the line, and down. Default none. */
  alignmentOffset?: In<M, Offset | null>;
  /** Its menu opened. */
  onOpen?: EventHandler<SubmenuButton> | undefined;
  /** Its menu closed. */
  onClose?: EventHandler<SubmenuButton> | undefined;
  /** The pointer came over the button (`data` is true) or left it (false). */
  onHover?: EventHandler<SubmenuButton, boolean> | undefined;
  /** The button got the keyboard. */
  onFocus?: EventHandler<SubmenuButton> | undefined;
  /** The button lost the keyboard. */
  onBlur?: EventHandler<SubmenuButton> | undefined;
}

export interface SubmenuButton extends Plain<SubmenuButtonProps<Read>> {}

/** A button of a MenuBar, or of a menu, that opens a menu. */
export class SubmenuButton extends Control {
  static override readonly spec: Spec<SubmenuButtonProps<Read>> = spec<SubmenuButtonProps<Read>, LayoutProps<Read>>(
    "SubmenuButton",
    Control,
    {
      content: slotOrText(),
      controls: slots(),
      leading: slot(),
      trailing: slot(),
      clipBehavior: oneOf(ClipBehavior, "hardEdge"),
      menuStyle: value(menuStyleType, null),
      style: value(buttonStyleType, null),
      alignmentOffset: value(offsetType, null),
      onOpen: event(),
      onClose: event(),
      onHover: event(payload.boolean),
      onFocus: event(),
      onBlur: event(),
    },
    { role: "menuitem", label: "content" },
  );

  constructor(props?: SubmenuButtonProps) {
    super(props);
  }
}
