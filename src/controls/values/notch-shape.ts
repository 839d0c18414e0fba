import { booleanType, choiceType, objectType, type Type } from "../../core/types.ts";

/** Room that a bar leaves for a round button on its edge. Flet: `CircularRectangleNotchShape`. */
export interface NotchShape {
  readonly type: "circular";
  /** Whether the bar bulges around the button, rather than being cut. Default `false`. */
  readonly inverted?: boolean | undefined;
}
export const notchShapeType: Type<NotchShape> = objectType<NotchShape>(
  "NotchShape",
  { type: choiceType(["circular"]), inverted: booleanType },
  ["type"],
);
