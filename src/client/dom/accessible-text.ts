import { element, setAttribute } from "./css.ts";

/** Sets an accessible text that differs from the visible text. `null` removes it. */
export function setAccessibleText(visible: HTMLElement, label: string | null | undefined): void {
  const next = visible.nextElementSibling;
  const known = next?.classList.contains("r-accessible-text") === true ? next : undefined;
  setAttribute(visible, "aria-hidden", label == null ? null : "true");
  if (label == null) {
    known?.remove();
    return;
  }
  const hidden = known ?? element("span", "r-hidden r-accessible-text");
  hidden.textContent = label;
  if (known === undefined) visible.after(hidden);
}
