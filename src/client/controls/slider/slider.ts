import type { Read } from "../../../controls/control-props.ts";
import type { SliderProps } from "../../../controls/slider/slider.ts";
import { snapToDivision } from "../../../input/input-rules.ts";
import { setStyle } from "../../dom/css.ts";
import { toColor, toInsets } from "../../dom/css-values.ts";
import { describeFocusTarget, focusWhenAttached } from "../../input/focus-target.ts";
import { listenForFocus } from "../../input/gestures.ts";
import { isSideways, settlePress } from "../../input/settled-press.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { listenForDrag } from "./slider-drag.ts";
import {
  listenForKeys,
  makeSlider,
  recolor,
  type SliderParts,
  scaleOf,
  setSliderOff,
  shareOf,
  showThumb,
  sliderProps,
  valueAt,
} from "./slider-parts.ts";
import { Sliding } from "./sliding.ts";

interface OneThumb extends SliderParts {
  readonly thumb: HTMLInputElement;
  readonly sliding: Sliding;
}

type OneView = View<SliderProps<Read>, OneThumb>;

function show(view: OneView): void {
  const { parts, props } = view;
  // A thumb that the person moves stays where it is, because the app has not received its value yet.
  if (!parts.sliding.isDue) showThumb(view, 0, props.value ?? props.min ?? 0);
  const { secondaryTrackValue: second } = props;
  setStyle(view.root, "--r-sl-second", second == null ? null : String(shareOf(props, second)));
}

/** Moves the thumb to a value, for the person. */
function move(view: OneView, value: number): void {
  if (view.parts.sliding.isLost) return show(view);
  view.parts.sliding.start();
  showThumb(view, 0, value);
  view.parts.sliding.move();
}

function restyle(view: OneView): void {
  const { root, props, isDisabled } = view;
  recolor(view);
  setStyle(root, "--r-sl-thumb", isDisabled ? null : toColor(props.thumbColor));
  setStyle(root, "--r-sl-between", isDisabled ? null : toColor(props.secondaryActiveColor));
}

/** A slider to select a number. */
export const renderer: Renderer<SliderProps<Read>, OneThumb> = {
  create(view) {
    const made = makeSlider(1);
    const thumb = made.thumbs[0] as HTMLInputElement;
    const now = (): number => snapToDivision(scaleOf(view.props), thumb.valueAsNumber);
    const sliding = new Sliding(view, {
      started: () => view.emit("changeStart", view.props.value ?? view.props.min ?? 0),
      moved: () => view.write("value", now(), "change", { isLatest: true }),
      ended: () => view.emit("changeEnd", now()),
      lost: () => show(view),
    });
    listenForPresses(view, thumb, sliding, now);
    thumb.addEventListener("change", () => sliding.finish());
    // A press without a move must end the gesture, too. After a move, the browser fires `change` later than this event.
    for (const type of ["pointerup", "pointercancel"])
      thumb.addEventListener(type, () => setTimeout(() => sliding.finish()));
    listenForKeys(view, thumb, (value) => {
      sliding.press();
      move(view, value);
      sliding.finish();
    });
    return { ...made, thumb, sliding };
  },
  disabled(view, isDisabled) {
    setSliderOff(view, isDisabled);
    restyle(view);
  },
  destroy: ({ parts }) => parts.sliding.cancelFrame(),
  props: {
    ...(sliderProps as Renderer<SliderProps<Read>, OneThumb>["props"]),
    value: show,
    min: show,
    max: show,
    divisions: show,
    label: show,
    round: show,
    secondaryTrackValue: show,
    secondaryActiveColor: restyle,
    thumbColor: restyle,
    interaction(view) {
      const { root, parts, props } = view;
      const isOwn = props.interaction != null && props.interaction !== "tapAndSlide";
      if (isOwn && !root.classList.contains("r-slider-own")) listen(view);
      root.classList.toggle("r-slider-own", isOwn);
      parts.sliding.finish();
    },
    padding: ({ root, props }) => setStyle(root, "padding", toInsets(props.padding)),
    year2023: ({ root, props }) => void root.classList.toggle("r-slider-thick", props.year2023 === false),
    autofocus({ parts, props }) {
      if (props.autofocus === true) focusWhenAttached(parts.thumb);
    },
    tooltip: (view) => describeFocusTarget(view, view.parts.thumb),
    onFocus: listenForFocus,
    onBlur: listenForFocus,
  },
};

/**
 * Reports presses and moves of the browser's own slider. It moves the thumb to a finger at once, even if the finger
 * scrolls in the end. So the thumb is kept in place until it is certain that it does not.
 */
function listenForPresses(view: OneView, thumb: HTMLInputElement, sliding: Sliding, now: () => number): void {
  let isPending = false;
  let kept: number | undefined;
  thumb.addEventListener("pointerdown", (event) => {
    sliding.press();
    if (view.isDisabled) return;
    isPending = true;
    kept = undefined;
    settlePress(thumb, event, {
      settled() {
        isPending = false;
        sliding.start();
        if (kept !== undefined) move(view, kept);
      },
      dropped() {
        isPending = false;
      },
      isCertain: isSideways,
    });
  });
  thumb.addEventListener("input", () => {
    if (!isPending) return move(view, now());
    kept = now();
    show(view);
  });
}

const drawn = new WeakSet<HTMLElement>();

/** Adds pointer handling for the values of `interaction` that browsers do not support. */
function listen(view: OneView): void {
  const { root, parts } = view;
  if (drawn.has(root)) return;
  drawn.add(root);
  const at = (): number => shareOf(view.props, parts.thumb.valueAsNumber);
  listenForDrag({
    root,
    isOn: () => root.classList.contains("r-slider-own"),
    pickThumb: (from, reach) =>
      view.props.interaction !== "slideThumb" || Math.abs(from - at()) <= reach ? parts.thumb : undefined,
    at,
    direction: () => ({ taps: view.props.interaction === "tapOnly", drags: view.props.interaction !== "tapOnly" }),
    started() {
      parts.sliding.press();
      parts.sliding.start();
    },
    moved: (_, share) => move(view, valueAt(view.props, share)),
    ended: () => parts.sliding.finish(),
  });
}
