import type { LayoutProps, Read } from "../core/control-props.ts";
import { latestOnly } from "./latest.ts";
import type { View } from "./view.ts";

const watched = new WeakMap<Element, ResizeObserver>();

/** Tells the app of a control's size as it changes. */
export function observeSize(view: View<LayoutProps<Read>>): void {
  const { root } = view;
  watched.get(root)?.disconnect();
  watched.delete(root);
  if (!view.hears("sizeChange")) return;
  const tell = latestOnly(
    () => view.props.sizeChangeInterval ?? 10,
    () => {
      // What is hidden has no size.
      if (root.getClientRects().length === 0) return;
      view.emit("sizeChange", { width: root.offsetWidth, height: root.offsetHeight });
    },
  );
  const observer = new ResizeObserver(tell);
  observer.observe(root);
  watched.set(root, observer);
}
