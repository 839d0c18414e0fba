import type { Control } from "../controls/control.ts";
import { problemWith } from "../core/declaration/problem.ts";
import { numberType, objectType, type Type } from "../core/declaration/types.ts";
import { isControl, NODE, type Node } from "../core/tree/node.ts";
import { type AnimationCurve, animationCurveType } from "../values/animation.ts";
import { durationType } from "../values/quantity.ts";

/** A scroll target, which is exactly one of `offset`, `delta` and `key`, and the animation on the way. */
export interface ScrollTo {
  /** Position to scroll to, in pixels from the start. A negative number counts from the end, which is -1. */
  readonly offset?: number | undefined;
  /** Distance to scroll, in pixels from the current position. A negative number scrolls back. */
  readonly delta?: number | undefined;
  /** The `key` of a control inside, at any depth. Its start is scrolled to the start of the visible part. */
  readonly key?: string | number | undefined;
  /** Duration of the animation, in milliseconds. Default 0: immediate. */
  readonly duration?: number | undefined;
  /** Curve of the animation. Default `"ease"`. */
  readonly curve?: AnimationCurve | undefined;
}

/**
 * A scroll target as the client receives it: the control instead of its key.
 * @internal
 */
export interface ScrollAim extends Omit<ScrollTo, "key"> {
  /** Control whose start is scrolled to the start of the visible part. */
  readonly target?: Control | undefined;
}

const targetType: Type<Control> = {
  name: "Control",
  check: (value) => (isControl(value) ? undefined : problemWith("must be a control")),
  encode: (control) => control[NODE].id,
};

const pixels = numberType();
const fields = objectType<ScrollAim>("ScrollTo", {
  offset: pixels,
  delta: pixels,
  target: targetType,
  duration: durationType,
  curve: animationCurveType,
});

/** @internal */
export const scrollAimType: Type<ScrollAim> = {
  ...fields,
  check(value) {
    const problem = fields.check(value);
    if (problem !== undefined) return problem;
    const { offset, delta, target } = value as ScrollAim;
    const given = [offset, delta, target].filter((where) => where !== undefined).length;
    return given === 1 ? undefined : problemWith("must have one of offset, delta and key");
  },
};

/**
 * Returns the first control with a key in the subtree of a node, as the app's lists are now.
 * @internal
 */
export function findKey(node: Node, key: string | number): Node | undefined {
  for (const list of node.lists) {
    for (const { [NODE]: child } of list.items) {
      if (child.control.key === key) return child;
      const below = findKey(child, key);
      if (below !== undefined) return below;
    }
  }
  return undefined;
}
