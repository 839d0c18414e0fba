import { wideLayout } from "../../layout/simple.ts";
import { Control } from "../control.ts";
import type { In, Literal, Mode, Plain, Read } from "../control-props.ts";
import { type Spec, spec } from "../spec.ts";
import { type DividerLineProps, dividerEntries } from "./divider-props.ts";

/** Properties of {@link Divider}. */
export interface DividerProps<M extends Mode = Literal> extends DividerLineProps<M> {
  /** Height of the space around the line, in pixels; the line is in its middle. Default `null`: 16. */
  height?: In<M, number | null>;
}

export interface Divider extends Plain<DividerProps<Read>> {}

/** A horizontal line between the controls above and below it. */
export class Divider extends Control {
  static override readonly spec: Spec<DividerProps> = spec<DividerProps>({
    type: "Divider",
    parent: Control,
    layout: wideLayout,
    properties: dividerEntries,
    semantics: { role: "separator" },
  });

  constructor(props?: DividerProps) {
    super(props);
  }
}
