import { setAttribute, setStyle } from "../dom/css.ts";
import { px } from "../dom/css-values.ts";
import type { View } from "../rendering/view.ts";
import { flexOf, leastOf, readTakes, shareBase, shiftOf, toldAlong, wordsOf } from "./boxes.ts";

/** Properties of any control that its layout depends on. */
const COMMON: ReadonlySet<string> = new Set(
  "visible width height expand expandLoose left top right bottom aspectRatio align".split(" "),
);
/** Properties of a child that decide how much of its share of a Row or Column is taken up by space around it. */
const AROUND: ReadonlySet<string> = new Set(["margin", "padding", "minimumPadding", "border"]);

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
    for (const name of names) {
      if (COMMON.has(name) || view.layout.reads?.includes(name) === true) return this.add(view, true);
      if (AROUND.has(name)) this.add(view);
    }
  }

  /** Lays out what is scheduled. */
  run(): void {
    for (const view of [...this.#due.keys()]) this.#settle(view);
    for (const [view, withChildren] of this.#due) {
      if (view.parent !== undefined || view.id === 1) place(view, withChildren);
    }
    this.#due.clear();
  }

  /** Determines again whether a view and those around it take all the space, as far up as that changes. */
  #settle(view: View): void {
    for (let at: View | undefined = view; at !== undefined; at = at.parent) {
      const isChanged = readTakes(at);
      if (at === view) continue;
      // The parent is laid out in any case: the share of a child that expands depends on its siblings.
      this.add(at);
      if (!isChanged && !at.isContents) return;
    }
  }
}

/** Lays out a view, and its children as far as anything changes for them, or in any case `withChildren`. */
function place(view: View, withChildren: boolean): void {
  const { toldX, toldY, base, box } = view;
  view.toldX = toldAlong(view, "x");
  view.toldY = toldAlong(view, "y");
  view.base = shareBase(view);
  write(view);
  const isSame = view.toldX === toldX && view.toldY === toldY && view.base === base && view.box === box;
  if (isSame && !withChildren && !view.isContents) return;
  for (const slot of view.children.values()) {
    if (Array.isArray(slot)) for (const child of slot) place(child, false);
    else place(slot, false);
  }
}

/** Writes how a view's box is sized into the page, if that has changed. */
function write(view: View): void {
  const { root } = view;
  const box = wordsOf(view);
  const flex = flexOf(view);
  const shift = shiftOf(view);
  const least = leastOf(view);
  if (box !== view.box) setAttribute(root, "data-box", box === "" ? null : box);
  if (flex !== view.flex) setStyle(root, "flex", flex);
  if (shift?.x !== view.shift?.x || shift?.y !== view.shift?.y) {
    const at = (value: number | undefined) => (shift == null ? null : String((1 + (value ?? 0)) / 2));
    setStyle(root, "--r-shift-x", at(shift?.x));
    setStyle(root, "--r-shift-y", at(shift?.y));
  }
  if (least?.name !== view.least?.name || least?.size !== view.least?.size) {
    if (view.least !== undefined) setStyle(root, view.least.name, null);
    if (least !== undefined) setStyle(root, least.name, px(least.size));
  }
  view.box = box;
  view.flex = flex;
  view.shift = shift;
  view.least = least;
}
