import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { oneOf, type Spec, slots, spec, value } from "../core/spec.ts";
import { CrossAxisAlignment, MainAxisAlignment } from "../core/values/layout.ts";
import { type ResponsiveNumber, responsiveNumberType } from "../core/values/responsive.ts";
import { type ScrollProps, scrollClient, scrollEntries, scrollMethods } from "./scroll-props.ts";
import { type Breakpoints, breakpointsType, columnCountType } from "./values/breakpoints.ts";
import type { ScrollTo } from "./values/scroll-to.ts";

/** Properties of {@link ResponsiveRow}. */
export interface ResponsiveRowProps<M extends Mode = Literal> extends ScrollProps<M, ResponsiveRow> {
  /** What it shows; the `col` of each says how many columns it takes, and what does not fit goes to a next line. Default none. */
  controls?: Children<M>;
  /** How many columns there are, for all widths or from each width on. Default 12. */
  columns?: In<M, ResponsiveNumber>;
  /** How the controls of a line share the width that they leave. Default `"start"`. */
  alignment?: In<M, MainAxisAlignment>;
  /** How the controls of a line stand between its top and bottom. Default `"start"`. */
  verticalAlignment?: In<M, CrossAxisAlignment>;
  /** Pixels between two columns, for all widths or from each width on. Default 10. */
  spacing?: In<M, ResponsiveNumber>;
  /** Pixels between two lines, for all widths or from each width on. Default 10. */
  runSpacing?: In<M, ResponsiveNumber>;
  /** From which width of the row on each name counts, in pixels. Default xs 0, sm 576, md 768, lg 992, xl 1200, xxl 1400. */
  breakpoints?: In<M, Breakpoints>;
}

export interface ResponsiveRow extends Plain<ResponsiveRowProps<Read>> {}

/** Shows controls in columns, of which each takes more or fewer as the row is narrow or wide. */
export class ResponsiveRow extends Control {
  static override readonly spec: Spec<ResponsiveRowProps<Read>> = spec<ResponsiveRowProps<Read>, LayoutProps<Read>>(
    "ResponsiveRow",
    Control,
    {
      controls: slots(),
      columns: value(columnCountType, 12),
      alignment: oneOf(MainAxisAlignment, "start"),
      verticalAlignment: oneOf(CrossAxisAlignment, "start"),
      spacing: value(responsiveNumberType, 10),
      runSpacing: value(responsiveNumberType, 10),
      breakpoints: value(breakpointsType, { xs: 0, sm: 576, md: 768, lg: 992, xl: 1200, xxl: 1400 }),
      ...scrollEntries,
    },
    {},
    scrollMethods,
    ({ scroll }) => ({ along: "height", isEndless: scroll !== null }),
  );

  constructor(props?: ResponsiveRowProps) {
    super(props);
  }

  /** Scrolls. Resolves when it is there. */
  scrollTo(to: ScrollTo): Promise<void> {
    return scrollClient(this, to);
  }
}
