import { choiceType, objectType, type Type } from "../core/declaration/types.ts";
import { type Offset, offsetType } from "./layout.ts";

/** Type of a pointer device. */
export type PointerDeviceType = "touch" | "mouse" | "stylus" | "unknown";
export const PointerDeviceType: readonly PointerDeviceType[] = ["touch", "mouse", "stylus", "unknown"];

/** Data of a tap or click. Flet: `TapEvent`. */
export interface TapDetails {
  /** Type of the pointer device. */
  readonly kind: PointerDeviceType;
  /** Position of the pointer, in pixels from the top left corner of the control. */
  readonly localPosition: Offset;
  /** Position of the pointer, in pixels from the top left corner of the viewport. */
  readonly globalPosition: Offset;
}
export const tapDetailsType: Type<TapDetails> = objectType<TapDetails>(
  "TapDetails",
  { kind: choiceType(PointerDeviceType), localPosition: offsetType, globalPosition: offsetType },
  ["kind", "localPosition", "globalPosition"],
);
