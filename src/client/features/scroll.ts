import type { Read } from "../../controls/control-props.ts";
import type { ScrollProps } from "../../controls/scroll-props.ts";
import { scrollProps, setScroll } from "../input/scroll-props.ts";
import type { PageFrameParts } from "../parts/page-frame.ts";
import type { Feature } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";

const { onScroll } = scrollProps((view) => view.layout.flow ?? "y");

/** Setter of `scroll` of a Row, a Column or the page. */
function scroll({ root, parts, type, props, layout }: View<ScrollProps<Read>>): void {
  const isPage = type === "Page";
  const target = isPage ? (parts as PageFrameParts).body : root;
  setScroll(target, props.scroll, layout.flow ?? "y");
  // The whole page scrolls, also by keyboard, so Tab need not reach the body.
  if (isPage) target.removeAttribute("tabindex");
}

/** Setter of `autoScroll` of any control. */
function autoScroll(view: View<ScrollProps<Read>>): void {
  if (view.props.autoScroll !== true) return;
  const isNew = !view.root.isConnected;
  void import("../input/scroll-follow.ts").then(({ watchEnd }) => watchEnd(view, isNew));
}

/** Setters of what scrolls, for the controls of the first load. Loaded when one of them is used. */
export const feature: Feature = { scroll, onScroll, autoScroll };
