import type { Read } from "../../../controls/control-props.ts";
import type { SliderScaleProps } from "../../../controls/slider/slider-props.ts";
import { type SliderRange, snapToDivision, valueAfterKey } from "../../../input/input-rules.ts";
import type { ControlStateValue } from "../../../values/control-state.ts";
import type { MouseCursor } from "../../../values/mouse-cursor.ts";
import { adopt, element, setAttribute, setStyle } from "../../dom/css.ts";
import { toColor } from "../../dom/css-values.ts";
import { pick, shade, statesOf } from "../../input/control-states.ts";
import { isRtlAt } from "../../input/roving.ts";
import type { Parts, Setter } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { sliderStyles } from "./slider-styles.ts";

/** Properties that all sliders share. */
export type ScaleProps = SliderScaleProps<Read> & { readonly mouseCursor?: ControlStateValue<MouseCursor> | null };
export type SliderView = View<ScaleProps, SliderParts>;

/** Elements of a slider. Each thumb is an input of its own. */
export interface SliderParts extends Parts {
  readonly thumbs: readonly HTMLInputElement[];
  /** Labels above the thumbs, once there is a label. */
  readonly tips: HTMLElement[];
}

/** Properties for the ends and the divisions of the track. */
type Ends = Partial<Pick<SliderScaleProps<Read>, "min" | "max" | "divisions">>;

/** Returns the ends and divisions of the track, with defaults. */
export function scaleOf({ min = 0, max = 1, divisions }: Ends): Omit<SliderRange, "value"> {
  return { min, max, divisions };
}

/** Creates the elements of a slider with one or two thumbs. */
export function makeSlider(count: 1 | 2): SliderParts {
  const root = element("div", "r-slider");
  const thumbs = Array.from({ length: count }, () => {
    const thumb = element("input", "r-slider-input");
    thumb.type = "range";
    // The browser's own steps would refuse a value that the app sets between two steps.
    thumb.step = "any";
    return thumb;
  });
  root.append(...thumbs);
  return { root, thumbs, tips: [] };
}

/** Moves a thumb by keys, in the same way in every browser. `moved` receives the value. */
export function listenForKeys(view: SliderView, thumb: HTMLInputElement, moved: (value: number) => void): void {
  thumb.addEventListener("keydown", (key) => {
    const value = valueAfterKey({ ...scaleOf(view.props), value: thumb.valueAsNumber }, key.key, isRtlAt(thumb));
    if (value === undefined || view.isDisabled) return;
    key.preventDefault();
    moved(value);
  });
}

/** Shows the ends of the track and the value of a thumb. */
export function showThumb(view: SliderView, index: number, value: number): void {
  const thumb = view.parts.thumbs[index] as HTMLInputElement;
  const { min, max, divisions } = scaleOf(view.props);
  setAttribute(thumb, "min", String(min));
  setAttribute(thumb, "max", String(max));
  const shown = String(value);
  if (thumb.value !== shown) thumb.value = shown;
  setStyle(view.root, "--r-sl-parts", divisions == null ? null : String(divisions));
  view.root.classList.toggle("r-slider-divided", divisions != null);
  setStyle(view.root, index === 0 ? "--r-sl-at" : "--r-sl-end", String(shareOf(view.props, value)));
  showTip(view, index, value);
}

/** Returns the position of a value on the track, from 0 to 1. */
export function shareOf(props: Ends, value: number): number {
  const { min, max } = scaleOf(props);
  return max <= min ? 0 : Math.min(1, Math.max(0, (value - min) / (max - min)));
}

/** Returns the value at a share of the track. */
export function valueAt(props: Ends, share: number): number {
  const { min, max } = scaleOf(props);
  return snapToDivision(scaleOf(props), min + share * (max - min));
}

/** Shows the value as text: above the thumb, and as accessible text. */
function showTip({ parts, props }: SliderView, index: number, value: number): void {
  const { label, round = 0 } = props;
  const thumb = parts.thumbs[index] as HTMLInputElement;
  const text = label == null ? null : label.replaceAll("{value}", value.toFixed(round));
  setAttribute(thumb, "aria-valuetext", text);
  if (text === null) {
    for (const tip of parts.tips.splice(0)) tip.remove();
    return;
  }
  let tip = parts.tips[index];
  if (tip === undefined) {
    tip = element("span", `r-slider-tip r-slider-tip-${index}`);
    tip.ariaHidden = "true";
    thumb.after(tip);
    parts.tips[index] = tip;
  }
  tip.textContent = text;
}

/** Sets the CSS variables of the colors. */
export function recolor(view: SliderView): void {
  const { root, props } = view;
  const { activeColor, inactiveColor, overlayColor, mouseCursor } = props;
  const states = statesOf(view, [overlayColor, mouseCursor], () => recolor(view));
  setStyle(root, "--r-sl-active", view.isDisabled ? null : toColor(activeColor));
  setStyle(root, "--r-sl-inactive", view.isDisabled ? null : toColor(inactiveColor));
  setStyle(root, "--r-sl-over", shade(overlayColor, states));
  setStyle(root, "--r-sl-cursor", pick(mouseCursor, states));
}

/** Disables or enables the thumbs, and updates the colors. */
export function setSliderOff(view: SliderView, isDisabled: boolean): void {
  for (const thumb of view.parts.thumbs) thumb.disabled = isDisabled;
  view.root.classList.toggle("r-slider-disabled", isDisabled);
  recolor(view);
}

/** Setters that sliders share, except those that move the thumbs. */
export const sliderProps: { readonly [K in keyof ScaleProps]?: Setter<ScaleProps, SliderParts> } = {
  semanticsLabel({ parts, props }) {
    for (const thumb of parts.thumbs) setAttribute(thumb, "aria-label", props.semanticsLabel);
  },
  activeColor: recolor,
  inactiveColor: recolor,
  overlayColor: recolor,
  mouseCursor: recolor,
};

adopt(sliderStyles);
