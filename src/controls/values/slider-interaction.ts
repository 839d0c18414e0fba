/** What a pointer does to a slider: a tap moves the thumb there, a drag from anywhere moves it along, or only one from the thumb. */
export type SliderInteraction = "tapAndSlide" | "tapOnly" | "slideOnly" | "slideThumb";
export const SliderInteraction: readonly SliderInteraction[] = ["tapAndSlide", "tapOnly", "slideOnly", "slideThumb"];
