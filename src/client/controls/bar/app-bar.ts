import type { AppBarProps } from "../../../controls/bar/app-bar.ts";
import type { Read } from "../../../controls/control-props.ts";
import { adopt, css, element, setAttribute, setStyle } from "../../dom/css.ts";
import { inFull, px, toColor, toInsets, toText } from "../../dom/css-values.ts";
import { toElevation } from "../../dom/elevation.ts";
import { setIcon } from "../../dom/icon.ts";
import { toShape, toSide } from "../../dom/shape.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import { DIALOG, enclosingView, requestPop } from "../../parts/view-pop.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
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
  back: HTMLButtonElement | undefined;
  readonly stop: () => void;
}

type AppBarView = View<AppBarProps<Read>, AppBarParts>;

/** Shows or removes the back button. Inside a View the bar has one, unless the app set `leading` or turned it off. */
function imply(view: AppBarView): void {
  const { parts, props, children } = view;
  const around = enclosingView(view);
  const isNeeded = props.automaticallyImplyLeading === true && around !== undefined && !children.has("leading");
  if (!isNeeded) {
    parts.back?.remove();
    parts.back = undefined;
    return;
  }
  const isDialog = around.props.fullscreenDialog === true;
  parts.back ??= makeBack(view);
  parts.back.ariaLabel = isDialog ? "Close" : "Back";
  setIcon(parts.back, isDialog ? "close" : "arrow_back");
}

function makeBack(view: AppBarView): HTMLButtonElement {
  const back = element("button", "r-app-bar-back");
  back.type = "button";
  back.addEventListener("click", () => {
    const around = enclosingView(view);
    if (around !== undefined) requestPop(around);
  });
  view.parts.leading.append(back);
  return back;
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
  create(view) {
    const root = element("header", "r-app-bar");
    const toolbar = element("div", "r-app-bar-toolbar");
    const leading = element("div", "r-app-bar-leading");
    const title = element("div", "r-app-bar-title r-text-style-titleLarge");
    const text = document.createTextNode("");
    const actions = element("div", "r-app-bar-actions");
    title.append(text);
    toolbar.append(leading, title, actions);
    root.append(toolbar);
    root.addEventListener(DIALOG, () => imply(view));
    const stop = watchScrolledUnder(root, (isUnder) => root.classList.toggle("r-app-bar-under", isUnder));
    return { root, toolbar, leading, title, text, actions, back: undefined, stop };
  },
  slot: ({ parts }, name) => (name === "leading" ? parts.leading : name === "title" ? parts.title : parts.actions),
  childrenChanged(view) {
    imply(view);
    announce(view);
  },
  moved: imply,
  destroy: ({ parts }) => parts.stop(),
  props: {
    automaticallyImplyLeading: imply,
    leadingWidth: ({ root, props }) => setStyle(root, "--r-a-leading", px(props.leadingWidth)),
    title(view) {
      view.parts.text.data = toText(view.props.title);
      announce(view);
    },
    excludeHeaderSemantics: announce,
    centerTitle: ({ root, props }) => void root.classList.toggle("r-app-bar-centered", props.centerTitle === true),
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
      root.classList.toggle("r-app-bar-transparent", props.forceMaterialTransparency === true);
    },
    secondary: ({ root, props }) => void root.classList.toggle("r-app-bar-secondary", props.secondary === true),
    actionsPadding: ({ parts, props }) => setStyle(parts.actions, "padding", toInsets(props.actionsPadding)),
    toolbarOpacity({ parts, props: { toolbarOpacity } }) {
      setStyle(parts.toolbar, "opacity", toolbarOpacity === 1 ? null : String(toolbarOpacity));
    },
    titleTextStyle: ({ parts, props }) => setTextStyle(parts.title, props.titleTextStyle),
    toolbarTextStyle: ({ parts, props }) => setTextStyle(parts.toolbar, props.toolbarTextStyle),
    shape({ root, props: { shape } }) {
      setStyle(root, "border-radius", shape == null ? null : toShape(shape));
      setStyle(root, "border", toSide(inFull(shape)?.side));
    },
  },
};

adopt(css`
.r-app-bar {
  position: relative;
  inline-size: 100%;
  padding-inline: env(safe-area-inset-left) env(safe-area-inset-right);
  background: var(--r-a-bgcolor, var(--r-surface));
  box-shadow: var(--r-a-rest, none);
  transition: background-color 200ms, box-shadow 200ms;
}
.r-app-bar:not(.r-app-bar-secondary) { padding-block-start: env(safe-area-inset-top); }
.r-app-bar.r-app-bar-under {
  background: var(--r-a-bgcolor, var(--r-surfacecontainer));
  box-shadow: var(--r-a-lifted, var(--r-a-rest, none));
}
.r-app-bar.r-app-bar-transparent { background: none; box-shadow: none; }
.r-app-bar-toolbar {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  align-items: center;
  block-size: var(--r-a-height, 56px);
}
.r-app-bar-centered > .r-app-bar-toolbar { grid-template-columns: minmax(max-content, 1fr) minmax(0, auto) minmax(max-content, 1fr); }
.r-app-bar-leading {
  display: grid;
  grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  place-items: center;
  align-self: stretch;
  inline-size: var(--r-a-leading, 56px);
}
.r-app-bar-leading:empty { inline-size: 0; }
.r-app-bar-title {
  padding-inline: var(--r-a-spacing, 16px);
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: pre;
}
.r-app-bar-actions {
  display: flex;
  align-items: center;
  justify-content: flex-end;
  max-block-size: 100%;
}
.r-app-bar-back {
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
.r-root .r-app-bar-back:focus-visible { outline-offset: -3px; }
.r-app-bar-back > svg:dir(rtl) { scale: -1 1; }
@media (hover: hover) {
  .r-app-bar-back:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
}
.r-app-bar-back:active { background: color-mix(in srgb, currentColor 12%, transparent); }
@media (forced-colors: active) {
  .r-app-bar { border-block-end: 1px solid; }
}
`);
