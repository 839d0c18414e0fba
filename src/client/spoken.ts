import { element, setAttribute } from "./css.ts";

/** Has a screen reader say something else than what is seen; `null` goes back to what is seen. */
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
