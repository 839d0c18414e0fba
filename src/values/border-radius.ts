import { eitherType, named, numberType, objectType, type Type } from "../core/declaration/types.ts";

/** Radius of each corner, in pixels. A corner that is left out is square. */
export interface Corners {
  /** Radius of the top left corner, in pixels. Default 0. */
  readonly topLeft?: number | undefined;
  /** Radius of the top right corner, in pixels. Default 0. */
  readonly topRight?: number | undefined;
  /** Radius of the bottom left corner, in pixels. Default 0. */
  readonly bottomLeft?: number | undefined;
  /** Radius of the bottom right corner, in pixels. Default 0. */
  readonly bottomRight?: number | undefined;
}

/** Radius of the corners, in pixels: one number for all corners, or by corner. Flet: `BorderRadius`. */
export type BorderRadius = number | Corners;

const radius = numberType({ min: 0 });
export const borderRadiusType: Type<BorderRadius> = named(
  "BorderRadius",
  eitherType<BorderRadius>(
    radius,
    objectType<Corners>("BorderRadius", { topLeft: radius, topRight: radius, bottomLeft: radius, bottomRight: radius }),
  ),
);
