import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, number, oneOf, type Spec, slots, spec, value } from "../core/spec.ts";
import { integerType } from "../core/types.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { assertAgreeing } from "./contradiction.ts";
import { type BorderRadius, borderRadiusType } from "./values/border-radius.ts";
import { type ControlStateValue, controlStateType } from "./values/control-state.ts";
import { type MouseCursor, mouseCursorType } from "./values/mouse-cursor.ts";
import { TabAlignment } from "./values/tab-alignment.ts";
import { type TabHover, tabHoverType } from "./values/tab-hover.ts";
import {
  TabBarIndicatorSize,
  TabIndicatorAnimation,
  type UnderlineTabIndicator,
  underlineTabIndicatorType,
} from "./values/tab-indicator.ts";
import { type TextStyle, textStyleType } from "./values/text-style.ts";

/** Properties of {@link TabBar}. */
export interface TabBarProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What can be chosen: a Tab each, or any control. Default none. */
  tabs?: Children<M>;
  /** Whether each tab is as wide as it needs, and tabs that do not fit scroll. Default `true`. */
  scrollable?: In<M, boolean>;
  /** Where the tabs stand: `"fill"` and `"center"` without `scrollable`, else all but `"fill"`. Default `null`: `"startOffset"`, or `"fill"` without `scrollable`. */
  tabAlignment?: In<M, TabAlignment | null>;
  /** Of the line below all tabs. Default `null`: the theme's. */
  dividerColor?: In<M, Color | null>;
  /** How thick that line is, in pixels. Default `null`: 1. */
  dividerHeight?: In<M, number | null>;
  /** Of the line below the chosen tab. Default `null`: the theme's main colour. */
  indicatorColor?: In<M, Color | null>;
  /** The line below the chosen tab, in place of its colour and thickness. Default `null`: the theme's. */
  indicator?: In<M, UnderlineTabIndicator | null>;
  /** How long that line is. Default `null`: as the label, or as the tab with `secondary`. */
  indicatorSize?: In<M, TabBarIndicatorSize | null>;
  /** How it goes to another tab. Default `null`: stretched on the way where it is as long as the label. */
  indicatorAnimation?: In<M, TabIndicatorAnimation | null>;
  /** How thick it is, in pixels; at least 2 with `secondary`, else 3. Default 2. */
  indicatorThickness?: In<M, number>;
  /** Whether it stands below another TabBar: plainer. Default `false`. */
  secondary?: In<M, boolean>;
  /** Of the chosen tab. Default `null`: the theme's. */
  labelColor?: In<M, Color | null>;
  /** Room around each label, in pixels: one number, or by side. Default `null`: 16 before and after. */
  labelPadding?: In<M, Padding | null>;
  /** Of the chosen tab. Default `null`: the theme's. */
  labelTextStyle?: In<M, TextStyle | null>;
  /** Of the other tabs. Default `null`: the theme's. */
  unselectedLabelColor?: In<M, Color | null>;
  /** Of the other tabs. Default `null`: as the chosen one. */
  unselectedLabelTextStyle?: In<M, TextStyle | null>;
  /** Over a tab while it is hovered, focused or pressed. Default `null`: the theme's. */
  overlayColor?: In<M, ControlStateValue<Color> | null>;
  /** What the pointer looks like on a tab. Default `null`: a hand. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** Room around all tabs, in pixels: one number, or by side. Default none. */
  padding?: In<M, Padding | null>;
  /** How round the corners of what is over a tab are, in pixels: one number, or by corner. Default `null`: square. */
  splashBorderRadius?: In<M, BorderRadius | null>;
  /** A tab was clicked, be it the chosen one; `data` is its index. */
  onClick?: EventHandler<TabBar, number> | undefined;
  /** The pointer came over a tab or left it; `data` says which. */
  onHover?: EventHandler<TabBar, TabHover> | undefined;
}

export interface TabBar extends Plain<TabBarProps<Read>> {}

/** Tabs side by side, inside Tabs: arrows, Home and End go from one to another. */
export class TabBar extends Control {
  static override readonly spec: Spec<TabBarProps<Read>> = spec<TabBarProps<Read>, LayoutProps<Read>>(
    "TabBar",
    Control,
    {
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
      onClick: event(integerType()),
      onHover: event(tabHoverType),
    },
    { role: "tablist" },
  );

  constructor(props?: TabBarProps) {
    super(props);
  }

  override beforeUpdate(): void {
    const { indicator, indicatorThickness: thickness, scrollable, tabAlignment } = this;
    const isThin = indicator === null && thickness <= 0;
    assertAgreeing(
      this,
      isThin ? `.indicatorThickness must be above 0 without an indicator, not ${thickness}` : undefined,
    );
    const known: readonly (TabAlignment | null)[] = scrollable
      ? ["start", "startOffset", "center"]
      : ["fill", "center"];
    const problem = `.tabAlignment must be ${known.map((word) => `"${word}"`).join(" or ")} ${scrollable ? "while" : "without"} scrollable, not "${tabAlignment}"`;
    assertAgreeing(this, tabAlignment === null || known.includes(tabAlignment) ? undefined : problem);
  }
}
