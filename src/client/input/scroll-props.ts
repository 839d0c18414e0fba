import type { Read } from "../../controls/control-props.ts";
import type { ScrollProps } from "../../controls/scroll-props.ts";
import type { ScrollMode } from "../../values/layout.ts";
import type { Scrollbar } from "../../values/scrollbar.ts";
import { setAttribute, setStyle } from "../dom/css.ts";
import { px } from "../dom/css-values.ts";
import type { Rows } from "../dom/rows.ts";
import type { Parts, Renderer, Setter } from "../rendering/renderer.ts";
import type { View } from "../rendering/view.ts";
import type { Axis } from "./scroll-viewport.ts";

/** Sets how overflow along an axis scrolls. A scrollable element can be reached by keyboard. */
export function setScroll(target: HTMLElement, mode: ScrollMode | Scrollbar | null | undefined, axis: Axis): void {
  const bar = typeof mode === "object" ? mode : null;
  const isSteady = mode === "always" || bar?.thumbVisibility === true;
  const overflow = mode == null ? null : isSteady ? "scroll" : "auto";
  setStyle(target, `overflow-${axis}`, overflow);
  setStyle(target, "scrollbar-width", mode === "hidden" ? "none" : null);
  setAttribute(target, "tabindex", overflow === null ? null : "0");
  target.classList.toggle("r-box-scrolls", overflow !== null);
  target.classList.toggle("r-scrollbar", bar !== null);
  if (bar !== null || target.style.getPropertyValue("--r-bar") !== "") {
    setStyle(target, "--r-bar", bar === null ? null : `${px(bar.thickness ?? 12)}`);
    setStyle(target, "--r-bar-radius", px(bar?.radius));
    target.classList.toggle("r-scrollbar-track", bar?.trackVisibility === true);
    target.classList.toggle("r-scrollbar-autohide", bar?.thumbVisibility === false);
    void import("../dom/scrollbar.ts");
  }
}

/**
 * Returns the setters and methods of a control that scrolls along an axis. Their code is loaded when it is first
 * needed.
 */
export function scrollProps(
  axis: (view: View) => Axis,
  rows?: (view: View) => Rows,
): {
  readonly onScroll: Setter<ScrollProps<Read>, Parts>;
  readonly scrollTo: NonNullable<Renderer["methods"]>[string];
  readonly follow: (view: View) => void;
} {
  const load = () => import("./scroll-viewport.ts");
  return {
    onScroll(view) {
      if (!view.listensTo("scroll")) return;
      // The person may scroll before the code is loaded.
      let hasScrolled = false;
      view.root.addEventListener("scroll", () => (hasScrolled = true), { once: true });
      void load().then(({ listen }) => listen(view, axis(view), hasScrolled));
    },
    scrollTo: (view, aim) => load().then(({ scrollTo }) => scrollTo(view, axis(view), aim, rows?.(view))),
    follow(view) {
      if ((view as View<ScrollProps<Read>>).props.autoScroll === true) {
        void import("./scroll-follow.ts").then(({ follow }) => follow(view as View<ScrollProps<Read>>));
      }
    },
  };
}
