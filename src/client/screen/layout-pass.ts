import { type Axis, expands, type LayoutChild, ownSize, type Told, withOwnSize } from "../../layout/layout.ts";
import { setAttribute, setStyle } from "../dom/css.ts";
import type { View } from "../rendering/view.ts";

/** Properties of any control that its layout depends on. */
const COMMON: ReadonlySet<string> = new Set(
  "visible width height expand expandLoose left top right bottom aspectRatio align".split(" "),
);

/**
 * Lays out boxes as Flutter does, in two directions. Up: a control takes all the space it may have, or is as small as its
 * content. Down: a parent tells each child per axis to be exactly so long, at most so long, or as long as it needs. From
 * both follow a few words in the attribute `data-box`, by which style sheets size the box. Nothing is measured. Only what
 * an update changed is visited, and what follows from it.
 */
export class LayoutPass {
  /** Views to lay out, and whether their children are to be laid out in any case. */
  readonly #due = new Map<View, boolean>();

  /** Schedules a view that is new, has moved, or got or lost a child. */
  add(view: View, withChildren = false): void {
    this.#due.set(view, withChildren || this.#due.get(view) === true);
  }

  /** Schedules a view if its layout depends on one of the properties. */
  changed(view: View, names: readonly string[]): void {
    if (names.some((name) => COMMON.has(name) || view.layout.reads?.includes(name) === true)) this.add(view, true);
  }

  /** Lays out what is scheduled. */
  run(): void {
    if (this.#due.size === 0) return;
    for (const view of [...this.#due.keys()]) this.#settle(view);
    for (const [view, withChildren] of this.#due) if (view.parent !== undefined || view.id === 1) place(view, withChildren);
    this.#due.clear();
  }

  /** Determines again whether a view and those around it take all the space, as far up as that changes. */
  #settle(view: View): void {
    let at: View | undefined = view;
    while (at !== undefined) {
      const { takesX, takesY } = at;
      readTakes(at);
      if (at !== view) {
        if (at.takesX === takesX && at.takesY === takesY) return;
        this.add(at);
      }
      at = at.parent;
    }
  }
}

/** Determines whether a view takes all the space it may have. Its children have been asked before. */
export function readTakes(view: View): void {
  const children = view.layout.takes === undefined ? [] : shownIn(view);
  view.takesX = takesAll(view, "x", children);
  view.takesY = takesAll(view, "y", children);
}

function takesAll(view: View, axis: Axis, children: readonly LayoutChild[]): boolean {
  const { align, aspectRatio } = view.props as LayoutChild["props"];
  if (align != null) return true;
  return aspectRatio != null ? axis === "x" : contentTakes(view, axis, children);
}

function contentTakes({ props, layout }: View, axis: Axis, children: readonly LayoutChild[]): boolean {
  return ownSize(props as LayoutChild["props"], axis) == null && layout.takes?.(axis, props as object, children) === true;
}

/** Returns the visible children, each as the box that is laid out in its place. */
function shownIn(view: View): LayoutChild[] {
  const shown: LayoutChild[] = [];
  for (const slot of view.children.values()) {
    for (const child of Array.isArray(slot) ? slot : [slot]) {
      const box = boxOf(child);
      if (box !== undefined) shown.push(box as View<LayoutChild["props"]>);
    }
  }
  return shown;
}

/** Returns the box in the place of a control, which for one without a box is that of its child. */
function boxOf(view: View): View | undefined {
  let at: View | undefined = view;
  while (at !== undefined && (at.props as LayoutChild["props"]).visible !== false) {
    if (!at.isContents) return at;
    at = at.children.get("content") as View | undefined;
  }
  return undefined;
}

/** Returns the view whose box contains that of a view. */
function parentBox(view: View): View | undefined {
  let at = view.parent;
  while (at?.isContents === true) at = at.parent;
  return at;
}

/** Lays out a view, and its children as far as anything changes for them, or in any case `withChildren`. */
function place(view: View, withChildren: boolean): void {
  const parent = parentBox(view);
  const toldX = parent === undefined ? "tight" : tell(parent, "x", view);
  const toldY = parent === undefined ? "tight" : tell(parent, "y", view);
  const isSame = toldX === view.toldX && toldY === view.toldY;
  view.toldX = toldX;
  view.toldY = toldY;
  const box = parent === undefined || view.isContents ? "" : wordsOf(view, parent);
  if (isSame && !withChildren && !view.isContents && box === view.box) return;
  if (box !== view.box) setAttribute(view.root, "data-box", box === "" ? null : box);
  view.box = box;
  for (const slot of view.children.values()) {
    for (const child of Array.isArray(slot) ? slot : [slot]) place(child, false);
  }
}

/** Returns what a view tells a child that it contains, or a child of one without a box. */
function tell(parent: View, axis: Axis, child: View): Told {
  const props = parent.props as LayoutChild["props"];
  const told = withOwnSize((axis === "x" ? parent.toldX : parent.toldY) ?? "loose", axis, props);
  return parent.layout.tell?.(axis, told, props, child.props as LayoutChild["props"], slotIn(parent, child)) ?? "none";
}

function slotIn(parent: View, view: View): string {
  let at = view;
  while (at.parent !== parent && at.parent !== undefined) at = at.parent;
  return at.slot;
}

/** Returns whether a view is as long as its parent decides. */
function fills(view: View, axis: Axis): boolean {
  const told = axis === "x" ? view.toldX : view.toldY;
  if ((view.props as LayoutChild["props"]).align != null) return told !== "none" && contentTakes(view, axis, shownIn(view));
  return told === "tight" || (told === "loose" && (axis === "x" ? view.takesX : view.takesY));
}

/** Returns the words for a box: `x` and `y` where it fills, `a` to stretch across its Row, Column or cell, and others. */
function wordsOf(view: View, parent: View): string {
  const { layout } = parent;
  if (layout.sizesChildren === true) return "";
  const words: string[] = [];
  const props = view.props as LayoutChild["props"];
  const slot = slotIn(parent, view);
  const flow = slot === "controls" ? layout.flow : undefined;
  const isFull = { x: fills(view, "x"), y: fills(view, "y") };
  for (const axis of ["x", "y"] as const) {
    const told = axis === "x" ? view.toldX : view.toldY;
    if (isFull[axis]) words.push(axis);
    else if (told === "loose" && (axis !== "y" || flow === undefined || isDefinite(parent))) words.push(`l${axis}`);
  }
  if (isFull[flow === "y" ? "x" : "y"]) words.push("a");
  const word = layout.place?.(parent.props as object, props);
  if (word !== undefined) words.push(word);
  if (flow !== undefined) {
    if (props.align != null) words.push(`at-${flow}`);
    const told = flow === "x" ? view.toldX : view.toldY;
    const flex = told === "none" || !expands(props) ? "" : `${told === "loose" && !isFull[flow] ? "0 1 auto" : `${Number(props.expand)} 1 0`}`;
    if (told === "loose" && flex === "0 1 auto") words.push("part");
    if (flex !== view.flex) setStyle(view.root, "flex", flex);
    view.flex = flex;
  }
  return words.join(" ");
}

/** Returns whether percentages of a view's height can be resolved. */
function isDefinite(view: View): boolean {
  return fills(view, "y") || ownSize(view.props as LayoutChild["props"], "y") != null;
}
