import {
  Column,
  type Control,
  NavigationBar,
  NavigationBarDestination,
  NavigationRail,
  NavigationRailDestination,
  Tab,
  TabBar,
  TabBarView,
  Tabs,
  Text,
} from "runlet";
import { type Act, type Scene, use } from "./scene.ts";

const last: Act = (hands, first, ...rest) => use(hands, rest.at(-1) ?? first);

export const scenes: readonly Scene[] = [
  [
    "a navigation bar",
    () => {
      const [home, search] = [new NavigationBarDestination({ label: "Home" }), new NavigationBarDestination()];
      const bar = new NavigationBar({ destinations: [home, search] });
      return { used: [bar, home, search], root: bar };
    },
    last,
  ],
  [
    "a navigation rail",
    () => {
      const [home, search] = [new NavigationRailDestination({ label: "Home" }), new NavigationRailDestination()];
      const rail = new NavigationRail({ destinations: [home, search], extended: true, height: 300 });
      return { used: [rail, home, search], root: rail };
    },
    last,
  ],
  [
    "tabs",
    () => {
      const [one, two, three] = [new Tab({ label: "One" }), new Tab({ label: "Two" }), new Tab({ label: "Three" })];
      const bar = new TabBar({ tabs: [one, two, three] });
      const panels = new TabBarView({ controls: ["1", "2", "3"].map((value) => new Text({ value })) });
      const tabs = new Tabs({ length: 3, content: new Column({ controls: [bar, panels] }) });
      return { used: [tabs, bar, panels, one, two, three], root: tabs };
    },
    async (hands, ...used) => {
      const [two, three] = used.slice(-2) as [Control, Control];
      await use(hands, two);
      await hands.press(two, "ArrowRight");
      await hands.press(three, "ArrowRight");
    },
  ],
];
