import { hugLayout } from "../../layout/simple.ts";
import { type ButtonStyle, buttonStyleType } from "../../values/button-style.ts";
import { ClipBehavior } from "../../values/clip-behavior.ts";
import { type Offset, offsetType } from "../../values/layout.ts";
import { type MenuStyle, menuStyleType } from "../../values/menu-style.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, oneOf, payload, type Spec, slot, slotOrText, slots, spec, value } from "../spec.ts";

/** Properties of {@link SubmenuButton}. */
export interface SubmenuButtonProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Content of the button: text, or a control. Default `null`: none. */
  content?: In<M, Control | string | null>;
  /** Contents of the menu: MenuItemButtons and nested SubmenuButtons. Default none. */
  controls?: Children<M>;
  /** Control shown before the content. Default `null`: none. */
  leading?: In<M, Control | null>;
  /** Control shown after the content. Default `null`: none, or an arrow inside a menu. */
  trailing?: In<M, Control | null>;
  /** Whether content that overflows the edge of the menu is clipped. Default `"hardEdge"`: it is. */
  clipBehavior?: In<M, ClipBehavior>;
  /** Style of the menu; its fields can differ by state. Default `null`: the theme's. */
  menuStyle?: In<M, MenuStyle | null>;
  /** Style of the button; its fields can differ by state. Default `null`: the theme's. */
  style?: In<M, ButtonStyle | null>;
  /**
   * Distance of the menu from its usual position, in pixels: `x` towards the end of the line, `y` downwards. Default
   * `null`: none.
   */
  alignmentOffset?: In<M, Offset | null>;
  /** Called when the menu opens. */
  onOpen?: EventHandler<SubmenuButton> | undefined;
  /** Called when the menu closes. */
  onClose?: EventHandler<SubmenuButton> | undefined;
  /** Called when the pointer enters the button (`data` is true) or leaves it (`data` is false). */
  onHover?: EventHandler<SubmenuButton, boolean> | undefined;
  /** Called when the button receives the focus. */
  onFocus?: EventHandler<SubmenuButton> | undefined;
  /** Called when the button loses the focus. */
  onBlur?: EventHandler<SubmenuButton> | undefined;
}

export interface SubmenuButton extends Plain<SubmenuButtonProps<Read>> {
  /** Contents of the menu: MenuItemButtons and nested SubmenuButtons. Default none. */
  get controls(): ChildArray;
  set controls(children: readonly Control[]);
}

/** A button in a MenuBar or in a menu that opens another menu. */
export class SubmenuButton extends Control {
  static override readonly spec: Spec<SubmenuButtonProps> = spec<SubmenuButtonProps>({
    type: "SubmenuButton",
    parent: Control,
    layout: hugLayout,
    properties: {
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
    semantics: { role: "menuitem", label: "content" },
  });

  constructor(props?: SubmenuButtonProps) {
    super(props);
  }
}
