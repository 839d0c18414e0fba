import { numberType } from "../../core/declaration/types.ts";
import { hugLayout } from "../../layout/simple.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type ControlStateValue, controlStateType } from "../../values/control-state.ts";
import { type IconName, iconNameType } from "../../values/icon-name.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { type TextStyle, textStyleType } from "../../values/text-style.ts";
import { Control } from "../control.ts";
import type { In, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, flag, payload, type Spec, slotOrText, spec, value } from "../spec.ts";
import { type ChoiceProps, choiceEntries } from "./choice-props.ts";

/** Properties of {@link Switch}. */
export interface SwitchProps<M extends Mode = Literal> extends ChoiceProps<M, Switch> {
  /** Label next to the switch: text, or a control. A click on it flips the switch, too. Default `null`: none. */
  label?: In<M, Control | string | null>;
  /** Text style of the label. Default `null`: the theme's. */
  labelTextStyle?: In<M, TextStyle | null>;
  /** Whether the switch is on. A click changes it. Default `false`. */
  value?: In<M, boolean>;
  /** Color of the thumb while the switch is on. Default `null`: the theme's color. */
  activeColor?: In<M, Color | null>;
  /** Color of the track while the switch is on. Default `null`: the theme's primary color. */
  activeTrackColor?: In<M, Color | null>;
  /** Color of the thumb while the switch is off. Default `null`: the theme's color. */
  inactiveThumbColor?: In<M, Color | null>;
  /** Color of the track while the switch is off. Default `null`: the theme's color. */
  inactiveTrackColor?: In<M, Color | null>;
  /**
   * Color of the thumb: one color, or by state. Takes precedence over `activeColor` and `inactiveThumbColor`. Default
   * `null`: `activeColor` while the switch is on, otherwise `inactiveThumbColor`.
   */
  thumbColor?: In<M, ControlStateValue<Color> | null>;
  /**
   * Color of the track: one color, or by state. Takes precedence over `activeTrackColor` and `inactiveTrackColor`.
   * Default `null`: `activeTrackColor` while the switch is on, otherwise `inactiveTrackColor`.
   */
  trackColor?: In<M, ControlStateValue<Color> | null>;
  /**
   * Color of the track's border: one color, or by state. Default `null`: the theme's color, and none while the switch
   * is on.
   */
  trackOutlineColor?: In<M, ControlStateValue<Color> | null>;
  /** Width of the track's border, in pixels: one number, or by state. Default `null`: 2. */
  trackOutlineWidth?: In<M, ControlStateValue<number> | null>;
  /** Name of the icon on the thumb: one icon, or by state. Default `null`: none. */
  thumbIcon?: In<M, ControlStateValue<IconName> | null>;
  /** Space around the track, in pixels: one number for all sides, or by side. Default `null`: 4 left and right. */
  padding?: In<M, Padding | null>;
  /** Called when the person flips the switch. `data` is the new value. */
  onChange?: EventHandler<Switch, boolean> | undefined;
}

export interface Switch extends Plain<SwitchProps<Read>> {}

/** A switch that turns one thing on or off, with immediate effect. */
export class Switch extends Control {
  static override readonly spec: Spec<SwitchProps> = spec<SwitchProps>({
    type: "Switch",
    parent: Control,
    layout: hugLayout,
    properties: {
      ...choiceEntries,
      label: slotOrText(),
      labelTextStyle: value(textStyleType, null),
      value: flag(false).writable(),
      activeColor: value(colorType, null),
      activeTrackColor: value(colorType, null),
      inactiveThumbColor: value(colorType, null),
      inactiveTrackColor: value(colorType, null),
      thumbColor: value(controlStateType(colorType), null),
      trackColor: value(controlStateType(colorType), null),
      trackOutlineColor: value(controlStateType(colorType), null),
      trackOutlineWidth: value(controlStateType(numberType({ min: 0 })), null),
      thumbIcon: value(controlStateType(iconNameType), null),
      padding: value(paddingType, null),
      onChange: event(payload.boolean),
    },
    semantics: { role: "switch", label: "label" },
  });

  constructor(props?: SwitchProps) {
    super(props);
  }
}
