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
  readonly root: HTMLElement;
  /** Number of tabs or panels. */
  count(): number;
  /** Shows the selected tab, at once if there is no motion. */
  show(motion?: Motion): void;
}

/** The bar and the panels that Tabs connects. */
export interface TabsParts extends Parts {
  readonly bars: Set<TabsMember>;
  readonly panels: Set<TabsMember>;
}

export type TabsView = View<TabsProps<Read>, TabsParts>;

/** Returns the Tabs around a control. */
export function tabsAround(view: View): TabsView | undefined {
  for (let at = view.parent; at !== undefined; at = at.parent) if (at.type === "Tabs") return at as TabsView;
  return undefined;
}

/** The Tabs that a bar or the panels are in, which changes when one of them moves. */
export class Membership {
  readonly #view: View;
  readonly #kind: "bars" | "panels";
  readonly #member: TabsMember;
  /** The Tabs around the member. */
  tabs: TabsView | undefined;

  constructor(view: View, kind: "bars" | "panels", member: Omit<TabsMember, "prefix">) {
    this.#view = view;
    this.#kind = kind;
    this.#member = { ...member, prefix: view.prefix };
    this.#join();
  }

  #join(): void {
    this.tabs = tabsAround(this.#view);
    this.tabs?.parts[this.#kind].add(this.#member);
  }

  /** Finds the Tabs again. Both those before and those now show what has changed. */
  move(): void {
    this.leave();
    this.#join();
    if (this.tabs === undefined) this.#member.show();
    else showChosen(this.tabs);
  }

  /** Ends the membership. What remains refers to the member no longer. */
  leave(): void {
    const { tabs } = this;
    this.tabs = undefined;
    if (tabs?.parts[this.#kind].delete(this.#member)) showChosen(tabs);
  }
}

/** Returns the id of a tab or panel, by its index, if there is one. It is in the first bar or the first panels. */
export function idIn(members: ReadonlySet<TabsMember> | undefined, index: number): string | null {
  const first = firstOf(members);
  return first === undefined || index >= first.count() ? null : `${first.prefix}-${index}`;
}

/** Returns the first member in the page. Tabs usually have one of each kind. */
function firstOf(members: ReadonlySet<TabsMember> | undefined): TabsMember | undefined {
  let first: TabsMember | undefined;
  for (const member of members ?? []) {
    const isBefore = first && member.root.compareDocumentPosition(first.root) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (first === undefined || isBefore) first = member;
  }
  return first;
}

/** Returns the index of the selected tab, counted from the start. */
export function chosenIn({ props: { selectedIndex, length } }: TabsView): number {
  const index = selectedIndex ?? 0;
  return index < 0 ? index + (length ?? 0) : index;
}

/** Shows the selected tab in the bar and the panels. */
export function showChosen({ parts: { bars, panels } }: TabsView, motion?: Motion): void {
  for (const member of [...bars, ...panels]) member.show(motion);
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
