import { callClient } from "../../core/update/calls.ts";
import { hugLayout } from "../../layout/simple.ts";
import { type BoxConstraints, boxConstraintsType } from "../../values/box-constraints.ts";
import { type ButtonStyle, buttonStyleType } from "../../values/button-style.ts";
import { type Color, colorType } from "../../values/color.ts";
import type { IconName } from "../../values/icon-name.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { type Alignment, alignmentType } from "../../values/layout.ts";
import { type Link, linkType } from "../../values/link.ts";
import { type MouseCursor, mouseCursorType } from "../../values/mouse-cursor.ts";
import { VisualDensity } from "../../values/visual-density.ts";
import { buttonMethods } from "../button-props.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, flag, number, oneOf, payload, type Spec, slotOrIcon, spec, value } from "../spec.ts";

/** Properties of {@link IconButton}. Set its `tooltip`: screen readers read it as the name of the button. */
export interface IconButtonProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Icon of the button: an icon's name, or a control. Default `null`: none. */
  icon?: In<M, Control | IconName | null>;
  /** Color of the icon. Takes precedence over `style`. Default `null`: the theme's color. */
  iconColor?: In<M, Color | null>;
  /** Width and height of the icon, in pixels. Takes precedence over `style`. Default `null`: 24. */
  iconSize?: In<M, number | null>;
  /**
   * Whether a toggle button is on. A click does not change it: the app sets it in `onClick`. Default `null`: not a
   * toggle button.
   */
  selected?: In<M, boolean | null>;
  /** Icon shown instead of `icon` while `selected` is true: an icon's name, or a control. Default `null`: `icon`. */
  selectedIcon?: In<M, Control | IconName | null>;
  /** Color of the icon while `selected` is true. Default `null`: the theme's color. */
  selectedIconColor?: In<M, Color | null>;
  /** Background color of the button. Takes precedence over `style`. Default `null`: the theme's color. */
  bgcolor?: In<M, Color | null>;
  /** Color laid over the button while it is pressed. Default `null`: the theme's color. */
  highlightColor?: In<M, Color | null>;
  /** Style of the button; its fields can differ by state. Default `null`: the theme's. */
  style?: In<M, ButtonStyle | null>;
  /** Whether the control takes the focus when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** Color of the icon while the button is disabled. Default `null`: the theme's color. */
  disabledColor?: In<M, Color | null>;
  /** Color laid over the button while it is hovered. Default `null`: the theme's color. */
  hoverColor?: In<M, Color | null>;
  /** Color laid over the button while it is focused. Default `null`: the theme's color. */
  focusColor?: In<M, Color | null>;
  /**
   * Color laid over the button while it is pressed. Takes precedence over `highlightColor`. Default `null`: the theme's
   * color.
   */
  splashColor?: In<M, Color | null>;
  /**
   * Radius of the area that the colors of hover, focus and press cover, in pixels. Default `null`: the whole button.
   */
  splashRadius?: In<M, number | null>;
  /** Position of the icon in a button that is larger than it. Takes precedence over `style`. Default `null`: center. */
  alignment?: In<M, Alignment | null>;
  /**
   * Space around the icon, in pixels: one number for all sides, or by side. Takes precedence over `style`. Default
   * `null`: 8.
   */
  padding?: In<M, Padding | null>;
  /** URL that a click opens. Default `null`: none. */
  url?: In<M, Link | null>;
  /** Mouse cursor shown over the button. Takes precedence over `style`. Default `null`: a hand. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** Compactness of the button. Takes precedence over `style`. Default `null`: `"standard"`. */
  visualDensity?: In<M, VisualDensity | null>;
  /** Minimum and maximum size of the button. Default `null`: at least 40 pixels wide and high. */
  sizeConstraints?: In<M, BoxConstraints | null>;
  /** Called when the button is clicked, or Enter or Space is pressed on it. */
  onClick?: EventHandler<IconButton> | undefined;
  /** Called when a pointer has been pressed on the button for 500 milliseconds. That press is not a click. */
  onLongPress?: EventHandler<IconButton> | undefined;
  /** Called when the pointer enters the button (`data` is true) or leaves it (`data` is false). */
  onHover?: EventHandler<IconButton, boolean> | undefined;
  /** Called when the button receives the focus. */
  onFocus?: EventHandler<IconButton> | undefined;
  /** Called when the button loses the focus. */
  onBlur?: EventHandler<IconButton> | undefined;
}

export interface IconButton extends Plain<IconButtonProps<Read>> {}

/** A round button with only an icon, and without a background color. */
export class IconButton extends Control {
  static override readonly spec: Spec<IconButtonProps> = spec<IconButtonProps>({
    type: "IconButton",
    parent: Control,
    layout: hugLayout,
    properties: {
      icon: slotOrIcon(),
      iconColor: value(colorType, null),
      iconSize: number(null, { min: 0 }),
      selected: flag(null),
      selectedIcon: slotOrIcon(),
      selectedIconColor: value(colorType, null),
      bgcolor: value(colorType, null),
      highlightColor: value(colorType, null),
      style: value(buttonStyleType, null),
      autofocus: flag(false),
      disabledColor: value(colorType, null),
      hoverColor: value(colorType, null),
      focusColor: value(colorType, null),
      splashColor: value(colorType, null),
      splashRadius: number(null, { min: 1 }),
      alignment: value(alignmentType, null),
      padding: value(paddingType, null),
      url: value(linkType, null),
      mouseCursor: value(mouseCursorType, null),
      visualDensity: oneOf(VisualDensity, null),
      sizeConstraints: value(boxConstraintsType, null),
      onClick: event(),
      onLongPress: event(),
      onHover: event(payload.boolean),
      onFocus: event(),
      onBlur: event(),
    },
    semantics: { role: "button", label: "tooltip" },
    methods: buttonMethods,
  });

  constructor(props?: IconButtonProps) {
    super(props);
  }

  /** Gives the button the focus. */
  focus(): Promise<void> {
    return callClient(this, "focus");
  }
}
