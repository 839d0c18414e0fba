import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, number, oneOf, type Spec, slotOrIcon, slotOrText, spec, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import type { IconName } from "../core/values/icon-name.ts";
import { ClipBehavior } from "./values/clip-behavior.ts";
import { type Link, linkType } from "./values/link.ts";
import { type MouseCursor, mouseCursorType } from "./values/mouse-cursor.ts";
import { type OutlinedBorder, outlinedBorderType } from "./values/outlined-border.ts";

/** Properties of {@link FloatingActionButton}. */
export interface FloatingActionButtonProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What it says: a string or a control. With an icon it stands beside it, and the button is wider. Default none. */
  content?: In<M, Control | string | null>;
  /** What it shows: the name of an icon, or a control. Default none. */
  icon?: In<M, Control | IconName | null>;
  /** Default `null`: the theme's. */
  bgcolor?: In<M, Color | null>;
  /** Its outline. Default `null`: a square with round corners. */
  shape?: In<M, OutlinedBorder | null>;
  /** Whether it has the keyboard when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** Whether it is small: 40 pixels instead of 56. Default `false`. */
  mini?: In<M, boolean>;
  /** Of the icon and the text. Default `null`: the theme's. */
  foregroundColor?: In<M, Color | null>;
  /** Laid over the button while it has the keyboard. Default `null`: the theme's. */
  focusColor?: In<M, Color | null>;
  /** Whether content that reaches over the edge is cut. Default `"none"`: it is not. */
  clipBehavior?: In<M, ClipBehavior>;
  /** How high it floats, in pixels: the shadow grows with it. Default `null`: 6. */
  elevation?: In<M, number | null>;
  /** How high it floats while it is disabled. Default `null`: as `elevation`. */
  disabledElevation?: In<M, number | null>;
  /** How high it floats while it has the keyboard. Default `null`: as `elevation`. */
  focusElevation?: In<M, number | null>;
  /** How high it floats while it is pressed. Default `null`: as `elevation`. */
  highlightElevation?: In<M, number | null>;
  /** How high it floats while the pointer is on it. Default `null`: 8, or as `elevation` if that is given. */
  hoverElevation?: In<M, number | null>;
  /** Laid over the button while the pointer is on it. Default `null`: the theme's. */
  hoverColor?: In<M, Color | null>;
  /** Laid over the button while it is pressed. Default `null`: the theme's. */
  splashColor?: In<M, Color | null>;
  /** Where a click leads. Default `null`: nowhere. */
  url?: In<M, Link | null>;
  /** What the pointer looks like on it. Default `null`: a hand. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** The button was clicked, or Enter or Space pressed on it. */
  onClick?: EventHandler<FloatingActionButton> | undefined;
}

export interface FloatingActionButton extends Plain<FloatingActionButtonProps<Read>> {}

/** A button that floats over the page: for what is done there most. */
export class FloatingActionButton extends Control {
  static override readonly spec: Spec<FloatingActionButtonProps<Read>> = spec<
    FloatingActionButtonProps<Read>,
    LayoutProps<Read>
  >(
    "FloatingActionButton",
    Control,
    {
      content: slotOrText(),
      icon: slotOrIcon(),
      bgcolor: value(colorType, null),
      shape: value(outlinedBorderType, null),
      autofocus: flag(false),
      mini: flag(false),
      foregroundColor: value(colorType, null),
      focusColor: value(colorType, null),
      clipBehavior: oneOf(ClipBehavior, "none"),
      elevation: number(null, { min: 0 }),
      disabledElevation: number(null, { min: 0 }),
      focusElevation: number(null, { min: 0 }),
      highlightElevation: number(null, { min: 0 }),
      hoverElevation: number(null, { min: 0 }),
      hoverColor: value(colorType, null),
      splashColor: value(colorType, null),
      url: value(linkType, null),
      mouseCursor: value(mouseCursorType, null),
      onClick: event(),
    },
    { role: "button", label: "content" },
  );

  constructor(props?: FloatingActionButtonProps) {
    super(props);
  }
}
