import { named } from "../../core/declaration/types.ts";
import { wideLayout } from "../../layout/simple.ts";
import { type ControlStateValue, controlStateType } from "../../values/control-state.ts";
import { type MouseCursor, mouseCursorType } from "../../values/mouse-cursor.ts";
import { Control } from "../control.ts";
import type { In, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { assertAscending } from "../property-checks.ts";
import { event, number, type Spec, spec, value } from "../spec.ts";
import { type RangeValues, rangeValuesType } from "./range-values.ts";
import { refuseOffScale, type SliderScaleProps, sliderScaleEntries } from "./slider-props.ts";

/** Properties of {@link RangeSlider}. */
export interface RangeSliderProps<M extends Mode = Literal> extends SliderScaleProps<M> {
  /** Start of the selected range, from `min` to `endValue`. The person changes it. Default `null`: `min`. */
  startValue?: In<M, number | null>;
  /** End of the selected range, from `startValue` to `max`. The person changes it. Default `null`: `max`. */
  endValue?: In<M, number | null>;
  /** Mouse cursor shown over the slider: one cursor, or by state. Default `null`: a hand. */
  mouseCursor?: In<M, ControlStateValue<MouseCursor> | null>;
  /** Called while a thumb moves, at most once per frame, and always with the last values. `data` has both values. */
  onChange?: EventHandler<RangeSlider, RangeValues> | undefined;
  /** Called when the person starts to move a thumb. `data` has both values before the move. */
  onChangeStart?: EventHandler<RangeSlider, RangeValues> | undefined;
  /** Called when the person releases a thumb. `data` has both values. */
  onChangeEnd?: EventHandler<RangeSlider, RangeValues> | undefined;
}

export interface RangeSlider extends Plain<RangeSliderProps<Read>> {}

/** A slider with two thumbs, to select a range of numbers. */
export class RangeSlider extends Control {
  static override readonly spec: Spec<RangeSliderProps> = spec<RangeSliderProps>({
    type: "RangeSlider",
    parent: Control,
    layout: wideLayout,
    properties: {
      ...sliderScaleEntries,
      startValue: number(null).writable((chosen, control) => refuse(chosen, control, "startValue")),
      endValue: number(null).writable((chosen, control) => refuse(chosen, control, "endValue")),
      mouseCursor: value(controlStateType(named("MouseCursor", mouseCursorType)), null),
      onChange: event(rangeValuesType),
      onChangeStart: event(rangeValuesType),
      onChangeEnd: event(rangeValuesType).with({ whenEnded: currentRange }),
    },
    semantics: { role: "slider", label: "semanticsLabel" },
  });

  constructor(props?: RangeSliderProps) {
    super(props);
  }

  override beforeUpdate(): void {
    assertAscending(this, "min", "startValue", "endValue", "max");
  }
}

/** Returns the range at the end of a drag that the person cannot end. */
function currentRange(last: RangeValues, control: Control): RangeValues {
  const { startValue, endValue } = control as RangeSlider;
  return { startValue: startValue ?? last.startValue, endValue: endValue ?? last.endValue };
}

/** Returns why a value from the client is refused, or undefined if it is allowed. */
function refuse(chosen: number | null, control: Control, name: "startValue" | "endValue"): string | undefined {
  const off = refuseOffScale(chosen, control);
  if (off !== undefined || chosen === null) return off;
  const { startValue, endValue } = control as RangeSlider;
  if (name === "startValue" && endValue !== null && chosen > endValue)
    return `must be at most endValue, which is ${endValue}, not ${chosen}`;
  if (name === "endValue" && startValue !== null && chosen < startValue)
    return `must be at least startValue, which is ${startValue}, not ${chosen}`;
  return undefined;
}
