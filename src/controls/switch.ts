import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, payload, type Spec, slotOrText, spec, value } from "../core/spec.ts";
import { numberType } from "../core/types.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type IconName, iconNameType } from "../core/values/icon-name.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { type ChoiceProps, choiceEntries } from "./choice-props.ts";
import { type ControlStateValue, controlStateType } from "./values/control-state.ts";
import { type TextStyle, textStyleType } from "./values/text-style.ts";

/** Properties of {@link Switch}. */
export interface SwitchProps<M extends Mode = Literal> extends ChoiceProps<M, Switch> {
  /** What is turned on; a click on it counts too. Default none. */
  label?: In<M, Control | string | null>;
  /** Default none: as the theme has it. */
  labelTextStyle?: In<M, TextStyle | null>;
  /** Whether it is on. A click changes it. Default `false`. */
  value?: In<M, boolean>;
  /** Of the thumb while it is on. Default `null`: the theme's. */
  activeColor?: In<M, Color | null>;
  /** Of the track while it is on. Default `null`: the theme's main colour. */
  activeTrackColor?: In<M, Color | null>;
  /** Of the thumb while it is off. Default `null`: the theme's. */
  inactiveThumbColor?: In<M, Color | null>;
  /** Of the track while it is off. Default `null`: the theme's. */
  inactiveTrackColor?: In<M, Color | null>;
  /** Of the thumb, in general or by state; it comes before `activeColor` and `inactiveThumbColor`. Default `null`. */
  thumbColor?: In<M, ControlStateValue<Color> | null>;
  /** Of the track, in general or by state; it comes before `activeTrackColor` and `inactiveTrackColor`. Default `null`. */
  trackColor?: In<M, ControlStateValue<Color> | null>;
  /** Of the line around the track. Default `null`: the theme's, and none while it is on. */
  trackOutlineColor?: In<M, ControlStateValue<Color> | null>;
  /** Of the line around the track, in pixels. Default `null`: 2. */
  trackOutlineWidth?: In<M, ControlStateValue<number> | null>;
  /** On the thumb, by its name, in general or by state. Default `null`: none. */
  thumbIcon?: In<M, ControlStateValue<IconName> | null>;
  /** Room around the track, in pixels. Default `null`: 4 at either end. */
  padding?: In<M, Padding | null>;
  /** The person flipped the switch; `data` is the new value. */
  onChange?: EventHandler<Switch, boolean> | undefined;
}

export interface Switch extends Plain<SwitchProps<Read>> {}

/** Turns one thing on or off, at once. */
export class Switch extends Control {
  static override readonly spec: Spec<SwitchProps<Read>> = spec<SwitchProps<Read>, LayoutProps<Read>>(
    "Switch",
    Control,
    {
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
    { role: "switch", label: "label" },
  );

  constructor(props?: SwitchProps) {
    super(props);
  }
}
