/**
 * Gestures that move a slider's thumb: taps and drags, only taps, only drags, or only drags that start at the thumb.
 */
export type SliderInteraction = "tapAndSlide" | "tapOnly" | "slideOnly" | "slideThumb";
export const SliderInteraction: readonly SliderInteraction[] = ["tapAndSlide", "tapOnly", "slideOnly", "slideThumb"];
