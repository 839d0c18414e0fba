import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { flag, number, oneOf, type Spec, slots, spec } from "../core/spec.ts";
import { CrossAxisAlignment, MainAxisAlignment } from "../core/values/layout.ts";
import { type ScrollProps, scrollClient, scrollEntries, scrollMethods } from "./scroll-props.ts";
import type { ScrollTo } from "./values/scroll-to.ts";

/** Properties of {@link Row}. */
export interface RowProps<M extends Mode = Literal> extends ScrollProps<M, Row> {
  /** What it shows, side by side. Default none. */
  controls?: Children<M>;
  /** How the controls share the width. Default `"start"`. */
  alignment?: In<M, MainAxisAlignment>;
  /** How the controls stand between top and bottom. Default `"center"`. */
  verticalAlignment?: In<M, CrossAxisAlignment>;
  /** Pixels between two controls. Default 10. */
  spacing?: In<M, number>;
  /** Whether it is only as wide as its controls. Default `false`: as wide as it may be. */
  tight?: In<M, boolean>;
  /** Whether controls that do not fit go to a next line. Default `false`. */
  wrap?: In<M, boolean>;
  /** With `wrap`: pixels between two lines. Default 10. */
  runSpacing?: In<M, number>;
  /** With `wrap`: how the lines share the height. Default `"start"`. */
  runAlignment?: In<M, MainAxisAlignment>;
  /** Whether all controls are as high as the highest. Default `false`. */
  intrinsicHeight?: In<M, boolean>;
}

export interface Row extends Plain<RowProps<Read>> {}

/** Shows controls side by side. */
export class Row extends Control {
  static override readonly spec: Spec<RowProps<Read>> = spec<RowProps<Read>, LayoutProps<Read>>(
    "Row",
    Control,
    {
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
    {},
    scrollMethods,
    ({ scroll, wrap }) => ({ along: "width", isEndless: scroll !== null, isShared: !wrap }),
  );

  constructor(props?: RowProps) {
    super(props);
  }

  /** Scrolls. Resolves when it is there. */
  scrollTo(to: ScrollTo): Promise<void> {
    return scrollClient(this, to);
  }
}
