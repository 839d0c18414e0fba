import { hugLayout } from "../../layout/simple.ts";
import { type AnimationStyle, animationStyleType } from "../../values/animation-style.ts";
import { type BorderSide, borderSideType } from "../../values/border.ts";
import { type BoxConstraints, boxConstraintsType } from "../../values/box-constraints.ts";
import { ClipBehavior } from "../../values/clip-behavior.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type ControlStateValue, controlStateType } from "../../values/control-state.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { type OutlinedBorder, outlinedBorderType } from "../../values/outlined-border.ts";
import { type TextStyle, textStyleType } from "../../values/text-style.ts";
import { VisualDensity } from "../../values/visual-density.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { assertNoContradiction } from "../property-checks.ts";
import { event, flag, number, oneOf, payload, type Spec, slot, slotOrText, spec, text, value } from "../spec.ts";

/** Properties of {@link Chip}. */
export interface ChipProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Label of the chip: text, or a control. Default `null`: none. */
  label?: In<M, Control | string | null>;
  /** Control before the label: an icon or an image. Default `null`: none. */
  leading?: In<M, Control | null>;
  /** Whether the chip is selected. With `onSelect`, a click toggles it. Default `false`. */
  selected?: In<M, boolean>;
  /** Background color of the chip while it is selected. Default `null`: the theme's color. */
  selectedColor?: In<M, Color | null>;
  /** Height of the chip above the surface, in pixels; the shadow grows with it. Default `null`: 0. */
  elevation?: In<M, number | null>;
  /** Background color of the chip. Default `null`: none. */
  bgcolor?: In<M, Color | null>;
  /** Whether a check mark replaces `leading` while the chip is selected. Default `true`. */
  showCheckmark?: In<M, boolean>;
  /** Color of the check mark. Default `null`: the theme's color. */
  checkColor?: In<M, Color | null>;
  /** Color of the shadow of the chip. Default `null`: the theme's color. */
  shadowColor?: In<M, Color | null>;
  /** Shape of the chip. Default `null`: a rectangle with corners of a radius of 8 pixels. */
  shape?: In<M, OutlinedBorder | null>;
  /**
   * Space between the edge of the chip and its content, in pixels: one number for all sides, or by side. Default
   * `null`: 8 at both ends.
   */
  padding?: In<M, Padding | null>;
  /** Icon of the delete button, which is shown only with `onDelete`. Default `null`: a cross. */
  deleteIcon?: In<M, Control | null>;
  /** Tooltip of the delete button, and its name for screen readers. Default `null`: `"Delete"`. */
  deleteIconTooltip?: In<M, string | null>;
  /** Color of the delete icon. Default `null`: the theme's color. */
  deleteIconColor?: In<M, Color | null>;
  /** Background color of the chip while it is disabled. Default `null`: the theme's color. */
  disabledColor?: In<M, Color | null>;
  /** Space around the label, in pixels: one number for all sides, or by side. Default `null`: 8 at both ends. */
  labelPadding?: In<M, Padding | null>;
  /** Text style of the label. Default `null`: the theme's. */
  labelTextStyle?: In<M, TextStyle | null>;
  /** Color of the shadow while the chip is selected. Default `null`: `shadowColor`. */
  selectedShadowColor?: In<M, Color | null>;
  /** Whether the control takes the focus when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /**
   * Background color of the chip: one color, or by state. Takes precedence over `bgcolor`, `selectedColor` and
   * `disabledColor`. Default `null`: `disabledColor`, `selectedColor` or
   * `bgcolor`, by state.
   */
  color?: In<M, ControlStateValue<Color> | null>;
  /** Height of the chip above the surface while it is pressed, in pixels. Default `null`: `elevation`. */
  elevationOnClick?: In<M, number | null>;
  /** Whether content that overflows the edge of the chip is clipped. Default `"none"`: it is not. */
  clipBehavior?: In<M, ClipBehavior>;
  /** Compactness of the chip. Default `null`: `"standard"`. */
  visualDensity?: In<M, VisualDensity | null>;
  /** Border of the chip. Takes precedence over the border of `shape`. Default `null`: the theme's border. */
  borderSide?: In<M, BorderSide | null>;
  /** Minimum and maximum size of `leading`. Default `null`: 18 pixels high. */
  leadingSizeConstraints?: In<M, BoxConstraints | null>;
  /** Minimum and maximum size of the delete icon. Default `null`: 18 pixels wide and high. */
  deleteIconSizeConstraints?: In<M, BoxConstraints | null>;
  /** Animation of the colors when the chip is enabled or disabled. Default `null`: the theme's animation. */
  enableAnimationStyle?: In<M, AnimationStyle | null>;
  /** Animation when the chip is selected or deselected. Default `null`: the theme's animation. */
  selectAnimationStyle?: In<M, AnimationStyle | null>;
  /** Animation that opens and closes the space before the label. Default `null`: the theme's animation. */
  leadingDrawerAnimationStyle?: In<M, AnimationStyle | null>;
  /** Animation that opens and closes the space for the delete icon. Default `null`: the theme's animation. */
  deleteDrawerAnimationStyle?: In<M, AnimationStyle | null>;
  /**
   * Called when the chip is clicked, or Enter or Space is pressed on it. Setting `onSelect` as well is an error,
   * `contradiction`.
   */
  onClick?: EventHandler<Chip> | undefined;
  /** Called when the delete icon is clicked, or Delete or Backspace is pressed on the chip. */
  onDelete?: EventHandler<Chip> | undefined;
  /**
   * Called when the person selects (`data` is true) or deselects (`data` is false) the chip. Setting `onClick` as well
   * is an error, `contradiction`.
   */
  onSelect?: EventHandler<Chip, boolean> | undefined;
  /** Called when the chip receives the focus. */
  onFocus?: EventHandler<Chip> | undefined;
  /** Called when the chip loses the focus. */
  onBlur?: EventHandler<Chip> | undefined;
}

export interface Chip extends Plain<ChipProps<Read>> {}

/** A small box with a short text: an action, a choice, or an item that can be deleted. */
export class Chip extends Control {
  static override readonly spec: Spec<ChipProps> = spec<ChipProps>({
    type: "Chip",
    parent: Control,
    layout: hugLayout,
    properties: {
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
    semantics: { role: "button", label: "label" },
  });

  constructor(props?: ChipProps) {
    super(props);
  }

  override beforeUpdate(): void {
    const isBoth = this.onClick !== undefined && this.onSelect !== undefined;
    assertNoContradiction(
      this,
      isBoth ? " has both onClick and onSelect, but a click can call only one of them: remove one" : undefined,
    );
  }
}
