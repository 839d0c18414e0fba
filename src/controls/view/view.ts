import { booleanType } from "../../core/declaration/types.ts";
import { callClient } from "../../core/update/calls.ts";
import { pageLayout } from "../../layout/line.ts";
import { type BoxDecoration, boxDecorationType } from "../../values/box-decoration.ts";
import { type Color, colorType } from "../../values/color.ts";
import {
  type FloatingActionButtonLocation,
  floatingActionButtonLocationType,
} from "../../values/floating-action-button-location.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { CrossAxisAlignment, MainAxisAlignment } from "../../values/layout.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, In, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { type ScrollProps, scrollClient, scrollEntries, scrollMethods } from "../scroll-props.ts";
import type { ScrollTo } from "../scroll-to.ts";
import { event, flag, method, number, oneOf, type Spec, slot, slots, spec, text, value } from "../spec.ts";

/** Properties of {@link View}. */
export interface ViewProps<M extends Mode = Literal> extends ScrollProps<M, View> {
  /** Controls in the view, from top to bottom. Default none. */
  controls?: Children<M>;
  /** Name of the view in the app; `page.onViewPop` receives it as `data`. Default `"/"`. */
  route?: In<M, string>;
  /** Bar at the top of the view, usually an AppBar. Default `null`: none. */
  appbar?: In<M, Control | null>;
  /**
   * Bar at the bottom of the view, usually a BottomAppBar. If there is a `navigationBar`, only that one is shown.
   * Default `null`: none.
   */
  bottomAppbar?: In<M, Control | null>;
  /** Bar at the bottom of the view with the app's main destinations, usually a NavigationBar. Default `null`: none. */
  navigationBar?: In<M, Control | null>;
  /** Button that floats over the content and does not scroll with it. Default `null`: none. */
  floatingActionButton?: In<M, Control | null>;
  /** Position of the floating action button. Default `null`: at the bottom end, over the content. */
  floatingActionButtonLocation?: In<M, FloatingActionButtonLocation | null>;
  /** Distribution of the free height among the controls. Default `"start"`. */
  verticalAlignment?: In<M, MainAxisAlignment>;
  /** Horizontal alignment of the controls. Default `"start"`. */
  horizontalAlignment?: In<M, CrossAxisAlignment>;
  /** Gap between two controls, in pixels. Default 10. */
  spacing?: In<M, number>;
  /**
   * Space between the edge of the view and its controls, in pixels: one number for all sides, or by side. Default 10.
   */
  padding?: In<M, Padding | null>;
  /** Background color. Default `null`: the theme's color. */
  bgcolor?: In<M, Color | null>;
  /** Decoration behind the content, drawn instead of `bgcolor`. Default `null`: none. */
  decoration?: In<M, BoxDecoration | null>;
  /** Decoration drawn over the content. Default `null`: none. */
  foregroundDecoration?: In<M, BoxDecoration | null>;
  /**
   * Whether the view is a dialog: it slides in from the bottom, and its back button is a close button. Default `false`.
   */
  fullscreenDialog?: In<M, boolean>;
  /** Whether the person can go back from the view. If `false`, `onConfirmPop` is called instead. Default `true`. */
  canPop?: In<M, boolean>;
  /** Called when the person wants to go back from a view whose `canPop` is `false`. Answer with `confirmPop()`. */
  onConfirmPop?: EventHandler<View> | undefined;
}

export interface View extends Plain<ViewProps<Read>> {
  /** Controls in the view, from top to bottom. Default none. */
  get controls(): ChildArray;
  set controls(children: readonly Control[]);
}

/** A whole page on top of the page below it. The last one in `page.views` is shown. */
export class View extends Control {
  static override readonly spec: Spec<ViewProps> = spec<ViewProps>({
    type: "View",
    parent: Control,
    layout: pageLayout,
    properties: {
      controls: slots(),
      route: text("/"),
      appbar: slot(),
      bottomAppbar: slot(),
      navigationBar: slot(),
      floatingActionButton: slot(),
      floatingActionButtonLocation: value(floatingActionButtonLocationType, null),
      verticalAlignment: oneOf(MainAxisAlignment, "start"),
      horizontalAlignment: oneOf(CrossAxisAlignment, "start"),
      spacing: number(10, { min: 0 }),
      padding: value<Padding, Padding | null>(paddingType, 10),
      bgcolor: value(colorType, null),
      decoration: value(boxDecorationType, null),
      foregroundDecoration: value(boxDecorationType, null),
      fullscreenDialog: flag(false),
      canPop: flag(true),
      onConfirmPop: event(),
      ...scrollEntries,
    },
    semantics: {},
    methods: { ...scrollMethods, confirmPop: method(booleanType) },
  });

  constructor(props?: ViewProps) {
    super(props);
  }

  /**
   * Scrolls to a position. Resolves when the scrolling has ended. A `key` that no control inside has is an error,
   * `not-found`.
   */
  scrollTo(to: ScrollTo): Promise<void> {
    return scrollClient(this, to);
  }

  /** Answers `onConfirmPop`: with `true` the person goes back, and `page.onViewPop` is called. */
  confirmPop(shouldPop: boolean): Promise<void> {
    return callClient(this, "confirmPop", shouldPop);
  }
}
