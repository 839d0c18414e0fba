import { element } from "./css.ts";

/**
 * Returns the element that holds a control's badge, and creates it on first use. It covers the control, or the part of
 * it with the class `r-badge-at`, and takes no space in the layout.
 */
export function badgeBox(root: HTMLElement): HTMLElement {
  const target = root.querySelector(":scope > .r-badge-at") ?? root;
  const known = target.querySelector<HTMLElement>(":scope > .r-badge-box");
  if (known !== null) return known;
  const box = element("span", "r-layer r-badge-box");
  target.append(box);
  root.classList.add("r-badge-host");
  return box;
}
