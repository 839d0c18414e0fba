import type { Link } from "../../values/link.ts";
import { baseProps } from "../dom/base-props.ts";
import { setAttribute } from "../dom/css.ts";
import { setLink } from "../dom/link.ts";
import type { Parts } from "../rendering/renderer.ts";
import type { View } from "../rendering/view.ts";

/** Setter of `tooltip` if the focusable element is not the root. The description belongs on the focusable element. */
export function describeFocusTarget<P, E extends Parts>(view: View<P, E>, target: HTMLElement): void {
  baseProps.tooltip?.(view);
  if (target === view.root) return;
  setAttribute(target, "aria-description", view.root.getAttribute("aria-description"));
  view.root.removeAttribute("aria-description");
}

/** Focuses an element once it is in the page: setters run before that. In text, the cursor goes to the end. */
export function focusWhenAttached(target: HTMLElement): void {
  queueMicrotask(() => {
    target.focus();
    const field = target as Partial<HTMLInputElement>;
    // Only an element with text has a cursor.
    if (field.selectionStart != null) field.setSelectionRange?.(field.value?.length ?? 0, field.value?.length ?? 0);
  });
}

/** Sets the target of a link. A disabled link is still a link for screen readers, but has no target. */
export function setLinkOrNone(anchor: HTMLAnchorElement, link: Link | null | undefined, isDisabled: boolean): void {
  setLink(anchor, isDisabled ? null : link);
  setAttribute(anchor, "role", isDisabled ? "link" : null);
  setAttribute(anchor, "aria-disabled", isDisabled ? "true" : null);
}
