import { setAttribute } from "../dom/css.ts";
import { type Box, limitAlong, type Placed, placeOf, readTakes, wordsOf } from "../rendering/boxes.ts";
import { layoutProperties, layoutSteps } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";

/** Limits of the page, which is as large as the window. */
const PAGE = { x: "tight", y: "tight" } as const;

/**
 * Lays out boxes as Flutter does, in two directions. Up: a control takes all the space it may have, or is as small as its
 * content. Down: a parent limits each child per axis: it is exactly so long, at most so long, or as long as it needs. From
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
    if (names.some((name) => layoutProperties.has(name) || view.layout.reads?.includes(name))) this.add(view, true);
  }

  /** Lays out what is scheduled. */
  run(): void {
    if (this.#due.size === 0) return;
    for (const view of [...this.#due.keys()]) this.#settle(view);
    for (const [view, withChildren] of this.#due) {
      if (view.parent !== undefined || view.id === 1) place(view as Box, withChildren);
    }
    this.#due.clear();
  }

  /** Determines again whether a view and those around it take all the space, as far up as that changes. */
  #settle(view: View): void {
    for (let at: View | undefined = view; at !== undefined; at = at.parent) {
      const isChanged = readTakes(at as Box);
      if (at === view) continue;
      // The parent is laid out in any case: the share of a child that expands depends on its siblings.
      this.add(at);
      if (!isChanged && !at.isContents) return;
    }
  }
}

/** Lays out a view, and its children as far as anything changes for them, or in any case `withChildren`. */
function place(view: Box, withChildren: boolean): void {
  const { limits, box } = view;
  const at = placeOf(view);
  view.limits = at === undefined ? PAGE : { x: limitAlong(at, "x"), y: limitAlong(at, "y") };
  if (at !== undefined) write(at);
  let isDue =
    withChildren || view.isContents || view.limits.x !== limits?.x || view.limits.y !== limits.y || view.box !== box;
  for (const step of layoutSteps) isDue = step.prepare?.(view) === true || isDue;
  if (!isDue) return;
  for (const slot of view.children.values()) {
    for (const child of Array.isArray(slot) ? slot : [slot]) place(child as Box, false);
  }
}

/** Writes how a view's box is sized into the page, if that has changed. */
function write(at: Placed): void {
  const { view } = at;
  let box = "";
  if (!view.isContents) {
    box = wordsOf(at);
    for (const step of layoutSteps) box = `${box} ${step.apply?.(at) ?? ""}`.trim();
  }
  if (box === "" && view.box !== "") for (const step of layoutSteps) step.clear?.(view);
  if (box !== view.box) setAttribute(view.root, "data-box", box === "" ? null : box);
  view.box = box;
}
