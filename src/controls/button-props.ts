import { type ButtonStyle, buttonStyleType } from "../values/button-style.ts";
import { ClipBehavior } from "../values/clip-behavior.ts";
import { type Color, colorType } from "../values/color.ts";
import type { IconName } from "../values/icon-name.ts";
import { type Link, linkType } from "../values/link.ts";
import type { Control } from "./control.ts";
import type { In, LayoutProps, Literal, Mode, Read } from "./control-props.ts";
import type { EventHandler } from "./event.ts";
import {
  type Entries,
  event,
  flag,
  type MethodSpec,
  method,
  oneOf,
  payload,
  slotOrIcon,
  slotOrText,
  value,
} from "./spec.ts";

/** Properties of every button with text. `C` is the class of the button that handlers receive. */
export interface TextualButtonProps<M extends Mode = Literal, C extends Control = Control> extends LayoutProps<M> {
  /** Label of the button: text, or a control. Default `null`: none. */
  content?: In<M, Control | string | null>;
  /** Icon before the label: an icon's name, or a control. Default `null`: none. */
  icon?: In<M, Control | IconName | null>;
  /** Color of the icon. Default `null`: the color in `style`, or that of the label. */
  iconColor?: In<M, Color | null>;
  /** Style of the button; its fields can differ by state. Default `null`: the theme's. */
  style?: In<M, ButtonStyle | null>;
  /** Whether the control takes the focus when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** Whether content that overflows the edge of the button is clipped. Default `"none"`: it is not. */
  clipBehavior?: In<M, ClipBehavior>;
  /** URL that a click opens. Default `null`: none. */
  url?: In<M, Link | null>;
  /** Called when the button is clicked, or Enter or Space is pressed on it. */
  onClick?: EventHandler<C> | undefined;
  /** Called when a pointer has been pressed on the button for 500 milliseconds. That press is not a click. */
  onLongPress?: EventHandler<C> | undefined;
  /** Called when the pointer enters the button (`data` is true) or leaves it (`data` is false). */
  onHover?: EventHandler<C, boolean> | undefined;
  /** Called when the button receives the focus. */
  onFocus?: EventHandler<C> | undefined;
  /** Called when the button loses the focus. */
  onBlur?: EventHandler<C> | undefined;
}

/** @internal */
export const textualButtonEntries: Entries<TextualButtonProps<Read>, LayoutProps<Read>> = {
  content: slotOrText(),
  icon: slotOrIcon(),
  iconColor: value(colorType, null),
  style: value(buttonStyleType, null),
  autofocus: flag(false),
  clipBehavior: oneOf(ClipBehavior, "none"),
  url: value(linkType, null),
  onClick: event(),
  onLongPress: event(),
  onHover: event(payload.boolean),
  onFocus: event(),
  onBlur: event(),
};

/** @internal */
export const buttonMethods: { readonly focus: MethodSpec } = { focus: method() };
