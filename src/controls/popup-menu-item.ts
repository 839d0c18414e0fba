import { Control } from "../core/control.ts";
import type { ControlProps, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, number, type Spec, slotOrIcon, slotOrText, spec, value } from "../core/spec.ts";
import { booleanType, eitherType, noneType } from "../core/types.ts";
import type { IconName } from "../core/values/icon-name.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { type MouseCursor, mouseCursorType } from "./values/mouse-cursor.ts";
import { type TextStyle, textStyleType } from "./values/text-style.ts";

/** Properties of {@link PopupMenuItem}. */
export interface PopupMenuItemProps<M extends Mode = Literal> extends ControlProps<M> {
  /** What it says: a string or a control. Default none; an item without content and icon is a line between others. */
  content?: In<M, Control | string | null>;
  /** Stands before the content: the name of an icon, or a control. Default none. */
  icon?: In<M, Control | IconName | null>;
  /** Whether it is ticked, for an item that is or is not; a click tells the app, which sets it. Default `null`: it is not such an item. */
  checked?: In<M, boolean | null>;
  /** How high it is at least, in pixels. Default 48; `null`: as high as it needs. */
  height?: In<M, number | null>;
  /** Room around what it holds, in pixels. Default `null`: 12 at both ends. */
  padding?: In<M, Padding | null>;
  /** Default none: as the theme has it. */
  labelTextStyle?: In<M, TextStyle | null>;
  /** What the pointer looks like on it. Default `null`: a hand. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** The item was picked. With `checked`, `data` says whether it is to be ticked now. */
  onClick?: EventHandler<PopupMenuItem, boolean | undefined> | undefined;
}

export interface PopupMenuItem extends Plain<PopupMenuItemProps<Read>> {}

/** One choice of a PopupMenuButton. */
export class PopupMenuItem extends Control {
  static override readonly spec: Spec<PopupMenuItemProps<Read> & LayoutProps<Read>> = spec<
    PopupMenuItemProps<Read> & LayoutProps<Read>,
    Omit<LayoutProps<Read>, "height">
  >(
    "PopupMenuItem",
    Control,
    {
      content: slotOrText(),
      icon: slotOrIcon(),
      checked: flag(null),
      height: number(48, { min: 0 }).nullable(),
      padding: value(paddingType, null),
      labelTextStyle: value(textStyleType, null),
      mouseCursor: value(mouseCursorType, null),
      onClick: event(eitherType<boolean | undefined>(booleanType, noneType)),
    },
    { role: "menuitem", label: "content" },
  );

  constructor(props?: PopupMenuItemProps) {
    super(props);
  }
}
