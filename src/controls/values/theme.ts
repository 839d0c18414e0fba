import { choiceType, encodeAs, isPlainObject, objectType, stringType, type Type } from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";
import type { ThemeColor } from "../../core/values/theme-color.ts";
import {
  type AppBarTheme,
  appBarThemeType,
  type BottomAppBarTheme,
  bottomAppBarThemeType,
  type NavigationBarTheme,
  type NavigationRailTheme,
  navigationBarThemeType,
  navigationRailThemeType,
  type TabBarTheme,
  tabBarThemeType,
} from "./bar-themes.ts";
import {
  type ButtonTheme,
  buttonThemeType,
  type FilledButtonTheme,
  type FloatingActionButtonTheme,
  filledButtonThemeType,
  floatingActionButtonThemeType,
  type IconButtonTheme,
  iconButtonThemeType,
  type OutlinedButtonTheme,
  outlinedButtonThemeType,
  type PopupMenuTheme,
  popupMenuThemeType,
  type SegmentedButtonTheme,
  segmentedButtonThemeType,
  type TextButtonTheme,
  textButtonThemeType,
} from "./button-themes.ts";
import { type ColorScheme, colorSchemeType, seedType } from "./color-scheme.ts";
import {
  type BadgeTheme,
  badgeThemeType,
  type DividerTheme,
  dividerThemeType,
  type IconTheme,
  iconThemeType,
  type ProgressIndicatorTheme,
  progressIndicatorThemeType,
  type ScrollbarTheme,
  scrollbarThemeType,
  type TooltipTheme,
  tooltipThemeType,
} from "./display-themes.ts";
import {
  type CheckboxTheme,
  checkboxThemeType,
  type DropdownTheme,
  dropdownThemeType,
  type RadioTheme,
  radioThemeType,
  type SliderTheme,
  type SwitchTheme,
  sliderThemeType,
  switchThemeType,
} from "./form-themes.ts";
import { type SearchBarTheme, type SearchViewTheme, searchBarThemeType, searchViewThemeType } from "./search-themes.ts";
import { schemeOf } from "./seed-scheme.ts";
import { type TextTheme, textThemeType } from "./text-theme.ts";
import { eachTarget, THEME_TARGETS, VALUE_TARGETS } from "./theme-targets.ts";
import {
  type CardTheme,
  type ChipTheme,
  cardThemeType,
  chipThemeType,
  type ExpansionTileTheme,
  expansionTileThemeType,
  type ListTileTheme,
  listTileThemeType,
} from "./tile-themes.ts";
import { VisualDensity } from "./visual-density.ts";

/**
 * How everything looks that does not say itself: colours, letters, and the defaults of each kind of control. What a
 * theme leaves out is as around it. Flet: `Theme`.
 */
export interface Theme {
  /** The colour that all others are made of, in light and in dark. */
  readonly colorSchemeSeed?: Color | undefined;
  /** Colours by role, in place of what the seed makes of them. */
  readonly colorScheme?: ColorScheme | undefined;
  /** The family of all letters: one of the device's, or of the page's `fonts`. */
  readonly fontFamily?: string | undefined;
  /** The text styles, from the largest headline to the smallest label. */
  readonly textTheme?: TextTheme | undefined;
  /** How much room controls take. */
  readonly visualDensity?: VisualDensity | undefined;
  /** Behind the page. */
  readonly scaffoldBgcolor?: Color | undefined;
  /** Behind a Card. */
  readonly cardBgcolor?: Color | undefined;
  /** Of Divider and VerticalDivider; `dividerTheme` comes before it. */
  readonly dividerColor?: Color | undefined;
  /** Of the hint in an empty field. */
  readonly hintColor?: Color | undefined;
  /** Laid over a control while the pointer is on it. */
  readonly hoverColor?: Color | undefined;
  /** Laid over a control while it has the keyboard. */
  readonly focusColor?: Color | undefined;
  /** The wave that spreads from where something is pressed. */
  readonly splashColor?: Color | undefined;
  readonly buttonTheme?: ButtonTheme | undefined;
  readonly filledButtonTheme?: FilledButtonTheme | undefined;
  readonly outlinedButtonTheme?: OutlinedButtonTheme | undefined;
  readonly textButtonTheme?: TextButtonTheme | undefined;
  readonly iconButtonTheme?: IconButtonTheme | undefined;
  readonly segmentedButtonTheme?: SegmentedButtonTheme | undefined;
  readonly floatingActionButtonTheme?: FloatingActionButtonTheme | undefined;
  readonly popupMenuTheme?: PopupMenuTheme | undefined;
  readonly appbarTheme?: AppBarTheme | undefined;
  readonly bottomAppbarTheme?: BottomAppBarTheme | undefined;
  readonly navigationBarTheme?: NavigationBarTheme | undefined;
  readonly navigationRailTheme?: NavigationRailTheme | undefined;
  readonly tabBarTheme?: TabBarTheme | undefined;
  readonly checkboxTheme?: CheckboxTheme | undefined;
  readonly radioTheme?: RadioTheme | undefined;
  readonly switchTheme?: SwitchTheme | undefined;
  readonly sliderTheme?: SliderTheme | undefined;
  readonly dropdownTheme?: DropdownTheme | undefined;
  readonly searchBarTheme?: SearchBarTheme | undefined;
  readonly searchViewTheme?: SearchViewTheme | undefined;
  readonly cardTheme?: CardTheme | undefined;
  readonly chipTheme?: ChipTheme | undefined;
  readonly listTileTheme?: ListTileTheme | undefined;
  readonly expansionTileTheme?: ExpansionTileTheme | undefined;
  readonly badgeTheme?: BadgeTheme | undefined;
  readonly dividerTheme?: DividerTheme | undefined;
  readonly iconTheme?: IconTheme | undefined;
  readonly progressIndicatorTheme?: ProgressIndicatorTheme | undefined;
  readonly scrollbarTheme?: ScrollbarTheme | undefined;
  readonly tooltipTheme?: TooltipTheme | undefined;
}

/** A theme as a client is given it. */
export interface WireTheme {
  readonly colors?: { readonly [role in ThemeColor]?: readonly [light: string, dark: string] };
  readonly fontFamily?: string;
  readonly text?: TextTheme;
  readonly scrollbar?: ScrollbarTheme;
  /** What properties read where an app says nothing, by type of control. A `Tooltip` is none, but has them too. */
  readonly defaults?: { readonly [type: string]: { readonly [property: string]: unknown } };
}

const fields: Type<Theme> = objectType<Theme>("Theme", {
  colorSchemeSeed: seedType,
  colorScheme: colorSchemeType,
  fontFamily: stringType,
  textTheme: textThemeType,
  visualDensity: choiceType(VisualDensity),
  scaffoldBgcolor: colorType,
  cardBgcolor: colorType,
  dividerColor: colorType,
  hintColor: colorType,
  hoverColor: colorType,
  focusColor: colorType,
  splashColor: colorType,
  buttonTheme: buttonThemeType,
  filledButtonTheme: filledButtonThemeType,
  outlinedButtonTheme: outlinedButtonThemeType,
  textButtonTheme: textButtonThemeType,
  iconButtonTheme: iconButtonThemeType,
  segmentedButtonTheme: segmentedButtonThemeType,
  floatingActionButtonTheme: floatingActionButtonThemeType,
  popupMenuTheme: popupMenuThemeType,
  appbarTheme: appBarThemeType,
  bottomAppbarTheme: bottomAppBarThemeType,
  navigationBarTheme: navigationBarThemeType,
  navigationRailTheme: navigationRailThemeType,
  tabBarTheme: tabBarThemeType,
  checkboxTheme: checkboxThemeType,
  radioTheme: radioThemeType,
  switchTheme: switchThemeType,
  sliderTheme: sliderThemeType,
  dropdownTheme: dropdownThemeType,
  searchBarTheme: searchBarThemeType,
  searchViewTheme: searchViewThemeType,
  cardTheme: cardThemeType,
  chipTheme: chipThemeType,
  listTileTheme: listTileThemeType,
  expansionTileTheme: expansionTileThemeType,
  badgeTheme: badgeThemeType,
  dividerTheme: dividerThemeType,
  iconTheme: iconThemeType,
  progressIndicatorTheme: progressIndicatorThemeType,
  scrollbarTheme: scrollbarThemeType,
  tooltipTheme: tooltipThemeType,
});

export const themeType: Type<Theme> = { ...fields, encode: (theme) => toWire(encodeAs(fields, theme) as Theme) };

/** Of an encoded theme, what the client needs: it knows neither seeds nor the themes of controls. */
function toWire(theme: Theme): WireTheme {
  const { colorSchemeSeed: seed, colorScheme = {}, fontFamily, textTheme: text, scrollbarTheme: scrollbar } = theme;
  const own = Object.entries(colorScheme).map(([role, color]) => [role.toLowerCase(), [color, color]]);
  const colors = { ...(seed && schemeOf(seed)), ...Object.fromEntries(own) };
  const defaults = defaultsOf(theme);
  return {
    ...(Object.keys(colors).length > 0 && { colors }),
    ...(fontFamily !== undefined && { fontFamily }),
    ...(text && { text }),
    ...(scrollbar && { scrollbar }),
    ...(Object.keys(defaults).length > 0 && { defaults }),
  };
}

type Fields = { [property: string]: unknown };

/** The defaults of properties that a theme sets, by type of control. */
function defaultsOf(theme: Theme): NonNullable<WireTheme["defaults"]> {
  const defaults: { [type: string]: Fields } = {};
  const set = (type: string, path: string, value: unknown): void => {
    if (value === undefined) return;
    const [property, field] = path.split(".") as [string, string?];
    const own = (defaults[type] ??= {});
    const known = own[property];
    const next = field === undefined ? value : { [field]: value };
    // Only what was said of one field of a style is there before the style itself.
    own[property] = isPlainObject(known) && isPlainObject(next) ? { ...known, ...next } : next;
  };
  for (const [field, types] of Object.entries(VALUE_TARGETS)) {
    for (const [type, path] of Object.entries(types)) set(type, path, theme[field as keyof Theme]);
  }
  for (const [name, types] of Object.entries(THEME_TARGETS)) {
    const part = theme[name as keyof Theme] as Fields | undefined;
    if (part === undefined) continue;
    eachTarget(types, Object.keys(part), (type, property, field) => set(type, property, part[field]));
  }
  return defaults;
}
