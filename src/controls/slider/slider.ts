import { wideLayout } from "../../layout/simple.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { type MouseCursor, mouseCursorType } from "../../values/mouse-cursor.ts";
import { SliderInteraction } from "../../values/slider-interaction.ts";
import { Control } from "../control.ts";
import type { In, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { assertAscending } from "../property-checks.ts";
import { event, flag, number, oneOf, payload, type Spec, spec, value } from "../spec.ts";
import { refuseOffScale, type SliderScaleProps, sliderScaleEntries } from "./slider-props.ts";

/** Properties of {@link Slider}. */
export interface SliderProps<M extends Mode = Literal> extends SliderScaleProps<M> {
  /** Current value, from `min` to `max`. The person changes it. Default `null`: `min`. */
  value?: In<M, number | null>;
  /** Second value marked on the track, such as how much of a video is loaded. Default `null`: none. */
  secondaryTrackValue?: In<M, number | null>;
  /** Color of the track between `value` and `secondaryTrackValue`. Default `null`: the theme's color. */
  secondaryActiveColor?: In<M, Color | null>;
  /** Color of the thumb. Default `null`: `activeColor`. */
  thumbColor?: In<M, Color | null>;
  /** Gestures that move the thumb. Default `null`: `"tapAndSlide"`. */
  interaction?: In<M, SliderInteraction | null>;
  /** Whether the control takes the focus when it first appears. Default `false`. */
  autofocus?: In<M, boolean>;
  /** Mouse cursor shown over the slider. Default `null`: a hand. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** Space around the track, in pixels: one number for all sides, or by side. Default `null`: 14 left and right. */
  padding?: In<M, Padding | null>;
  /**
   * Whether the slider has the Material 3 style of 2023, with a thin track and a round thumb. Default `null`: yes;
   * `false` is the thick track of 2024.
   */
  year2023?: In<M, boolean | null>;
  /** Called while the thumb moves, at most once per frame, and always with the last value. `data` is the value. */
  onChange?: EventHandler<Slider, number> | undefined;
  /** Called when the person starts to move the thumb. `data` is the value before the move. */
  onChangeStart?: EventHandler<Slider, number> | undefined;
  /** Called when the person releases the thumb. `data` is the value. */
  onChangeEnd?: EventHandler<Slider, number> | undefined;
  /** Called when the slider receives the focus. */
  onFocus?: EventHandler<Slider> | undefined;
  /** Called when the slider loses the focus. */
  onBlur?: EventHandler<Slider> | undefined;
}

export interface Slider extends Plain<SliderProps<Read>> {}

/** A track with a thumb, to select a number. */
export class Slider extends Control {
  static override readonly spec: Spec<SliderProps> = spec<SliderProps>({
    type: "Slider",
    parent: Control,
    layout: wideLayout,
    properties: {
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
      onChangeEnd: event(payload.number).with({ whenEnded: (last: number, slider: Slider) => slider.value ?? last }),
      onFocus: event(),
      onBlur: event(),
    },
    semantics: { role: "slider", label: "semanticsLabel" },
  });

  constructor(props?: SliderProps) {
    super(props);
  }

  override beforeUpdate(): void {
    assertAscending(this, "min", "value", "max");
    assertAscending(this, "min", "secondaryTrackValue", "max");
  }
}
