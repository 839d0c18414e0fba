/** A direction: horizontal or vertical. */
export type Axis = "x" | "y";

/**
 * The limit that a parent sets for a child along one axis. `tight`: be exactly this long. `loose`: be at most this long.
 * `none`: be as long as you need, because there is no end to the space.
 */
export type Limit = "tight" | "loose" | "none";

/** Properties that layouts read of a control or of its child. A missing property is as good as null or false. */
export interface BoxProps {
  readonly visible?: boolean;
  readonly width?: number | null;
  readonly height?: number | null;
  readonly expand?: boolean | number | null;
  readonly expandLoose?: boolean;
  readonly left?: number | null;
  readonly top?: number | null;
  readonly right?: number | null;
  readonly bottom?: number | null;
  readonly aspectRatio?: number | null;
  readonly align?: object | null;
  readonly margin?: Insets | null;
}

/** Pixels on all sides, or by side. */
export type Insets = number | { readonly [side in "left" | "top" | "right" | "bottom"]?: number | undefined };

/** A visible child, as its parent sees it. */
export interface LayoutChild {
  readonly props: BoxProps;
  /** Whether the child takes all the space it may have, by axis. */
  readonly takes: { readonly [axis in Axis]: boolean };
}

/** Returns whether any visible child of a control passes a test. */
export type SomeChild = (test: (child: LayoutChild) => boolean) => boolean;

/**
 * How a type of control lays out its children, and how much space it takes. Server and client share it: the client sizes
 * boxes by it, and the server finds controls whose space has no end.
 */
export interface Layout {
  /** Name in the layout debugger. */
  readonly name: string;
  /** Direction in which the children follow each other, as in a Row. Missing: each child is in a cell of its own. */
  readonly flow?: Axis;
  /** Returns the axis along which the control works only where its space has an end. Missing: it works anywhere. */
  needsEnd?(props: BoxProps): Axis;
  /** Whether the styles of the renderer size the children, so that the client's layout must not. */
  readonly sizesChildren?: boolean;
  /** Properties that the layout depends on, besides those of {@link BoxProps}. */
  readonly reads?: readonly string[];
  /** Margin in pixels, on all sides, if the property `margin` is not set. Missing: 0. */
  readonly margin?: number;
  /** Returns whether children that are stretched across are as long as the longest one needs. */
  isIntrinsic?(props: BoxProps): boolean;
  /** Returns where the children are in their cell, from -1 to 1 in each direction, if style sheets cannot place them. */
  shift?(props: BoxProps): { readonly x?: number; readonly y?: number } | null | undefined;
  /** Returns a word by which the styles of the renderer place a child, such as `stacked`. */
  place?(props: BoxProps, child: BoxProps): string | undefined;
  /**
   * Returns the limit that the control sets for a child along an axis. `own` is the limit of the control itself, or
   * `tight` if it has a size of its own. `slot` is the slot that the child is in. Missing: `none`.
   */
  limit?(axis: Axis, own: Limit, props: BoxProps, child: BoxProps, slot: string): Limit;
  /**
   * Returns whether the control takes all the space it may have along an axis, although its limit is `loose`. Missing: it
   * is as small as its content. It is not asked about an axis with a size of its own. `some` returns whether any of the
   * visible children passes a test.
   */
  takes?(axis: Axis, props: BoxProps, some: SomeChild): boolean;
}

/** Returns `loose` where space has an end. */
export function loosen(own: Limit): Limit {
  return own === "none" ? "none" : "loose";
}

/** Returns whether a control takes a share of the remaining space of its Row or Column. A share of 0 is none. */
export function expands({ expand }: BoxProps): boolean {
  return Number(expand) > 0;
}

/** Name of the property for the size along an axis. */
export const SIZE = { x: "width", y: "height" } as const;
/** The other axis. */
export const ACROSS = { x: "y", y: "x" } as const;

/** Returns the pixels at both ends of an axis together. */
export function sumOf(insets: Insets | null | undefined, axis: Axis): number {
  if (insets == null) return 0;
  if (typeof insets === "number") return 2 * insets;
  return axis === "x" ? (insets.left ?? 0) + (insets.right ?? 0) : (insets.top ?? 0) + (insets.bottom ?? 0);
}

/** Returns the limit inside a control along an axis: `tight` if it sets a size for itself. */
export function withOwnSize(own: Limit, axis: Axis, props: BoxProps): Limit {
  const offered = props.align == null ? own : loosen(own);
  return props[SIZE[axis]] != null || props.aspectRatio != null ? "tight" : offered;
}
