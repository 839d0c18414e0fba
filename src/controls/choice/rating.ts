import { hugLayout } from "../../layout/simple.ts";
import { type Color, colorType } from "../../values/color.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { assertAscending } from "../property-checks.ts";
import { event, flag, integer, number, payload, type Spec, spec, text, value } from "../spec.ts";

/** Properties of {@link Rating}. */
export interface RatingProps<M extends Mode = Literal> extends LayoutProps<M> {
  /**
   * Number of filled stars, from 0 to `max`; 0 is no rating. A fraction, such as an average of 3.7, fills a part of a
   * star. The person can change it. Default 0.
   */
  value?: In<M, number>;
  /** Number of stars. Default 5. */
  max?: In<M, number>;
  /** Whether the person can choose half stars. Default `false`: only whole ones. */
  allowHalf?: In<M, boolean>;
  /** Whether the rating is only shown, and cannot be changed. Default `false`. */
  readOnly?: In<M, boolean>;
  /** Text above the stars, which is also the name that screen readers read. Default `null`: none. */
  label?: In<M, string | null>;
  /**
   * Text that screen readers read as the value, such as `"{value} of {max} stars"`: `{value}` and `{max}` are replaced by
   * the numbers. Default `null`: `"{value} / {max}"`.
   */
  semanticsValue?: In<M, string | null>;
  /** Color of the filled stars. Default `null`: the theme's primary color. */
  color?: In<M, Color | null>;
  /** Width and height of a star, in pixels. Default 24. */
  size?: In<M, number>;
  /** Called when the person changes the rating; `data` is the new number of stars. */
  onChange?: EventHandler<Rating, number> | undefined;
}

export interface Rating extends Plain<RatingProps<Read>> {}

/**
 * A row of stars, to rate something or to show how it was rated. The person chooses with the pointer, the arrow keys,
 * Home and End, or a digit.
 */
export class Rating extends Control {
  static override readonly spec: Spec<RatingProps> = spec<RatingProps>({
    type: "Rating",
    parent: Control,
    layout: hugLayout,
    properties: {
      value: number(0, { min: 0 }).writable(refuseValue),
      max: integer(5, { min: 1 }),
      allowHalf: flag(false),
      readOnly: flag(false),
      label: text(null),
      semanticsValue: text(null),
      color: value(colorType, null),
      size: number(24, { min: 1 }),
      onChange: event(payload.number),
    },
    semantics: { role: "slider", label: "label" },
  });

  constructor(props?: RatingProps) {
    super(props);
  }

  override beforeUpdate(): void {
    assertAscending(this, "value", "max");
  }
}

/** Returns why a value from the client is refused, or undefined if it is allowed. */
function refuseValue(chosen: number, control: Control): string | undefined {
  const { max, allowHalf, readOnly } = control as Rating;
  if (readOnly) return "cannot be changed, because the rating is read-only";
  if (chosen > max) return `must be at most max, which is ${max}`;
  const isStep = Number.isInteger(allowHalf ? chosen * 2 : chosen);
  return isStep ? undefined : `must be a multiple of ${allowHalf ? 0.5 : 1}`;
}
