import { booleanType, eitherType, noneType } from "../../core/declaration/types.ts";
import { hugLayout } from "../../layout/simple.ts";
import type { IconName } from "../../values/icon-name.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { type MouseCursor, mouseCursorType } from "../../values/mouse-cursor.ts";
import { type TextStyle, textStyleType } from "../../values/text-style.ts";
import { Control } from "../control.ts";
import type { ControlProps, In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, flag, number, type Spec, slotOrIcon, slotOrText, spec, value } from "../spec.ts";

/** Properties of {@link PopupMenuItem}. */
export interface PopupMenuItemProps<M extends Mode = Literal> extends ControlProps<M> {
  /** Content of the item: text, or a control. Default `null`: none. An item without content and icon is a divider. */
  content?: In<M, Control | string | null>;
  /** Icon before the content: an icon's name, or a control. Default `null`: none. */
  icon?: In<M, Control | IconName | null>;
  /**
   * Whether the item shows a check mark. A click does not change it: the app sets it in `onClick`. Default `null`: the
   * item is not checkable.
   */
  checked?: In<M, boolean | null>;
  /** Minimum height of the item, in pixels. Default 48; `null` is as high as the content needs. */
  height?: In<M, number | null>;
  /**
   * Space between the edge of the item and its content, in pixels: one number for all sides, or by side. Default
   * `null`: 12 left and right.
   */
  padding?: In<M, Padding | null>;
  /** Text style of the content. Default `null`: the theme's. */
  labelTextStyle?: In<M, TextStyle | null>;
  /** Mouse cursor shown over the item. Default `null`: a hand. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** Called when the item is selected. For an item with `checked`, `data` is the value that `checked` should get. */
  onClick?: EventHandler<PopupMenuItem, boolean | undefined> | undefined;
}

export interface PopupMenuItem extends Plain<PopupMenuItemProps<Read>> {}

/** An item in the menu of a PopupMenuButton. */
export class PopupMenuItem extends Control {
  static override readonly spec: Spec<PopupMenuItemProps> = spec<PopupMenuItemProps, Omit<LayoutProps, "height">>({
    type: "PopupMenuItem",
    parent: Control,
    layout: hugLayout,
    properties: {
      content: slotOrText(),
      icon: slotOrIcon(),
      checked: flag(null),
      height: number(48, { min: 0 }).nullable(),
      padding: value(paddingType, null),
      labelTextStyle: value(textStyleType, null),
      mouseCursor: value(mouseCursorType, null),
      onClick: event(eitherType<boolean | undefined>(booleanType, noneType)),
    },
    semantics: { role: "menuitem", label: "content" },
  });

  constructor(props?: PopupMenuItemProps) {
    super(props);
  }
}
