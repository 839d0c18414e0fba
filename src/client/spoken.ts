import { element, setAttribute } from "./css.ts";

/** Sets an accessible text that differs from the visible text. `null` removes it. */
export function setSpoken(seen: HTMLElement, label: string | null | undefined): void {
  const next = seen.nextElementSibling;
  const spoken = next?.classList.contains("r-spoken") === true ? next : undefined;
  setAttribute(seen, "aria-hidden", label == null ? null : "true");
  if (label == null) {
    spoken?.remove();
    return;
  }
  const said = spoken ?? element("span", "r-hidden r-spoken");
  said.textContent = label;
  if (spoken === undefined) seen.after(said);
}
