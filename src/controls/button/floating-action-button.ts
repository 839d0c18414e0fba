import { hugLayout } from "../../layout/simple.ts";
import { ClipBehavior } from "../../values/clip-behavior.ts";
import { type Color, colorType } from "../../values/color.ts";
import type { IconName } from "../../values/icon-name.ts";
import { type Link, linkType } from "../../values/link.ts";
import { type MouseCursor, mouseCursorType } from "../../values/mouse-cursor.ts";
import { type OutlinedBorder, outlinedBorderType } from "../../values/outlined-border.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, flag, number, oneOf, type Spec, slotOrIcon, slotOrText, spec, value } from "../spec.ts";

/** Properties of {@link FloatingActionButton}. */
export interface FloatingActionButtonProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Label of the button: text, or a control. With an icon, the label is after it. Default `null`: none. */
  content?: In<M, Control | string | null>;
  /** Icon of the button: an icon's name, or a control. Default `null`: none. */
  icon?: In<M, Control | IconName | null>;
  /** Background color of the button. Default `null`: the theme's color. */
  bgcolor?: In<M, Color | null>;
  /** Shape of the button. Default `null`: a square with rounded corners. */
  shape?: In<M, OutlinedBorder | null>;
  /** Whether the control takes the focus when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** Whether the button is small: 40 pixels instead of 56. Default `false`. */
  mini?: In<M, boolean>;
  /** Color of the icon and the label. Default `null`: the theme's color. */
  foregroundColor?: In<M, Color | null>;
  /** Color laid over the button while it is focused. Default `null`: the theme's color. */
  focusColor?: In<M, Color | null>;
  /** Whether content that overflows the edge of the button is clipped. Default `"none"`: it is not. */
  clipBehavior?: In<M, ClipBehavior>;
  /** Height of the button above the surface, in pixels; the shadow grows with it. Default `null`: 6. */
  elevation?: In<M, number | null>;
  /** Height of the button above the surface while it is disabled, in pixels. Default `null`: `elevation`. */
  disabledElevation?: In<M, number | null>;
  /** Height of the button above the surface while it is focused, in pixels. Default `null`: `elevation`. */
  focusElevation?: In<M, number | null>;
  /** Height of the button above the surface while it is pressed, in pixels. Default `null`: `elevation`. */
  highlightElevation?: In<M, number | null>;
  /**
   * Height of the button above the surface while it is hovered, in pixels. Default `null`: `elevation`, or 8 if that is
   * not set.
   */
  hoverElevation?: In<M, number | null>;
  /** Color laid over the button while it is hovered. Default `null`: the theme's color. */
  hoverColor?: In<M, Color | null>;
  /** Color laid over the button while it is pressed. Default `null`: the theme's color. */
  splashColor?: In<M, Color | null>;
  /** URL that a click opens. Default `null`: none. */
  url?: In<M, Link | null>;
  /** Mouse cursor shown over the button. Default `null`: a hand. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** Called when the button is clicked, or Enter or Space is pressed on it. */
  onClick?: EventHandler<FloatingActionButton> | undefined;
}

export interface FloatingActionButton extends Plain<FloatingActionButtonProps<Read>> {}

/** A button that floats over the page: for its main action. */
export class FloatingActionButton extends Control {
  static override readonly spec: Spec<FloatingActionButtonProps> = spec<FloatingActionButtonProps>({
    type: "FloatingActionButton",
    parent: Control,
    layout: hugLayout,
    properties: {
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
    semantics: { role: "button", label: "content" },
  });

  constructor(props?: FloatingActionButtonProps) {
    super(props);
  }
}
