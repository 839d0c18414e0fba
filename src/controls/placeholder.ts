import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { number, type Spec, slot, spec, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";

/** Properties of {@link Placeholder}. */
export interface PlaceholderProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What stands in it already. Default none. */
  content?: In<M, Control | null>;
  /** Of the lines. Default `"bluegrey700"`. */
  color?: In<M, Color>;
  /** Of the lines, in pixels. Default 2. */
  strokeWidth?: In<M, number>;
  /** How wide it is where nothing else says, in pixels. Default 400. */
  fallbackWidth?: In<M, number>;
  /** How high it is where nothing else says, in pixels. Default 400. */
  fallbackHeight?: In<M, number>;
}

export interface Placeholder extends Plain<PlaceholderProps<Read>> {}

/** A crossed box in the place of something that is still to be made. */
export class Placeholder extends Control {
  static override readonly spec: Spec<PlaceholderProps<Read>> = spec<PlaceholderProps<Read>, LayoutProps<Read>>(
    "Placeholder",
    Control,
    {
      content: slot(),
      color: value(colorType, "bluegrey700"),
      strokeWidth: number(2, { min: 0 }),
      fallbackWidth: number(400, { min: 0 }),
      fallbackHeight: number(400, { min: 0 }),
    },
  );

  constructor(props?: PlaceholderProps) {
    super(props);
  }
}
