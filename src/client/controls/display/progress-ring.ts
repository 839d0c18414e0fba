import type { Read } from "../../../controls/control-props.ts";
import type { ProgressRingProps } from "../../../controls/display/progress-ring.ts";
import { adopt, css, element, setAttribute, setStyle } from "../../dom/css.ts";
import { px, toColor, toInsets } from "../../dom/css-values.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { setAriaProgress, shareOf } from "./progress.ts";

interface RingParts extends Parts {
  readonly done: SVGElement;
  readonly todo: SVGElement;
}

type RingView = View<ProgressRingProps<Read>, RingParts>;

const SVG = "http://www.w3.org/2000/svg";
/** Value of `pathLength`, so that lengths along the ring are in percent. */
const AROUND = "100";

function ring(className: string): SVGElement {
  const made = document.createElementNS(SVG, "ellipse");
  made.setAttribute("class", className);
  for (const [name, at] of Object.entries({ cx: "50%", cy: "50%", pathLength: AROUND })) made.setAttribute(name, at);
  return made;
}

/** Draws the finished part and the track, and sets the width and the position of their line. */
function redraw(view: RingView): void {
  const { root, parts, props } = view;
  setAriaProgress(view);
  const isNew = props.year2023 === false;
  const share = shareOf(props);
  const { strokeWidth, strokeAlign, strokeCap, sizeConstraints } = props;
  root.classList.toggle("r-progress-ring-newer", isNew);
  const outside = strokeAlign ?? (isNew ? -1 : 0);
  setStyle(root, "--r-ring-width", px(strokeWidth));
  setStyle(root, "--r-ring-out", outside === 0 ? null : String(outside));
  setStyle(root, "--r-ring-cap", strokeCap);
  // The gap depends on the size of the ring. If the app sets no size, the default size is used.
  const size = Math.min(props.width ?? Infinity, props.height ?? Infinity, sizeConstraints?.maxWidth ?? Infinity);
  const around = Math.PI * (Number.isFinite(size) ? size : 40);
  const cap = strokeCap === "butt" ? 0 : (strokeWidth ?? 4);
  const gap = isNew ? (((props.trackGap ?? 4) + cap) / around) * 100 : 0;
  const done = (share ?? 0) * 100;
  setAttribute(parts.done, "stroke-dasharray", share === null ? null : `${done} 200`);
  setAttribute(parts.done, "visibility", share === 0 ? "hidden" : null);
  const rest = Math.max(0, 100 - done - 2 * gap);
  const isCut = gap > 0 && share !== null && share > 0;
  setAttribute(parts.todo, "stroke-dasharray", isCut ? `0 ${done + gap} ${rest} 200` : null);
  setAttribute(parts.todo, "visibility", isCut && rest === 0 ? "hidden" : null);
}

/** A ring that shows progress. */
export const renderer: Renderer<ProgressRingProps<Read>, RingParts> = {
  create() {
    const root = element("div", "r-progress-ring r-progress-busy");
    root.role = "progressbar";
    const drawing = document.createElementNS(SVG, "svg");
    drawing.setAttribute("class", "r-progress-moving");
    const [done, todo] = [ring("r-progress-ring-done"), ring("r-progress-ring-todo")];
    drawing.append(todo, done);
    root.append(drawing);
    return { root, done, todo };
  },
  props: {
    value: redraw,
    strokeWidth: redraw,
    strokeAlign: redraw,
    strokeCap: redraw,
    trackGap: redraw,
    year2023: redraw,
    semanticsLabel: redraw,
    semanticsValue: redraw,
    color: ({ root, props }) => setStyle(root, "--r-done", toColor(props.color)),
    bgcolor: ({ root, props }) => setStyle(root, "--r-todo", toColor(props.bgcolor)),
    padding: ({ root, props }) => setStyle(root, "padding", toInsets(props.padding)),
    sizeConstraints(view) {
      const { root, props } = view;
      const { minWidth, minHeight, maxWidth, maxHeight } = props.sizeConstraints ?? {};
      setStyle(root, "min-width", px(minWidth));
      setStyle(root, "min-height", px(minHeight));
      setStyle(root, "max-width", px(maxWidth));
      setStyle(root, "max-height", px(maxHeight));
      redraw(view);
    },
  },
};

adopt(css`
.r-progress-ring {
  display: inline-grid;
  grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  flex: none;
  inline-size: 36px;
  block-size: 36px;
}
.r-progress-ring > svg { inline-size: 100%; block-size: 100%; overflow: visible; rotate: -90deg; }
.r-progress-ring > svg > ellipse {
  rx: calc(50% + var(--r-ring-out, 0) * var(--r-ring-width, 4px) / 2);
  ry: calc(50% + var(--r-ring-out, 0) * var(--r-ring-width, 4px) / 2);
  fill: none;
  stroke: var(--r-done, var(--r-primary));
  stroke-width: var(--r-ring-width, 4px);
  stroke-linecap: var(--r-ring-cap, butt);
}
.r-progress-ring > svg > .r-progress-ring-todo { stroke: var(--r-todo, none); }
.r-progress-ring:not(.r-progress-busy) > svg > .r-progress-ring-done { transition: stroke-dasharray 200ms; }
.r-progress-ring.r-progress-ring-newer { inline-size: 48px; block-size: 48px; padding: 4px; --r-ring-cap: round; }
.r-progress-ring-newer > svg > .r-progress-ring-todo { stroke: var(--r-todo, var(--r-secondarycontainer)); }
.r-progress-ring.r-progress-busy > svg { animation: r-progress-ring-turn 2s linear infinite; }
.r-progress-ring.r-progress-busy > svg > .r-progress-ring-done { stroke-dasharray: 1 99; animation: r-progress-ring-chase 1.4s ease-in-out infinite; }
@keyframes r-progress-ring-turn { from { rotate: -90deg; } to { rotate: 270deg; } }
@keyframes r-progress-ring-chase {
  0% { stroke-dasharray: 2 98; stroke-dashoffset: 0; }
  50% { stroke-dasharray: 72 28; stroke-dashoffset: -10; }
  100% { stroke-dasharray: 2 98; stroke-dashoffset: -98; }
}
@media (prefers-reduced-motion: reduce) {
  .r-progress-ring.r-progress-busy > svg > .r-progress-ring-done { stroke-dasharray: 30 70; }
}
@media (forced-colors: active) {
  .r-progress-ring { forced-color-adjust: none; --r-done: Highlight; --r-todo: Canvas; }
}
`);
