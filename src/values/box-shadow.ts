import { eitherType, listType, named, numberType, objectType, type Type } from "../core/declaration/types.ts";
import { type Color, colorType } from "./color.ts";
import { type Offset, offsetType } from "./layout.ts";

/** A shadow of a box. Flet: `BoxShadow`. */
export interface BoxShadow {
  /** Distance by which the shadow is larger than the box on each side, in pixels. Default 0. */
  readonly spreadRadius?: number | undefined;
  /** Distance over which the edge of the shadow fades, in pixels. Default 0. */
  readonly blurRadius?: number | undefined;
  /** Color of the shadow. Default `"black"`. */
  readonly color?: Color | undefined;
  /** Offset of the shadow from the box, in pixels. Default: none. */
  readonly offset?: Offset | undefined;
}
export const boxShadowType: Type<BoxShadow> = objectType<BoxShadow>(
  "BoxShadow",
  {
    spreadRadius: numberType(),
    blurRadius: numberType({ min: 0 }),
    color: colorType,
    offset: offsetType,
  },
  [],
  [{ blurRadius: 8, offset: { x: 0, y: 4 } }],
);

/** One shadow, or several. The first one is on top. */
export type Shadow = BoxShadow | readonly BoxShadow[];
export const shadowType: Type<Shadow> = named(
  "BoxShadow | BoxShadow[]",
  eitherType<Shadow>(boxShadowType, listType(boxShadowType)),
);
