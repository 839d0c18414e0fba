import { booleanType, choiceType, numberType, objectType, type Type } from "../core/declaration/types.ts";
import { type BorderRadius, borderRadiusType } from "./border-radius.ts";
import { type Color, colorType } from "./color.ts";
import { type ControlStateValue, controlStateType } from "./control-state.ts";
import { type Padding, paddingType } from "./insets.ts";
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

/** Style that every AppBar has by default. Flet: `AppBarTheme`. */
export interface AppBarTheme {
  /** Color of the text and the icons in the bar. */
  readonly color?: Color | undefined;
  /** Background color of the bar. */
  readonly bgcolor?: Color | undefined;
  /** Color of the shadow below the bar. */
  readonly shadowColor?: Color | undefined;
  /** Height of the bar above the surface, in pixels; the shadow grows with it. */
  readonly elevation?: number | undefined;
  /** Shape of the bar, with an optional border. */
  readonly shape?: OutlinedBorder | undefined;
  /** Text style of the title. */
  readonly titleTextStyle?: TextStyle | undefined;
  /** Text style of the other text in the bar. */
  readonly toolbarTextStyle?: TextStyle | undefined;
  /** Whether the title is centered. */
  readonly centerTitle?: boolean | undefined;
  /** Space before and after the title, in pixels. */
  readonly titleSpacing?: number | undefined;
  /** Height of the bar above the surface while content is scrolled under it, in pixels. */
  readonly elevationOnScroll?: number | undefined;
  /** Height of the bar, in pixels. */
  readonly toolbarHeight?: number | undefined;
  /** Space around the actions, in pixels: one number for all sides, or by side. */
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

/** Style that every BottomAppBar has by default. Flet: `BottomAppBarTheme`. */
export interface BottomAppBarTheme {
  /** Background color of the bar. */
  readonly bgcolor?: Color | undefined;
  /** Color of the shadow above the bar. */
  readonly shadowColor?: Color | undefined;
  /** Height of the bar above the surface, in pixels; the shadow grows with it. */
  readonly elevation?: number | undefined;
  /** Height of the bar, in pixels. */
  readonly height?: number | undefined;
  /** Space between the edge of the bar and its content, in pixels: one number for all sides, or by side. */
  readonly padding?: Padding | undefined;
  /** Notch in the bar for a docked floating action button. */
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

/** Style that every NavigationBar has by default. Flet: `NavigationBarTheme`. */
export interface NavigationBarTheme {
  /** Background color of the bar. */
  readonly bgcolor?: Color | undefined;
  /** Color of the shadow above the bar. */
  readonly shadowColor?: Color | undefined;
  /** Color of the indicator behind the icon of the selected destination. */
  readonly indicatorColor?: Color | undefined;
  /** Color of the overlay over an icon while its destination is hovered, focused or pressed. */
  readonly overlayColor?: ControlStateValue<Color> | undefined;
  /** Height of the bar above the surface, in pixels; the shadow grows with it. */
  readonly elevation?: number | undefined;
  /** Height of the bar, in pixels. */
  readonly height?: number | undefined;
  /** Shape of the indicator behind the icon of the selected destination. */
  readonly indicatorShape?: OutlinedBorder | undefined;
  /** Destinations that show their labels. */
  readonly labelBehavior?: NavigationBarLabelBehavior | undefined;
  /** Space around each label, in pixels: one number for all sides, or by side. */
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

/** Style that every NavigationRail has by default. Flet: `NavigationRailTheme`. */
export interface NavigationRailTheme {
  /** Background color of the rail. */
  readonly bgcolor?: Color | undefined;
  /** Color of the indicator behind the icon of the selected destination. */
  readonly indicatorColor?: Color | undefined;
  /** Height of the rail above the surface, in pixels; the shadow grows with it. */
  readonly elevation?: number | undefined;
  /** Shape of the indicator behind the icon of the selected destination. */
  readonly indicatorShape?: OutlinedBorder | undefined;
  /** Text style of the labels of the other destinations. */
  readonly unselectedLabelTextStyle?: TextStyle | undefined;
  /** Text style of the selected destination's label. */
  readonly selectedLabelTextStyle?: TextStyle | undefined;
  /** Destinations that show labels below their icons while the rail is not `extended`. */
  readonly labelType?: NavigationRailLabelType | undefined;
  /** Width of the rail while it is not `extended`, in pixels. */
  readonly minWidth?: number | undefined;
  /** Width of the rail while it is `extended`, in pixels. */
  readonly minExtendedWidth?: number | undefined;
  /** Vertical position of the destinations: -1 is at the top, 0 in the middle, 1 at the bottom. */
  readonly groupAlignment?: number | undefined;
  /** Whether an indicator is drawn behind the icon of the selected destination. */
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

/** Style that every TabBar has by default. Flet: `TabBarTheme`. */
export interface TabBarTheme {
  /** Length of the indicator line: as long as the label, or as the tab. */
  readonly indicatorSize?: TabBarIndicatorSize | undefined;
  /** Style of the indicator line below the selected tab. */
  readonly indicator?: UnderlineTabIndicator | undefined;
  /** Animation of the indicator line on its way to another tab. */
  readonly indicatorAnimation?: TabIndicatorAnimation | undefined;
  /** Radius of the corners of the overlay over a tab, in pixels: one number, or by corner. */
  readonly splashBorderRadius?: BorderRadius | undefined;
  /** Position of the tabs in the bar. */
  readonly tabAlignment?: TabAlignment | undefined;
  /** Color of the overlay over a tab while it is hovered, focused or pressed: one color, or by state. */
  readonly overlayColor?: ControlStateValue<Color> | undefined;
  /** Color of the line below all tabs. */
  readonly dividerColor?: Color | undefined;
  /** Color of the indicator line below the selected tab. */
  readonly indicatorColor?: Color | undefined;
  /** Mouse cursor shown over a tab. */
  readonly mouseCursor?: MouseCursor | undefined;
  /** Height of the line below all tabs, in pixels. */
  readonly dividerHeight?: number | undefined;
  /** Color of the selected tab's label and icon. */
  readonly labelColor?: Color | undefined;
  /** Color of the labels and icons of the other tabs. */
  readonly unselectedLabelColor?: Color | undefined;
  /** Space around each label, in pixels: one number for all sides, or by side. */
  readonly labelPadding?: Padding | undefined;
  /** Text style of the selected tab's label. */
  readonly labelTextStyle?: TextStyle | undefined;
  /** Text style of the labels of the other tabs. */
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
