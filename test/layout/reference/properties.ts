import type { LayoutNode, Plain } from "../case.ts";
import type { Size } from "./constraints.ts";

/** Distances from the edges of a box. */
export interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Place in a box: -1 is the left or the top edge, 1 is the right or the bottom edge. */
export interface Alignment {
  readonly x: number;
  readonly y: number;
}

export function numberOf({ properties }: LayoutNode, name: string): number | undefined {
  const value = properties[name];
  return typeof value === "number" ? value : undefined;
}

export function wordOf({ properties }: LayoutNode, name: string): string | undefined {
  const value = properties[name];
  return typeof value === "string" ? value : undefined;
}

export function isOn({ properties }: LayoutNode, name: string): boolean {
  return properties[name] === true;
}

export function isVisible({ properties }: LayoutNode): boolean {
  return properties.visible !== false;
}

export function visibleChildren({ children }: LayoutNode): LayoutNode[] {
  return children.filter(isVisible);
}

/** Reads a padding or a margin: a number, or an object with some of the four sides. */
export function sidesOf({ properties }: LayoutNode, name: string, whenMissing = 0): Sides {
  const value = properties[name];
  if (isPlain(value)) return { left: 0, top: 0, right: 0, bottom: 0, ...value };
  const all = typeof value === "number" ? value : whenMissing;
  return { left: all, top: all, right: all, bottom: all };
}

/** Reads the width of a border on each side. */
export function borderOf({ properties }: LayoutNode): Sides {
  const sides = isPlain(properties.border) ? properties.border : {};
  const width = (side: string) => {
    const value = sides[side];
    return isPlain(value) && typeof value.width === "number" ? value.width : 0;
  };
  return { left: width("left"), top: width("top"), right: width("right"), bottom: width("bottom") };
}

export function alignmentOf({ properties }: LayoutNode, name: string): Alignment | undefined {
  const value = properties[name];
  return isPlain(value) ? (value as unknown as Alignment) : undefined;
}

export function addSides(one: Sides, other: Sides): Sides {
  return {
    left: one.left + other.left,
    top: one.top + other.top,
    right: one.right + other.right,
    bottom: one.bottom + other.bottom,
  };
}

/** Returns the width and the height that sides take together. */
export function thickness({ left, top, right, bottom }: Sides): Size {
  return { width: left + right, height: top + bottom };
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null;
}
