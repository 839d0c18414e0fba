import { callClient } from "../core/calls.ts";
import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, number, oneOf, payload, type Spec, slotOrIcon, spec, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import type { IconName } from "../core/values/icon-name.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { type Alignment, alignmentType } from "../core/values/layout.ts";
import { buttonMethods } from "./button-props.ts";
import { type BoxConstraints, boxConstraintsType } from "./values/box-constraints.ts";
import { type ButtonStyle, buttonStyleType } from "./values/button-style.ts";
import { type Link, linkType } from "./values/link.ts";
import { type MouseCursor, mouseCursorType } from "./values/mouse-cursor.ts";
import { VisualDensity } from "./values/visual-density.ts";

/** Properties of {@link IconButton}. Give it a `tooltip`: that is what a screen reader says. */
export interface IconButtonProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What it shows: the name of an icon, or a control. Default none. */
  icon?: In<M, Control | IconName | null>;
  /** Default `null`: the theme's. */
  iconColor?: In<M, Color | null>;
  /** Width and height of the icon, in pixels. Default `null`: 24. */
  iconSize?: In<M, number | null>;
  /** Whether it is on, for a button that is on or off; a click tells the app, which sets it. Default `null`: it is not such a button. */
  selected?: In<M, boolean | null>;
  /** Shown in the place of `icon` while it is on. Default none: `icon`. */
  selectedIcon?: In<M, Control | IconName | null>;
  /** Of the icon while it is on. Default `null`: the theme's. */
  selectedIconColor?: In<M, Color | null>;
  /** It comes before that of `style`. Default `null`: the theme's. */
  bgcolor?: In<M, Color | null>;
  /** Laid over the button while it is pressed. Default `null`: the theme's. */
  highlightColor?: In<M, Color | null>;
  /** How it looks, in general and by state. Default none: as the theme has it. */
  style?: In<M, ButtonStyle | null>;
  /** Whether it has the keyboard when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** Of the icon while the button is disabled. Default `null`: the theme's. */
  disabledColor?: In<M, Color | null>;
  /** Laid over the button while the pointer is on it. Default `null`: the theme's. */
  hoverColor?: In<M, Color | null>;
  /** Laid over the button while it has the keyboard. Default `null`: the theme's. */
  focusColor?: In<M, Color | null>;
  /** Laid over the button while it is pressed; it comes before `highlightColor`. Default `null`: the theme's. */
  splashColor?: In<M, Color | null>;
  /** Half the width of what is laid over the button, in pixels. Default `null`: as large as the button. */
  splashRadius?: In<M, number | null>;
  /** Where the icon stands if there is more room than it needs. Default `null`: in the middle. */
  alignment?: In<M, Alignment | null>;
  /** Room around the icon, in pixels: one number, or by side. Default `null`: 8. */
  padding?: In<M, Padding | null>;
  /** Where a click leads. Default `null`: nowhere. */
  url?: In<M, Link | null>;
  /** What the pointer looks like on it; it comes before that of `style`. Default `null`: a hand. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** How much room it takes; it comes before that of `style`. Default `null`: `"standard"`. */
  visualDensity?: In<M, VisualDensity | null>;
  /** How small and how large it may be. Default `null`: at least 40 pixels in both directions. */
  sizeConstraints?: In<M, BoxConstraints | null>;
  /** The button was clicked, or Enter or Space pressed on it. */
  onClick?: EventHandler<IconButton> | undefined;
  /** A pointer stayed pressed on the button. */
  onLongPress?: EventHandler<IconButton> | undefined;
  /** The pointer came over the button (`data` is true) or left it (false). */
  onHover?: EventHandler<IconButton, boolean> | undefined;
  /** The button got the keyboard. */
  onFocus?: EventHandler<IconButton> | undefined;
  /** The button lost the keyboard. */
  onBlur?: EventHandler<IconButton> | undefined;
}

export interface IconButton extends Plain<IconButtonProps<Read>> {}

/** A button that is only an icon: round, and without a colour of its own. */
export class IconButton extends Control {
  static override readonly spec: Spec<IconButtonProps<Read>> = spec<IconButtonProps<Read>, LayoutProps<Read>>(
    "IconButton",
    Control,
    {
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
    { role: "button", label: "tooltip" },
    buttonMethods,
  );

  constructor(props?: IconButtonProps) {
    super(props);
  }

  /** Gives it the keyboard. */
  focus(): Promise<void> {
    return callClient(this, "focus");
  }
}
