import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { number, type Spec, slots, spec } from "../core/spec.ts";

/** Properties of {@link TabBarView}. */
export interface TabBarViewProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What is shown for each tab, in their order. Default none. */
  controls?: Children<M>;
  /** How much of the width each takes: with less than 1 the next one peeps in. Default 1. */
  viewportFraction?: In<M, number>;
}

export interface TabBarView extends Plain<TabBarViewProps<Read>> {}

/** Shows what belongs to the chosen tab, inside Tabs; a touch pulls the next one in. */
export class TabBarView extends Control {
  static override readonly spec: Spec<TabBarViewProps<Read>> = spec<TabBarViewProps<Read>, LayoutProps<Read>>(
    "TabBarView",
    Control,
    { controls: slots(), viewportFraction: number(1, { min: 0.1, max: 1 }) },
  );

  constructor(props?: TabBarViewProps) {
    super(props);
  }
}
