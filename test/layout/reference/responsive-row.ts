import type { LayoutNode } from "../case.ts";
import { tighten } from "./constraints.ts";
import { type ControlLayout, layOut } from "./control.ts";
import { arrange, type FlexChild, type FlexStyle } from "./flex.ts";
import { numberOf, visibleChildren, wordOf } from "./properties.ts";
import { layOutWrap } from "./wrap.ts";

/** Least width of the window for each breakpoint, from the narrowest to the widest. */
const BREAKPOINTS: readonly (readonly [name: string, width: number])[] = [
  ["xs", 0],
  ["sm", 576],
  ["md", 768],
  ["lg", 992],
  ["xl", 1200],
  ["xxl", 1400],
];

/** A ResponsiveRow gives each child a number of its columns. It has several runs if a run has too few columns for all. */
export const layOutResponsiveRow: ControlLayout = (node, constraints, surroundings) => {
  const columns = numberOf(node, "columns") ?? 12;
  const spacing = numberOf(node, "spacing") ?? 10;
  const column = (constraints.maxWidth - spacing * (columns - 1)) / columns;
  let total = 0;
  const children = visibleChildren(node).map((child): FlexChild => {
    const span = spanOf(child, surroundings.windowWidth);
    total += span;
    const width = Math.max(0, column * span + spacing * (span - 1));
    return { layout: (space) => layOut(child, tighten(space, { width }), surroundings), share: 0, isLoose: false };
  });
  const style: FlexStyle = {
    axis: "horizontal",
    alignment: wordOf(node, "alignment") ?? "start",
    crossAlignment: wordOf(node, "verticalAlignment") ?? "start",
    // Slightly less than the spacing, so that an error of rounding does not begin a new run.
    spacing: spacing - 0.1,
    isTight: false,
    isRightToLeft: surroundings.isRightToLeft,
  };
  if (total <= columns) return arrange(style, children, constraints);
  const runs = { spacing: numberOf(node, "runSpacing") ?? 10, alignment: "start" };
  const wrapped = layOutWrap(style, runs, children, constraints);
  if (!surroundings.isLikeBrowser) return wrapped;
  // Runlet lets it take all the width, and places the lines at its start.
  const offset = surroundings.isRightToLeft ? constraints.maxWidth - wrapped.width : 0;
  const parts = wrapped.parts.map((part) => ({ ...part, left: part.left + offset }));
  return { ...wrapped, width: constraints.maxWidth, parts };
};

/** Returns how many columns a child takes in a window of a given width. */
function spanOf({ properties: { col = 12 } }: LayoutNode, windowWidth: number): number {
  if (typeof col !== "object" || col === null) return Number(col);
  let span = 12;
  for (const [name, width] of BREAKPOINTS) {
    const given = col[name];
    if (windowWidth >= width && typeof given === "number") span = given;
  }
  return span;
}
