import { highLayout } from "../../layout/simple.ts";
import { Control } from "../control.ts";
import type { In, Literal, Mode, Plain, Read } from "../control-props.ts";
import { type Spec, spec } from "../spec.ts";
import { type DividerLineProps, dividerEntries } from "./divider-props.ts";

/** Properties of {@link VerticalDivider}. */
export interface VerticalDividerProps<M extends Mode = Literal> extends DividerLineProps<M> {
  /** Width of the space that the divider takes, in pixels; the line is in the middle of it. Default `null`: 16. */
  width?: In<M, number | null>;
}

export interface VerticalDivider extends Plain<VerticalDividerProps<Read>> {}

/** A vertical line between controls. It is as high as its row. */
export class VerticalDivider extends Control {
  static override readonly spec: Spec<VerticalDividerProps> = spec<VerticalDividerProps>({
    type: "VerticalDivider",
    parent: Control,
    layout: highLayout,
    properties: dividerEntries,
    semantics: { role: "separator" },
  });

  constructor(props?: VerticalDividerProps) {
    super(props);
  }
}
