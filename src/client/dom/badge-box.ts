import { afterUpdate } from "../rendering/feature.ts";
import { element } from "./css.ts";

afterUpdate.add(tidy);

/** Selector of the children of an element: the roots of controls, and what holds panels or what lies over a page. */
const CHILDREN = ":scope > :is([data-id], .r-tab-bar-view-panel, .r-page-views, .r-page-connectionNotice)";

/** Boxes that were asked for in this update, by the root of their control. */
const due = new Map<HTMLElement, HTMLElement>();

/** Removes boxes whose badge has left. */
function tidy(): void {
  for (const [root, box] of due) if (box.childElementCount === 0) removeBadgeBox(root, box);
  due.clear();
}

function removeBadgeBox(root: HTMLElement, box: HTMLElement): void {
  box.remove();
  root.classList.remove("r-badge-host");
}

/**
 * Returns the element that holds a control's badge, and creates it on first use. It covers the control, or the part of
 * it with the class `r-badge-at`, and takes no space in the layout.
 */
export function badgeBox(root: HTMLElement): HTMLElement {
  const target = root.querySelector(":scope > .r-badge-at") ?? root;
  const known = target.querySelector<HTMLElement>(":scope > .r-badge-box");
  const box = known ?? element("span", "r-layer r-badge-box");
  due.set(root, box);
  if (known !== null) return known;
  // Before the children, as on a page where they follow a badge that is there first.
  target.insertBefore(box, target.querySelector(CHILDREN));
  root.classList.add("r-badge-host");
  return box;
}
