import { choiceType, eitherType, named, type Type } from "../core/declaration/types.ts";
import { type Offset, offsetType } from "./layout.ts";

/**
 * Named position of the floating button: at the start, in the center or at the end. `Float` is above the content.
 * `Docked` is across the edge of the bottom bar, `Top` across the edge of the top bar, and `Contained` inside the
 * bottom bar. Names that begin with `mini` are for small buttons. Flet: `FloatingActionButtonLocation`.
 */
export type FloatingActionButtonPlace =
  | "startFloat"
  | "centerFloat"
  | "endFloat"
  | "startDocked"
  | "centerDocked"
  | "endDocked"
  | "endContained"
  | "startTop"
  | "centerTop"
  | "endTop"
  | "miniStartFloat"
  | "miniCenterFloat"
  | "miniEndFloat"
  | "miniStartDocked"
  | "miniCenterDocked"
  | "miniEndDocked"
  | "miniStartTop"
  | "miniCenterTop"
  | "miniEndTop";
export const FloatingActionButtonPlace: readonly FloatingActionButtonPlace[] = [
  ...(["startFloat", "centerFloat", "endFloat", "startDocked", "centerDocked", "endDocked", "endContained"] as const),
  ...(["startTop", "centerTop", "endTop", "miniStartFloat", "miniCenterFloat", "miniEndFloat"] as const),
  ...(["miniStartDocked", "miniCenterDocked", "miniEndDocked", "miniStartTop", "miniCenterTop", "miniEndTop"] as const),
];

/** Position of the floating button: a name, or the distance in pixels from the end (`x`) and from the bottom (`y`). */
export type FloatingActionButtonLocation = FloatingActionButtonPlace | Offset;
export const floatingActionButtonLocationType: Type<FloatingActionButtonLocation> = named(
  "FloatingActionButtonLocation",
  eitherType<FloatingActionButtonLocation>(choiceType(FloatingActionButtonPlace), offsetType),
);
