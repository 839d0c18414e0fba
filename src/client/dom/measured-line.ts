/** What measures a Row, a Column or the lines of a ResponsiveRow, whenever a size in it or around it changes. */
type Measure = (line: HTMLElement, children: readonly HTMLElement[]) => void;

/** Returns the elements of the controls in a line that have boxes. A child without one is represented by its own children. */
function boxesIn(line: Element): HTMLElement[] {
  return [...line.children].flatMap((child) => {
    if (!(child instanceof HTMLElement) || child.dataset.id === undefined || child.hidden) return [];
    return hasNoBox(child) ? boxesIn(child) : [child];
  });
}

/** Returns the element whose box contains that of an element. */
export function boxAround(element: Element): HTMLElement | null {
  let at = element.parentElement;
  while (at !== null && hasNoBox(at)) at = at.parentElement;
  return at;
}

function hasNoBox(element: Element): boolean {
  return element.matches(".r-control:not(.r-box-cell)");
}

/**
 * Measures a line now and whenever its children, or the box around it, change. Not when its own size changes, because
 * `measure` may change that. Returns a function that ends this.
 */
export function measureLine(line: HTMLElement, measure: Measure): () => void {
  const sizes = new ResizeObserver(() => {
    // An element outside the page has no style.
    if (line.isConnected) measure(line, boxesIn(line));
  });
  const observe = (): void => {
    sizes.disconnect();
    const around = boxAround(line);
    if (around !== null) sizes.observe(around);
    for (const child of boxesIn(line)) sizes.observe(child);
  };
  const children = new MutationObserver(observe);
  children.observe(line, { childList: true, subtree: true, attributeFilter: ["hidden", "data-box"] });
  // Wait until the line is in the page.
  queueMicrotask(observe);
  return () => {
    sizes.disconnect();
    children.disconnect();
  };
}

/** Returns the size of a child along an axis, with its margin. */
export function outerLength(child: HTMLElement, axis: "x" | "y"): number {
  const { width, height } = child.getBoundingClientRect();
  const style = getComputedStyle(child);
  return axis === "x"
    ? width + pixels(style.marginLeft) + pixels(style.marginRight)
    : height + pixels(style.marginTop) + pixels(style.marginBottom);
}

/** Returns the number of a length in pixels. Other lengths are 0. */
export function pixels(length: string): number {
  return Number.parseFloat(length) || 0;
}
