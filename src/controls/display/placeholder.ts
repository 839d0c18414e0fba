import { hugLayout } from "../../layout/simple.ts";
import { type Color, colorType } from "../../values/color.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { number, type Spec, slot, spec, value } from "../spec.ts";

/** Properties of {@link Placeholder}. */
export interface PlaceholderProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Control inside the box. Default `null`: none. */
  content?: In<M, Control | null>;
  /** Color of the lines. Default `"bluegrey700"`. */
  color?: In<M, Color>;
  /** Width of the lines, in pixels. Default 2. */
  strokeWidth?: In<M, number>;
  /** Width of the box where nothing else determines it, in pixels. Default 400. */
  fallbackWidth?: In<M, number>;
  /** Height of the box where nothing else determines it, in pixels. Default 400. */
  fallbackHeight?: In<M, number>;
}

export interface Placeholder extends Plain<PlaceholderProps<Read>> {}

/** A crossed box that marks the place of something that is not implemented yet. */
export class Placeholder extends Control {
  static override readonly spec: Spec<PlaceholderProps> = spec<PlaceholderProps>({
    type: "Placeholder",
    parent: Control,
    layout: hugLayout,
    properties: {
      content: slot(),
      color: value(colorType, "bluegrey700"),
      strokeWidth: number(2, { min: 0 }),
      fallbackWidth: number(400, { min: 0 }),
      fallbackHeight: number(400, { min: 0 }),
    },
  });

  constructor(props?: PlaceholderProps) {
    super(props);
  }
}
