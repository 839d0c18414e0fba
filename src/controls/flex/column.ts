import { columnLayout } from "../../layout/line.ts";
import { CrossAxisAlignment, MainAxisAlignment } from "../../values/layout.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, In, Literal, Mode, Plain, Read } from "../control-props.ts";
import { type ScrollProps, scrollClient, scrollEntries, scrollMethods } from "../scroll-props.ts";
import type { ScrollTo } from "../scroll-to.ts";
import { flag, number, oneOf, type Spec, slots, spec } from "../spec.ts";

/** Properties of {@link Column}. */
export interface ColumnProps<M extends Mode = Literal> extends ScrollProps<M, Column> {
  /** Controls of the column, from top to bottom. Default none. */
  controls?: Children<M>;
  /** Distribution of the free height among the controls. Default `"start"`. */
  alignment?: In<M, MainAxisAlignment>;
  /** Horizontal alignment of the controls. Default `"start"`. */
  horizontalAlignment?: In<M, CrossAxisAlignment>;
  /** Gap between two controls, in pixels. Default 10. */
  spacing?: In<M, number>;
  /** Whether the column is only as high as its controls. Default `false`: it fills the available height. */
  tight?: In<M, boolean>;
  /** Whether controls that do not fit continue in another column. Default `false`. */
  wrap?: In<M, boolean>;
  /** Gap between two columns, in pixels. Only with `wrap`. Default 10. */
  runSpacing?: In<M, number>;
  /** Distribution of the free width among the columns. Only with `wrap`. Default `"start"`. */
  runAlignment?: In<M, MainAxisAlignment>;
  /**
   * Whether the column is only as wide as its widest control, so that `horizontalAlignment: "stretch"` makes all of them that
   * wide. Default `false`.
   */
  intrinsicWidth?: In<M, boolean>;
}

export interface Column extends Plain<ColumnProps<Read>> {
  /** Controls of the column, from top to bottom. Default none. */
  get controls(): ChildArray;
  set controls(children: readonly Control[]);
}

/** A container that places its controls one below the other. */
export class Column extends Control {
  static override readonly spec: Spec<ColumnProps> = spec<ColumnProps>({
    type: "Column",
    parent: Control,
    layout: columnLayout,
    properties: {
      controls: slots(),
      alignment: oneOf(MainAxisAlignment, "start"),
      horizontalAlignment: oneOf(CrossAxisAlignment, "start"),
      spacing: number(10, { min: 0 }),
      tight: flag(false),
      wrap: flag(false),
      runSpacing: number(10, { min: 0 }),
      runAlignment: oneOf(MainAxisAlignment, "start"),
      intrinsicWidth: flag(false),
      ...scrollEntries,
    },
    semantics: {},
    methods: scrollMethods,
  });

  constructor(props?: ColumnProps) {
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
