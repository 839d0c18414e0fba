import { booleanType, choiceType, objectType, type Type } from "../core/declaration/types.ts";

/** A notch in a bar for a round button on its edge. Flet: `CircularRectangleNotchShape`. */
export interface NotchShape {
  /** Type of the notch. */
  readonly type: "circular";
  /** Whether the bar bulges around the button instead of having a notch. Default `false`. */
  readonly inverted?: boolean | undefined;
}
export const notchShapeType: Type<NotchShape> = objectType<NotchShape>(
  "NotchShape",
  { type: choiceType(["circular"]), inverted: booleanType },
  ["type"],
);
