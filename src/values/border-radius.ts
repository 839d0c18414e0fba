import { eitherType, named, numberType, objectType, type Type } from "../core/declaration/types.ts";

/**
 * Radius of each corner, in pixels. A corner takes precedence over `top` and `bottom`, and they over `left` and `right`.
 * A corner that is left out is square.
 */
export interface Corners {
  /** Radius of the top left corner, in pixels. Default `top` or `left`. */
  readonly topLeft?: number | undefined;
  /** Radius of the top right corner, in pixels. Default `top` or `right`. */
  readonly topRight?: number | undefined;
  /** Radius of the bottom left corner, in pixels. Default `bottom` or `left`. */
  readonly bottomLeft?: number | undefined;
  /** Radius of the bottom right corner, in pixels. Default `bottom` or `right`. */
  readonly bottomRight?: number | undefined;
  /** Radius of both corners at the top, in pixels. */
  readonly top?: number | undefined;
  /** Radius of both corners at the bottom, in pixels. */
  readonly bottom?: number | undefined;
  /** Radius of both corners at the left side, in pixels. */
  readonly left?: number | undefined;
  /** Radius of both corners at the right side, in pixels. */
  readonly right?: number | undefined;
}

/**
 * Radius of the corners, in pixels: one number for all corners, or by corner or side: `{ topLeft: 8 }`, `{ top: 8 }`.
 * Flet: `BorderRadius`.
 */
export type BorderRadius = number | Corners;

const radius = numberType({ min: 0 });
const corners = objectType<Corners>(
  "BorderRadius",
  {
    ...{ topLeft: radius, topRight: radius, bottomLeft: radius, bottomRight: radius },
    ...{ top: radius, bottom: radius, left: radius, right: radius },
  },
  [],
  [{ topLeft: 8, bottomRight: 8 }, { top: 8 }],
);

export const borderRadiusType: Type<BorderRadius> = named(
  "BorderRadius",
  eitherType<BorderRadius>(radius, { ...corners, encode: toCorners }),
);

/** Returns the four corners, without the sides. */
function toCorners({ top, bottom, left, right, ...given }: Corners): object {
  const all: Corners = {
    topLeft: given.topLeft ?? top ?? left,
    topRight: given.topRight ?? top ?? right,
    bottomLeft: given.bottomLeft ?? bottom ?? left,
    bottomRight: given.bottomRight ?? bottom ?? right,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
