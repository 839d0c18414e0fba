import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { oneOf, type Spec, slots, spec, value } from "../core/spec.ts";
import { type Alignment, alignmentType } from "../core/values/layout.ts";
import { ClipBehavior } from "./values/clip-behavior.ts";
import { StackFit } from "./values/stack-fit.ts";

/** Properties of {@link Stack}. */
export interface StackProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What it shows, the first at the bottom. Those with a `left`, `top`, `right` or `bottom` have no say in its size. Default none. */
  controls?: Children<M>;
  /** Where controls stand that do not say it themselves. Default `null`: at the top, where lines begin. */
  alignment?: In<M, Alignment | null>;
  /** How large controls without a position are. Default `"loose"`: as they need. */
  fit?: In<M, StackFit>;
  /** Whether controls that reach over its edge are cut. Default `"hardEdge"`. */
  clipBehavior?: In<M, ClipBehavior>;
}

export interface Stack extends Plain<StackProps<Read>> {}

/** Shows controls on top of each other. It is as large as the largest of those without a position. */
export class Stack extends Control {
  static override readonly spec: Spec<StackProps<Read>> = spec<StackProps<Read>, LayoutProps<Read>>("Stack", Control, {
    controls: slots(),
    alignment: value(alignmentType, null),
    fit: oneOf(StackFit, "loose"),
    clipBehavior: oneOf(ClipBehavior, "hardEdge"),
  });

  constructor(props?: StackProps) {
    super(props);
  }
}
