import { choiceType, eitherType, named, type Type } from "../types.ts";
import { type Offset, offsetType } from "./layout.ts";

/**
 * Where the floating button stands: at the start, in the middle or at the end; over the content (`Float`), across the edge
 * of the bar at the bottom (`Docked`) or at the top (`Top`), or inside the one at the bottom (`Contained`). Those that begin
 * with `mini` are for small buttons. Flet: `FloatingActionButtonLocation`.
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

/** A place by name, or how many pixels from the end (`x`) and from what is below (`y`). */
export type FloatingActionButtonLocation = FloatingActionButtonPlace | Offset;
export const floatingActionButtonLocationType: Type<FloatingActionButtonLocation> = named(
  "FloatingActionButtonLocation",
  eitherType<FloatingActionButtonLocation>(choiceType(FloatingActionButtonPlace), offsetType),
);
