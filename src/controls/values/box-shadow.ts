import { eitherType, listType, named, numberType, objectType, type Type } from "../../core/types.ts";
import { type Color, colorType } from "../../core/values/color.ts";
import { type Offset, offsetType } from "../../core/values/layout.ts";

/** A shadow that a box throws. Flet: `BoxShadow`. */
export interface BoxShadow {
  /** Pixels by which the shadow is larger than the box on each side. Default 0. */
  readonly spreadRadius?: number | undefined;
  /** Pixels over which its edge fades. Default 0. */
  readonly blurRadius?: number | undefined;
  /** Default `"black"`. */
  readonly color?: Color | undefined;
  /** Where it falls, in pixels from the box. Default straight below it: not moved. */
  readonly offset?: Offset | undefined;
}
export const boxShadowType: Type<BoxShadow> = objectType<BoxShadow>("BoxShadow", {
  spreadRadius: numberType(),
  blurRadius: numberType({ min: 0 }),
  color: colorType,
  offset: offsetType,
});

/** One shadow, or several: the first is on top. */
export type Shadow = BoxShadow | readonly BoxShadow[];
export const shadowType: Type<Shadow> = named(
  "BoxShadow | BoxShadow[]",
  eitherType<Shadow>(boxShadowType, listType(boxShadowType)),
);
