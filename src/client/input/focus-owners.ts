/** An open popup, as far as the focus goes. */
export interface OpenPopup {
  readonly anchor: HTMLElement;
  close(): void;
}

/** Popups that are open, by their element, the innermost last. */
export const openPopups: Map<Element, OpenPopup> = new Map();

/** Returns the element that has the focus when nothing focusable is left inside another, by that other element. */
export const focusOwners: WeakMap<Element, () => HTMLElement> = new WeakMap();

/** Elements that had the focus before a View opened, by the root of the View. */
export const viewOpeners: Map<Element, Element> = new Map();
