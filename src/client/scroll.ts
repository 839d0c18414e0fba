import type { ScrollProps } from "../controls/scroll-props.ts";
import type { Read } from "../core/control-props.ts";
import type { ScrollMode } from "../core/values/layout.ts";
import { setAttribute, setStyle } from "./css.ts";
import { latestOnly } from "./latest.ts";
import type { View } from "./view.ts";

/** How what does not fit along an axis scrolls. What scrolls can be reached by keyboard. */
export function setScroll(target: HTMLElement, mode: ScrollMode | null | undefined, axis: "x" | "y"): void {
  const overflow = mode == null ? null : mode === "always" ? "scroll" : "auto";
  setStyle(target, `overflow-${axis}`, overflow);
  setStyle(target, "scrollbar-width", mode === "hidden" ? "none" : null);
  setAttribute(target, "tabindex", overflow === null ? null : "0");
  target.classList.toggle("r-scrolls", overflow !== null);
}

const listening = new WeakSet<Element>();

/** The setter of `onScroll`: tells how far it is scrolled. */
export function listenForScroll(view: View, axis: "x" | "y"): void {
  const { root } = view;
  if (listening.has(root) || !view.hears("scroll")) return;
  listening.add(root);
  const tell = latestOnly(
    () => (view as View<ScrollProps<Read>>).props.scrollInterval ?? 10,
    () => {
      const [at, all, seen] =
        axis === "x"
          ? [Math.abs(root.scrollLeft), root.scrollWidth, root.clientWidth]
          : [root.scrollTop, root.scrollHeight, root.clientHeight];
      view.emit("scroll", { pixels: at, minScrollExtent: 0, maxScrollExtent: all - seen, viewportDimension: seen });
    },
  );
  root.addEventListener("scroll", (event) => {
    if (event.target === root) tell();
  });
}
