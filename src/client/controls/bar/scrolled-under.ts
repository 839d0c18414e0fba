/**
 * Reports whether content is scrolled under a bar: by the page or view itself, or by a list that fills it. Returns a
 * function that stops reporting.
 */
export function watchScrolledUnder(bar: HTMLElement, report: (isUnder: boolean) => void): () => void {
  const reported = ({ target }: Event): void => {
    const scrolled = target instanceof Document ? target.scrollingElement : target;
    if (!(scrolled instanceof HTMLElement) || !concerns(bar, scrolled)) return;
    report(scrolled.scrollTop > 0);
  };
  document.addEventListener("scroll", reported, { capture: true, passive: true });
  return () => document.removeEventListener("scroll", reported, { capture: true });
}

/**
 * Returns whether a scrolled element affects the bar. Such an element contains the bar, or is below the bar and in no
 * other scrolling element.
 */
function concerns(bar: HTMLElement, scrolled: HTMLElement): boolean {
  if (scrolled.contains(bar)) return bar.closest(".r-view, html") === scrolled;
  if (scrolled.scrollHeight <= scrolled.clientHeight) return false;
  const body = bar.closest(".r-page-head")?.nextElementSibling;
  const outer = scrolled.parentElement?.closest(".r-box-scrolls, .r-page");
  return body != null && outer === body;
}
