import type { BottomAppBarProps } from "../../../controls/bar/bottom-app-bar.ts";
import type { Read } from "../../../controls/control-props.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { px, toColor, toInsets } from "../../dom/css-values.ts";
import { toElevation } from "../../dom/elevation.ts";
import { toRadius } from "../../dom/shape.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface BottomAppBarParts extends Parts {
  /** Surface of the bar. The notch is cut out of the surface, not out of the content. */
  readonly surface: HTMLElement;
}

type BottomAppBarView = View<BottomAppBarProps<Read>, BottomAppBarParts>;

function notch({ root, props: { shape } }: BottomAppBarView): void {
  root.classList.toggle("r-bottom-app-bar-notched", shape != null && shape.inverted !== true);
  root.classList.toggle("r-bottom-app-bar-bulging", shape?.inverted === true);
}

function lift({ parts, props: { elevation, shadowColor } }: BottomAppBarView): void {
  setStyle(parts.surface, "box-shadow", toElevation(elevation, shadowColor));
}

/** The bar at the bottom of a page. */
export const renderer: Renderer<BottomAppBarProps<Read>, BottomAppBarParts> = {
  create() {
    const root = element("footer", "r-bottom-app-bar");
    const surface = element("div", "r-bottom-app-bar-surface");
    root.append(surface);
    return { root, surface };
  },
  props: {
    bgcolor: ({ root, props }) => setStyle(root, "--r-bar-bgcolor", toColor(props.bgcolor)),
    elevation: lift,
    shadowColor: lift,
    padding: ({ root, props }) => setStyle(root, "padding", toInsets(props.padding)),
    clipBehavior({ root, props: { clipBehavior } }) {
      setStyle(root, "overflow", clipBehavior == null || clipBehavior === "none" ? null : "clip");
    },
    shape: notch,
    notchMargin({ root, props: { notchMargin } }) {
      setStyle(root, "--r-bar-margin", notchMargin === 4 ? null : px(notchMargin));
    },
    borderRadius: ({ root, props }) => setStyle(root, "border-radius", toRadius(props.borderRadius)),
  },
};

adopt(css`
.r-bottom-app-bar {
  position: relative;
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  padding: 12px 16px;
  padding-block-end: calc(12px + env(safe-area-inset-bottom));
}
.r-bottom-app-bar:not(.r-box-high) { min-block-size: calc(80px + env(safe-area-inset-bottom)); }
.r-bottom-app-bar > * { position: relative; }
.r-bottom-app-bar > .r-bottom-app-bar-surface {
  position: absolute;
  inset: 0;
  border-radius: inherit;
  background: var(--r-bar-bgcolor, var(--r-surfacecontainer));
}
.r-page-floatingActionButton:not(:empty) ~ * .r-bottom-app-bar { --r-bar-radius: calc(28px + var(--r-bar-margin, 4px)); }
[data-button^="mini"] .r-page-floatingActionButton:not(:empty) ~ * .r-bottom-app-bar { --r-bar-radius: calc(20px + var(--r-bar-margin, 4px)); }
[data-button$="centerDocked" i] { --r-bar-x: 50%; }
[data-button="startDocked"] { --r-bar-x: 44px; }
[data-button="miniStartDocked"] { --r-bar-x: 32px; }
[data-button="endDocked"] { --r-bar-x: calc(100% - 44px); }
[data-button="miniEndDocked"] { --r-bar-x: calc(100% - 32px); }
[data-button="startDocked"]:dir(rtl) { --r-bar-x: calc(100% - 44px); }
[data-button="miniStartDocked"]:dir(rtl) { --r-bar-x: calc(100% - 32px); }
[data-button="endDocked"]:dir(rtl) { --r-bar-x: 44px; }
[data-button="miniEndDocked"]:dir(rtl) { --r-bar-x: 32px; }
[data-button$="Docked"] .r-bottom-app-bar-notched > .r-bottom-app-bar-surface {
  mask: radial-gradient(circle var(--r-bar-radius, 0) at var(--r-bar-x) 0, transparent calc(100% - 1px), #000);
}
[data-button$="Docked"] .r-bottom-app-bar-bulging > .r-bottom-app-bar-surface::before {
  content: "";
  position: absolute;
  inset-block-start: 0;
  left: var(--r-bar-x);
  inline-size: calc(2 * var(--r-bar-radius, 0px));
  block-size: calc(2 * var(--r-bar-radius, 0px));
  border-radius: 50%;
  background: inherit;
  translate: -50% -50%;
  clip-path: inset(0 0 50%);
}
@media (forced-colors: active) {
  .r-bottom-app-bar { border-block-start: 1px solid; }
}
`);
