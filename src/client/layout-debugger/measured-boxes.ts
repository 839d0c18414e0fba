import type { Axis } from "../../layout/layout.ts";
import type { View } from "../rendering/view.ts";
import { boxesIn, type Lengths, parentOf } from "./box-text.ts";

/** A rectangle on the screen, in pixels from the top left corner of the viewport. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The boxes of a page, measured at one moment. Create it in an animation frame only, because it reads the layout. */
export class MeasuredBoxes implements Lengths {
  /** Areas of all boxes that are drawn, in the order of the tree. */
  readonly areas: Map<View, DOMRect> = new Map();
  readonly #byRoot = new Map<Element, View>();
  readonly #clips = new Map<Element, Area>();
  readonly #page: View;

  constructor(page: View) {
    this.#page = page;
    this.#read(page);
  }

  #read(view: View): void {
    this.#byRoot.set(view.root, view);
    // Without a rectangle it is not drawn, as in a closed menu. One without a size has a rectangle.
    if (view.root.getClientRects().length > 0) this.areas.set(view, view.root.getBoundingClientRect());
    for (const child of boxesIn(view)) this.#read(child);
  }

  /** Elements of all boxes, also of those that are not drawn. */
  get roots(): ReadonlyMap<Element, View> {
    return this.#byRoot;
  }

  /** Returns the control with the innermost box around an element. */
  around(element: Element): View | undefined {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const view = this.#byRoot.get(at);
      if (view !== undefined && this.areas.has(view)) return view;
    }
    return undefined;
  }

  of(view: View, axis: Axis): number {
    const { root } = view;
    const area = this.areas.get(view);
    const [drawn, laidOut] =
      axis === "x" ? [area?.width ?? 0, root.offsetWidth] : [area?.height ?? 0, root.offsetHeight];
    // `offsetWidth` is rounded, but not changed by a scale or a rotation.
    return Math.abs(drawn - laidOut) < 1 ? drawn : laidOut;
  }

  spaceOf({ root }: View, axis: Axis): number | undefined {
    let holder = root.parentElement;
    while (holder !== null && getComputedStyle(holder).display === "contents") holder = holder.parentElement;
    if (holder === null) return undefined;
    const [outer, own] = [getComputedStyle(holder), getComputedStyle(root)];
    if (outer.display === "inline") return undefined;
    const sum = (...lengths: string[]) =>
      lengths.reduce((total, length) => total + (Number.parseFloat(length) || 0), 0);
    return axis === "x"
      ? holder.clientWidth - sum(outer.paddingLeft, outer.paddingRight, own.marginLeft, own.marginRight)
      : holder.clientHeight - sum(outer.paddingTop, outer.paddingBottom, own.marginTop, own.marginBottom);
  }

  /** Returns the part of a box that is not scrolled out of sight. Undefined if there is none. */
  visibleArea(view: View): Area | undefined {
    const area = this.areas.get(view);
    const seen = area === undefined ? undefined : intersection(area, this.#clipOf(view.root.parentElement));
    return seen !== undefined && seen.right >= seen.left && seen.bottom >= seen.top ? seen : undefined;
  }

  /** Returns the area outside which an element cuts off what is in it. */
  #clipOf(element: Element | null): Area {
    if (element === null || element === this.#page.root.parentElement) {
      return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    }
    const known = this.#clips.get(element);
    if (known !== undefined) return known;
    const outer = this.#clipOf(element.matches(":popover-open") ? null : element.parentElement);
    const isOpen = getComputedStyle(element).overflow === "visible";
    const clip = isOpen ? outer : intersection(outer, element.getBoundingClientRect());
    this.#clips.set(element, clip);
    return clip;
  }

  /** Returns the next box from a given one: around it, the first in it, or before or after it in the same parent. */
  next(view: View, where: "parent" | "child" | "previous" | "next"): View | undefined {
    const drawn = (at: View) => boxesIn(at).filter((child) => this.areas.has(child));
    if (where === "child") return drawn(view)[0];
    const parent = parentOf(view);
    if (parent === undefined || where === "parent") return parent;
    const siblings = drawn(parent);
    return siblings[siblings.indexOf(view) + (where === "next" ? 1 : -1)];
  }
}

function intersection(a: Area, b: Area): Area {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}
