const FOCUSABLE =
  "a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable], [tabindex]";

/** Returns whether an element is outside the page, hidden or inert. Does not depend on styles. */
export function isOut(element: Element): boolean {
  return !element.isConnected || element.closest("[hidden], [inert]") !== null;
}

/** Returns whether an element can no longer have the focus, as far as that shows without its style. */
export function isUnfocusable(element: Element): boolean {
  return isOut(element) || !element.matches(FOCUSABLE) || element.matches(":disabled, [aria-disabled=true]");
}

/** Returns whether an element can have the focus. */
export function isUsable(element: Element): boolean {
  return !isUnfocusable(element) && element.checkVisibility({ visibilityProperty: true }) && !isCovered(element);
}

/** Returns the topmost View of a page. */
export function topViewOf(page: Element): HTMLElement | undefined {
  return [...page.querySelectorAll<HTMLElement>(":scope > .r-page-views > .r-view:not([hidden])")].at(-1);
}

/** Returns the elements that Tab reaches in an element, and the element itself if it is one of them, in order. */
export function tabStopsIn(element: Element): HTMLElement[] {
  const all = [...element.querySelectorAll<HTMLElement>(FOCUSABLE)];
  if (element.matches(FOCUSABLE)) all.unshift(element as HTMLElement);
  return all.filter(isTabStop);
}

/** Returns whether Tab reaches an element. Of several radios, it reaches the selected one. */
export function isTabStop(element: HTMLElement): boolean {
  if (element.tabIndex < 0) return false;
  if (!(element instanceof HTMLInputElement) || element.type !== "radio" || element.checked) return true;
  const group = element.closest("[role=radiogroup]");
  const selected = [...(group?.querySelectorAll<HTMLInputElement>("input[type=radio]:checked:enabled") ?? [])];
  return !selected.some((radio) => radio.name === element.name && isUsable(radio));
}

/** Returns whether a View lies over an element. The page below stays visible while a View moves in. */
function isCovered(element: Element): boolean {
  const page = element.closest(".r-window");
  const view = page === null ? undefined : topViewOf(page);
  return view !== undefined && !view.contains(element) && element.closest(".r-page-connectionNotice") === null;
}
