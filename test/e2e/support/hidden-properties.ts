import type { StageName } from "./stages.ts";

/**
 * How a property has an effect that does not change what is on the screen at rest: it shows in a stage, which the test
 * performs, or in the way that the reason says.
 */
export type Hidden =
  | { readonly during: StageName }
  | {
      readonly reason: string;
      /** Path of the test of the effect. Omitted where none has the means, which the reason says. */
      readonly test?: string;
    };

type List = { readonly [property: string]: Hidden };

const during = (stage: StageName): Hidden => ({ during: stage });
const because = (reason: string, test?: string): Hidden => ({ reason, ...(test !== undefined && { test }) });

const LISTS = "test/e2e/controls/lists.test.ts";
const GESTURES = "test/e2e/controls/gestures.test.ts";
const SWITCHER = "test/e2e/controls/switcher.test.ts";
const BARS = "test/e2e/controls/bars.test.ts";
const scrolling: List = {
  autoScroll: because("follows content that grows", LISTS),
  autoScrollAnimation: because("time of the movement to content that was added", LISTS),
  scrollInterval: because("limits how often onScroll is called", LISTS),
};
const notch = because("leaves space for a notch, which a browser in a test does not have");
const loading = because("shows while an image loads, for a moment that a test cannot hold");
const switching = because("shows while the content is replaced by another one", SWITCHER);

/** Colors of a disc around a control that is on or off. */
const disc: List = {
  focusColor: during("focus"),
  hoverColor: during("hover"),
  overlayColor: during("hover"),
};
const field: List = { focusedBorderColor: during("focus"), focusedBorderWidth: during("focus") };
const filter = because("decides which characters can be typed", "test/testing/interactions.test.ts");
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
    switchInCurve: because("shows while the content is replaced, as duration does"),
    switchOutCurve: because("shows while the content is replaced, as duration does"),
    transition: switching,
  },
  AppBar: { elevationOnScroll: during("scroll"), secondary: notch },
  AutoComplete: {
    ...field,
    selectedIndex: because("marks a suggestion in the open list", "test/e2e/controls/input.test.ts"),
    suggestions: during("open"),
  },
  AutofillGroup: {
    disposeAction: because("decides what happens when the group leaves the page", "test/e2e/controls/input.test.ts"),
  },
  Chip: {
    elevationOnClick: during("press"),
    enableAnimationStyle: because("time of a movement, as selectAnimationStyle"),
    selectAnimationStyle: because("time of a movement", "test/controls/chip/chip.test.ts"),
    leadingDrawerAnimationStyle: because("time of a movement, as selectAnimationStyle"),
    deleteDrawerAnimationStyle: because("time of a movement, as selectAnimationStyle"),
  },
  Checkbox: {
    ...disc,
    tristate: because("decides what a click does", "test/controls/choice/checkbox.test.ts"),
  },
  Column: scrolling,
  Container: { darkTheme: during("dark") },
  Control: {
    animateAlign: because("the movement is done by a script", "test/e2e/animation.test.ts"),
    sizeChangeInterval: because("limits how often onSizeChange is called"),
  },
  Dropdown: {
    ...field,
    enableSearch: because("decides whether typed characters find an option"),
    inputFilter: because("decides which characters can be typed, as in a TextField"),
  },
  DropdownOption: {
    value: because("is what the dropdown reports when the option is selected", "test/e2e/scenes/input.ts"),
  },
  ExpansionTile: {
    animationStyle: because("time in which the tile expands", "test/e2e/controls/tiles.test.ts"),
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
    dragInterval: because("limits how often a drag is reported", GESTURES),
    hoverInterval: because("limits how often a movement of the mouse is reported, as dragInterval"),
    multiTapTouches: because("number of fingers of a gesture", GESTURES),
    trackpadScrollCausesScale: because("changes what a wheel reports", GESTURES),
  },
  GridView: scrolling,
  IconButton: iconButton,
  Image: { gaplessPlayback: loading, placeholderFadeOutAnimation: loading, placeholderFit: loading },
  ListTile: { splashColor: during("press") },
  ListView: scrolling,
  Markdown: {
    codeStyleSheet: because("styles blocks of code, by fields that the values of this test do not have"),
    autoFollowLinks: because("decides whether a click on a link opens it", "test/e2e/controls/display.test.ts"),
    autoFollowLinksTarget: because("decides where a click on a link opens it", "test/e2e/controls/display.test.ts"),
  },
  MenuItemButton: {
    closeOnClick: because("decides whether a click closes the menu", "test/controls/menu-bar/menu-bar.test.ts"),
    focusOnHover: because("decides whether an item takes the focus under the pointer while a menu is open"),
  },
  NavigationBar: {
    animationDuration: because("time in which the indicator appears"),
    overlayColor: during("hover"),
  },
  OutlinedIconButton: iconButton,
  Page: { darkTheme: during("dark") },
  PopupMenuButton: {
    menuPosition: during("open"),
    popupAnimationStyle: because("time in which the menu opens", "test/controls/menu/popup-menu-button.test.ts"),
  },
  Radio: {
    ...disc,
    toggleable: because("decides what a click does", "test/controls/choice/radio-group.test.ts"),
  },
  RangeSlider: slider,
  ResponsiveRow: scrolling,
  Row: scrolling,
  SafeArea: {
    avoidIntrusionsBottom: notch,
    avoidIntrusionsLeft: notch,
    avoidIntrusionsRight: notch,
    avoidIntrusionsTop: notch,
  },
  SearchBar: { barOverlayColor: during("hover") },
  SegmentedButton: {
    allowEmptySelection: because("decides what a click does", "test/controls/segmented/segmented-button.test.ts"),
  },
  Slider: {
    ...slider,
    secondaryActiveColor: during("pixels"),
    secondaryTrackValue: during("pixels"),
    thumbColor: during("pixels"),
  },
  SubmenuButton: { alignmentOffset: during("open") },
  Switch: disc,
  TabBar: { indicatorAnimation: because("shows while the line moves to another tab"), overlayColor: during("hover") },
  Tabs: {
    length: because("is the number that a negative selectedIndex counts from", "test/controls/tabs/tabs.test.ts"),
    animationDuration: because("time in which the content moves to another tab"),
  },
  TextField: {
    ...field,
    focusedColor: during("focus"),
    ignoreUpDownKeys: because("decides what the arrow keys do"),
    inputFilter: filter,
    selection: because("moves the cursor of a field that has the focus", "test/e2e/controls/input.test.ts"),
    selectionColor: because("colors selected text, whose style scripts cannot read"),
  },
  TextSpan: { spellOut: because("tells screen readers to spell the text") },
  View: {
    ...scrolling,
    fullscreenDialog: because("changes the back button of an AppBar", BARS),
    canPop: because("asks the app before a person goes back", BARS),
    route: because("names the view in the event of going back", BARS),
  },
};
