import { eitherType, named, numberType, objectType, type Type } from "../core/declaration/types.ts";

/** Pixels for each side. A side that is left out is 0. */
export interface Sides {
  /** Pixels at the left side. Default 0. */
  readonly left?: number | undefined;
  /** Pixels at the top. Default 0. */
  readonly top?: number | undefined;
  /** Pixels at the right side. Default 0. */
  readonly right?: number | undefined;
  /** Pixels at the bottom. Default 0. */
  readonly bottom?: number | undefined;
}

/** Space inside an edge, in pixels: one number for all sides, or by side. Flet: `Padding`. */
export type Padding = number | Sides;
export const paddingType: Type<Padding> = insets("Padding", 0);

/** Space outside an edge, in pixels: one number for all sides, or by side. Flet: `Margin`. */
export type Margin = number | Sides;
export const marginType: Type<Margin> = insets("Margin");

function insets(name: string, min?: number): Type<number | Sides> {
  const side = numberType(min === undefined ? {} : { min });
  const sides = objectType<Sides>(name, { left: side, top: side, right: side, bottom: side });
  return named(name, eitherType<number | Sides>(side, sides));
}
