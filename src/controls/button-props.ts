import type { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
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
} from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import type { IconName } from "../core/values/icon-name.ts";
import { type ButtonStyle, buttonStyleType } from "./values/button-style.ts";
import { ClipBehavior } from "./values/clip-behavior.ts";
import { type Link, linkType } from "./values/link.ts";

/** Properties of every button with text: `C` is the kind of button that its handlers are given. */
export interface TextualButtonProps<M extends Mode = Literal, C extends Control = Control> extends LayoutProps<M> {
  /** What it says: a string or a control. Default none. */
  content?: In<M, Control | string | null>;
  /** Stands before the content: the name of an icon, or a control. Default none. */
  icon?: In<M, Control | IconName | null>;
  /** Default `null`: as the content. */
  iconColor?: In<M, Color | null>;
  /** How it looks, in general and by state. Default none: as the theme has it. */
  style?: In<M, ButtonStyle | null>;
  /** Whether it has the keyboard when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** Whether content that reaches over the edge is cut. Default `"none"`: it is not. */
  clipBehavior?: In<M, ClipBehavior>;
  /** Where a click leads. Default `null`: nowhere. */
  url?: In<M, Link | null>;
  /** The button was clicked, or Enter or Space pressed on it. */
  onClick?: EventHandler<C> | undefined;
  /** A pointer stayed pressed on the button. */
  onLongPress?: EventHandler<C> | undefined;
  /** The pointer came over the button (`data` is true) or left it (false). */
  onHover?: EventHandler<C, boolean> | undefined;
  /** The button got the keyboard. */
  onFocus?: EventHandler<C> | undefined;
  /** The button lost the keyboard. */
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
