import { integerType } from "../../core/declaration/types.ts";
import { wideLayout } from "../../layout/simple.ts";
import { type Border, borderType } from "../../values/border.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type ControlStateValue, controlStateType } from "../../values/control-state.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { NavigationBarLabelBehavior } from "../../values/navigation-bar-label-behavior.ts";
import { type OutlinedBorder, outlinedBorderType } from "../../values/outlined-border.ts";
import { durationType } from "../../values/quantity.ts";
import type { ChildArray } from "../child-array.ts";
import { positionAmong } from "../child-position.ts";
import { Control } from "../control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { assertIndexInRange, assertNoContradiction, indexProblem } from "../property-checks.ts";
import { event, integer, number, oneOf, type Spec, slots, spec, value } from "../spec.ts";
import type { NavigationBarDestination } from "./navigation-bar-destination.ts";

/** Properties of {@link NavigationBar}. */
export interface NavigationBarProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Destinations that the bar offers. At least 2 must be visible. Default none. */
  destinations?: Children<M, NavigationBarDestination>;
  /**
   * Index of the selected destination, counted from 0 among the visible ones. A click changes it. Default 0. An index
   * out of range is an error.
   */
  selectedIndex?: In<M, number>;
  /** Background color. Default `null`: the theme's color. */
  bgcolor?: In<M, Color | null>;
  /** Destinations that show their labels. Default `null`: all. */
  labelBehavior?: In<M, NavigationBarLabelBehavior | null>;
  /** Space around each label, in pixels: one number for all sides, or by side. Default `null`: 4 above. */
  labelPadding?: In<M, Padding | null>;
  /** Height of the bar above the surface, in pixels; the shadow grows with it. Default `null`: no shadow. */
  elevation?: In<M, number | null>;
  /** Color of the shadow above the bar. Default `null`: the theme's color. */
  shadowColor?: In<M, Color | null>;
  /** Color of the indicator behind the icon of the selected destination. Default `null`: the theme's color. */
  indicatorColor?: In<M, Color | null>;
  /** Shape of the indicator behind the icon of the selected destination. Default `null`: a pill. */
  indicatorShape?: In<M, OutlinedBorder | null>;
  /** Border along the edges of the bar: one line for all edges, or by edge. Default `null`: none. */
  border?: In<M, Border | null>;
  /** Duration of the change from one destination to another, in milliseconds. Default `null`: 500. */
  animationDuration?: In<M, number | null>;
  /**
   * Color of the overlay over an icon while its destination is hovered, focused or pressed. Default `null`: the theme's
   * color.
   */
  overlayColor?: In<M, ControlStateValue<Color> | null>;
  /** Called when a destination is clicked, even the selected one. `data` is its index. */
  onChange?: EventHandler<NavigationBar, number> | undefined;
}

export interface NavigationBar extends Plain<NavigationBarProps<Read>> {
  /** Destinations that the bar offers. At least 2 must be visible. Default none. */
  get destinations(): ChildArray<NavigationBarDestination>;
  set destinations(children: readonly NavigationBarDestination[]);
}

/** A bar at the bottom of the page with the main destinations of an app. Three to five destinations work best. */
export class NavigationBar extends Control {
  static override readonly spec: Spec<NavigationBarProps> = spec<NavigationBarProps>({
    type: "NavigationBar",
    parent: Control,
    layout: wideLayout,
    properties: {
      destinations: slots("NavigationBarDestination"),
      selectedIndex: integer(0).writable((index, bar) => indexProblem(index, countOf(bar as NavigationBar)), {
        positionOf,
      }),
      bgcolor: value(colorType, null),
      labelBehavior: oneOf(NavigationBarLabelBehavior, null),
      labelPadding: value(paddingType, null),
      elevation: number(null, { min: 0 }),
      shadowColor: value(colorType, null),
      indicatorColor: value(colorType, null),
      indicatorShape: value(outlinedBorderType, null),
      border: value(borderType, null),
      animationDuration: value(durationType, null),
      overlayColor: value(controlStateType(colorType), null),
      onChange: event(integerType()),
    },
    semantics: { role: "navigation" },
  });

  constructor(props?: NavigationBarProps) {
    super(props);
  }

  override beforeUpdate(): void {
    const count = countOf(this);
    const isShort = this.destinations.length > 0 && count < 2;
    assertNoContradiction(this, isShort ? ` must show at least 2 of its destinations, not ${count}` : undefined);
    assertIndexInRange(this, "selectedIndex", count, "destinations that are shown");
  }
}

function positionOf(child: Control, bar: Control): number | undefined {
  return positionAmong((bar as NavigationBar).destinations, child);
}

function countOf(bar: NavigationBar): number {
  return bar.destinations.filter(({ visible }) => visible).length;
}
