import { choiceType, objectType, type Type } from "../../core/types.ts";
import { type Offset, offsetType } from "../../core/values/layout.ts";

/** What points. */
export type PointerDeviceType = "touch" | "mouse" | "stylus" | "unknown";
export const PointerDeviceType: readonly PointerDeviceType[] = ["touch", "mouse", "stylus", "unknown"];

/** Where a control was touched. Flet: `TapEvent`. */
export interface TapDetails {
  readonly kind: PointerDeviceType;
  /** In pixels from the control's top left corner. */
  readonly localPosition: Offset;
  /** In pixels from the window's top left corner. */
  readonly globalPosition: Offset;
}
export const tapDetailsType: Type<TapDetails> = objectType<TapDetails>(
  "TapDetails",
  { kind: choiceType(PointerDeviceType), localPosition: offsetType, globalPosition: offsetType },
  ["kind", "localPosition", "globalPosition"],
);
