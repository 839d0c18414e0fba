import { booleanType, choiceType, numberType, objectType, type Type } from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";
import { type Padding, paddingType } from "../../core/values/insets.ts";
import { type BorderRadius, borderRadiusType } from "./border-radius.ts";
import { type ControlStateValue, controlStateType } from "./control-state.ts";
import { type MouseCursor, mouseCursorType } from "./mouse-cursor.ts";
import { NavigationBarLabelBehavior } from "./navigation-bar-label-behavior.ts";
import { NavigationRailLabelType } from "./navigation-rail-label-type.ts";
import { type NotchShape, notchShapeType } from "./notch-shape.ts";
import { type OutlinedBorder, outlinedBorderType } from "./outlined-border.ts";
import { TabAlignment } from "./tab-alignment.ts";
import {
  TabBarIndicatorSize,
  TabIndicatorAnimation,
  type UnderlineTabIndicator,
  underlineTabIndicatorType,
} from "./tab-indicator.ts";
import { type TextStyle, textStyleType } from "./text-style.ts";

const pixels = numberType({ min: 0 });
const colors = controlStateType(colorType);

/** How an AppBar looks where it does not say. Flet: `AppBarTheme`. */
export interface AppBarTheme {
  readonly color?: Color | undefined;
  readonly bgcolor?: Color | undefined;
  readonly shadowColor?: Color | undefined;
  readonly elevation?: number | undefined;
  readonly shape?: OutlinedBorder | undefined;
  readonly titleTextStyle?: TextStyle | undefined;
  readonly toolbarTextStyle?: TextStyle | undefined;
  readonly centerTitle?: boolean | undefined;
  readonly titleSpacing?: number | undefined;
  readonly elevationOnScroll?: number | undefined;
  readonly toolbarHeight?: number | undefined;
  readonly actionsPadding?: Padding | undefined;
}
/** @internal */
export const appBarThemeType: Type<AppBarTheme> = objectType<AppBarTheme>("AppBarTheme", {
  color: colorType,
  bgcolor: colorType,
  shadowColor: colorType,
  elevation: pixels,
  shape: outlinedBorderType,
  titleTextStyle: textStyleType,
  toolbarTextStyle: textStyleType,
  centerTitle: booleanType,
  titleSpacing: pixels,
  elevationOnScroll: pixels,
  toolbarHeight: pixels,
  actionsPadding: paddingType,
});

/** How a BottomAppBar looks where it does not say. Flet: `BottomAppBarTheme`. */
export interface BottomAppBarTheme {
  readonly bgcolor?: Color | undefined;
  readonly shadowColor?: Color | undefined;
  readonly elevation?: number | undefined;
  readonly height?: number | undefined;
  readonly padding?: Padding | undefined;
  readonly shape?: NotchShape | undefined;
}
/** @internal */
export const bottomAppBarThemeType: Type<BottomAppBarTheme> = objectType<BottomAppBarTheme>("BottomAppBarTheme", {
  bgcolor: colorType,
  shadowColor: colorType,
  elevation: pixels,
  height: pixels,
  padding: paddingType,
  shape: notchShapeType,
});

/** How a NavigationBar looks where it does not say. Flet: `NavigationBarTheme`. */
export interface NavigationBarTheme {
  readonly bgcolor?: Color | undefined;
  readonly shadowColor?: Color | undefined;
  readonly indicatorColor?: Color | undefined;
  readonly overlayColor?: ControlStateValue<Color> | undefined;
  readonly elevation?: number | undefined;
  readonly height?: number | undefined;
  readonly indicatorShape?: OutlinedBorder | undefined;
  readonly labelBehavior?: NavigationBarLabelBehavior | undefined;
  readonly labelPadding?: Padding | undefined;
}
/** @internal */
export const navigationBarThemeType: Type<NavigationBarTheme> = objectType<NavigationBarTheme>("NavigationBarTheme", {
  bgcolor: colorType,
  shadowColor: colorType,
  indicatorColor: colorType,
  overlayColor: colors,
  elevation: pixels,
  height: pixels,
  indicatorShape: outlinedBorderType,
  labelBehavior: choiceType(NavigationBarLabelBehavior),
  labelPadding: paddingType,
});

/** How a NavigationRail looks where it does not say. Flet: `NavigationRailTheme`. */
export interface NavigationRailTheme {
  readonly bgcolor?: Color | undefined;
  readonly indicatorColor?: Color | undefined;
  readonly elevation?: number | undefined;
  readonly indicatorShape?: OutlinedBorder | undefined;
  readonly unselectedLabelTextStyle?: TextStyle | undefined;
  readonly selectedLabelTextStyle?: TextStyle | undefined;
  readonly labelType?: NavigationRailLabelType | undefined;
  readonly minWidth?: number | undefined;
  readonly minExtendedWidth?: number | undefined;
  readonly groupAlignment?: number | undefined;
  readonly useIndicator?: boolean | undefined;
}
/** @internal */
export const navigationRailThemeType: Type<NavigationRailTheme> = objectType<NavigationRailTheme>(
  "NavigationRailTheme",
  {
    bgcolor: colorType,
    indicatorColor: colorType,
    elevation: pixels,
    indicatorShape: outlinedBorderType,
    unselectedLabelTextStyle: textStyleType,
    selectedLabelTextStyle: textStyleType,
    labelType: choiceType(NavigationRailLabelType),
    minWidth: pixels,
    minExtendedWidth: pixels,
    groupAlignment: numberType({ min: -1, max: 1 }),
    useIndicator: booleanType,
  },
);

/** How the bar of Tabs looks where they do not say. Flet: `TabBarTheme`. */
export interface TabBarTheme {
  readonly indicatorSize?: TabBarIndicatorSize | undefined;
  readonly indicator?: UnderlineTabIndicator | undefined;
  readonly indicatorAnimation?: TabIndicatorAnimation | undefined;
  readonly splashBorderRadius?: BorderRadius | undefined;
  readonly tabAlignment?: TabAlignment | undefined;
  readonly overlayColor?: ControlStateValue<Color> | undefined;
  readonly dividerColor?: Color | undefined;
  readonly indicatorColor?: Color | undefined;
  readonly mouseCursor?: MouseCursor | undefined;
  readonly dividerHeight?: number | undefined;
  readonly labelColor?: Color | undefined;
  readonly unselectedLabelColor?: Color | undefined;
  readonly labelPadding?: Padding | undefined;
  readonly labelTextStyle?: TextStyle | undefined;
  readonly unselectedLabelTextStyle?: TextStyle | undefined;
}
/** @internal */
export const tabBarThemeType: Type<TabBarTheme> = objectType<TabBarTheme>("TabBarTheme", {
  indicatorSize: choiceType(TabBarIndicatorSize),
  indicator: underlineTabIndicatorType,
  indicatorAnimation: choiceType(TabIndicatorAnimation),
  splashBorderRadius: borderRadiusType,
  tabAlignment: choiceType(TabAlignment),
  overlayColor: colors,
  dividerColor: colorType,
  indicatorColor: colorType,
  mouseCursor: mouseCursorType,
  dividerHeight: pixels,
  labelColor: colorType,
  unselectedLabelColor: colorType,
  labelPadding: paddingType,
  labelTextStyle: textStyleType,
  unselectedLabelTextStyle: textStyleType,
});
