import type { LayoutProps, Read } from "../../controls/control-props.ts";
import { throttleToLatest } from "../dom/frame-throttle.ts";
import type { Feature } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";

const watched = new WeakMap<Element, ResizeObserver>();

/** Setter of `onSizeChange` and `sizeChangeInterval`: reports the size of a control as it changes. */
function observeSize(view: View<LayoutProps<Read>>): void {
  const { root } = view;
  watched.get(root)?.disconnect();
  watched.delete(root);
  if (!view.listensTo("sizeChange")) return;
  const report = throttleToLatest(
    () => view.props.sizeChangeInterval ?? 10,
    () => {
      // A hidden element has no size.
      if (root.getClientRects().length === 0) return;
      view.emit("sizeChange", { width: root.offsetWidth, height: root.offsetHeight });
    },
  );
  const observer = new ResizeObserver(report);
  observer.observe(root);
  watched.set(root, observer);
}

/** Setters of the reports of a control's size. Loaded when they are used. */
export const feature: Feature = { onSizeChange: observeSize, sizeChangeInterval: observeSize };
