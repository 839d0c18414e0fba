import type { TabsProps } from "../controls/tabs.ts";
import type { Read } from "../core/control-props.ts";
import { toEasing } from "./easing.ts";
import type { Parts } from "./renderer.ts";
import type { View } from "./view.ts";

/** How one goes from a tab to another, as an animation of the browser takes it. */
export interface Motion {
  readonly duration: number;
  readonly easing: string;
}

/** What shows which tab is chosen: a bar, or what belongs to the tabs. */
export interface TabsMember {
  /** Which part of an element's id says whose it is. */
  readonly prefix: string;
  /** Brings it to the chosen tab; without a motion, at once. */
  show(motion?: Motion): void;
}

export interface TabsParts extends Parts {
  bar: TabsMember | undefined;
  panels: TabsMember | undefined;
}

export type TabsView = View<TabsProps<Read>, TabsParts>;

/** The Tabs that a control stands in. */
export function tabsAround(view: View): TabsView | undefined {
  for (let at = view.parent; at !== undefined; at = at.parent) if (at.type === "Tabs") return at as unknown as TabsView;
  return undefined;
}

/** The index of the chosen tab, from the start. */
export function chosenIn({ props: { selectedIndex, length } }: TabsView): number {
  const index = selectedIndex ?? 0;
  return index < 0 ? index + (length ?? 0) : index;
}

/** Brings bar and panels to the chosen tab. */
export function showChosen({ parts: { bar, panels } }: TabsView, motion?: Motion): void {
  bar?.show(motion);
  panels?.show(motion);
}

/** The motion that the app gave the tabs. */
export function motionOf(
  { props }: TabsView,
  curve: Parameters<typeof toEasing>[0] = "ease",
  duration?: number,
): Motion {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return { duration: isCalm ? 0 : (duration ?? props.animationDuration ?? 0), easing: toEasing(curve) };
}

/** The person, or `moveTo()`, goes to a tab. */
export function chooseTab(tabs: TabsView, index: number, motion: Motion = motionOf(tabs)): void {
  if (index === chosenIn(tabs)) return;
  tabs.write("selectedIndex", index, "change");
  showChosen(tabs, motion);
}
