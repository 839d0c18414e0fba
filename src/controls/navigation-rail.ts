import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, integer, number, oneOf, type Spec, slot, slots, spec, value } from "../core/spec.ts";
import { integerType } from "../core/types.ts";
import { type Color, colorType } from "../core/values/color.ts";
import type { NavigationRailDestination } from "./navigation-rail-destination.ts";
import { assertIndex, indexProblem } from "./rules.ts";
import { NavigationRailLabelType } from "./values/navigation-rail-label-type.ts";
import { type OutlinedBorder, outlinedBorderType } from "./values/outlined-border.ts";
import { type TextStyle, textStyleType } from "./values/text-style.ts";

/** Properties of {@link NavigationRail}. */
export interface NavigationRailProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Where it leads. Default none. */
  destinations?: Children<M, NavigationRailDestination>;
  /** How high it seems to float, in pixels. Default `null`: not at all. */
  elevation?: In<M, number | null>;
  /** Where the person is, counted from 0 among the destinations that are shown. A click changes it. Default `null`: nowhere. */
  selectedIndex?: In<M, number | null>;
  /** Whether it is wide, with labels beside the icons. Default `false`. */
  extended?: In<M, boolean>;
  /** Which labels stand below their icons while it is not `extended`. Default `null`: none. */
  labelType?: In<M, NavigationRailLabelType | null>;
  /** Behind the rail. Default `null`: the theme's. */
  bgcolor?: In<M, Color | null>;
  /** Behind the icon of where the person is. Default `null`: the theme's. */
  indicatorColor?: In<M, Color | null>;
  /** The outline of that. Default `null`: as round as it may be. */
  indicatorShape?: In<M, OutlinedBorder | null>;
  /** What stands above the destinations: often a button. Default none. */
  leading?: In<M, Control | null>;
  /** What stands below the destinations. Default none. */
  trailing?: In<M, Control | null>;
  /** Whether `leading` stands at the top of the rail, wherever the destinations are. Default `true`. */
  pinLeadingToTop?: In<M, boolean>;
  /** Whether `trailing` stands at the bottom of the rail, wherever the destinations are. Default `false`. */
  pinTrailingToBottom?: In<M, boolean>;
  /** Whether destinations that do not fit scroll. Default `false`. */
  scrollable?: In<M, boolean>;
  /** How wide it is while not `extended`, in pixels. Default `null`: 80. */
  minWidth?: In<M, number | null>;
  /** How wide it is while `extended`, in pixels. Default `null`: 256. */
  minExtendedWidth?: In<M, number | null>;
  /** Where the destinations stand: -1 is at the top, 0 in the middle, 1 at the bottom. Default `null`: -1. */
  groupAlignment?: In<M, number | null>;
  /** Of the label of where the person is. Default `null`: the theme's. */
  selectedLabelTextStyle?: In<M, TextStyle | null>;
  /** Of the other labels. Default `null`: the theme's. */
  unselectedLabelTextStyle?: In<M, TextStyle | null>;
  /** Whether something is drawn behind the icon of where the person is. Default `null`: it is. */
  useIndicator?: In<M, boolean | null>;
  /** The person chose a destination, be it the one they are at; `data` is its index. */
  onChange?: EventHandler<NavigationRail, number> | undefined;
}

export interface NavigationRail extends Plain<NavigationRailProps<Read>> {}

/** The way to the main places of an app, at the side of a wide page: three to seven are best. */
export class NavigationRail extends Control {
  static override readonly spec: Spec<NavigationRailProps<Read>> = spec<NavigationRailProps<Read>, LayoutProps<Read>>(
    "NavigationRail",
    Control,
    {
      destinations: slots("NavigationRailDestination"),
      elevation: number(null, { min: 0 }),
      selectedIndex: integer(null).writable((index, rail) =>
        index === null ? undefined : indexProblem(index, countOf(rail as NavigationRail)),
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
    { role: "navigation" },
  );

  constructor(props?: NavigationRailProps) {
    super(props);
  }

  override beforeUpdate(): void {
    assertIndex(this, "selectedIndex", countOf(this), "destinations that are shown");
  }
}

function countOf(rail: NavigationRail): number {
  return rail.destinations.filter(({ visible }) => visible).length;
}
