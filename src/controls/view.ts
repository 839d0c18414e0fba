import { callClient } from "../core/calls.ts";
import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, method, number, oneOf, type Spec, slot, slots, spec, text, value } from "../core/spec.ts";
import { booleanType } from "../core/types.ts";
import { type Color, colorType } from "../core/values/color.ts";
import {
  type FloatingActionButtonLocation,
  floatingActionButtonLocationType,
} from "../core/values/floating-action-button-location.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { CrossAxisAlignment, MainAxisAlignment } from "../core/values/layout.ts";
import { type ScrollProps, scrollClient, scrollEntries, scrollMethods } from "./scroll-props.ts";
import { type BoxDecoration, boxDecorationType } from "./values/box-decoration.ts";
import type { ScrollTo } from "./values/scroll-to.ts";

/** Properties of {@link View}. */
export interface ViewProps<M extends Mode = Literal> extends ScrollProps<M, View> {
  /** What it shows, from top to bottom. Default none. */
  controls?: Children<M>;
  /** What the app calls it; `page.onViewPop` is given it. Default `"/"`. */
  route?: In<M, string>;
  /** The bar at the top, usually an AppBar. Default none. */
  appbar?: In<M, Control | null>;
  /** The bar at the bottom, usually a BottomAppBar. With a `navigationBar` that one is shown. Default none. */
  bottomAppbar?: In<M, Control | null>;
  /** The way to the app's main places, at the bottom; usually a NavigationBar. Default none. */
  navigationBar?: In<M, Control | null>;
  /** A button that stays in place over the content. Default none. */
  floatingActionButton?: In<M, Control | null>;
  /** Where that button stands. Default `null`: at the end, over the content. */
  floatingActionButtonLocation?: In<M, FloatingActionButtonLocation | null>;
  /** How the controls share the height. Default `"start"`. */
  verticalAlignment?: In<M, MainAxisAlignment>;
  /** How the controls stand across the view. Default `"start"`. */
  horizontalAlignment?: In<M, CrossAxisAlignment>;
  /** Pixels between two controls. Default 10. */
  spacing?: In<M, number>;
  /** Pixels between the edge and the controls. Default 10. */
  padding?: In<M, Padding | null>;
  /** Behind everything. Default `null`: the theme's surface. */
  bgcolor?: In<M, Color | null>;
  /** Behind everything, in place of `bgcolor`. Default none. */
  decoration?: In<M, BoxDecoration | null>;
  /** Drawn over everything. Default none. */
  foregroundDecoration?: In<M, BoxDecoration | null>;
  /** Whether it comes from below and is closed, rather than gone back from. Default `false`. */
  fullscreenDialog?: In<M, boolean>;
  /** Whether the person may go back as they please; if not, `onConfirmPop` decides. Default `true`. */
  canPop?: In<M, boolean>;
  /** The person wants to go back from a view without `canPop`: answer with `confirmPop()`. */
  onConfirmPop?: EventHandler<View> | undefined;
}

export interface View extends Plain<ViewProps<Read>> {}

/** A whole page over the one below it: in `page.views`, of which the last is shown. */
export class View extends Control {
  static override readonly spec: Spec<ViewProps<Read>> = spec<ViewProps<Read>, LayoutProps<Read>>(
    "View",
    Control,
    {
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
    {},
    { ...scrollMethods, confirmPop: method(booleanType) },
    ({ scroll }) => ({ along: "height", isEndless: scroll !== null, isShared: true }),
  );

  constructor(props?: ViewProps) {
    super(props);
  }

  /** Scrolls. Resolves when it is there. */
  scrollTo(to: ScrollTo): Promise<void> {
    return scrollClient(this, to);
  }

  /** The answer to `onConfirmPop`: with `true` the person goes back, and `page.onViewPop` is called. */
  confirmPop(shouldPop: boolean): Promise<void> {
    return callClient(this, "confirmPop", shouldPop);
  }
}
