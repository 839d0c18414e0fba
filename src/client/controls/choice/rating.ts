import type { RatingProps } from "../../../controls/choice/rating.ts";
import type { Read } from "../../../controls/control-props.ts";
import { valueAfterKey } from "../../../input/input-rules.ts";
import { adopt, css, element, setAttribute, setStyle } from "../../dom/css.ts";
import { px, toColor } from "../../dom/css-values.ts";
import { describeFocusTarget } from "../../input/focus-target.ts";
import { isRtlAt } from "../../input/roving.ts";
import { isSideways, settlePress } from "../../input/settled-press.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface RatingParts extends Parts {
  readonly label: HTMLElement;
  /** Element with both rows of stars, and with the input over them. */
  readonly track: HTMLElement;
  /** The same stars twice: all of them as outlines, and over them the filled ones, cut off at the value. */
  readonly rows: readonly [outlined: HTMLElement, filled: HTMLElement];
  /**
   * The invisible input that has the focus. A native range is one Tab stop, has a value of 0 that radio buttons cannot
   * show, and works with the gestures of screen readers on touchscreens, which an element with a role does not.
   */
  readonly input: HTMLInputElement;
}

type RatingView = View<RatingProps<Read>, RatingParts>;

const SVG = "http://www.w3.org/2000/svg";
const STAR = "M12 17.27 18.18 21l-1.64-7.03L22 9.24l-7.19-.61L12 2 9.19 8.63 2 9.24l5.46 4.73L5.82 21z";

interface Scale {
  readonly value: number;
  readonly max: number;
  /** Number of steps that a star has. */
  readonly parts: 1 | 2;
}

function scaleOf({ props }: RatingView): Scale {
  return { value: props.value ?? 0, max: props.max ?? 5, parts: props.allowHalf === true ? 2 : 1 };
}

function drawStar(): Element {
  const star = document.createElementNS(SVG, "svg");
  star.setAttribute("viewBox", "0 0 24 24");
  star.setAttribute("class", "r-rating-star");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", STAR);
  star.append(path);
  return star;
}

/** Fills the stars up to a number. */
function fill(view: RatingView, count: number): void {
  setStyle(view.root, "--r-rating-share", String(count / scaleOf(view).max));
}

/** Shows as many stars as there are, fills those of the value, and describes the value to screen readers. */
function show(view: RatingView): void {
  const { input, rows } = view.parts;
  const { value, max, parts } = scaleOf(view);
  for (const row of rows) {
    while (row.childElementCount > max) row.lastElementChild?.remove();
    while (row.childElementCount < max) row.append(drawStar());
  }
  fill(view, value);
  // The browser would round a value between two steps.
  setAttribute(input, "step", Number.isInteger(value * parts) ? String(1 / parts) : "any");
  setAttribute(input, "max", String(max));
  input.value = String(value);
  const text = view.props.semanticsValue ?? "{value} / {max}";
  setAttribute(input, "aria-valuetext", text.replaceAll("{value}", String(value)).replaceAll("{max}", String(max)));
}

function isFixed(view: RatingView): boolean {
  return view.isDisabled || view.props.readOnly === true;
}

/** Changes the value for the person. */
function change(view: RatingView, value: number): void {
  if (value !== scaleOf(view).value && !isFixed(view)) view.write("value", value, "change");
  show(view);
}

/** Returns the value at a position of the pointer. Left of the first star it is 0. */
function valueAt(view: RatingView, { clientX }: PointerEvent): number {
  const { track } = view.parts;
  const { max, parts } = scaleOf(view);
  const { left, width } = track.getBoundingClientRect();
  const share = Math.min(1, Math.max(0, (clientX - left) / width));
  return Math.ceil((isRtlAt(track) ? 1 - share : share) * max * parts) / parts;
}

/** Returns the value after a key: a digit sets it, and the keys of a slider change it. */
function valueAfter(view: RatingView, key: string): number | undefined {
  const { value, max, parts } = scaleOf(view);
  if (/^[0-9]$/.test(key) && Number(key) <= max) return Number(key);
  return valueAfterKey({ min: 0, max, divisions: max * parts, value }, key, isRtlAt(view.root));
}

function preview(view: RatingView, count: number | undefined): void {
  view.root.classList.toggle("r-rating-preview", count !== undefined);
  fill(view, count ?? scaleOf(view).value);
}

function listenForPointer(view: RatingView, { track, input }: RatingParts): void {
  let isPressed = false;
  const settled = (event: PointerEvent): void => {
    if (isFixed(view)) return;
    isPressed = true;
    // A browser shows the focus ring after focus() even if the person uses a pointer.
    track.classList.add("r-rating-pressed");
    input.focus();
    track.setPointerCapture(event.pointerId);
    preview(view, undefined);
    change(view, valueAt(view, event));
  };
  track.addEventListener("pointerdown", (event) => {
    isPressed = false;
    if (isFixed(view) || event.button !== 0) return;
    event.preventDefault();
    settlePress(track, event, { settled, isCertain: isSideways });
  });
  for (const type of ["keydown", "blur"])
    input.addEventListener(type, () => track.classList.remove("r-rating-pressed"));
  track.addEventListener("pointermove", (event) => {
    if (isPressed && track.hasPointerCapture(event.pointerId)) change(view, valueAt(view, event));
    else if (event.pointerType !== "touch" && !isFixed(view)) preview(view, valueAt(view, event));
  });
  track.addEventListener("pointerleave", () => preview(view, undefined));
}

/** A row of stars. */
export const renderer: Renderer<RatingProps<Read>, RatingParts> = {
  create(view) {
    const root = element("div", "r-rating");
    const label = element("label", "r-rating-label");
    const track = element("div", "r-rating-track");
    const rows = [element("div", "r-rating-row"), element("div", "r-rating-row r-rating-filled")] as const;
    const input = element("input", "r-rating-input");
    input.type = "range";
    input.min = "0";
    input.id = `${view.prefix}-input`;
    label.htmlFor = input.id;
    track.append(...rows, input);
    root.append(label, track);
    const parts = { root, label, track, rows, input };
    listenForPointer(view, parts);
    input.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const next = valueAfter(view, event.key);
      if (next === undefined) return;
      event.preventDefault();
      change(view, next);
    });
    // A screen reader may change the value, too.
    input.addEventListener("input", () => change(view, input.valueAsNumber));
    return parts;
  },
  disabled({ root, parts }, isDisabled) {
    parts.input.disabled = isDisabled;
    root.classList.toggle("r-rating-disabled", isDisabled);
  },
  props: {
    value: show,
    max: show,
    allowHalf: show,
    semanticsValue: show,
    readOnly({ root, parts, props }) {
      root.classList.toggle("r-rating-fixed", props.readOnly === true);
      setAttribute(parts.input, "aria-readonly", props.readOnly === true ? "true" : null);
    },
    label({ parts, props }) {
      parts.label.textContent = props.label ?? "";
    },
    color: ({ root, props }) => setStyle(root, "--r-rating-color", toColor(props.color)),
    size: ({ root, props }) => setStyle(root, "--r-rating-size", px(props.size)),
    tooltip: (view) => describeFocusTarget(view, view.parts.input),
  },
};

adopt(css`
.r-rating { display: inline-flex; flex-direction: column; min-inline-size: 0; max-inline-size: 100%; }
.r-rating-label { overflow-wrap: anywhere; }
.r-rating-label:empty { display: none; }
.r-rating-track {
  position: relative;
  inline-size: fit-content;
  max-inline-size: 100%;
  border-radius: 8px;
  cursor: pointer;
  touch-action: pan-y;
  -webkit-tap-highlight-color: transparent;
}
.r-rating-row { display: flex; }
.r-rating-star {
  box-sizing: content-box;
  flex: 0 1 auto;
  min-inline-size: 0;
  inline-size: var(--r-rating-size, 24px);
  block-size: var(--r-rating-size, 24px);
  padding: 8px 2px;
  fill: none;
  stroke: var(--r-outline);
  stroke-width: 1.5;
  stroke-linejoin: round;
}
.r-rating-filled {
  position: absolute;
  inset: 0;
  --r-rating-cut: calc(100% - 100% * var(--r-rating-share, 0));
  clip-path: inset(0 var(--r-rating-cut) 0 0);
}
.r-rating-filled:dir(rtl) { clip-path: inset(0 0 0 var(--r-rating-cut)); }
.r-rating-filled > .r-rating-star {
  fill: var(--r-rating-color, var(--r-primary));
  stroke: var(--r-rating-color, var(--r-primary));
}
.r-rating-preview > .r-rating-track > .r-rating-filled { opacity: 0.6; }
.r-rating-input { position: absolute; inset: 0; inline-size: 100%; margin: 0; opacity: 0; pointer-events: none; }
.r-rating-track:has(:focus-visible):not(.r-rating-pressed) { outline: 3px solid var(--r-secondary); }
.r-rating-fixed > .r-rating-track { cursor: default; }
.r-rating-disabled > .r-rating-track { cursor: default; opacity: 0.38; }
.r-rating-disabled > .r-rating-label { color: color-mix(in srgb, var(--r-onsurface) 38%, transparent); }
@media (pointer: coarse) {
  .r-rating-star { padding-block: 12px; }
}
@media (forced-colors: active) {
  .r-rating-star { forced-color-adjust: none; stroke: ButtonText; }
  .r-rating-filled > .r-rating-star { fill: Highlight; stroke: Highlight; }
  .r-rating-disabled > .r-rating-track { opacity: 1; }
  .r-rating-disabled .r-rating-star { stroke: GrayText; }
  .r-rating-disabled .r-rating-filled > .r-rating-star { fill: GrayText; }
}
`);
