import { panelsLayout } from "../../layout/bars.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { number, type Spec, slots, spec } from "../spec.ts";

/** Properties of {@link TabBarView}. */
export interface TabBarViewProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Contents of the tabs, in the order of the tabs. Default none. */
  controls?: Children<M>;
  /**
   * Fraction of the width that each tab's content takes, from 0.1 to 1. With less than 1, part of the next one is
   * visible. Default 1.
   */
  viewportFraction?: In<M, number>;
}

export interface TabBarView extends Plain<TabBarViewProps<Read>> {
  /** Contents of the tabs, in the order of the tabs. Default none. */
  get controls(): ChildArray;
  set controls(children: readonly Control[]);
}

/** The content of the selected tab. It must be inside Tabs. On a touchscreen, swiping goes to the next tab. */
export class TabBarView extends Control {
  static override readonly spec: Spec<TabBarViewProps> = spec<TabBarViewProps>({
    type: "TabBarView",
    parent: Control,
    layout: panelsLayout,
    properties: { controls: slots(), viewportFraction: number(1, { min: 0.1, max: 1 }) },
  });

  constructor(props?: TabBarViewProps) {
    super(props);
  }
}
