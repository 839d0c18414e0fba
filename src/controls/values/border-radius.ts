import { eitherType, named, numberType, objectType, type Type } from "../../core/types.ts";

/** Pixels for each corner; a corner left out is square. */
export interface Corners {
  readonly topLeft?: number | undefined;
  readonly topRight?: number | undefined;
  readonly bottomLeft?: number | undefined;
  readonly bottomRight?: number | undefined;
}

/** How round corners are, in pixels: one number for all corners, or by corner. Flet: `BorderRadius`. */
export type BorderRadius = number | Corners;

const radius = numberType({ min: 0 });
export const borderRadiusType: Type<BorderRadius> = named(
  "BorderRadius",
  eitherType<BorderRadius>(
    radius,
    objectType<Corners>("BorderRadius", { topLeft: radius, topRight: radius, bottomLeft: radius, bottomRight: radius }),
  ),
);
