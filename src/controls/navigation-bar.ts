import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, integer, number, oneOf, type Spec, slots, spec, value } from "../core/spec.ts";
import { integerType } from "../core/types.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { assertAgreeing } from "./contradiction.ts";
import type { NavigationBarDestination } from "./navigation-bar-destination.ts";
import { assertIndex, indexProblem } from "./rules.ts";
import { type Border, borderType } from "./values/border.ts";
import { type ControlStateValue, controlStateType } from "./values/control-state.ts";
import { NavigationBarLabelBehavior } from "./values/navigation-bar-label-behavior.ts";
import { type OutlinedBorder, outlinedBorderType } from "./values/outlined-border.ts";

/** Properties of {@link NavigationBar}. */
export interface NavigationBarProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Where it leads. Default none. */
  destinations?: Children<M, NavigationBarDestination>;
  /** Where the person is, counted from 0 among the destinations that are shown. A click changes it. Default 0. */
  selectedIndex?: In<M, number>;
  /** Behind the bar. Default `null`: the theme's. */
  bgcolor?: In<M, Color | null>;
  /** Which labels are shown. Default `null`: all. */
  labelBehavior?: In<M, NavigationBarLabelBehavior | null>;
  /** Room around each label, in pixels: one number, or by side. Default `null`: 4 above. */
  labelPadding?: In<M, Padding | null>;
  /** How high it seems to float, in pixels. Default `null`: not at all. */
  elevation?: In<M, number | null>;
  /** Of the shadow above it. Default `null`: the theme's. */
  shadowColor?: In<M, Color | null>;
  /** Behind the icon of where the person is. Default `null`: the theme's. */
  indicatorColor?: In<M, Color | null>;
  /** The outline of that. Default `null`: as round as it may be. */
  indicatorShape?: In<M, OutlinedBorder | null>;
  /** Lines along its edges: one for all, or by edge. Default none. */
  border?: In<M, Border | null>;
  /** Milliseconds that a change of place takes. Default `null`: 500. */
  animationDuration?: In<M, number | null>;
  /** Over an icon while it is hovered, focused or pressed. Default `null`: the theme's. */
  overlayColor?: In<M, ControlStateValue<Color> | null>;
  /** The person chose a destination, be it the one they are at; `data` is its index. */
  onChange?: EventHandler<NavigationBar, number> | undefined;
}

export interface NavigationBar extends Plain<NavigationBarProps<Read>> {}

/** The way to the main places of an app, at the bottom of the page: three to five are best. */
export class NavigationBar extends Control {
  static override readonly spec: Spec<NavigationBarProps<Read>> = spec<NavigationBarProps<Read>, LayoutProps<Read>>(
    "NavigationBar",
    Control,
    {
      destinations: slots("NavigationBarDestination"),
      selectedIndex: integer(0).writable((index, bar) => indexProblem(index, countOf(bar as NavigationBar))),
      bgcolor: value(colorType, null),
      labelBehavior: oneOf(NavigationBarLabelBehavior, null),
      labelPadding: value(paddingType, null),
      elevation: number(null, { min: 0 }),
      shadowColor: value(colorType, null),
      indicatorColor: value(colorType, null),
      indicatorShape: value(outlinedBorderType, null),
      border: value(borderType, null),
      animationDuration: number(null, { min: 0 }),
      overlayColor: value(controlStateType(colorType), null),
      onChange: event(integerType()),
    },
    { role: "navigation" },
  );

  constructor(props?: NavigationBarProps) {
    super(props);
  }

  override beforeUpdate(): void {
    const count = countOf(this);
    const isShort = this.destinations.length > 0 && count < 2;
    assertAgreeing(this, isShort ? ` must show at least 2 of its destinations, not ${count}` : undefined);
    assertIndex(this, "selectedIndex", count, "destinations that are shown");
  }
}

function countOf(bar: NavigationBar): number {
  return bar.destinations.filter(({ visible }) => visible).length;
}
