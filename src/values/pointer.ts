import { choiceType, objectType, type Type } from "../core/declaration/types.ts";
import { type Point, pointType } from "./layout.ts";

/** Type of a pointer device. */
export type PointerDeviceType = "touch" | "mouse" | "stylus" | "unknown";
export const PointerDeviceType: readonly PointerDeviceType[] = ["touch", "mouse", "stylus", "unknown"];

/** Data of a tap or click. Flet: `TapEvent`. */
export interface TapDetails {
  /** Type of the pointer device. */
  readonly kind: PointerDeviceType;
  /** Position of the pointer, in pixels from the top left corner of the control. */
  readonly localPosition: Point;
  /** Position of the pointer, in pixels from the top left corner of the viewport. */
  readonly globalPosition: Point;
}
export const tapDetailsType: Type<TapDetails> = objectType<TapDetails>(
  "TapDetails",
  { kind: choiceType(PointerDeviceType), localPosition: pointType, globalPosition: pointType },
  ["kind", "localPosition", "globalPosition"],
);
