import { hugLayout } from "../../layout/simple.ts";
import { ClipBehavior } from "../../values/clip-behavior.ts";
import { type MenuStyle, menuStyleType } from "../../values/menu-style.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, ControlProps, In, Literal, Mode, Plain, Read } from "../control-props.ts";
import { oneOf, type Spec, slots, spec, value } from "../spec.ts";

/** Properties of {@link MenuBar}. */
export interface MenuBarProps<M extends Mode = Literal> extends ControlProps<M> {
  /** Menus as SubmenuButtons, and single entries as MenuItemButtons. Default none. */
  controls?: Children<M>;
  /** Whether content that overflows the edge of the bar is clipped. Default `"none"`: it is not. */
  clipBehavior?: In<M, ClipBehavior>;
  /** Style of the bar; its fields can differ by state. Default `null`: the theme's. */
  style?: In<M, MenuStyle | null>;
}

export interface MenuBar extends Plain<MenuBarProps<Read>> {
  /** Menus as SubmenuButtons, and single entries as MenuItemButtons. Default none. */
  get controls(): ChildArray;
  set controls(children: readonly Control[]);
}

/** A horizontal bar of menus, as at the top of a desktop application. Properties of size and position have no effect on it. */
export class MenuBar extends Control {
  static override readonly spec: Spec<MenuBarProps> = spec<MenuBarProps>({
    type: "MenuBar",
    parent: Control,
    layout: hugLayout,
    properties: {
      controls: slots(),
      clipBehavior: oneOf(ClipBehavior, "none"),
      style: value(menuStyleType, null),
    },
    semantics: { role: "menubar" },
  });

  constructor(props?: MenuBarProps) {
    super(props);
  }
}
