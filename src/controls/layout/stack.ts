import { stackLayout } from "../../layout/stack.ts";
import { ClipBehavior } from "../../values/clip-behavior.ts";
import { type Alignment, alignmentType } from "../../values/layout.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { oneOf, type Spec, slots, spec, value } from "../spec.ts";
import { StackFit } from "./stack-fit.ts";

/** Properties of {@link Stack}. */
export interface StackProps<M extends Mode = Literal> extends LayoutProps<M> {
  /**
   * Controls in the stack, the first at the bottom. A control with `left`, `top`, `right` or `bottom` does not affect
   * the stack's size. Default none.
   */
  controls?: Children<M>;
  /** Position of the controls that have no `left`, `top`, `right` or `bottom`. Default `null`: the top start corner. */
  alignment?: In<M, Alignment | null>;
  /** Size of the controls that have no `left`, `top`, `right` or `bottom`. Default `"loose"`: as large as they need. */
  fit?: In<M, StackFit>;
  /** Whether controls that overflow the edge of the stack are clipped. Default `"hardEdge"`: they are. */
  clipBehavior?: In<M, ClipBehavior>;
}

export interface Stack extends Plain<StackProps<Read>> {
  /**
   * Controls in the stack, the first at the bottom. A control with `left`, `top`, `right` or `bottom` does not affect
   * the stack's size. Default none.
   */
  get controls(): ChildArray;
  set controls(children: readonly Control[]);
}

/** A layout that draws controls on top of each other. It is as large as the largest control without a position. */
export class Stack extends Control {
  static override readonly spec: Spec<StackProps> = spec<StackProps>({
    type: "Stack",
    parent: Control,
    layout: stackLayout,
    properties: {
      controls: slots(),
      alignment: value(alignmentType, null),
      fit: oneOf(StackFit, "loose"),
      clipBehavior: oneOf(ClipBehavior, "hardEdge"),
    },
  });

  constructor(props?: StackProps) {
    super(props);
  }
}
