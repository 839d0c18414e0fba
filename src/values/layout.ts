import {
  booleanType,
  choiceType,
  eitherType,
  integerType,
  named,
  numberType,
  objectType,
  type Type,
} from "../core/declaration/types.ts";
import { angleType } from "./quantity.ts";

/** Name of a point in a box: a corner, the middle of an edge, or the center. */
export type AlignmentName =
  | "topLeft"
  | "topCenter"
  | "topRight"
  | "centerLeft"
  | "center"
  | "centerRight"
  | "bottomLeft"
  | "bottomCenter"
  | "bottomRight";
export const AlignmentName: readonly AlignmentName[] = [
  ...(["topLeft", "topCenter", "topRight"] as const),
  ...(["centerLeft", "center", "centerRight"] as const),
  ...(["bottomLeft", "bottomCenter", "bottomRight"] as const),
];

/**
 * A point in a box by its coordinates: -1 is left or top, 0 is the center, 1 is right or bottom. Numbers below -1 and
 * above 1 are accepted, and are points outside the box. A Container keeps its content inside.
 */
export interface AlignmentPoint {
  /** Horizontal position: -1 is left, 1 is right. */
  readonly x: number;
  /** Vertical position: -1 is top, 1 is bottom. */
  readonly y: number;
}

/** A point in a box: a name such as `"topLeft"` or `"center"`, or coordinates, where 0 is the center. Flet: `Alignment`. */
export type Alignment = AlignmentName | AlignmentPoint;

const either = eitherType<Alignment>(
  choiceType(AlignmentName),
  objectType<AlignmentPoint>("Alignment", { x: numberType(), y: numberType() }, ["x", "y"], [{ x: 0, y: -1 }]),
);

export const alignmentType: Type<Alignment> = named("Alignment", {
  ...either,
  /** Encodes names as coordinates. */
  encode(value) {
    if (typeof value === "object") return value;
    const index = AlignmentName.indexOf(value);
    return { x: (index % 3) - 1, y: Math.floor(index / 3) - 1 };
  },
});

/** A share of the available space. `true` is 1. */
export type Expand = boolean | number;
export const expandType: Type<Expand> = named(
  "boolean | integer",
  eitherType<Expand>(booleanType, integerType({ min: 0 })),
);

/** A distance in both directions. The property says in which unit. */
export interface Offset {
  /** Distance to the right. Default 0. */
  readonly x?: number | undefined;
  /** Distance downward. Default 0. */
  readonly y?: number | undefined;
}
export const offsetType: Type<Offset> = objectType<Offset>(
  "Offset",
  { x: numberType(), y: numberType() },
  [],
  [{ x: 8, y: 4 }],
);

/** A position or a distance in the data of an event. Both coordinates are always there. */
export interface Point {
  /** Horizontal position, or distance to the right. */
  readonly x: number;
  /** Vertical position, or distance downward. */
  readonly y: number;
}
export const pointType: Type<Point> = objectType<Point>("Point", { x: numberType(), y: numberType() }, ["x", "y"]);

/** A width and a height in pixels. */
export interface Size {
  /** Width in pixels. */
  readonly width: number;
  /** Height in pixels. */
  readonly height: number;
}
export const sizeType: Type<Size> = objectType<Size>(
  "Size",
  { width: numberType({ min: 0 }), height: numberType({ min: 0 }) },
  ["width", "height"],
);

/** A rotation: an angle in radians, or an angle and the point that it turns around. Flet: `Rotate`. */
export type Rotate = number | { readonly angle: number; readonly alignment?: Alignment | undefined };
export const rotateType: Type<Rotate> = eitherType<Rotate>(
  angleType,
  objectType<Exclude<Rotate, number>>(
    "Rotate",
    { angle: angleType, alignment: alignmentType },
    ["angle"],
    [{ angle: 0.5, alignment: "topLeft" }],
  ),
);

/** A scale: one factor, or one per direction, and the point that stays in place. Flet: `Scale`. */
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
  objectType<Exclude<Scale, number>>(
    "Scale",
    { scale: numberType(), scaleX: numberType(), scaleY: numberType(), alignment: alignmentType },
    [],
    [{ scaleX: 2, scaleY: 0.5 }],
  ),
);

/** Directions that are mirrored. Flet: `Flip`. */
export interface Flip {
  /** Whether left and right are exchanged. Default `false`. */
  readonly flipX?: boolean | undefined;
  /** Whether top and bottom are exchanged. Default `false`. */
  readonly flipY?: boolean | undefined;
}
export const flipType: Type<Flip> = objectType<Flip>(
  "Flip",
  { flipX: booleanType, flipY: booleanType },
  [],
  [{ flipX: true }],
);

/** Placement of children along a row or column. */
export type MainAxisAlignment = "start" | "end" | "center" | "spaceBetween" | "spaceAround" | "spaceEvenly";
export const MainAxisAlignment: readonly MainAxisAlignment[] = [
  "start",
  "end",
  "center",
  "spaceBetween",
  "spaceAround",
  "spaceEvenly",
];

/** Placement of children across a row or column. */
export type CrossAxisAlignment = "start" | "end" | "center" | "stretch" | "baseline";
export const CrossAxisAlignment: readonly CrossAxisAlignment[] = ["start", "end", "center", "stretch", "baseline"];

/** Scrolling of content that does not fit. A property with the value `null` does not scroll. */
export type ScrollMode = "auto" | "adaptive" | "always" | "hidden";
export const ScrollMode: readonly ScrollMode[] = ["auto", "adaptive", "always", "hidden"];

/** Light or dark theme, or the setting of the person's system. */
export type ThemeMode = "system" | "light" | "dark";
export const ThemeMode: readonly ThemeMode[] = ["system", "light", "dark"];
export const themeModeType: Type<ThemeMode> = choiceType(ThemeMode);
