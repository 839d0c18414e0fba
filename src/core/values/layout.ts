import {
  booleanType,
  choiceType,
  eitherType,
  integerType,
  named,
  numberType,
  objectType,
  type Type,
} from "../types.ts";

/** A point in a box: -1 is left or top, 0 the middle, 1 right or bottom. Flet: `Alignment`. */
export interface Alignment {
  readonly x: number;
  readonly y: number;
}
export const alignmentType: Type<Alignment> = objectType<Alignment>("Alignment", { x: numberType(), y: numberType() }, [
  "x",
  "y",
]);

/** A share of room that is left: `true` is 1. */
export type Expand = boolean | number;
export const expandType: Type<Expand> = named(
  "boolean | integer",
  eitherType<Expand>(booleanType, integerType({ min: 0 })),
);

/** A distance in both directions. */
export interface Offset {
  /** Default 0. */
  readonly x?: number | undefined;
  /** Default 0. */
  readonly y?: number | undefined;
}
export const offsetType: Type<Offset> = objectType<Offset>("Offset", { x: numberType(), y: numberType() });

/** A width and a height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
export const sizeType: Type<Size> = objectType<Size>(
  "Size",
  { width: numberType({ min: 0 }), height: numberType({ min: 0 }) },
  ["width", "height"],
);

/** A turn: an angle in radians, or with the point it turns about. Flet: `Rotate`. */
export type Rotate = number | { readonly angle: number; readonly alignment?: Alignment | undefined };
export const rotateType: Type<Rotate> = eitherType<Rotate>(
  numberType(),
  objectType<Exclude<Rotate, number>>("Rotate", { angle: numberType(), alignment: alignmentType }, ["angle"]),
);

/** A scale: one factor, or one for each direction. Flet: `Scale`. */
export type Scale =
  | number
  | {
      readonly scale?: number | undefined;
      readonly scaleX?: number | undefined;
      readonly scaleY?: number | undefined;
      readonly alignment?: Alignment | undefined;
    };
export const scaleType: Type<Scale> = eitherType<Scale>(
  numberType(),
  objectType<Exclude<Scale, number>>("Scale", {
    scale: numberType(),
    scaleX: numberType(),
    scaleY: numberType(),
    alignment: alignmentType,
  }),
);

/** Which directions are mirrored. Flet: `Flip`. */
export interface Flip {
  readonly flipX?: boolean | undefined;
  readonly flipY?: boolean | undefined;
}
export const flipType: Type<Flip> = objectType<Flip>("Flip", { flipX: booleanType, flipY: booleanType });

/** How children share room along a row or column. */
export type MainAxisAlignment = "start" | "end" | "center" | "spaceBetween" | "spaceAround" | "spaceEvenly";
export const MainAxisAlignment: readonly MainAxisAlignment[] = [
  "start",
  "end",
  "center",
  "spaceBetween",
  "spaceAround",
  "spaceEvenly",
];

/** How children stand across a row or column. */
export type CrossAxisAlignment = "start" | "end" | "center" | "stretch" | "baseline";
export const CrossAxisAlignment: readonly CrossAxisAlignment[] = ["start", "end", "center", "stretch", "baseline"];

/** Whether and how content that does not fit scrolls. `null` in a property: it does not. */
export type ScrollMode = "auto" | "adaptive" | "always" | "hidden";
export const ScrollMode: readonly ScrollMode[] = ["auto", "adaptive", "always", "hidden"];

/** Light, dark, or what the person's system says. */
export type ThemeMode = "system" | "light" | "dark";
export const ThemeMode: readonly ThemeMode[] = ["system", "light", "dark"];
export const themeModeType: Type<ThemeMode> = choiceType(ThemeMode);
