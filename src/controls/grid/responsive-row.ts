import { columnsLayout } from "../../layout/columns.ts";
import { CrossAxisAlignment, MainAxisAlignment } from "../../values/layout.ts";
import { type ResponsiveNumber, responsiveNumberType } from "../../values/responsive.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, In, Literal, Mode, Plain, Read } from "../control-props.ts";
import { type ScrollProps, scrollClient, scrollEntries, scrollMethods } from "../scroll-props.ts";
import type { ScrollTo } from "../scroll-to.ts";
import { oneOf, type Spec, slots, spec, value } from "../spec.ts";
import { type Breakpoints, BreakpointsBy, breakpointsType, columnCountType } from "./breakpoints.ts";

/** Properties of {@link ResponsiveRow}. */
export interface ResponsiveRowProps<M extends Mode = Literal> extends ScrollProps<M, ResponsiveRow> {
  /**
   * Controls in the row. The `col` of each is the number of columns it takes; what does not fit goes to the next line.
   * Default none.
   */
  controls?: Children<M>;
  /** Number of columns: one number for all widths, or by breakpoint. Default 12. */
  columns?: In<M, ResponsiveNumber>;
  /** Distribution of the free width of a line among its controls. Default `"start"`. */
  alignment?: In<M, MainAxisAlignment>;
  /** Vertical alignment of the controls within their line. Default `"start"`. */
  verticalAlignment?: In<M, CrossAxisAlignment>;
  /** Gap between two columns, in pixels: one number for all widths, or by breakpoint. Default 10. */
  spacing?: In<M, ResponsiveNumber>;
  /** Gap between two lines, in pixels: one number for all widths, or by breakpoint. Default 10. */
  runSpacing?: In<M, ResponsiveNumber>;
  /**
   * Width in pixels from which each breakpoint applies. Default xs 0, sm 576, md 768, lg 992, xl 1200, xxl 1400.
   */
  breakpoints?: In<M, Breakpoints>;
  /**
   * Whose width the breakpoints are about: that of the browser's window, as in Flet, or of the row itself. Default
   * `"window"`.
   */
  breakpointsBy?: In<M, BreakpointsBy>;
}

export interface ResponsiveRow extends Plain<ResponsiveRowProps<Read>> {
  /**
   * Controls in the row. The `col` of each is the number of columns it takes; what does not fit goes to the next line.
   * Default none.
   */
  get controls(): ChildArray;
  set controls(children: readonly Control[]);
}

/** A row of columns in which each control takes more or fewer columns, depending on the width of the window. */
export class ResponsiveRow extends Control {
  static override readonly spec: Spec<ResponsiveRowProps> = spec<ResponsiveRowProps>({
    type: "ResponsiveRow",
    parent: Control,
    layout: columnsLayout,
    properties: {
      controls: slots(),
      columns: value(columnCountType, 12),
      alignment: oneOf(MainAxisAlignment, "start"),
      verticalAlignment: oneOf(CrossAxisAlignment, "start"),
      spacing: value(responsiveNumberType, 10),
      runSpacing: value(responsiveNumberType, 10),
      breakpoints: value(breakpointsType, { xs: 0, sm: 576, md: 768, lg: 992, xl: 1200, xxl: 1400 }),
      breakpointsBy: oneOf(BreakpointsBy, "window"),
      ...scrollEntries,
    },
    semantics: {},
    methods: scrollMethods,
  });

  constructor(props?: ResponsiveRowProps) {
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
