import {
  AppBar,
  BottomAppBar,
  Column,
  Container,
  type Control,
  FloatingActionButton,
  IconButton,
  NavigationBar,
  NavigationBarDestination,
  type NavigationBarProps,
  NavigationRail,
  NavigationRailDestination,
  type NavigationRailProps,
  Row,
  Tab,
  TabBar,
  type TabBarProps,
  TabBarView,
  Tabs,
  Text,
} from "runlet";
import { type Sample, sample } from "../sample.ts";

const inbox = (): NavigationBarDestination[] => [
  new NavigationBarDestination({ icon: "mail_outlined", selectedIcon: "mail", label: "Mail" }),
  new NavigationBarDestination({ icon: "chat_bubble_outline", selectedIcon: "chat_bubble", label: "Chat" }),
  new NavigationBarDestination({ icon: "videocam_outlined", selectedIcon: "videocam", label: "Meet" }),
];
const bar = (props: NavigationBarProps = {}): NavigationBar =>
  new NavigationBar({ destinations: inbox(), width: 360, ...props });

const places = (): NavigationRailDestination[] => [
  new NavigationRailDestination({ icon: "mail_outlined", selectedIcon: "mail", label: "Mail" }),
  new NavigationRailDestination({ icon: "chat_bubble_outline", selectedIcon: "chat_bubble", label: "Chat" }),
  new NavigationRailDestination({ icon: "videocam_outlined", selectedIcon: "videocam", label: "Meet" }),
];
const rail = (props: NavigationRailProps = {}): NavigationRail =>
  new NavigationRail({ destinations: places(), selectedIndex: 0, height: 280, ...props });

const trips = (): Tab[] => [
  new Tab({ label: "Flights", icon: "flight" }),
  new Tab({ label: "Trips", icon: "luggage" }),
  new Tab({ label: "Explore", icon: "explore" }),
];
const words = (): Tab[] => ["Overview", "Reviews", "Photos"].map((label) => new Tab({ label }));

/** Returns Tabs with a bar and the panels of its tabs. */
function tabs(tabBar: TabBar, panels?: TabBarView): Tabs {
  return new Tabs({
    length: 3,
    selectedIndex: 1,
    width: 420,
    content: new Column({ spacing: 0, controls: panels === undefined ? [tabBar] : [tabBar, panels] }),
  });
}
const tabBar = (props: TabBarProps = {}): Tabs => tabs(new TabBar({ tabs: words(), ...props }));
const panel = (value: string): Control => new Container({ padding: 16, content: new Text({ value }) });
const panels = (): TabBarView =>
  new TabBarView({ controls: ["Where to next?", "Two trips are planned.", "Places worth a detour."].map(panel) });

const actions = (): Control[] => [
  new IconButton({ icon: "search", tooltip: "Search" }),
  new IconButton({ icon: "more_vert", tooltip: "More" }),
];

export const samples: readonly Sample[] = [
  sample({
    kind: AppBar,
    group: "Bars",
    says: "The bar at the top of a page, with its title, a back button, and actions.",
    make: () =>
      new AppBar({ leading: new IconButton({ icon: "menu", tooltip: "Menu" }), title: "Inbox", actions: actions() }),
    states: {
      title: () => new AppBar({ title: "Inbox" }),
      actions: () => new AppBar({ title: "Inbox", actions: actions() }),
      centered: () =>
        new AppBar({
          title: "Inbox",
          centerTitle: true,
          leading: new IconButton({ icon: "menu", tooltip: "Menu" }),
          actions: actions(),
        }),
      colored: () => new AppBar({ title: "Inbox", bgcolor: "primary", color: "onprimary", elevation: 4 }),
      "low and round": () =>
        new AppBar({
          title: "Inbox",
          toolbarHeight: 48,
          bgcolor: "secondarycontainer",
          shape: { type: "roundedRectangle", radius: { bottomLeft: 16, bottomRight: 16 } },
        }),
    },
  }),
  sample({
    kind: BottomAppBar,
    group: "Bars",
    says: "A bar at the bottom of a page, with actions.",
    make: () => new BottomAppBar({ content: new Row({ controls: actions() }) }),
    states: {
      plain: () => new BottomAppBar({ content: new Row({ controls: actions() }) }),
      low: () => new BottomAppBar({ height: 56, padding: 4, content: new Row({ controls: actions() }) }),
      colored: () =>
        new BottomAppBar({
          bgcolor: "tertiarycontainer",
          borderRadius: 16,
          content: new Row({ controls: [new Text({ value: "Three left" })] }),
        }),
    },
  }),
  sample({
    kind: NavigationBar,
    group: "Bars",
    says: "Navigation between the main areas of an app, at the bottom of the page.",
    make: () => bar(),
    states: {
      "all labels": () => bar(),
      "label of the chosen": () => bar({ labelBehavior: "onlyShowSelected", selectedIndex: 1 }),
      "no labels": () => bar({ labelBehavior: "alwaysHide", selectedIndex: 2 }),
      colored: () =>
        bar({
          bgcolor: "surface",
          indicatorColor: "tertiarycontainer",
          indicatorShape: { type: "roundedRectangle", radius: 8 },
          border: { top: { width: 1, color: "outlinevariant" } },
        }),
      disabled: () => bar({ disabled: true }),
    },
  }),
  sample({
    kind: NavigationBarDestination,
    group: "Bars",
    says: "A destination of a NavigationBar.",
    make: () => new NavigationBarDestination({ icon: "home_outlined", selectedIcon: "home", label: "Home" }),
    around: (destination) =>
      new NavigationBar({ destinations: [destination as NavigationBarDestination, ...inbox()], width: 400 }),
    states: {
      chosen: () => bar({ destinations: inbox().slice(0, 2), width: 240 }),
      disabled: () =>
        bar({
          destinations: [...inbox(), new NavigationBarDestination({ icon: "lock", label: "Locked", disabled: true })],
        }),
    },
  }),
  sample({
    kind: NavigationRail,
    group: "Bars",
    says: "Navigation between the main areas of an app, at the side of a wide page.",
    make: () => rail({ labelType: "all", leading: new FloatingActionButton({ icon: "edit", tooltip: "Write" }) }),
    states: {
      icons: () => rail(),
      labels: () => rail({ labelType: "all", groupAlignment: 0 }),
      "label of the chosen": () => rail({ labelType: "selected", selectedIndex: 1, groupAlignment: 1 }),
      extended: () => rail({ extended: true, leading: new FloatingActionButton({ icon: "edit", content: "Write" }) }),
      "no indicator": () => rail({ labelType: "all", useIndicator: false }),
    },
  }),
  sample({
    kind: NavigationRailDestination,
    group: "Bars",
    says: "A destination of a NavigationRail.",
    make: () => new NavigationRailDestination({ icon: "home_outlined", selectedIcon: "home", label: "Home" }),
    around: (destination) =>
      new NavigationRail({
        destinations: [destination as NavigationRailDestination, ...places()],
        selectedIndex: 0,
        labelType: "all",
        height: 320,
      }),
    states: {
      "its own indicator": () =>
        rail({
          height: 180,
          destinations: [
            new NavigationRailDestination({
              icon: "star",
              label: new Text({ value: "Starred", color: "tertiary" }),
              indicatorColor: "tertiarycontainer",
              indicatorShape: { type: "roundedRectangle", radius: 8 },
            }),
            new NavigationRailDestination({ icon: "lock", label: "Locked", disabled: true }),
          ],
          labelType: "all",
        }),
    },
  }),
  sample({
    kind: Tabs,
    group: "Bars",
    says: "Shows one of several pages. A click, an arrow or a swipe shows the next.",
    make: () => tabs(new TabBar({ tabs: trips(), scrollable: false }), panels()),
    states: {
      tabs: () => tabs(new TabBar({ tabs: trips(), scrollable: false }), panels()),
    },
  }),
  sample({
    kind: TabBar,
    group: "Bars",
    says: "A row of tabs, inside Tabs.",
    make: () => new TabBar({ tabs: words() }),
    around: (control) => tabs(control as TabBar),
    states: {
      scrollable: () => tabBar(),
      fill: () => tabBar({ scrollable: false }),
      secondary: () => tabBar({ scrollable: false, secondary: true }),
      center: () => tabBar({ tabAlignment: "center", dividerHeight: 0 }),
      indicator: () =>
        tabBar({
          tabAlignment: "start",
          labelColor: "tertiary",
          indicator: { borderSide: { width: 6, color: "tertiary" }, borderRadius: 3, insets: { bottom: 4 } },
        }),
      disabled: () => tabBar({ disabled: true }),
    },
  }),
  sample({
    kind: Tab,
    group: "Bars",
    says: "One of the tabs of a TabBar: a label, an icon, or both.",
    make: () => new Tab({ label: "Trips", icon: "luggage" }),
    around: (tab) => tabs(new TabBar({ tabs: [new Tab({ label: "Flights" }), tab, new Tab({ label: "Explore" })] })),
    states: {
      label: () => tabBar(),
      "label and icon": () => tabs(new TabBar({ tabs: trips() })),
      "one disabled": () =>
        tabs(new TabBar({ tabs: [...words().slice(0, 2), new Tab({ label: "Locked", disabled: true })] })),
    },
  }),
  sample({
    kind: TabBarView,
    group: "Bars",
    says: "Shows the content of the selected tab, inside Tabs.",
    make: panels,
    around: (view) => tabs(new TabBar({ tabs: words(), scrollable: false }), view as TabBarView),
    states: {
      "next to another": () => {
        const peeping = panels();
        peeping.viewportFraction = 0.8;
        return tabs(new TabBar({ tabs: words(), scrollable: false }), peeping);
      },
    },
  }),
];
