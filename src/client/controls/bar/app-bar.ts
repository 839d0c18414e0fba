import type { AppBarProps } from "../../../controls/bar/app-bar.ts";
import type { Read } from "../../../core/control-props.ts";
import { adopt, css, element, setAttribute, setStyle } from "../../dom/css.ts";
import { toElevation } from "../../dom/elevation.ts";
import { setIcon } from "../../dom/icon.ts";
import { enclosingView, requestPop } from "../../parts/view-pop.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import "../../dom/fill-box.ts";
import { px, toColor, toInsets, toText } from "../../dom/css-values.ts";
import { toShape, toSide } from "../../dom/shape.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import type { View } from "../../rendering/view.ts";
import { watchScrolledUnder } from "./scrolled-under.ts";

interface AppBarParts extends Parts {
  /** Element around the content of the bar. `toolbarOpacity` applies to this element, not to the whole bar. */
  readonly toolbar: HTMLElement;
  readonly leading: HTMLElement;
  readonly title: HTMLElement;
  readonly text: Text;
  readonly actions: HTMLElement;
  /** Back button, while the bar shows one. */
  back: HTMLElement | undefined;
  readonly stop: () => void;
}

type AppBarView = View<AppBarProps<Read>, AppBarParts>;

/** Shows or removes the back button. Inside a View the bar has one, unless the app set `leading` or turned it off. */
function imply(view: AppBarView): void {
  const { parts, props, children } = view;
  const around = enclosingView(view as View);
  const isNeeded = props.automaticallyImplyLeading === true && around !== undefined && !children.has("leading");
  if (isNeeded === (parts.back !== undefined)) return;
  parts.back?.remove();
  parts.back = undefined;
  if (!isNeeded) return;
  const isDialog = around.props.fullscreenDialog === true;
  const back = element("button", "r-appbar-back");
  back.type = "button";
  back.ariaLabel = isDialog ? "Close" : "Back";
  setIcon(back, isDialog ? "close" : "arrow_back");
  back.addEventListener("click", () => requestPop(around));
  parts.leading.append(back);
  parts.back = back;
}

/** Makes the title a heading for screen readers, unless the title is empty or `excludeHeaderSemantics` is set. */
function announce({ parts, props, children }: AppBarView): void {
  const isHeading = props.excludeHeaderSemantics !== true && (children.has("title") || toText(props.title) !== "");
  setAttribute(parts.title, "role", isHeading ? "heading" : null);
  setAttribute(parts.title, "aria-level", isHeading ? "2" : null);
}

function lift({ root, props: { elevation, elevationOnScroll, shadowColor } }: AppBarView): void {
  setStyle(root, "--r-a-rest", toElevation(elevation, shadowColor));
  setStyle(root, "--r-a-lifted", toElevation(elevationOnScroll, shadowColor));
}

/** The bar at the top of a page. */
export const renderer: Renderer<AppBarProps<Read>, AppBarParts> = {
  create() {
    const root = element("header", "r-appbar r-fills");
    const toolbar = element("div", "r-toolbar");
    const leading = element("div", "r-appbar-leading");
    const title = element("div", "r-appbar-title r-titleLarge");
    const text = document.createTextNode("");
    const actions = element("div", "r-appbar-actions");
    title.append(text);
    toolbar.append(leading, title, actions);
    root.append(toolbar);
    const stop = watchScrolledUnder(root, (isUnder) => root.classList.toggle("r-under", isUnder));
    return { root, toolbar, leading, title, text, actions, back: undefined, stop };
  },
  slot: ({ parts }, name) => (name === "leading" ? parts.leading : name === "title" ? parts.title : parts.actions),
  childrenChanged(view) {
    imply(view);
    announce(view);
  },
  destroy: ({ parts }) => parts.stop(),
  props: {
    automaticallyImplyLeading: imply,
    leadingWidth: ({ root, props }) => setStyle(root, "--r-a-leading", px(props.leadingWidth)),
    title(view) {
      view.parts.text.data = toText(view.props.title);
      announce(view);
    },
    excludeHeaderSemantics: announce,
    centerTitle: ({ root, props }) => void root.classList.toggle("r-centered", props.centerTitle === true),
    toolbarHeight: ({ root, props }) => setStyle(root, "--r-a-height", px(props.toolbarHeight)),
    titleSpacing: ({ root, props }) => setStyle(root, "--r-a-spacing", px(props.titleSpacing)),
    color: ({ root, props }) => setStyle(root, "color", toColor(props.color)),
    bgcolor: ({ root, props }) => setStyle(root, "--r-a-bgcolor", toColor(props.bgcolor)),
    elevation: lift,
    elevationOnScroll: lift,
    shadowColor: lift,
    clipBehavior({ root, props: { clipBehavior } }) {
      setStyle(root, "overflow", clipBehavior == null || clipBehavior === "none" ? null : "clip");
    },
    forceMaterialTransparency({ root, props }) {
      root.classList.toggle("r-clear", props.forceMaterialTransparency === true);
    },
    secondary: ({ root, props }) => void root.classList.toggle("r-second", props.secondary === true),
    actionsPadding: ({ parts, props }) => setStyle(parts.actions, "padding", toInsets(props.actionsPadding)),
    toolbarOpacity({ parts, props: { toolbarOpacity } }) {
      setStyle(parts.toolbar, "opacity", toolbarOpacity === 1 ? null : String(toolbarOpacity));
    },
    titleTextStyle: ({ parts, props }) => setTextStyle(parts.title, props.titleTextStyle),
    toolbarTextStyle: ({ parts, props }) => setTextStyle(parts.toolbar, props.toolbarTextStyle),
    shape({ root, props: { shape } }) {
      setStyle(root, "border-radius", shape == null ? null : toShape(shape));
      setStyle(root, "border", toSide(shape?.side));
    },
  },
};

adopt(css`
.r-appbar {
  position: relative;
  inline-size: 100%;
  padding-inline: env(safe-area-inset-left) env(safe-area-inset-right);
  background: var(--r-a-bgcolor, var(--r-surface));
  box-shadow: var(--r-a-rest, none);
  transition: background-color 200ms, box-shadow 200ms;
}
.r-appbar:not(.r-second) { padding-block-start: env(safe-area-inset-top); }
.r-appbar.r-under {
  background: var(--r-a-bgcolor, var(--r-surfacecontainer));
  box-shadow: var(--r-a-lifted, var(--r-a-rest, none));
}
.r-appbar.r-clear { background: none; box-shadow: none; }
.r-toolbar {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  align-items: center;
  block-size: var(--r-a-height, 64px);
}
.r-centered > .r-toolbar { grid-template-columns: minmax(max-content, 1fr) minmax(0, auto) minmax(max-content, 1fr); }
.r-appbar-leading {
  display: flex;
  align-items: center;
  justify-content: center;
  inline-size: var(--r-a-leading, 56px);
  max-block-size: 100%;
}
.r-appbar-leading:empty { inline-size: 0; }
.r-appbar-title {
  padding-inline: var(--r-a-spacing, 16px);
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}
.r-appbar-actions {
  display: flex;
  align-items: center;
  justify-content: flex-end;
  max-block-size: 100%;
  padding-inline-end: 8px;
}
.r-appbar-actions:empty { padding-inline-end: 0; }
.r-appbar-back {
  display: grid;
  place-content: center;
  inline-size: 48px;
  block-size: 48px;
  margin: 0;
  border: 0;
  padding: 0;
  border-radius: 50%;
  background: none;
  color: inherit;
  cursor: pointer;
  -webkit-tap-highlight-color: transparent;
}
.r-root .r-appbar-back:focus-visible { outline-offset: -3px; }
.r-appbar-back > .r-icon:dir(rtl) { scale: -1 1; }
@media (hover: hover) {
  .r-appbar-back:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
}
.r-appbar-back:active { background: color-mix(in srgb, currentColor 12%, transparent); }
@media (forced-colors: active) {
  .r-appbar { border-block-end: 1px solid; }
}
`);
