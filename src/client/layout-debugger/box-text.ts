import { containerLayout } from "../../layout/container.ts";
import { type Axis, type BoxProps, expands, type Limit, SIZE, withOwnSize } from "../../layout/layout.ts";
import { listLayout } from "../../layout/list.ts";
import { isPositioned, stackLayout } from "../../layout/stack.ts";
import { type Box, fills, placeOf, someShown } from "../rendering/boxes.ts";
import type { View } from "../rendering/view.ts";

/** Properties that the texts name, besides those of all layouts. */
interface TextProps extends BoxProps {
  readonly scroll?: unknown;
  readonly wrap?: boolean;
  readonly tight?: boolean;
  readonly alignment?: unknown;
}

/** Measured lengths, in pixels. */
export interface Lengths {
  /** Returns the length of a control's box. */
  of(view: View, axis: Axis): number;
  /** Returns the length of the space that a control may have in its parent. Undefined if that is unknown. */
  spaceOf(view: View, axis: Axis): number | undefined;
}

/** What a person reads about one axis of a box. */
export interface AxisText {
  /** What the parent says about the length of the control. */
  readonly said: string;
  /** What the control makes of that. */
  readonly chose: string;
  /** Why the box has no length. Undefined if it has one. */
  readonly why: string | undefined;
}

/** Boxes that are shorter than this cannot be seen, in pixels. */
const SHORTEST = 0.5;

interface Words {
  readonly size: "width" | "height";
  readonly long: "wide" | "high";
}
const WORDS: { readonly [axis in Axis]: Words } = {
  x: { size: "width", long: "wide" },
  y: { size: "height", long: "high" },
};

/** Returns what is said to a control about an axis, what it chooses, and why it has no length there. */
export function describeAxis(view: View, axis: Axis, lengths: Lengths): AxisText {
  return {
    said: saidText(view, axis, lengths),
    chose: choseText(view, axis),
    why: isEmpty(view, axis, lengths) ? whyEmpty(view, axis, lengths) : undefined,
  };
}

/** Returns why a control cannot be seen, for a list of such controls. Undefined if it has a width and a height. */
export function describeEmpty(view: View, lengths: Lengths): string | undefined {
  const [axis, ...others] = (["x", "y"] as const).filter((each) => isEmpty(view, each, lengths));
  if (axis === undefined) return undefined;
  if (others.length === 0) return `no ${WORDS[axis].size}. ${whyEmpty(view, axis, lengths)}`;
  const [x, y] = [whyEmpty(view, "x", lengths), whyEmpty(view, "y", lengths)];
  // Without content, one reason explains both.
  const [reason = ""] = y.split(",");
  return `no width, no height. ${x.startsWith(reason) && x !== y ? `${reason}: add some, or give it a width and a height.` : [...new Set([x, y])].join(" ")}`;
}

/** Returns where a control is, in the form of the paths in error messages. */
export function pathText({ type, parent, slot, ...view }: Pick<View, "type" | "parent" | "slot" | "id">): string {
  if (parent === undefined) return type;
  const list = parent.children.get(slot);
  const index = Array.isArray(list) ? `[${list.findIndex(({ id }) => id === view.id)}]` : "";
  return `${pathText(parent)} > ${type}${index}`;
}

/** Returns the visible controls whose boxes are directly in the box of a control. */
export function boxesIn(view: View): View[] {
  const boxes: View[] = [];
  someShown(view as Box, (box) => boxes.push(box) === 0);
  return boxes;
}

/** Returns the control whose box contains that of a control. */
export function parentOf(view: View): View | undefined {
  return placeOf(view as Box)?.parent;
}

/** Returns a length in pixels as a text. */
export function px(length: number): string {
  return `${Math.round(length * 10) / 10} px`;
}

// ---- said -------------------------------------------------------------------------------------------

function saidText(view: View, axis: Axis, lengths: Lengths): string {
  const { size, long } = WORDS[axis];
  const parent = parentOf(view);
  if (parent === undefined) {
    return `The window says: ${axis === "x" ? "exactly" : "at least"} as ${long} as the window.`;
  }
  const share = isAlong(view, axis) ? `, its share of the ${size} (expand: ${Number(propsOf(view).expand)})` : "";
  const space = share === "" ? spaceOf(view, axis, lengths) : undefined;
  const limits = {
    none: `no end${endless(view, parent, axis)}`,
    tight: `exactly ${px(lengths.of(view, axis))}${share}`,
    loose: `at most ${space === undefined ? "the space that is left" : px(Math.max(0, space))}${share}`,
  };
  return `${capital(itsParent(parent))} says: ${limits[limitOf(view, axis)]}.`;
}

/** Returns why there is no end to the space of a control, as the rest of a sentence. */
function endless(view: View, parent: View, axis: Axis): string {
  const { scroll, wrap } = propsOf(parent);
  const isLine = placeOf(view as Box)?.flow === axis;
  if (scroll != null || parent.layout === listLayout) return `, because ${itsParent(parent)} scrolls`;
  if (isLine && !expands(propsOf(view))) return ", because it does not expand";
  if (isLine && wrap === true) return `, because ${itsParent(parent)} wraps`;
  return innerLimit(parent, axis) === "none" ? `, because ${itsParent(parent)} has no end either` : "";
}

/**
 * Returns the length that a control may have. A parent that is only as long as its content passes on the space that it
 * has itself.
 */
function spaceOf(view: View, axis: Axis, lengths: Lengths): number | undefined {
  const parent = parentOf(view);
  const space = lengths.spaceOf(view, axis);
  if (
    parent === undefined ||
    space === undefined ||
    innerLimit(parent, axis) === "tight" ||
    fills(parent as Box, axis)
  ) {
    return space;
  }
  const outer = limitOf(parent, axis) === "none" ? undefined : spaceOf(parent, axis, lengths);
  return outer === undefined ? undefined : outer + space - lengths.of(parent, axis);
}

// ---- chose ------------------------------------------------------------------------------------------

function choseText(view: View, axis: Axis): string {
  const { size, long } = WORDS[axis];
  const parent = parentOf(view);
  if (parent === undefined) {
    return axis === "x" ? "It fills that." : "It is higher if its content needs that, and the browser scrolls.";
  }
  const limit = limitOf(view, axis);
  const { align, aspectRatio } = propsOf(view);
  const own = propsOf(view)[SIZE[axis]];
  if (limit === "tight" && align == null) {
    return own == null ? "It fills that." : `It fills that, so its own ${size} of ${own} has no effect.`;
  }
  if (own != null) return `It has its own ${size}: ${own}.`;
  if (fills(view as Box, axis)) return `It fills that, ${takesReason(view, axis)}.`;
  if (aspectRatio != null) return `It follows from its ${WORDS[axis === "x" ? "y" : "x"].size} and its aspectRatio.`;
  if (view.takes[axis] && limit === "none") {
    return `It would fill the ${size}, ${takesReason(view, axis)}. Without an end, it is only as ${long} as its content.`;
  }
  return `It is only as ${long} as its content.`;
}

/** Returns why a control takes all the space it may have, as the rest of a sentence. */
function takesReason(view: View, axis: Axis): string {
  const { align, alignment, tight } = propsOf(view);
  const children = boxesIn(view);
  if (align != null) return "because it has align";
  if (view.layout === containerLayout && alignment != null) return "because it has an alignment";
  if (view.layout === containerLayout && children.length === 0) return "because it has no content";
  if (view.layout.flow === axis && tight !== true) return `as a ${view.type} does that is not tight`;
  const child = children.find((each) => each.takes[axis]);
  return child === undefined || view.layout.limit === undefined
    ? `as each ${view.type} does`
    : `because the ${child.type} in it does`;
}

// ---- why ----------------------------------------------------------------------------------------------

/** Returns whether a box has no length along an axis. */
function isEmpty(view: View, axis: Axis, lengths: Lengths): boolean {
  return lengths.of(view, axis) < SHORTEST;
}

function whyEmpty(view: View, axis: Axis, lengths: Lengths): string {
  const { size } = WORDS[axis];
  const parent = parentOf(view);
  const props = propsOf(view);
  if (parent === undefined) return `The window has no ${size}.`;
  const name = itsParent(parent);
  const isFilled = limitOf(view, axis) === "tight" || fills(view as Box, axis);
  if (props[SIZE[axis]] === 0 && !isFilled) return `Its own ${size} is 0.`;
  if (isFilled || props[SIZE[axis]] != null) {
    if (isEmpty(parent, axis, lengths)) return `${capital(name)} has no ${size} either: give ${name} a ${size}.`;
    if (isAlong(view, axis)) return `The other controls in ${name} leave no ${size} for it: make them shorter.`;
    return `${capital(name)} leaves no ${size} for it, after padding, margins and positions.`;
  }
  if (props.aspectRatio != null) {
    const other = WORDS[axis === "x" ? "y" : "x"].size;
    return `Its ${size} follows from its ${other} by its aspectRatio: give it a ${other}.`;
  }
  return whyAsContent(view, axis, parent, lengths);
}

/** Says why a control that is only as long as its content has no length. */
function whyAsContent(view: View, axis: Axis, parent: View, lengths: Lengths): string {
  const { size, long } = WORDS[axis];
  const name = thisControl(view);
  const children = boxesIn(view);
  const gives =
    limitOf(view, axis) === "none"
      ? `${itsParent(parent)} gives it no ${size}`
      : `it is only as ${long} as its content`;
  const rest = `, and ${gives}: give it a ${size}${mayExpand(view, axis) ? ", or expand" : ""}.`;
  if (view.layout.limit === undefined && view.takes[axis]) return `${name} fills the ${size} there is${rest}`;
  if (children.length === 0) {
    return `${name} has no ${view.allChildren().length > 0 ? "visible content" : contentOf(view)}${rest}`;
  }
  if (children.every((child) => isPositioned(propsOf(child))))
    return `Everything in ${lower(name)} has a position${rest}`;
  const [child] = children.filter((each) => each.takes[axis] || isEmpty(each, axis, lengths));
  if (child === undefined) return `What is in ${lower(name)} needs no ${size}${rest}`;
  return `The ${child.type} in ${lower(name)} has no ${size} either${rest}`;
}

/** Returns whether `expand` would give a control a length. */
function mayExpand(view: View, axis: Axis): boolean {
  const at = placeOf(view as Box);
  if (at?.flow !== axis) return false;
  const { scroll, wrap } = propsOf(at.parent);
  return scroll == null && wrap !== true && !expands(propsOf(view)) && innerLimit(at.parent, axis) !== "none";
}

// ---- words ----------------------------------------------------------------------------------------------

function contentOf({ type, layout }: View): string {
  if (/Text|Markdown/.test(type)) return "text";
  return layout.flow === undefined && layout !== stackLayout ? "content" : "controls";
}

function thisControl({ type }: View): string {
  return `This ${type === "Control" ? "control" : type}`;
}

function itsParent({ type }: View): string {
  if (type === "Page") return "the page";
  return `its ${type === "Control" ? "parent" : type}`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// ---- rules ----------------------------------------------------------------------------------------------

function propsOf(view: View): TextProps {
  return view.props as TextProps;
}

function limitOf(view: View, axis: Axis): Limit {
  return view.limits?.[axis] ?? "loose";
}

/** Returns the limit inside a control, which is `tight` if it has a size of its own. */
function innerLimit(view: View, axis: Axis): Limit {
  return withOwnSize(limitOf(view, axis), axis, propsOf(view));
}

/** Returns whether a control takes a share of its Row or Column along an axis. */
function isAlong(view: View, axis: Axis): boolean {
  return placeOf(view as Box)?.flow === axis && expands(propsOf(view));
}
