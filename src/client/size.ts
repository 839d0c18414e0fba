import type { LayoutProps, Read } from "../core/control-props.ts";
import type { View } from "./view.ts";

const watched = new WeakMap<Element, ResizeObserver>();

/** Tells the app of a control's size as it changes: the last one always, others at most once an interval. */
export function observeSize(view: View<LayoutProps<Read>>): void {
  const { root } = view;
  watched.get(root)?.disconnect();
  watched.delete(root);
  if (!view.hears("sizeChange")) return;
  let latest: { width: number; height: number } | undefined;
  let isWaiting = false;
  const tell = () => {
    isWaiting = false;
    if (latest === undefined) return;
    view.emit("sizeChange", latest);
    latest = undefined;
    isWaiting = true;
    setTimeout(tell, view.props.sizeChangeInterval ?? 10);
  };
  const observer = new ResizeObserver(([entry]) => {
    if (entry === undefined) return;
    latest = { width: entry.contentRect.width, height: entry.contentRect.height };
    if (!isWaiting) tell();
  });
  observer.observe(root);
  watched.set(root, observer);
}
