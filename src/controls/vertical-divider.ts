import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { type Spec, spec } from "../core/spec.ts";
import { type DividerLineProps, dividerEntries } from "./divider-props.ts";

/** Properties of {@link VerticalDivider}. */
export interface VerticalDividerProps<M extends Mode = Literal> extends DividerLineProps<M> {
  /** Of the room it takes, in pixels; the line stands in its middle. Default `null`: 16. */
  width?: In<M, number | null>;
}

export interface VerticalDivider extends Plain<VerticalDividerProps<Read>> {}

/** A line from top to bottom, between what stands left and right. As high as its row. */
export class VerticalDivider extends Control {
  static override readonly spec: Spec<VerticalDividerProps<Read>> = spec<VerticalDividerProps<Read>, LayoutProps<Read>>(
    "VerticalDivider",
    Control,
    dividerEntries,
    { role: "separator" },
  );

  constructor(props?: VerticalDividerProps) {
    super(props);
  }
}
