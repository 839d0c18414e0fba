import {
  type Axis,
  type BoxProps,
  expands,
  type Insets,
  type LayoutChild,
  ownSize,
  sumOf,
  type Told,
  withOwnSize,
} from "../../layout/layout.ts";
import type { View } from "../rendering/view.ts";

type BoxView = View<BoxProps & AroundProps>;

/** Properties that add space inside a box. */
interface AroundProps {
  readonly padding?: Insets | null;
  readonly minimumPadding?: Insets | null;
  readonly border?: { readonly [side in "left" | "top" | "right" | "bottom"]?: { readonly width?: number } } | null;
}

const NONE: readonly LayoutChild[] = [];

// ---- up: what takes all the space -----------------------------------------------------------------

/** Determines whether a view takes all the space it may have, and returns whether that changed. */
export function readTakes(view: View): boolean {
  const { takesX, takesY } = view;
  const children = view.layout.takes === undefined ? NONE : shownIn(view);
  view.takesX = takesAll(view as BoxView, "x", children);
  view.takesY = takesAll(view as BoxView, "y", children);
  return view.takesX !== takesX || view.takesY !== takesY;
}

function takesAll(view: BoxView, axis: Axis, children: readonly LayoutChild[]): boolean {
  const { align, aspectRatio } = view.props;
  if (align != null) return true;
  return aspectRatio != null ? axis === "x" : contentTakes(view, axis, children);
}

function contentTakes({ props, layout }: BoxView, axis: Axis, children: readonly LayoutChild[]): boolean {
  return ownSize(props, axis) == null && layout.takes?.(axis, props, children) === true;
}

/** Returns the visible children, each as the box that is laid out in its place. */
function shownIn(view: View): BoxView[] {
  const shown: BoxView[] = [];
  for (const slot of view.children.values()) {
    for (const child of Array.isArray(slot) ? slot : [slot]) {
      const box = boxOf(child as BoxView);
      if (box !== undefined) shown.push(box);
    }
  }
  return shown;
}

/** Returns the box in the place of a control, which for one without a box is that of its child. */
function boxOf(view: BoxView): BoxView | undefined {
  let at: BoxView | undefined = view;
  while (at !== undefined && at.props.visible !== false) {
    if (!at.isContents) return at;
    at = at.children.get("content") as BoxView | undefined;
  }
  return undefined;
}

// ---- down: what a child is told ---------------------------------------------------------------------

/** Returns the view whose box contains that of a view, and the slot that the view is in. */
function parentBox(view: View): { parent: BoxView | undefined; slot: string } {
  let at = view;
  while (at.parent?.isContents === true) at = at.parent;
  return { parent: at.parent as BoxView | undefined, slot: at.slot };
}

/** Returns what a view is told along an axis. */
export function toldAlong(view: View, axis: Axis): Told {
  const { parent, slot } = parentBox(view);
  if (parent === undefined) return "tight";
  const told = withOwnSize((axis === "x" ? parent.toldX : parent.toldY) ?? "loose", axis, parent.props);
  return parent.layout.tell?.(axis, told, parent.props, (view as BoxView).props, slot) ?? "none";
}

// ---- what follows for the style sheets --------------------------------------------------------------

/** Returns whether a view is as long as its parent decides. */
function fills(view: BoxView, axis: Axis): boolean {
  const told = axis === "x" ? view.toldX : view.toldY;
  const { align, aspectRatio } = view.props;
  if (align != null) return told !== "none" && contentTakes(view, axis, shownIn(view));
  // The other side follows from the shape.
  if (aspectRatio != null && told === "loose") return axis === "x" ? view.toldY !== "tight" : view.toldX === "none";
  return told === "tight" || (told === "loose" && (axis === "x" ? view.takesX : view.takesY));
}

/**
 * Returns the words for a view's box: `x` and `y` for an axis that it fills, `a` to stretch it across its Row, Column or
 * cell, `lx` and `ly` for an axis in which it is at most as long as its parent, and how its parent places it.
 */
export function wordsOf(view: View): string {
  const { parent, slot } = parentBox(view);
  if (parent === undefined || view.isContents) return "";
  const { layout } = parent;
  const { props } = view as BoxView;
  const word = layout.place?.(parent.props, props);
  if (layout.sizesChildren === true) return word ?? "";
  const flow = slot === "controls" ? layout.flow : undefined;
  const isFull = { x: fills(view as BoxView, "x"), y: fills(view as BoxView, "y") };
  const words: string[] = [];
  if (isFull.x) words.push("x");
  else if (view.toldX === "loose") words.push("lx");
  if (isFull.y) words.push("y");
  // Percentages of a height that depends on the content have no effect.
  else if (view.toldY === "loose" && (flow === undefined || isDefinite(parent))) words.push("ly");
  if (isFull[flow === "y" ? "x" : "y"]) words.push("a");
  if (word !== undefined) words.push(word);
  if (shiftOf(view) != null) words.push("shifted");
  if (props.align != null && !isFull.x && view.toldX !== "none") words.push(flow === "y" ? "across" : "at-x");
  if (props.align != null && !isFull.y && view.toldY !== "none" && flow !== "y") words.push("at-y");
  if (flow === "x" && isFull.x && view.toldX === "loose" && !expands(props)) words.push("full");
  if (flow !== undefined && !isFull[flow] && (flow === "x" ? view.toldX : view.toldY) === "loose" && expands(props))
    words.push("part");
  return words.join(" ");
}

/** Returns whether the height of a view does not depend on its content. */
function isDefinite(view: BoxView): boolean {
  return fills(view, "y") || ownSize(view.props, "y") != null;
}

/** Returns where the parent places a view in its cell, if no style sheet can. */
export function shiftOf(view: View): { readonly x?: number; readonly y?: number } | null | undefined {
  const { parent } = parentBox(view);
  const shift = view.isContents ? undefined : parent?.layout.shift?.(parent.props);
  if (shift == null || (view as BoxView).props.align == null) return shift;
  // The box around a control with `align` takes all the space, so only its `align` places it.
  const at = (told: Told | undefined, place: number | undefined) => (told === "none" ? (place ?? 0) : -1);
  return { x: at(view.toldX, shift.x), y: at(view.toldY, shift.y) };
}

/**
 * Returns the flex of a view that expands in a Row or Column. In Flutter a share includes the margin, and padding may use
 * all of it. In CSS a margin adds to the share, and padding is a minimum. So the shares start at a size that is large
 * enough for the margin and the padding of each of them.
 */
export function flexOf(view: View): string {
  const { parent, slot } = parentBox(view);
  const { props } = view as BoxView;
  const flow = slot === "controls" && !view.isContents ? parent?.layout.flow : undefined;
  const told = flow === "x" ? view.toldX : view.toldY;
  if (parent === undefined || flow === undefined || told === "none" || !expands(props)) return "";
  const share = Number(props.expand);
  if (told === "loose" && !fills(view as BoxView, flow)) return "0 1 auto";
  const start = share * parent.base - marginOf(view as BoxView, flow);
  return `${share} 1 ${Math.max(0, start)}px`;
}

/** Returns how many pixels a share of 1 must at least have in a Row or Column, for the space around its children. */
export function shareBase(view: View): number {
  const { flow } = view.layout;
  let base = 0;
  if (flow === undefined) return base;
  for (const child of [view.children.get("controls") ?? []].flat()) {
    const box = boxOf(child as BoxView);
    if (box === undefined || !expands(box.props)) continue;
    base = Math.max(base, (marginOf(box, flow) + insideOf(box, flow)) / Number(box.props.expand));
  }
  return base;
}

function marginOf({ props, layout }: BoxView, axis: Axis): number {
  return sumOf(props.margin ?? layout.margin, axis);
}

function insideOf({ props: { padding, minimumPadding, border } }: BoxView, axis: Axis): number {
  const [start, end] = axis === "x" ? [border?.left, border?.right] : [border?.top, border?.bottom];
  return sumOf(padding ?? minimumPadding, axis) + (start?.width ?? 0) + (end?.width ?? 0);
}

/** Returns the size of its own that a stretched child still needs, where all are as long as the longest one needs. */
export function leastOf(view: View): { name: "min-width" | "min-height"; size: number } | undefined {
  const { parent } = parentBox(view);
  const axis = view.isContents ? undefined : parent?.layout.intrinsic?.(parent.props);
  const size = axis === undefined ? undefined : ownSize((view as BoxView).props, axis);
  return size == null ? undefined : { name: axis === "x" ? "min-width" : "min-height", size };
}
