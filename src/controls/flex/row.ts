import { rowLayout } from "../../layout/line.ts";
import { CrossAxisAlignment, MainAxisAlignment } from "../../values/layout.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, In, Literal, Mode, Plain, Read } from "../control-props.ts";
import { type ScrollProps, scrollClient, scrollEntries, scrollMethods } from "../scroll-props.ts";
import type { ScrollTo } from "../scroll-to.ts";
import { flag, number, oneOf, type Spec, slots, spec } from "../spec.ts";

/** Properties of {@link Row}. */
export interface RowProps<M extends Mode = Literal> extends ScrollProps<M, Row> {
  /** Controls in the row, from start to end. Default none. */
  controls?: Children<M>;
  /** Distribution of the free width among the controls. Default `"start"`. */
  alignment?: In<M, MainAxisAlignment>;
  /** Vertical alignment of the controls. Default `"center"`. */
  verticalAlignment?: In<M, CrossAxisAlignment>;
  /** Gap between two controls, in pixels. Default 10. */
  spacing?: In<M, number>;
  /** Whether the row is only as wide as its controls. Default `false`: it fills the available width. */
  tight?: In<M, boolean>;
  /** Whether controls that do not fit go to the next line. Default `false`. */
  wrap?: In<M, boolean>;
  /** Gap between two lines, in pixels. Only with `wrap`. Default 10. */
  runSpacing?: In<M, number>;
  /** Distribution of the free height among the lines. Only with `wrap`. Default `"start"`. */
  runAlignment?: In<M, MainAxisAlignment>;
  /**
   * Whether the row is only as high as its highest control, so that `verticalAlignment: "stretch"` makes all of them that
   * high. Default `false`.
   */
  intrinsicHeight?: In<M, boolean>;
}

export interface Row extends Plain<RowProps<Read>> {
  /** Controls in the row, from start to end. Default none. */
  get controls(): ChildArray;
  set controls(children: readonly Control[]);
}

/** A horizontal layout of controls. */
export class Row extends Control {
  static override readonly spec: Spec<RowProps> = spec<RowProps>({
    type: "Row",
    parent: Control,
    layout: rowLayout,
    properties: {
      controls: slots(),
      alignment: oneOf(MainAxisAlignment, "start"),
      verticalAlignment: oneOf(CrossAxisAlignment, "center"),
      spacing: number(10, { min: 0 }),
      tight: flag(false),
      wrap: flag(false),
      runSpacing: number(10, { min: 0 }),
      runAlignment: oneOf(MainAxisAlignment, "start"),
      intrinsicHeight: flag(false),
      ...scrollEntries,
    },
    semantics: {},
    methods: scrollMethods,
  });

  constructor(props?: RowProps) {
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
