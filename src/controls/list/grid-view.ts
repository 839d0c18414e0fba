import { gridLayout } from "../../layout/list.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { In, Literal, Mode, Plain, Read } from "../control-props.ts";
import { scrollClient, scrollMethods } from "../scroll-props.ts";
import type { ScrollTo } from "../scroll-to.ts";
import { integer, number, type Spec, spec } from "../spec.ts";
import { type ListProps, listEntries } from "./list-props.ts";

/** Properties of {@link GridView}. */
export interface GridViewProps<M extends Mode = Literal> extends ListProps<M, GridView> {
  /** Number of controls in each line. Default 1. */
  runsCount?: In<M, number>;
  /**
   * Maximum size of a control across the scroll direction, in pixels; it gives the number of controls in each line.
   * Default `null`: `runsCount` gives it.
   */
  maxExtent?: In<M, number | null>;
  /** Gap between two lines, in pixels. Default 10. */
  spacing?: In<M, number>;
  /** Gap between two controls in a line, in pixels. Default 10. */
  runSpacing?: In<M, number>;
  /** Size of a control across the scroll direction divided by its size along it. Default 1: a square. */
  childAspectRatio?: In<M, number>;
}

export interface GridView extends Plain<GridViewProps<Read>> {
  /** Controls of the list, in order. Default none. */
  get controls(): ChildArray;
  set controls(children: readonly Control[]);
}

/** A scrolling grid of many controls of equal size. Only the controls near the visible part are in the document. */
export class GridView extends Control {
  static override readonly spec: Spec<GridViewProps> = spec<GridViewProps>({
    type: "GridView",
    parent: Control,
    layout: gridLayout,
    properties: {
      ...listEntries,
      runsCount: integer(1, { min: 1 }),
      maxExtent: number(null, { min: 1 }),
      spacing: number(10, { min: 0 }),
      runSpacing: number(10, { min: 0 }),
      childAspectRatio: number(1, { min: 0.001 }),
    },
    semantics: { role: "list" },
    methods: scrollMethods,
  });

  constructor(props?: GridViewProps) {
    super(props);
  }

  /**
   * Scrolls to a position. Resolves when the scrolling has ended. A `key` that no control inside has is an error,
   * `not-found`.
   */
  scrollTo(to: ScrollTo): Promise<void> {
    return scrollClient(this, to);
  }
}
