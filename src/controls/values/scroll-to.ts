import type { Control } from "../../core/control.ts";
import { isControl, NODE, type Node } from "../../core/node.ts";
import { numberType, objectType, type Type } from "../../core/types.ts";
import { type AnimationCurve, animationCurveType } from "../../core/values/animation.ts";

/** Where to scroll to, by one of the first three, and how. */
export interface ScrollTo {
  /** Pixels from the start; less than 0 counts from the end, which is -1. */
  readonly offset?: number | undefined;
  /** Pixels from where it is: less than 0 is back. */
  readonly delta?: number | undefined;
  /** The `key` of a control in it, at whatever depth: its start comes to the start of what is seen. */
  readonly key?: string | number | undefined;
  /** Milliseconds. Default 0: at once. */
  readonly duration?: number | undefined;
  /** With `duration`. Default `"ease"`. */
  readonly curve?: AnimationCurve | undefined;
}

/**
 * What the client is told: a key has become a control.
 * @internal
 */
export interface ScrollAim extends Omit<ScrollTo, "key"> {
  readonly target?: Control | undefined;
}

const targetType: Type<Control> = {
  name: "Control",
  check: (value) => (isControl(value) ? undefined : " must be a control"),
  encode: (control) => control[NODE].id,
};

const pixels = numberType();
const fields = objectType<ScrollAim>("ScrollTo", {
  offset: pixels,
  delta: pixels,
  target: targetType,
  duration: numberType({ min: 0 }),
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
    return given === 1 ? undefined : " must have one of offset, delta and key";
  },
};

/**
 * The first control in another that has a key, as the app has them now.
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
