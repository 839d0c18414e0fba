import type { Read } from "../../../controls/control-props.ts";
import type { NavigationBarProps } from "../../../controls/nav/navigation-bar.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { toColor, toInsets } from "../../dom/css-values.ts";
import { setDecoration } from "../../dom/decoration.ts";
import { toElevation } from "../../dom/elevation.ts";
import { setStateLayer } from "../../input/state-layer.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { listenForChoice, markChosen } from "./destination.ts";
import { setIndicator } from "./indicator.ts";

function lift({ root, props: { elevation, shadowColor } }: View<NavigationBarProps<Read>>): void {
  setStyle(root, "--r-nav-shadow", toElevation(elevation, shadowColor));
}

/** Navigation between the main destinations of an app, at the bottom. */
export const renderer: Renderer<NavigationBarProps<Read>> = {
  create(view) {
    const root = element("nav", "r-navigation-bar");
    listenForChoice(view, root, () => markChosen(view));
    return { root };
  },
  childrenChanged: (view) => markChosen(view),
  props: {
    selectedIndex: (view) => markChosen(view),
    bgcolor: ({ root, props }) => setStyle(root, "--r-nav-bgcolor", toColor(props.bgcolor)),
    labelBehavior({ root, props: { labelBehavior } }) {
      root.classList.toggle("r-navigation-bar-labels-selected", labelBehavior === "onlyShowSelected");
      root.classList.toggle("r-navigation-bar-labels-none", labelBehavior === "alwaysHide");
    },
    labelPadding: ({ root, props }) => setStyle(root, "--r-d-padding", toInsets(props.labelPadding)),
    elevation: lift,
    shadowColor: lift,
    indicatorColor: setIndicator,
    indicatorShape: setIndicator,
    border: ({ root, props }) => setDecoration(root, { border: props.border }),
    animationDuration({ root, props: { animationDuration } }) {
      setStyle(root, "--r-d-time", animationDuration == null ? null : `${animationDuration}ms`);
    },
    overlayColor: ({ root, props }) => setStateLayer(root, props.overlayColor),
  },
};

adopt(css`
.r-navigation-bar {
  display: flex;
  inline-size: 100%;
  min-block-size: 0;
  padding-block-end: env(safe-area-inset-bottom);
  background: var(--r-nav-bgcolor, var(--r-surfacecontainer));
  box-shadow: var(--r-nav-shadow, none);
}
.r-navigation-bar:not(.r-box-high) { min-block-size: calc(80px + env(safe-area-inset-bottom)); }
.r-navigation-bar-destination { flex: 1; }
.r-navigation-bar-label {
  padding: var(--r-d-padding, 4px 0 0);
  max-block-size: 60px;
  overflow: hidden;
  transition: max-block-size var(--r-d-time, 500ms), padding var(--r-d-time, 500ms), opacity var(--r-d-time, 500ms);
}
.r-navigation-bar-labels-none .r-navigation-bar-label,
.r-navigation-bar-labels-selected > :not([aria-current]) > .r-navigation-bar-label {
  max-block-size: 0;
  padding-block: 0;
  opacity: 0;
}
@media (prefers-reduced-motion: reduce) {
  .r-navigation-bar-label { transition: none; }
}
@media (forced-colors: active) {
  .r-navigation-bar { border-block-start: 1px solid; }
}
`);
