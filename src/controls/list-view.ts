import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { flag, number, type Spec, slot, spec } from "../core/spec.ts";
import { type ListProps, listEntries } from "./list-props.ts";
import { scrollClient, scrollMethods } from "./scroll-props.ts";
import type { ScrollTo } from "./values/scroll-to.ts";

/** Properties of {@link ListView}. */
export interface ListViewProps<M extends Mode = Literal> extends ListProps<M, ListView> {
  /** Pixels between two controls. Default 0. */
  spacing?: In<M, number>;
  /** Pixels that each control takes in the direction of the list: a list of any length is light with it. Default `null`: as each needs. */
  itemExtent?: In<M, number | null>;
  /** Whether all controls are as long as the first. Default `false`. */
  firstItemPrototype?: In<M, boolean>;
  /** A control that is not shown: all are as long as it would be. Default none. */
  prototypeItem?: In<M, Control | null>;
  /** Of a line between two controls, in the middle of the spacing, in pixels. Default 0: none. */
  dividerThickness?: In<M, number>;
}

export interface ListView extends Plain<ListViewProps<Read>> {}

/**
 * Many controls one after the other, of which a part is seen. It takes the room it is given: `expand`, or a size. With
 * `itemExtent`, or a prototype, only the controls near that part are on the screen.
 */
export class ListView extends Control {
  static override readonly spec: Spec<ListViewProps<Read>> = spec<ListViewProps<Read>, LayoutProps<Read>>(
    "ListView",
    Control,
    {
      ...listEntries,
      spacing: number(0, { min: 0 }),
      itemExtent: number(null, { min: 0 }),
      firstItemPrototype: flag(false),
      prototypeItem: slot(),
      dividerThickness: number(0, { min: 0 }),
    },
    { role: "list" },
    scrollMethods,
    ({ horizontal }) => ({ along: horizontal ? "width" : "height", isEndless: true, needsEnd: true }),
  );

  constructor(props?: ListViewProps) {
    super(props);
  }

  /** Scrolls. Resolves when it is there. */
  scrollTo(to: ScrollTo): Promise<void> {
    return scrollClient(this, to);
  }
}
