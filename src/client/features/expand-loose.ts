import type { LayoutProps, Read } from "../../controls/control-props.ts";
import { setStyle } from "../dom/css.ts";
import type { Feature } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";

/**
 * Observed rows and columns, each with a function that ends the observation. A row or column is observed while it has a
 * child with `expandLoose`.
 */
const watched = new WeakMap<HTMLElement, () => void>();

/**
 * Setter of `expandLoose`. A browser would give the unused part of the share to the siblings. To prevent that, each
 * sibling is limited to its own share.
 */
function applyExpandLoose({ root, props }: View<LayoutProps<Read>>): void {
  root.classList.toggle("r-box-loose", props.expandLoose === true);
  // Wait until the control is in its parent.
  queueMicrotask(() => {
    if (root.parentElement !== null) watch(root.parentElement);
  });
}

function watch(box: HTMLElement): void {
  const isNeeded = box.querySelector(":scope > .r-box-loose") !== null;
  if (isNeeded === watched.has(box)) return;
  if (!isNeeded) return watched.get(box)?.();
  const sizes = new ResizeObserver(() => share(box));
  const children = new MutationObserver((changes) => {
    for (const { removedNodes } of changes)
      for (const gone of removedNodes) if (gone instanceof HTMLElement) release(gone);
    watch(box);
    observe();
  });
  const observe = (): void => {
    sizes.disconnect();
    if (!watched.has(box)) return;
    for (const element of [box, ...box.children]) sizes.observe(element);
  };
  watched.set(box, () => {
    watched.delete(box);
    sizes.disconnect();
    children.disconnect();
    for (const child of box.children) release(child as HTMLElement);
  });
  children.observe(box, { childList: true });
  observe();
}

/** Limits each expanded child to its share of the available space. */
function share(box: HTMLElement): void {
  const style = getComputedStyle(box);
  const isRow = style.flexDirection.startsWith("row");
  const pixels = (text: string): number => Number.parseFloat(text) || 0;
  const children = [...box.children].filter((child): child is HTMLElement => child.getClientRects().length > 0);
  const sharing = children.filter((child) => child.classList.contains("r-box-expand"));
  const inner = isRow
    ? box.clientWidth - pixels(style.paddingLeft) - pixels(style.paddingRight)
    : box.clientHeight - pixels(style.paddingTop) - pixels(style.paddingBottom);
  let left = inner - pixels(isRow ? style.columnGap : style.rowGap) * (children.length - 1);
  for (const child of children) {
    const own = getComputedStyle(child);
    const [before, behind] = isRow ? [own.marginLeft, own.marginRight] : [own.marginTop, own.marginBottom];
    const rect = child.getBoundingClientRect();
    left -= pixels(before) + pixels(behind);
    if (!sharing.includes(child)) left -= isRow ? rect.width : rect.height;
  }
  const all = sharing.reduce((sum, child) => sum + pixels(child.style.flexGrow), 0);
  for (const child of sharing) {
    const most = `${(Math.max(0, left) * pixels(child.style.flexGrow)) / all}px`;
    setStyle(child, isRow ? "max-inline-size" : "max-block-size", most);
  }
}

function release(child: HTMLElement): void {
  setStyle(child, "max-inline-size", null);
  setStyle(child, "max-block-size", null);
}

/** Setter of `expandLoose`. Loaded when it is used. */
export const feature: Feature = { expandLoose: applyExpandLoose };
