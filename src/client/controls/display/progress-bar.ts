import type { Read } from "../../../controls/control-props.ts";
import type { ProgressBarProps } from "../../../controls/display/progress-bar.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { px, toColor } from "../../dom/css-values.ts";
import { toRadius } from "../../dom/shape.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { setAriaProgress } from "./progress.ts";

type BarView = View<ProgressBarProps<Read>, Parts>;

/** Applies the look of 2023 or the newer look. Only the newer look has a gap in the track and a dot at its end. */
function restyle({ root, props }: BarView): void {
  const isNew = props.year2023 === false;
  root.classList.toggle("r-progress-bar-newer", isNew);
  setStyle(root, "--r-gap", isNew ? px(props.trackGap) : null);
  setStyle(root, "--r-stop", isNew ? toColor(props.stopIndicatorColor) : null);
  setStyle(
    root,
    "--r-stop-size",
    isNew && props.stopIndicatorRadius != null ? px(2 * props.stopIndicatorRadius) : null,
  );
}

/** A bar that shows progress. */
export const renderer: Renderer<ProgressBarProps<Read>, Parts> = {
  create() {
    const root = element("div", "r-progress-bar r-progress-busy");
    root.role = "progressbar";
    const bar = element("div", "r-progress-moving r-progress-bar-track");
    bar.append(element("div", "r-progress-bar-done"), element("div", "r-progress-bar-todo"));
    root.append(bar);
    return { root };
  },
  props: {
    value: setAriaProgress,
    semanticsLabel: setAriaProgress,
    semanticsValue: setAriaProgress,
    barHeight: ({ root, props }) => setStyle(root, "--r-bar-height", px(props.barHeight)),
    color: ({ root, props }) => setStyle(root, "--r-done", toColor(props.color)),
    bgcolor: ({ root, props }) => setStyle(root, "--r-todo", toColor(props.bgcolor)),
    borderRadius: ({ root, props }) => setStyle(root, "--r-bar-radius", toRadius(props.borderRadius)),
    year2023: restyle,
    trackGap: restyle,
    stopIndicatorColor: restyle,
    stopIndicatorRadius: restyle,
  },
};

adopt(css`
.r-progress-bar { display: grid; align-content: center; inline-size: 100%; min-inline-size: 36px; }
.r-progress-bar-track {
  position: relative;
  display: flex;
  block-size: var(--r-bar-height, 4px);
  border-radius: var(--r-bar-radius, 0);
  overflow: clip;
}
.r-progress-bar.r-box-high > .r-progress-bar-track { block-size: 100%; }
.r-progress-bar-done {
  flex: none;
  inline-size: calc(100% * var(--r-share));
  border-radius: inherit;
  background: var(--r-done, var(--r-primary));
  transition: inline-size 200ms;
}
.r-progress-bar-todo { position: relative; flex: 1; background: var(--r-todo, var(--r-secondarycontainer)); }
.r-progress-bar-newer > .r-progress-bar-track { border-radius: var(--r-bar-radius, calc(var(--r-bar-height, 4px) / 2)); column-gap: var(--r-gap, 4px); }
.r-progress-bar-newer > .r-progress-bar-track > .r-progress-bar-todo { border-radius: inherit; min-inline-size: 0; }
.r-progress-bar-newer:not(.r-progress-busy) > .r-progress-bar-track > .r-progress-bar-todo::after {
  content: "";
  position: absolute;
  inset-inline-end: 0;
  inset-block-start: 50%;
  inline-size: var(--r-stop-size, 4px);
  aspect-ratio: 1;
  border-radius: 50%;
  translate: 0 -50%;
  background: var(--r-stop, var(--r-done, var(--r-primary)));
}
.r-progress-busy > .r-progress-bar-track { background: var(--r-todo, var(--r-secondarycontainer)); }
.r-progress-busy > .r-progress-bar-track:dir(rtl) { scale: -1 1; }
.r-progress-busy > .r-progress-bar-track > .r-progress-bar-done, .r-progress-busy > .r-progress-bar-track > .r-progress-bar-todo {
  position: absolute;
  inset-block: 0;
  inset-inline: 0;
  inline-size: auto;
  background: var(--r-done, var(--r-primary));
  transform-origin: 0 0;
  transition: none;
}
.r-progress-busy > .r-progress-bar-track > .r-progress-bar-done { animation: r-progress-bar-sweep 1.8s infinite; }
.r-progress-busy > .r-progress-bar-track > .r-progress-bar-todo { animation: r-progress-bar-sweep-after 1.8s infinite; }
@keyframes r-progress-bar-sweep {
  0% { transform: translateX(0) scaleX(0); animation-timing-function: cubic-bezier(0.2, 0, 0.8, 1); }
  42% { transform: translateX(20%) scaleX(0.8); animation-timing-function: cubic-bezier(0.4, 0, 1, 1); }
  70%, 100% { transform: translateX(100%) scaleX(0); }
}
@keyframes r-progress-bar-sweep-after {
  0%, 56% { transform: translateX(0) scaleX(0); animation-timing-function: cubic-bezier(0, 0, 0.65, 1); }
  82% { transform: translateX(30%) scaleX(0.6); animation-timing-function: cubic-bezier(0.1, 0, 0.45, 1); }
  100% { transform: translateX(100%) scaleX(0.1); }
}
@media (forced-colors: active) {
  .r-progress-bar-track { outline: 1px solid CanvasText; }
  .r-progress-bar-done, .r-progress-busy > .r-progress-bar-track > .r-progress-bar-todo { forced-color-adjust: none; --r-done: Highlight; }
}
`);
