import { choiceType, encodeAs, isPlainObject, objectType, stringType, type Type } from "../core/declaration/types.ts";
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
import { type Color, colorType } from "./color.ts";
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
import type { ThemeColor } from "./theme-color.ts";
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
 * Look of controls: colors, fonts, and default properties by control type. Fields that a theme leaves out are
 * those of the surrounding theme. Flet: `Theme`.
 */
export interface Theme {
  /** Color from which all other colors are computed, for light and for dark mode. */
  readonly colorSchemeSeed?: Color | undefined;
  /** Colors by role. They take precedence over the colors computed from the seed. */
  readonly colorScheme?: ColorScheme | undefined;
  /** Font family of all text: one of the device's fonts, such as `"monospace"`, or of the page's `fonts`. */
  readonly fontFamily?: string | undefined;
  /** Text styles, from the largest headline to the smallest label. */
  readonly textTheme?: TextTheme | undefined;
  /** Compactness of the controls. */
  readonly visualDensity?: VisualDensity | undefined;
  /** Background color of the page. */
  readonly scaffoldBgcolor?: Color | undefined;
  /** Background color of every Card. `cardTheme` takes precedence over it. */
  readonly cardBgcolor?: Color | undefined;
  /** Color of every Divider and VerticalDivider. `dividerTheme` takes precedence over it. */
  readonly dividerColor?: Color | undefined;
  /** Color of the placeholder in an empty field. */
  readonly hintColor?: Color | undefined;
  /** Color of the overlay over a checkbox, radio, switch or list tile while it is hovered. */
  readonly hoverColor?: Color | undefined;
  /** Color of the overlay over a checkbox, radio or switch while it has the focus. */
  readonly focusColor?: Color | undefined;
  /** Color of the ink wave of a Container, and of the overlay over a pressed ListTile. */
  readonly splashColor?: Color | undefined;
  /** Style that every Button has by default. */
  readonly buttonTheme?: ButtonTheme | undefined;
  /** Style that every FilledButton and FilledTonalButton has by default. */
  readonly filledButtonTheme?: FilledButtonTheme | undefined;
  /** Style that every OutlinedButton has by default. */
  readonly outlinedButtonTheme?: OutlinedButtonTheme | undefined;
  /** Style that every TextButton has by default. */
  readonly textButtonTheme?: TextButtonTheme | undefined;
  /** Style that every kind of icon button has by default. */
  readonly iconButtonTheme?: IconButtonTheme | undefined;
  /** Style that every SegmentedButton has by default. */
  readonly segmentedButtonTheme?: SegmentedButtonTheme | undefined;
  /** Style that every FloatingActionButton has by default. */
  readonly floatingActionButtonTheme?: FloatingActionButtonTheme | undefined;
  /** Style that every PopupMenuButton and its menu have by default. */
  readonly popupMenuTheme?: PopupMenuTheme | undefined;
  /** Style that every AppBar has by default. */
  readonly appbarTheme?: AppBarTheme | undefined;
  /** Style that every BottomAppBar has by default. */
  readonly bottomAppbarTheme?: BottomAppBarTheme | undefined;
  /** Style that every NavigationBar has by default. */
  readonly navigationBarTheme?: NavigationBarTheme | undefined;
  /** Style that every NavigationRail has by default. */
  readonly navigationRailTheme?: NavigationRailTheme | undefined;
  /** Style that every TabBar has by default. */
  readonly tabBarTheme?: TabBarTheme | undefined;
  /** Style that every Checkbox has by default. */
  readonly checkboxTheme?: CheckboxTheme | undefined;
  /** Style that every Radio has by default. */
  readonly radioTheme?: RadioTheme | undefined;
  /** Style that every Switch has by default. */
  readonly switchTheme?: SwitchTheme | undefined;
  /** Style that every Slider and RangeSlider has by default. */
  readonly sliderTheme?: SliderTheme | undefined;
  /** Style that every Dropdown has by default. */
  readonly dropdownTheme?: DropdownTheme | undefined;
  /** Style that the bar of every SearchBar has by default. */
  readonly searchBarTheme?: SearchBarTheme | undefined;
  /** Style that the view of every SearchBar has by default. */
  readonly searchViewTheme?: SearchViewTheme | undefined;
  /** Style that every Card has by default. */
  readonly cardTheme?: CardTheme | undefined;
  /** Style that every Chip has by default. */
  readonly chipTheme?: ChipTheme | undefined;
  /** Style that every ListTile has by default. */
  readonly listTileTheme?: ListTileTheme | undefined;
  /** Style that every ExpansionTile has by default. */
  readonly expansionTileTheme?: ExpansionTileTheme | undefined;
  /** Style that every Badge has by default. */
  readonly badgeTheme?: BadgeTheme | undefined;
  /** Style that every Divider and VerticalDivider has by default. */
  readonly dividerTheme?: DividerTheme | undefined;
  /** Style that every Icon has by default. */
  readonly iconTheme?: IconTheme | undefined;
  /** Style that every ProgressBar and ProgressRing has by default. */
  readonly progressIndicatorTheme?: ProgressIndicatorTheme | undefined;
  /** Style of scrollbars. */
  readonly scrollbarTheme?: ScrollbarTheme | undefined;
  /** Style that every tooltip has by default. */
  readonly tooltipTheme?: TooltipTheme | undefined;
}

/** A theme as the client receives it. */
export interface WireTheme {
  /** Colors by role, each for light and for dark mode. */
  readonly colors?: { readonly [role in ThemeColor]?: readonly [light: string, dark: string] };
  /** Font family of all text. */
  readonly fontFamily?: string;
  /** Text styles of the theme. */
  readonly text?: TextTheme;
  /** Style of scrollbars. */
  readonly scrollbar?: ScrollbarTheme;
  /**
   * Defaults of properties that the app does not set, by control type. `Tooltip` is not a control, but has defaults,
   * too.
   */
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

/**
 * Converts an encoded theme to what the client needs. The client knows neither seeds nor the themes of control types.
 */
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

/** Returns the property defaults that a theme sets, by control type. */
function defaultsOf(theme: Theme): NonNullable<WireTheme["defaults"]> {
  const defaults: { [type: string]: Fields } = {};
  const set = (type: string, path: string, value: unknown): void => {
    if (value === undefined) return;
    const [property, field] = path.split(".") as [string, string?];
    const own = (defaults[type] ??= {});
    const known = own[property];
    const next = field === undefined ? value : { [field]: value };
    // A default of a single style field may be set already: keep it, unless the style sets that field, too.
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
