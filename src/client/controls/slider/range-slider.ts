import type { Read } from "../../../controls/control-props.ts";
import type { RangeSliderProps } from "../../../controls/slider/range-slider.ts";
import { describeFocusTarget } from "../../input/focus-target.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { listenForDrag } from "./slider-drag.ts";
import {
  listenForKeys,
  makeSlider,
  type SliderParts,
  setSliderOff,
  shareOf,
  showThumb,
  sliderProps,
  valueAt,
} from "./slider-parts.ts";
import { Sliding } from "./sliding.ts";

interface TwoThumbs extends SliderParts {
  readonly sliding: Sliding;
}

type TwoView = View<RangeSliderProps<Read>, TwoThumbs>;

const ENDS = ["startValue", "endValue"] as const;

/** Returns the start value and the end value of the properties. */
function valuesOf({ props }: TwoView): [start: number, end: number] {
  return [props.startValue ?? props.min ?? 0, props.endValue ?? props.max ?? 1];
}

function show(view: TwoView): void {
  if (view.parts.sliding.isDue) return;
  for (const [index, value] of valuesOf(view).entries()) showThumb(view, index, value);
}

function numbers({ thumbs }: SliderParts): [start: number, end: number] {
  return [(thumbs[0] as HTMLInputElement).valueAsNumber, (thumbs[1] as HTMLInputElement).valueAsNumber];
}

/** Moves a thumb for the person, at most to the position of the other thumb. */
function move(view: TwoView, index: number, value: number): void {
  const { parts } = view;
  if (parts.sliding.isLost) return show(view);
  const [start, end] = numbers(parts);
  parts.sliding.start();
  showThumb(view, index, index === 0 ? Math.min(value, end) : Math.max(value, start));
  parts.sliding.move();
}

function emitRange(view: TwoView): void {
  const before = valuesOf(view);
  const now = numbers(view.parts);
  const data = { startValue: now[0], endValue: now[1] };
  for (const [index, name] of ENDS.entries())
    if (now[index] !== before[index]) view.write(name, now[index] as number, "change", { isLatest: true, data });
}

/** A slider to select a range. */
export const renderer: Renderer<RangeSliderProps<Read>, TwoThumbs> = {
  create(view) {
    const made = makeSlider(2);
    made.root.classList.add("r-slider-two", "r-slider-own");
    const both = (): { startValue: number; endValue: number } => {
      const [startValue, endValue] = numbers(made);
      return { startValue, endValue };
    };
    const sliding = new Sliding(view, {
      started: () => view.emit("changeStart", both()),
      moved: () => emitRange(view),
      ended: () => view.emit("changeEnd", both()),
      lost: () => show(view),
    });
    const at = (thumb: HTMLInputElement): number => shareOf(view.props, thumb.valueAsNumber);
    for (const [index, thumb] of made.thumbs.entries()) {
      listenForKeys(view, thumb, (value) => {
        sliding.press();
        move(view, index, value);
        sliding.finish();
      });
      // A screen reader may move a thumb, too.
      thumb.addEventListener("input", () => move(view, index, thumb.valueAsNumber));
      thumb.addEventListener("change", () => sliding.finish());
    }
    listenForDrag({
      root: made.root,
      isOn: () => true,
      pickThumb(from) {
        const [start, end] = made.thumbs as [HTMLInputElement, HTMLInputElement];
        const [toStart, toEnd] = [from - at(start), from - at(end)];
        // If both thumbs are at the same position, grab the one that can move towards the press.
        return Math.abs(toStart) < Math.abs(toEnd) || (toStart === toEnd && (toStart < 0 || at(end) === 1))
          ? start
          : end;
      },
      at,
      direction: () => ({ taps: true, drags: true }),
      started() {
        sliding.press();
        sliding.start();
      },
      moved: (thumb, share) => move(view, made.thumbs.indexOf(thumb), valueAt(view.props, share)),
      ended: () => sliding.finish(),
    });
    return { ...made, sliding };
  },
  disabled: (view, isDisabled) => setSliderOff(view, isDisabled),
  destroy: ({ parts }) => parts.sliding.cancelFrame(),
  props: {
    ...(sliderProps as Renderer<RangeSliderProps<Read>, TwoThumbs>["props"]),
    startValue: show,
    endValue: show,
    min: show,
    max: show,
    divisions: show,
    label: show,
    round: show,
    tooltip: (view) => describeFocusTarget(view, view.parts.thumbs[0] as HTMLInputElement),
  },
};
