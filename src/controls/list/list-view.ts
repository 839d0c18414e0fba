import { listLayout } from "../../layout/list.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { In, Literal, Mode, Plain, Read } from "../control-props.ts";
import { scrollClient, scrollMethods } from "../scroll-props.ts";
import type { ScrollTo } from "../scroll-to.ts";
import { flag, number, type Spec, slot, spec } from "../spec.ts";
import { type ListProps, listEntries } from "./list-props.ts";

/** Properties of {@link ListView}. */
export interface ListViewProps<M extends Mode = Literal> extends ListProps<M, ListView> {
  /** Gap between two controls, in pixels. Default 0. */
  spacing?: In<M, number>;
  /**
   * Size of each control along the list, in pixels. With it, a list of any length is fast. Default `null`: as each
   * control needs.
   */
  itemExtent?: In<M, number | null>;
  /** Whether all controls have the size of the first one along the list. Default `false`. */
  firstItemPrototype?: In<M, boolean>;
  /** Hidden control whose size along the list all controls get. Default `null`: none. */
  prototypeItem?: In<M, Control | null>;
  /** Thickness of a line between two controls, in pixels, in the middle of the spacing. Default 0: no line. */
  dividerThickness?: In<M, number>;
}

export interface ListView extends Plain<ListViewProps<Read>> {
  /** Controls of the list, in order. Default none. */
  get controls(): ChildArray;
  set controls(children: readonly Control[]);
}

/**
 * A scrolling list of many controls. Its size is given by `expand`, or by its width or height. With `itemExtent` or a
 * prototype, only the controls near the visible part are in the document.
 */
export class ListView extends Control {
  static override readonly spec: Spec<ListViewProps> = spec<ListViewProps>({
    type: "ListView",
    parent: Control,
    layout: listLayout,
    properties: {
      ...listEntries,
      spacing: number(0, { min: 0 }),
      itemExtent: number(null, { min: 0 }),
      firstItemPrototype: flag(false),
      prototypeItem: slot(),
      dividerThickness: number(0, { min: 0 }),
    },
    semantics: { role: "list" },
    methods: scrollMethods,
  });

  constructor(props?: ListViewProps) {
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
