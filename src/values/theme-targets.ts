import type { Theme } from "./theme.ts";

/** Properties whose default a theme field sets: for each theme field, the property names by control type. */
type Targets = { readonly [field in keyof Theme]?: { readonly [type: string]: string } };

/**
 * Theme fields with one value. Each is the default of a property, or of a field of a style, by control type.
 * @internal
 */
export const VALUE_TARGETS: Targets = {
  visualDensity: {
    Checkbox: "visualDensity",
    Radio: "visualDensity",
    Chip: "visualDensity",
    ListTile: "visualDensity",
    ExpansionTile: "visualDensity",
    Button: "style.visualDensity",
    FilledButton: "style.visualDensity",
    FilledTonalButton: "style.visualDensity",
    OutlinedButton: "style.visualDensity",
    TextButton: "style.visualDensity",
  },
  scaffoldBgcolor: { Page: "bgcolor" },
  cardBgcolor: { Card: "bgcolor" },
  dividerColor: { Divider: "color", VerticalDivider: "color" },
  hintColor: { TextField: "hintStyle.color", Dropdown: "hintStyle.color" },
  hoverColor: { Checkbox: "hoverColor", Radio: "hoverColor", Switch: "hoverColor", ListTile: "hoverColor" },
  focusColor: { Checkbox: "focusColor", Radio: "focusColor", Switch: "focusColor" },
  splashColor: { Container: "inkColor", ListTile: "splashColor" },
};

/**
 * Themes of one kind of control. For each control type, the fields that are defaults of its properties: `*` for all
 * fields, or their names. A colon is followed by the property's name if it differs from the field's.
 * @internal
 */
export const THEME_TARGETS: Targets = {
  buttonTheme: { Button: "*" },
  filledButtonTheme: { FilledButton: "*", FilledTonalButton: "*" },
  outlinedButtonTheme: { OutlinedButton: "*" },
  textButtonTheme: { TextButton: "*" },
  iconButtonTheme: { IconButton: "*", FilledIconButton: "*", FilledTonalIconButton: "*", OutlinedIconButton: "*" },
  segmentedButtonTheme: { SegmentedButton: "*" },
  floatingActionButtonTheme: { FloatingActionButton: "*" },
  popupMenuTheme: { PopupMenuButton: "* color:bgcolor" },
  appbarTheme: { AppBar: "*" },
  bottomAppbarTheme: { BottomAppBar: "*" },
  navigationBarTheme: { NavigationBar: "*" },
  navigationRailTheme: { NavigationRail: "*" },
  tabBarTheme: { TabBar: "*" },
  checkboxTheme: { Checkbox: "*" },
  radioTheme: { Radio: "*" },
  switchTheme: { Switch: "*" },
  sliderTheme: {
    Slider:
      "activeTrackColor:activeColor inactiveTrackColor:inactiveColor secondaryActiveTrackColor:secondaryActiveColor thumbColor overlayColor mouseCursor interaction padding year2023",
    RangeSlider: "activeTrackColor:activeColor inactiveTrackColor:inactiveColor overlayColor mouseCursor",
  },
  dropdownTheme: { Dropdown: "*" },
  searchBarTheme: {
    SearchBar:
      "bgcolor:barBgcolor textCapitalization:capitalization shadowColor:barShadowColor overlayColor:barOverlayColor elevation:barElevation textStyle:barTextStyle hintStyle:barHintTextStyle shape:barShape padding:barPadding borderSide:barBorderSide sizeConstraints:barSizeConstraints",
  },
  searchViewTheme: {
    SearchBar:
      "bgcolor:viewBgcolor dividerColor elevation:viewElevation headerHintTextStyle:viewHintTextStyle headerTextStyle:viewHeaderTextStyle shape:viewShape borderSide:viewSide headerHeight:viewHeaderHeight padding:viewPadding barPadding:viewBarPadding sizeConstraints:viewSizeConstraints shrinkWrap",
  },
  cardTheme: { Card: "* color:bgcolor" },
  chipTheme: { Chip: "*" },
  listTileTheme: { ListTile: "*" },
  expansionTileTheme: { ExpansionTile: "*" },
  badgeTheme: { Badge: "*" },
  dividerTheme: { Divider: "* space:height", VerticalDivider: "* space:width" },
  tooltipTheme: { Tooltip: "*" },
  iconTheme: { Icon: "*" },
  progressIndicatorTheme: {
    ProgressBar:
      "color linearTrackColor:bgcolor linearMinHeight:barHeight borderRadius trackGap stopIndicatorColor stopIndicatorRadius year2023",
    ProgressRing:
      "color circularTrackColor:bgcolor circularTrackPadding:padding trackGap strokeAlign strokeCap strokeWidth sizeConstraints year2023",
  },
};

/**
 * Calls back for each property whose default is a field of a theme: with the control type, the property's name, and the
 * field's.
 * @internal
 */
export function eachTarget(
  types: { readonly [type: string]: string },
  fields: readonly string[],
  visit: (type: string, property: string, field: string) => void,
): void {
  for (const [type, line] of Object.entries(types)) {
    const named = new Map<string, string | undefined>();
    for (const entry of line.split(" ")) {
      const [field = "", property] = entry.split(":");
      named.set(field, property);
    }
    for (const field of fields) {
      if (named.has(field) || named.has("*")) visit(type, named.get(field) ?? field, field);
    }
  }
}
