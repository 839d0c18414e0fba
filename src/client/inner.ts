import type { Link } from "../controls/values/link.ts";
import { baseProps } from "./base.ts";
import { setAttribute } from "./css.ts";
import { setLink } from "./link.ts";
import type { Parts } from "./renderer.ts";
import type { View } from "./view.ts";

/** The setter of `tooltip` where what the keyboard focuses is not the root: the description belongs there. */
export function describeInside<P, E extends Parts>(view: View<P, E>, target: HTMLElement): void {
  baseProps.tooltip?.(view as unknown as View);
  if (target === view.root) return;
  setAttribute(target, "aria-description", view.root.getAttribute("aria-description"));
  view.root.removeAttribute("aria-description");
}

/** Gives an element the keyboard once it is on the page: setters run before it is. In a text, one goes on at its end. */
export function focusSoon(target: HTMLElement): void {
  queueMicrotask(() => {
    target.focus();
    const field = target as Partial<HTMLInputElement>;
    // Only what holds text has a cursor.
    if (field.selectionStart != null) field.setSelectionRange?.(field.value?.length ?? 0, field.value?.length ?? 0);
  });
}

/** Makes an anchor lead somewhere; disabled, it is still a link to a screen reader, but leads nowhere. */
export function setLinkOrNone(anchor: HTMLAnchorElement, link: Link | null | undefined, isDisabled: boolean): void {
  setLink(anchor, isDisabled ? null : link);
  setAttribute(anchor, "role", isDisabled ? "link" : null);
  setAttribute(anchor, "aria-disabled", isDisabled ? "true" : null);
}
