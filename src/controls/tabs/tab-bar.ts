import { integerType } from "../../core/declaration/types.ts";
import { wideLayout } from "../../layout/simple.ts";
import { type BorderRadius, borderRadiusType } from "../../values/border-radius.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type ControlStateValue, controlStateType } from "../../values/control-state.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { type MouseCursor, mouseCursorType } from "../../values/mouse-cursor.ts";
import { TabAlignment } from "../../values/tab-alignment.ts";
import {
  TabBarIndicatorSize,
  TabIndicatorAnimation,
  type UnderlineTabIndicator,
  underlineTabIndicatorType,
} from "../../values/tab-indicator.ts";
import { type TextStyle, textStyleType } from "../../values/text-style.ts";
import type { ChildArray } from "../child-array.ts";
import { positionAmong } from "../child-position.ts";
import { Control } from "../control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { assertNoContradiction } from "../property-checks.ts";
import { event, flag, number, oneOf, type Spec, slots, spec, value } from "../spec.ts";
import { type TabHover, tabHoverType } from "./tab-hover.ts";

/** Properties of {@link TabBar}. */
export interface TabBarProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Tabs to select from: Tab controls, or any other controls. Default none. */
  tabs?: Children<M>;
  /** Whether each tab is only as wide as it needs, and tabs that do not fit scroll. Default `true`. */
  scrollable?: In<M, boolean>;
  /**
   * Position of the tabs in the bar: with `scrollable` every value except `"fill"`, without it `"fill"` or `"center"`;
   * others are an error. Default `null`: `"startOffset"`, or `"fill"` without `scrollable`.
   */
  tabAlignment?: In<M, TabAlignment | null>;
  /** Color of the line below all tabs. Default `null`: the theme's color. */
  dividerColor?: In<M, Color | null>;
  /** Height of the line below all tabs, in pixels. Default `null`: 1. */
  dividerHeight?: In<M, number | null>;
  /** Color of the indicator line below the selected tab. Default `null`: the theme's primary color. */
  indicatorColor?: In<M, Color | null>;
  /**
   * Style of the indicator line below the selected tab. Takes precedence over `indicatorColor` and
   * `indicatorThickness`. Default `null`: the theme's.
   */
  indicator?: In<M, UnderlineTabIndicator | null>;
  /**
   * Length of the indicator line: as long as the label, or as the tab. Default `null`: `"label"`, or `"tab"` with
   * `secondary`.
   */
  indicatorSize?: In<M, TabBarIndicatorSize | null>;
  /**
   * Animation of the indicator line on its way to another tab. Default `null`: `"elastic"` if it is as long as the
   * label, else `"linear"`.
   */
  indicatorAnimation?: In<M, TabIndicatorAnimation | null>;
  /**
   * Thickness of the indicator line, in pixels; at least 3 is drawn, or 2 with `secondary`. Default 2. Without
   * `indicator`, 0 or less is an error.
   */
  indicatorThickness?: In<M, number>;
  /** Whether the bar is below another TabBar, and so has a plainer style. Default `false`. */
  secondary?: In<M, boolean>;
  /** Color of the selected tab's label and icon. Default `null`: the theme's color. */
  labelColor?: In<M, Color | null>;
  /** Space around each label, in pixels: one number for all sides, or by side. Default `null`: 16 left and right. */
  labelPadding?: In<M, Padding | null>;
  /** Text style of the selected tab's label. Default `null`: the theme's. */
  labelTextStyle?: In<M, TextStyle | null>;
  /** Color of the labels and icons of the other tabs. Default `null`: the theme's color. */
  unselectedLabelColor?: In<M, Color | null>;
  /** Text style of the labels of the other tabs. Default `null`: `labelTextStyle`. */
  unselectedLabelTextStyle?: In<M, TextStyle | null>;
  /**
   * Color of the overlay over a tab while it is hovered, focused or pressed: one color, or by state. Default `null`:
   * the theme's color.
   */
  overlayColor?: In<M, ControlStateValue<Color> | null>;
  /** Mouse cursor shown over a tab. Default `null`: a hand. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** Space around all tabs, in pixels: one number for all sides, or by side. Default `null`: none. */
  padding?: In<M, Padding | null>;
  /** Radius of the corners of the overlay over a tab, in pixels: one number, or by corner. Default `null`: square. */
  splashBorderRadius?: In<M, BorderRadius | null>;
  /** Called when a tab is clicked, even the selected one. `data` is its index. */
  onClick?: EventHandler<TabBar, number> | undefined;
  /** Called when the pointer enters or leaves a tab. `data` has the tab's index, and whether the pointer is over it. */
  onHover?: EventHandler<TabBar, TabHover> | undefined;
}

export interface TabBar extends Plain<TabBarProps<Read>> {
  /** Tabs to select from: Tab controls, or any other controls. Default none. */
  get tabs(): ChildArray;
  set tabs(children: readonly Control[]);
}

/** A row of tabs. It must be inside Tabs. The arrow keys, Home and End move between the tabs. */
export class TabBar extends Control {
  static override readonly spec: Spec<TabBarProps> = spec<TabBarProps>({
    type: "TabBar",
    parent: Control,
    layout: wideLayout,
    properties: {
      tabs: slots(),
      scrollable: flag(true),
      tabAlignment: oneOf(TabAlignment, null),
      dividerColor: value(colorType, null),
      dividerHeight: number(null, { min: 0 }),
      indicatorColor: value(colorType, null),
      indicator: value(underlineTabIndicatorType, null),
      indicatorSize: oneOf(TabBarIndicatorSize, null),
      indicatorAnimation: oneOf(TabIndicatorAnimation, null),
      indicatorThickness: number(2),
      secondary: flag(false),
      labelColor: value(colorType, null),
      labelPadding: value(paddingType, null),
      labelTextStyle: value(textStyleType, null),
      unselectedLabelColor: value(colorType, null),
      unselectedLabelTextStyle: value(textStyleType, null),
      overlayColor: value(controlStateType(colorType), null),
      mouseCursor: value(mouseCursorType, null),
      padding: value(paddingType, null),
      splashBorderRadius: value(borderRadiusType, null),
      onClick: event(integerType()).with({ positionOf }),
      onHover: event(tabHoverType).with({ positionOf, whenEnded: (last: TabHover) => ({ ...last, hovering: false }) }),
    },
    semantics: { role: "tablist" },
  });

  constructor(props?: TabBarProps) {
    super(props);
  }

  override beforeUpdate(): void {
    const { indicator, indicatorThickness: thickness, scrollable, tabAlignment } = this;
    const isThin = indicator === null && thickness <= 0;
    assertNoContradiction(
      this,
      isThin ? `.indicatorThickness must be above 0 without an indicator, not ${thickness}` : undefined,
    );
    const known: readonly (TabAlignment | null)[] = scrollable
      ? ["start", "startOffset", "center"]
      : ["fill", "center"];
    const problem = `.tabAlignment must be ${known.map((word) => `"${word}"`).join(" or ")} ${scrollable ? "while" : "without"} scrollable, not "${tabAlignment}"`;
    assertNoContradiction(this, tabAlignment === null || known.includes(tabAlignment) ? undefined : problem);
  }
}

function positionOf(tab: Control, bar: Control): number | undefined {
  return positionAmong((bar as TabBar).tabs, tab);
}
