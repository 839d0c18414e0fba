import { integerType } from "../../core/declaration/types.ts";
import { highLayout } from "../../layout/simple.ts";
import { type Color, colorType } from "../../values/color.ts";
import { NavigationRailLabelType } from "../../values/navigation-rail-label-type.ts";
import { type OutlinedBorder, outlinedBorderType } from "../../values/outlined-border.ts";
import { type TextStyle, textStyleType } from "../../values/text-style.ts";
import type { ChildArray } from "../child-array.ts";
import { positionAmong } from "../child-position.ts";
import { Control } from "../control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { assertIndexInRange, indexProblem } from "../property-checks.ts";
import { event, flag, integer, number, oneOf, type Spec, slot, slots, spec, value } from "../spec.ts";
import type { NavigationRailDestination } from "./navigation-rail-destination.ts";

/** Properties of {@link NavigationRail}. */
export interface NavigationRailProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Destinations that the rail offers. Default none. */
  destinations?: Children<M, NavigationRailDestination>;
  /** Height of the rail above the surface, in pixels; the shadow grows with it. Default `null`: no shadow. */
  elevation?: In<M, number | null>;
  /**
   * Index of the selected destination, counted from 0 among the visible ones. A click changes it. Default `null`: none
   * is selected. An index out of range is an error.
   */
  selectedIndex?: In<M, number | null>;
  /** Whether the rail is wide, with the labels next to the icons. Default `false`. */
  extended?: In<M, boolean>;
  /** Destinations that show labels below their icons while the rail is not `extended`. Default `null`: none. */
  labelType?: In<M, NavigationRailLabelType | null>;
  /** Background color. Default `null`: the theme's color. */
  bgcolor?: In<M, Color | null>;
  /** Color of the indicator behind the icon of the selected destination. Default `null`: the theme's color. */
  indicatorColor?: In<M, Color | null>;
  /** Shape of the indicator behind the icon of the selected destination. Default `null`: a pill. */
  indicatorShape?: In<M, OutlinedBorder | null>;
  /** Control above the destinations, often a button. Default `null`: none. */
  leading?: In<M, Control | null>;
  /** Control below the destinations. Default `null`: none. */
  trailing?: In<M, Control | null>;
  /** Whether `leading` stays at the top of the rail, wherever the destinations are. Default `true`. */
  pinLeadingToTop?: In<M, boolean>;
  /** Whether `trailing` stays at the bottom of the rail, wherever the destinations are. Default `false`. */
  pinTrailingToBottom?: In<M, boolean>;
  /** Whether the destinations scroll if they do not fit. Default `false`. */
  scrollable?: In<M, boolean>;
  /** Width of the rail while it is not `extended`, in pixels. Default `null`: 80. */
  minWidth?: In<M, number | null>;
  /** Width of the rail while it is `extended`, in pixels. Default `null`: 256. */
  minExtendedWidth?: In<M, number | null>;
  /** Vertical position of the destinations: -1 is at the top, 0 in the middle, 1 at the bottom. Default `null`: -1. */
  groupAlignment?: In<M, number | null>;
  /** Text style of the selected destination's label. Default `null`: the theme's. */
  selectedLabelTextStyle?: In<M, TextStyle | null>;
  /** Text style of the labels of the other destinations. Default `null`: the theme's. */
  unselectedLabelTextStyle?: In<M, TextStyle | null>;
  /** Whether an indicator is drawn behind the icon of the selected destination. Default `null`: yes. */
  useIndicator?: In<M, boolean | null>;
  /** Called when a destination is clicked, even the selected one. `data` is its index. */
  onChange?: EventHandler<NavigationRail, number> | undefined;
}

export interface NavigationRail extends Plain<NavigationRailProps<Read>> {
  /** Destinations that the rail offers. Default none. */
  get destinations(): ChildArray<NavigationRailDestination>;
  set destinations(children: readonly NavigationRailDestination[]);
}

/** A bar at the side of a wide page with the main destinations of an app. Three to seven destinations work best. */
export class NavigationRail extends Control {
  static override readonly spec: Spec<NavigationRailProps> = spec<NavigationRailProps>({
    type: "NavigationRail",
    parent: Control,
    layout: highLayout,
    properties: {
      destinations: slots("NavigationRailDestination"),
      elevation: number(null, { min: 0 }),
      selectedIndex: integer(null).writable(
        (index, rail) => (index === null ? undefined : indexProblem(index, countOf(rail as NavigationRail))),
        { positionOf },
      ),
      extended: flag(false),
      labelType: oneOf(NavigationRailLabelType, null),
      bgcolor: value(colorType, null),
      indicatorColor: value(colorType, null),
      indicatorShape: value(outlinedBorderType, null),
      leading: slot(),
      trailing: slot(),
      pinLeadingToTop: flag(true),
      pinTrailingToBottom: flag(false),
      scrollable: flag(false),
      minWidth: number(null, { min: 0 }),
      minExtendedWidth: number(null, { min: 0 }),
      groupAlignment: number(null, { min: -1, max: 1 }),
      selectedLabelTextStyle: value(textStyleType, null),
      unselectedLabelTextStyle: value(textStyleType, null),
      useIndicator: flag(null),
      onChange: event(integerType()),
    },
    semantics: { role: "navigation" },
  });

  constructor(props?: NavigationRailProps) {
    super(props);
  }

  override beforeUpdate(): void {
    assertIndexInRange(this, "selectedIndex", countOf(this), "destinations that are shown");
  }
}

function positionOf(child: Control, rail: Control): number | undefined {
  return positionAmong((rail as NavigationRail).destinations, child);
}

function countOf(rail: NavigationRail): number {
  return rail.destinations.filter(({ visible }) => visible).length;
}
