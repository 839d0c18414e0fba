import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, number, oneOf, payload, type Spec, spec, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { assertRising } from "./rules.ts";
import { refuseOffScale, type SliderScaleProps, sliderScaleEntries } from "./slider-props.ts";
import { type MouseCursor, mouseCursorType } from "./values/mouse-cursor.ts";
import { SliderInteraction } from "./values/slider-interaction.ts";

/** Properties of {@link Slider}. */
export interface SliderProps<M extends Mode = Literal> extends SliderScaleProps<M> {
  /** What is chosen, from `min` to `max`. The person changes it. Default `null`: `min`. */
  value?: In<M, number | null>;
  /** A second value on the line, such as how much is loaded. Default `null`: none. */
  secondaryTrackValue?: In<M, number | null>;
  /** Of the line from the value up to that second one. Default `null`: the theme's. */
  secondaryActiveColor?: In<M, Color | null>;
  /** Of the thumb. Default `null`: `activeColor`. */
  thumbColor?: In<M, Color | null>;
  /** What a pointer does. Default `null`: `"tapAndSlide"`. */
  interaction?: In<M, SliderInteraction | null>;
  /** Whether it has the keyboard when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** What the pointer looks like on it. Default `null`: a hand. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** Room around the line, in pixels. Default `null`: 14 at either end. */
  padding?: In<M, Padding | null>;
  /** Whether it has the thin line and round thumb of 2023. Default `null`: yes; `false` is the thick line of 2024. */
  year2023?: In<M, boolean | null>;
  /** The person moves the thumb; `data` is the value. Told once a frame at most, and always of the last. */
  onChange?: EventHandler<Slider, number> | undefined;
  /** The person begins to move the thumb; `data` is the value before. */
  onChangeStart?: EventHandler<Slider, number> | undefined;
  /** The person let go of the thumb; `data` is the value. */
  onChangeEnd?: EventHandler<Slider, number> | undefined;
  /** The slider got the keyboard. */
  onFocus?: EventHandler<Slider> | undefined;
  /** The slider lost the keyboard. */
  onBlur?: EventHandler<Slider> | undefined;
}

export interface Slider extends Plain<SliderProps<Read>> {}

/** A line to choose a number on. */
export class Slider extends Control {
  static override readonly spec: Spec<SliderProps<Read>> = spec<SliderProps<Read>, LayoutProps<Read>>(
    "Slider",
    Control,
    {
      ...sliderScaleEntries,
      value: number(null).writable(refuseOffScale),
      secondaryTrackValue: number(null),
      secondaryActiveColor: value(colorType, null),
      thumbColor: value(colorType, null),
      interaction: oneOf(SliderInteraction, null),
      autofocus: flag(false),
      mouseCursor: value(mouseCursorType, null),
      padding: value(paddingType, null),
      year2023: flag(null),
      onChange: event(payload.number),
      onChangeStart: event(payload.number),
      onChangeEnd: event(payload.number),
      onFocus: event(),
      onBlur: event(),
    },
    { role: "slider", label: "semanticsLabel" },
  );

  constructor(props?: SliderProps) {
    super(props);
  }

  override beforeUpdate(): void {
    assertRising(this, "min", "value", "max");
    assertRising(this, "min", "secondaryTrackValue", "max");
  }
}
