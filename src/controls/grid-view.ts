import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { integer, number, type Spec, spec } from "../core/spec.ts";
import { type ListProps, listEntries } from "./list-props.ts";
import { scrollClient, scrollMethods } from "./scroll-props.ts";
import type { ScrollTo } from "./values/scroll-to.ts";

/** Properties of {@link GridView}. */
export interface GridViewProps<M extends Mode = Literal> extends ListProps<M, GridView> {
  /** How many controls stand side by side. Default 1. */
  runsCount?: In<M, number>;
  /** The most pixels across that a control may have: as many stand side by side as that needs. Default `null`: `runsCount` decides. */
  maxExtent?: In<M, number | null>;
  /** Pixels between two controls in the direction of the grid. Default 10. */
  spacing?: In<M, number>;
  /** Pixels between two controls that stand side by side. Default 10. */
  runSpacing?: In<M, number>;
  /** The size of a control across, divided by that in the direction of the grid. Default 1: a square. */
  childAspectRatio?: In<M, number>;
}

export interface GridView extends Plain<GridViewProps<Read>> {}

/** Many controls of one size in lines of several, of which a part is seen, and only what is near that is on the screen. */
export class GridView extends Control {
  static override readonly spec: Spec<GridViewProps<Read>> = spec<GridViewProps<Read>, LayoutProps<Read>>(
    "GridView",
    Control,
    {
      ...listEntries,
      runsCount: integer(1, { min: 1 }),
      maxExtent: number(null, { min: 1 }),
      spacing: number(10, { min: 0 }),
      runSpacing: number(10, { min: 0 }),
      childAspectRatio: number(1, { min: 0.001 }),
    },
    { role: "list" },
    scrollMethods,
    ({ horizontal }) => ({ along: horizontal ? "width" : "height", isTiled: true, needsEnd: true }),
  );

  constructor(props?: GridViewProps) {
    super(props);
  }

  /** Scrolls. Resolves when it is there. */
  scrollTo(to: ScrollTo): Promise<void> {
    return scrollClient(this, to);
  }
}
