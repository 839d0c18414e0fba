import {
  Column,
  type Control,
  NavigationBar,
  NavigationBarDestination,
  NavigationRail,
  NavigationRailDestination,
  Radio,
  RadioGroup,
  Row,
  Segment,
  SegmentedButton,
  Tab,
  TabBar,
  TabBarView,
  Tabs,
} from "runlet";
import { button, disable, type FocusCase, type FocusCases, hide, remove, type Step } from "./case.ts";

type Rest = readonly [focused: string, ...keys: Step[]];
const NAMES = ["A", "B", "C"];

/** Tabs whose second tab is selected and has the focus. */
function tab(act: (tab: Tab, tabs: Tabs, panel: Control) => void, ...[focused, ...keys]: Rest) {
  return (): FocusCase => {
    const all = NAMES.map((label) => new Tab({ label }));
    const panels = NAMES.map((name) => new Column({ controls: [button(`in ${name}`)] }));
    const content = new Column({
      controls: [new TabBar({ tabs: all }), new TabBarView({ height: 80, controls: panels })],
    });
    const root = new Tabs({ length: 3, selectedIndex: 1, content });
    const [start, panel] = [all[1] as Tab, panels[1] as Control];
    return { root, start, isClicked: true, act: () => act(start, root, panel), focused, keys };
  };
}

const select = (selectedIndex: number) => (it: Tab, tabs: Tabs, panel: Control) => {
  remove(it);
  remove(panel);
  Object.assign(tabs, { selectedIndex, length: 2 });
};

/** Segments whose second one is selected and has the focus. */
function segment(act: (segment: Segment, all: SegmentedButton) => void, ...[focused, ...keys]: Rest) {
  return (): FocusCase => {
    const segments = NAMES.map((label) => new Segment({ value: label, label }));
    const root = new SegmentedButton({ selected: ["A"], segments, onChange: () => {} });
    const start = segments[1] as Segment;
    return { root, start, isClicked: true, act: () => act(start, root), focused, keys };
  };
}

function radio(act: (radio: Radio, group: RadioGroup) => void, ...[focused, ...keys]: Rest) {
  return (): FocusCase => {
    const all = NAMES.map((label) => new Radio({ label, value: label }));
    const root = new RadioGroup({ value: "B", content: new Column({ controls: all }) });
    const start = all[1] as Radio;
    return { root, start, act: () => act(start, root), focused, keys };
  };
}

function destination(at: number, act: (one: Control) => void, ...[focused, ...keys]: Rest) {
  return (): FocusCase => {
    const destinations = NAMES.map((label) => new NavigationBarDestination({ icon: "home", label }));
    const root = new NavigationBar({ destinations, selectedIndex: at });
    const start = destinations[at] as Control;
    return { root, start, act: () => act(start), focused, keys };
  };
}

function inRail(at: number, act: (one: Control) => void, ...[focused, ...keys]: Rest) {
  return (): FocusCase => {
    const destinations = NAMES.map((label) => new NavigationRailDestination({ icon: "home", label }));
    const rail = new NavigationRail({ destinations, selectedIndex: at, labelType: "all", height: 300 });
    const start = destinations[at] as Control;
    return { root: new Row({ controls: [rail] }), start, act: () => act(start), focused, keys };
  };
}

export const groupCases: FocusCases = {
  "a tab goes, and the first is selected": tab(select(0), "A", ["ArrowRight", "C"]),
  "a tab goes, and the next is selected": tab(select(1), "C", ["Home", "A"]),
  "a tab hides": tab(hide, "C", ["ArrowRight", "A"]),
  "a tab is disabled": tab(disable, "C", ["ArrowLeft", "A"]),
  "a segment goes, and the first is selected": segment(
    (it, all) => {
      remove(it);
      all.selected = ["A"];
    },
    "A",
    ["ArrowRight", "C"],
  ),
  "a segment hides": segment(hide, "C", ["ArrowLeft", "A"]),
  "a segment is disabled": segment(disable, "C", ["ArrowRight", "A"]),
  "a radio goes": radio(remove, "C", ["ArrowDown", "A"]),
  "a radio hides, and the first is selected": radio(
    (it, group) => {
      hide(it);
      group.value = "A";
    },
    "A",
    ["ArrowDown", "C"],
  ),
  "a radio is disabled": radio(disable, "C", ["ArrowUp", "A"]),
  "a destination goes": destination(1, remove, "C", ["Tab", "After"]),
  "a destination hides": destination(1, hide, "C"),
  "a destination is disabled": destination(2, disable, "B", ["Shift+Tab", "A"]),
  "a destination of a rail goes": inRail(1, remove, "C"),
  "a destination of a rail hides": inRail(0, hide, "B"),
  "a destination of a rail is disabled": inRail(1, disable, "C", ["Shift+Tab", "A"]),
};
