import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, number, oneOf, payload, type Spec, slot, slotOrText, spec, text, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { assertAgreeing } from "./contradiction.ts";
import { type AnimationStyle, animationStyleType } from "./values/animation-style.ts";
import { type BorderSide, borderSideType } from "./values/border.ts";
import { type BoxConstraints, boxConstraintsType } from "./values/box-constraints.ts";
import { ClipBehavior } from "./values/clip-behavior.ts";
import { type ControlStateValue, controlStateType } from "./values/control-state.ts";
import { type OutlinedBorder, outlinedBorderType } from "./values/outlined-border.ts";
import { type TextStyle, textStyleType } from "./values/text-style.ts";
import { VisualDensity } from "./values/visual-density.ts";

/** Properties of {@link Chip}. */
export interface ChipProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What it says: a string or a control. Default none. */
  label?: In<M, Control | string | null>;
  /** Stands before the label: an icon or a picture. Default none. */
  leading?: In<M, Control | null>;
  /** Whether it is chosen. With `onSelect`, a click changes it. Default `false`. */
  selected?: In<M, boolean>;
  /** Behind the label while it is chosen. Default `null`: the theme's. */
  selectedColor?: In<M, Color | null>;
  /** How high it floats, in pixels: the shadow grows with it. Default `null`: 0. */
  elevation?: In<M, number | null>;
  /** Behind the label. Default `null`: none. */
  bgcolor?: In<M, Color | null>;
  /** Whether a tick stands before the label, in the place of `leading`, while it is chosen. Default `true`. */
  showCheckmark?: In<M, boolean>;
  /** Of the tick. Default `null`: the theme's. */
  checkColor?: In<M, Color | null>;
  /** Default `null`: the theme's. */
  shadowColor?: In<M, Color | null>;
  /** Its outline. Default `null`: a rectangle with corners rounded by 8 pixels. */
  shape?: In<M, OutlinedBorder | null>;
  /** Room between the edge and what it holds, in pixels. Default `null`: 8 at both ends. */
  padding?: In<M, Padding | null>;
  /** What deletes it, in the place of the cross. It is there while the app listens to `onDelete`. Default none: a cross. */
  deleteIcon?: In<M, Control | null>;
  /** What the delete icon is called, shown when the pointer rests on it. Default `null`: `"Delete"`. */
  deleteIconTooltip?: In<M, string | null>;
  /** Default `null`: the theme's. */
  deleteIconColor?: In<M, Color | null>;
  /** Behind the label while it is disabled. Default `null`: the theme's. */
  disabledColor?: In<M, Color | null>;
  /** Room around the label, in pixels. Default `null`: 8 at both ends. */
  labelPadding?: In<M, Padding | null>;
  /** Default none: as the theme has it. */
  labelTextStyle?: In<M, TextStyle | null>;
  /** Of the shadow while it is chosen. Default `null`: `shadowColor`. */
  selectedShadowColor?: In<M, Color | null>;
  /** Whether it has the keyboard when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** Behind the label, in general or by state; it comes before `bgcolor`, `selectedColor` and `disabledColor`. Default `null`. */
  color?: In<M, ControlStateValue<Color> | null>;
  /** How high it floats while it is pressed, in pixels. Default `null`: as `elevation`. */
  elevationOnClick?: In<M, number | null>;
  /** Whether content that reaches over the edge is cut. Default `"none"`: it is not. */
  clipBehavior?: In<M, ClipBehavior>;
  /** How much room it takes. Default `null`: `"standard"`. */
  visualDensity?: In<M, VisualDensity | null>;
  /** The line along the edge; it comes before that of `shape`. Default `null`: the theme's. */
  borderSide?: In<M, BorderSide | null>;
  /** How small and how large `leading` may be. Default `null`: 18 pixels high. */
  leadingSizeConstraints?: In<M, BoxConstraints | null>;
  /** How small and how large the delete icon may be. Default `null`: 18 pixels in both directions. */
  deleteIconSizeConstraints?: In<M, BoxConstraints | null>;
  /** How its colours change when it is enabled, and back when it is disabled. Default `null`: the theme's. */
  enableAnimationStyle?: In<M, AnimationStyle | null>;
  /** How it changes when it is chosen, and back when it is no more. Default `null`: the theme's. */
  selectAnimationStyle?: In<M, AnimationStyle | null>;
  /** How room is made for what stands before the label, and taken back. Default `null`: the theme's. */
  leadingDrawerAnimationStyle?: In<M, AnimationStyle | null>;
  /** How room is made for the delete icon, and taken back. Default `null`: the theme's. */
  deleteDrawerAnimationStyle?: In<M, AnimationStyle | null>;
  /** The chip was clicked, or Enter or Space pressed on it. Either this or `onSelect`. */
  onClick?: EventHandler<Chip> | undefined;
  /** The delete icon was clicked, or the Delete key pressed on the chip. */
  onDelete?: EventHandler<Chip> | undefined;
  /** The person chose the chip (`data` is true) or no longer does (false). Either this or `onClick`. */
  onSelect?: EventHandler<Chip, boolean> | undefined;
  /** The chip got the keyboard. */
  onFocus?: EventHandler<Chip> | undefined;
  /** The chip lost the keyboard. */
  onBlur?: EventHandler<Chip> | undefined;
}

export interface Chip extends Plain<ChipProps<Read>> {}

/** A small box with a word: something to do, to choose, or to take away. */
export class Chip extends Control {
  static override readonly spec: Spec<ChipProps<Read>> = spec<ChipProps<Read>, LayoutProps<Read>>(
    "Chip",
    Control,
    {
      label: slotOrText(),
      leading: slot(),
      selected: flag(false).writable(),
      selectedColor: value(colorType, null),
      elevation: number(null, { min: 0 }),
      bgcolor: value(colorType, null),
      showCheckmark: flag(true),
      checkColor: value(colorType, null),
      shadowColor: value(colorType, null),
      shape: value(outlinedBorderType, null),
      padding: value(paddingType, null),
      deleteIcon: slot(),
      deleteIconTooltip: text(null),
      deleteIconColor: value(colorType, null),
      disabledColor: value(colorType, null),
      labelPadding: value(paddingType, null),
      labelTextStyle: value(textStyleType, null),
      selectedShadowColor: value(colorType, null),
      autofocus: flag(false),
      color: value(controlStateType(colorType), null),
      elevationOnClick: number(null, { min: 0 }),
      clipBehavior: oneOf(ClipBehavior, "none"),
      visualDensity: oneOf(VisualDensity, null),
      borderSide: value(borderSideType, null),
      leadingSizeConstraints: value(boxConstraintsType, null),
      deleteIconSizeConstraints: value(boxConstraintsType, null),
      enableAnimationStyle: value(animationStyleType, null),
      selectAnimationStyle: value(animationStyleType, null),
      leadingDrawerAnimationStyle: value(animationStyleType, null),
      deleteDrawerAnimationStyle: value(animationStyleType, null),
      onClick: event(),
      onDelete: event(),
      onSelect: event(payload.boolean),
      onFocus: event(),
      onBlur: event(),
    },
    { role: "button", label: "label" },
  );

  constructor(props?: ChipProps) {
    super(props);
  }

  override beforeUpdate(): void {
    const isBoth = this.onClick !== undefined && this.onSelect !== undefined;
    assertAgreeing(
      this,
      isBoth ? " has both onClick and onSelect, and a click can mean only one: take one away" : undefined,
    );
  }
}
