import type { StageName } from "./stages.ts";

/**
 * How a property has an effect that does not change what is on the screen at rest: it shows in a stage, which the test
 * performs, or in the way that the reason says.
 */
export type Hidden =
  | { readonly during: StageName }
  | {
      readonly reason: string;
      /** Path of the test of the effect. */
      readonly test: string;
    };

type List = { readonly [property: string]: Hidden };

const during = (stage: StageName): Hidden => ({ during: stage });
const because = (reason: string, test: string): Hidden => ({ reason, test: `test/e2e/${test}.test.ts` });

const BARS = "controls/bars";
const BUTTONS = "controls/buttons";
const CHIPS = "controls/chips";
const DISPLAY = "controls/display";
const FOLLOWING = "controls/auto-scroll";
const GESTURES = "controls/gestures";
const IMAGES = "controls/images";
const INPUT = "controls/input";
const INTERVALS = "controls/intervals";
const LAYOUT = "controls/layout";
const LISTS = "controls/lists";
const MENUS = "controls/menus";
const NAVIGATION = "controls/navigation";
const OPTIONS = "controls/options";
const SWITCHER = "controls/switcher";
const TEXT = "controls/text";
const TILES = "controls/tiles";

const scrolling: List = {
  autoScroll: because("follows content that grows", FOLLOWING),
  autoScrollAnimation: because("time of the movement to content that was added", FOLLOWING),
  scrollInterval: because("limits how often onScroll is called", INTERVALS),
};
const list: List = {
  ...scrolling,
  scroll: because("sets when the scroll bar shows; a list scrolls without it as well", LISTS),
};
const notch = because("leaves space for a notch, which only some devices have", BARS);
const loading = because("shows while an image loads", IMAGES);
const switching = because("shows while the content is replaced by another one", SWITCHER);

/** Colors of a disc around a control that is on or off. */
const disc: List = {
  focusColor: during("focus"),
  hoverColor: during("hover"),
  overlayColor: during("hover"),
};
const field: List = { focusedBorderColor: during("focus"), focusedBorderWidth: during("focus") };
const filter = because("decides which characters can be typed", TEXT);
const slider: List = {
  activeColor: during("pixels"),
  divisions: during("pixels"),
  inactiveColor: during("pixels"),
  overlayColor: during("focus"),
};
const iconButton: List = {
  focusColor: during("focus"),
  highlightColor: during("press"),
  hoverColor: during("hover"),
  splashColor: during("press"),
};

/** Properties that change nothing on the screen while the control is not in use, by its type. */
export const hiddenProperties: { readonly [type: string]: List } = {
  AnimatedSwitcher: {
    duration: switching,
    reverseDuration: switching,
    switchInCurve: switching,
    switchOutCurve: switching,
    transition: switching,
  },
  AppBar: { elevationOnScroll: during("scroll"), secondary: notch },
  AutoComplete: {
    ...field,
    selectedIndex: because("marks a suggestion in the open list", OPTIONS),
    suggestions: during("open"),
  },
  AutofillGroup: {
    disposeAction: because("decides what happens when the group leaves the page", INPUT),
  },
  Chip: {
    elevationOnClick: during("press"),
    enableAnimationStyle: because("time in which colors change", CHIPS),
    selectAnimationStyle: because("time in which colors change", CHIPS),
    leadingDrawerAnimationStyle: because("time of a movement", CHIPS),
    deleteDrawerAnimationStyle: because("time of a movement", CHIPS),
  },
  Checkbox: {
    ...disc,
    tristate: because("decides what a click does", OPTIONS),
  },
  Column: scrolling,
  Container: { darkTheme: during("dark") },
  Control: {
    animateAlign: because("the movement is done by a script", "animation"),
    sizeChangeInterval: because("limits how often onSizeChange is called", INTERVALS),
  },
  Dropdown: {
    ...field,
    inputFilter: because("decides which characters can be typed", OPTIONS),
  },
  DropdownOption: {
    value: because("is what the dropdown reports when the option is selected", INPUT),
  },
  ExpansionTile: {
    animationStyle: because("time in which the tile expands", TILES),
  },
  FilledIconButton: iconButton,
  FilledTonalIconButton: iconButton,
  FloatingActionButton: {
    focusColor: during("focus"),
    focusElevation: during("focus"),
    highlightElevation: during("press"),
    hoverColor: during("hover"),
    hoverElevation: during("hover"),
    splashColor: during("press"),
  },
  GestureDetector: {
    allowedDevices: because("decides which devices are heard", GESTURES),
    dragInterval: because("limits how often a drag is reported", INTERVALS),
    hoverInterval: because("limits how often a movement of the mouse is reported", INTERVALS),
    multiTapTouches: because("number of fingers of a gesture", GESTURES),
    trackpadScrollCausesScale: because("changes what a wheel reports", GESTURES),
  },
  GridView: list,
  IconButton: iconButton,
  Image: { gaplessPlayback: loading, placeholderFadeOutAnimation: loading, placeholderFit: loading },
  ListTile: { splashColor: during("press") },
  ListView: list,
  Markdown: {
    codeStyleSheet: because("styles blocks of code, by fields that the values of this test do not have", TEXT),
    autoFollowLinks: because("decides whether a click on a link opens it", DISPLAY),
    autoFollowLinksTarget: because("decides where a click on a link opens it", DISPLAY),
  },
  MenuItemButton: {
    closeOnClick: because("decides whether a click closes the menu", MENUS),
    focusOnHover: because("decides whether an item takes the focus under the pointer while a menu is open", MENUS),
  },
  NavigationBar: {
    animationDuration: because("time in which the indicator appears", NAVIGATION),
    overlayColor: during("hover"),
  },
  OutlinedIconButton: iconButton,
  Page: { darkTheme: during("dark") },
  PopupMenuButton: {
    menuPosition: during("open"),
    popupAnimationStyle: because("time in which the menu opens and closes", MENUS),
  },
  Radio: {
    ...disc,
    toggleable: because("decides what a click does", INPUT),
  },
  RangeSlider: slider,
  ResponsiveRow: scrolling,
  Row: { ...scrolling, intrinsicHeight: because("shows with verticalAlignment stretch only", LAYOUT) },
  SafeArea: {
    avoidIntrusionsBottom: notch,
    avoidIntrusionsLeft: notch,
    avoidIntrusionsRight: notch,
    avoidIntrusionsTop: notch,
  },
  SearchBar: { barOverlayColor: during("hover") },
  SegmentedButton: {
    allowEmptySelection: because("decides what a click does", BUTTONS),
  },
  Slider: {
    ...slider,
    secondaryActiveColor: during("pixels"),
    secondaryTrackValue: during("pixels"),
    thumbColor: during("pixels"),
  },
  SubmenuButton: { alignmentOffset: during("open") },
  Switch: disc,
  TabBar: {
    indicatorAnimation: because("shows while the line moves to another tab", NAVIGATION),
    overlayColor: during("hover"),
  },
  Tabs: {
    length: because("is the number that a negative selectedIndex counts from", NAVIGATION),
    animationDuration: because("time in which the content moves to another tab", NAVIGATION),
  },
  TextField: {
    ...field,
    focusedColor: during("focus"),
    ignoreUpDownKeys: because("decides what the arrow keys do", TEXT),
    inputFilter: filter,
    selection: because("moves the cursor of a field that has the focus", TEXT),
    selectionColor: because("colors selected text", TEXT),
  },
  View: {
    ...scrolling,
    canPop: because("asks the app before a person goes back", BARS),
    route: because("names the view in the event of going back", BARS),
  },
};
