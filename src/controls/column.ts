import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { flag, number, oneOf, type Spec, slots, spec } from "../core/spec.ts";
import { CrossAxisAlignment, MainAxisAlignment } from "../core/values/layout.ts";
import { type ScrollProps, scrollClient, scrollEntries, scrollMethods } from "./scroll-props.ts";
import type { ScrollTo } from "./values/scroll-to.ts";

/** Properties of {@link Column}. */
export interface ColumnProps<M extends Mode = Literal> extends ScrollProps<M, Column> {
  /** What it shows, one below the other. Default none. */
  controls?: Children<M>;
  /** How the controls share the height. Default `"start"`. */
  alignment?: In<M, MainAxisAlignment>;
  /** How the controls stand between left and right. Default `"start"`. */
  horizontalAlignment?: In<M, CrossAxisAlignment>;
  /** Pixels between two controls. Default 10. */
  spacing?: In<M, number>;
  /** Whether it is only as high as its controls. Default `false`: as high as it may be. */
  tight?: In<M, boolean>;
  /** Whether controls that do not fit go to a next column. Default `false`. */
  wrap?: In<M, boolean>;
  /** With `wrap`: pixels between two columns. Default 10. */
  runSpacing?: In<M, number>;
  /** With `wrap`: how the columns share the width. Default `"start"`. */
  runAlignment?: In<M, MainAxisAlignment>;
  /** Whether all controls are as wide as the widest. Default `false`. */
  intrinsicWidth?: In<M, boolean>;
}

export interface Column extends Plain<ColumnProps<Read>> {}

/** Shows controls one below the other. */
export class Column extends Control {
  static override readonly spec: Spec<ColumnProps<Read>> = spec<ColumnProps<Read>, LayoutProps<Read>>(
    "Column",
    Control,
    {
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
    {},
    scrollMethods,
    ({ scroll, wrap }) => ({ along: "height", isEndless: scroll !== null, isShared: !wrap }),
  );

  constructor(props?: ColumnProps) {
    super(props);
  }

  /** Scrolls. Resolves when it is there. */
  scrollTo(to: ScrollTo): Promise<void> {
    return scrollClient(this, to);
  }
}
