import { eitherType, named, numberType, objectType, type Type } from "../core/declaration/types.ts";

/** Pixels for each side. A side takes precedence over `horizontal` and `vertical`. What is left out is 0. */
export interface Sides {
  /** Pixels at the left side. Default `horizontal`. */
  readonly left?: number | undefined;
  /** Pixels at the top. Default `vertical`. */
  readonly top?: number | undefined;
  /** Pixels at the right side. Default `horizontal`. */
  readonly right?: number | undefined;
  /** Pixels at the bottom. Default `vertical`. */
  readonly bottom?: number | undefined;
  /** Pixels at the left and the right side. Default 0. */
  readonly horizontal?: number | undefined;
  /** Pixels at the top and the bottom. Default 0. */
  readonly vertical?: number | undefined;
}

/**
 * Space inside an edge, in pixels: one number for all sides, or by side: `{ left: 8, top: 4 }`, `{ horizontal: 8,
 * vertical: 4 }`. Flet: `Padding`.
 */
export type Padding = number | Sides;
export const paddingType: Type<Padding> = insets("Padding", 0);

/**
 * Space outside an edge, in pixels: one number for all sides, or by side: `{ left: 8, top: 4 }`, `{ horizontal: 8,
 * vertical: 4 }`. Flet: `Margin`.
 */
export type Margin = number | Sides;
export const marginType: Type<Margin> = insets("Margin");

function insets(name: string, min?: number): Type<number | Sides> {
  const side = numberType(min === undefined ? {} : { min });
  const sides = objectType<Sides>(
    name,
    { left: side, top: side, right: side, bottom: side, horizontal: side, vertical: side },
    [],
    [
      { left: 8, top: 4 },
      { horizontal: 8, vertical: 4 },
    ],
  );
  return named(name, eitherType<number | Sides>(side, { ...sides, encode: toSides }));
}

/** Returns the four sides, without `horizontal` and `vertical`. */
function toSides(value: Sides): object {
  const { horizontal, vertical } = value;
  const { left = horizontal, top = vertical, right = horizontal, bottom = vertical } = value;
  return defined({ left, top, right, bottom });
}

/** Returns an object without the fields that are undefined. */
function defined(fields: { readonly [name: string]: unknown }): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
