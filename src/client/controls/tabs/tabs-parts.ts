import type { Read } from "../../../controls/control-props.ts";
import type { TabsProps } from "../../../controls/tabs/tabs.ts";
import { toEasing } from "../../dom/easing.ts";
import type { Parts } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

/** Timing of a change from one tab to another, in the form that browser animations take. */
export interface Motion {
  readonly duration: number;
  readonly easing: string;
}

/** A control that shows which tab is selected: the bar, or the panels. */
export interface TabsMember {
  /** Prefix of the member's element ids. */
  readonly prefix: string;
  /** Shows the selected tab, at once if there is no motion. */
  show(motion?: Motion): void;
}

/** The bar and the panels that Tabs connects. */
export interface TabsParts extends Parts {
  bar: TabsMember | undefined;
  panels: TabsMember | undefined;
}

export type TabsView = View<TabsProps<Read>, TabsParts>;

/** Returns the Tabs around a control. */
export function tabsAround(view: View): TabsView | undefined {
  for (let at = view.parent; at !== undefined; at = at.parent) if (at.type === "Tabs") return at as TabsView;
  return undefined;
}

/** Returns the index of the selected tab, counted from the start. */
export function chosenIn({ props: { selectedIndex, length } }: TabsView): number {
  const index = selectedIndex ?? 0;
  return index < 0 ? index + (length ?? 0) : index;
}

/** Shows the selected tab in the bar and the panels. */
export function showChosen({ parts: { bar, panels } }: TabsView, motion?: Motion): void {
  bar?.show(motion);
  panels?.show(motion);
}

/**
 * Returns the motion of a change: the app's duration, unless `duration` is given. It is 0 if the person prefers reduced
 * motion.
 */
export function motionOf(
  { props }: TabsView,
  curve: Parameters<typeof toEasing>[0] = "ease",
  duration?: number,
): Motion {
  const isReduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return { duration: isReduced ? 0 : (duration ?? props.animationDuration ?? 0), easing: toEasing(curve) };
}

/** Selects a tab, for the person, who chose a tab or a panel, or for `moveTo()`. */
export function chooseTab(
  tabs: TabsView,
  index: number,
  chosen?: { readonly id: number },
  motion: Motion = motionOf(tabs),
): void {
  if (index === chosenIn(tabs)) return;
  tabs.write("selectedIndex", index, "change", { of: chosen?.id });
  showChosen(tabs, motion);
}
