import { quote, RunletError } from "../core/declaration/errors.ts";
import { describeProblem } from "../core/declaration/problem.ts";
import { NODE, pathOf } from "../core/tree/node.ts";
import { callClient } from "../core/update/calls.ts";
import { type Animate, animateType } from "../values/animation.ts";
import type { ScrollMode } from "../values/layout.ts";
import { durationType } from "../values/quantity.ts";
import { type ScrollDetails, scrollDetailsType } from "../values/scroll-details.ts";
import { type Scrollbar, scrollType } from "../values/scrollbar.ts";
import type { Control } from "./control.ts";
import type { In, LayoutProps, Literal, Mode, Read } from "./control-props.ts";
import type { EventHandler } from "./event.ts";
import { findKey, type ScrollAim, type ScrollTo, scrollAimType } from "./scroll-to.ts";
import { type Entries, event, flag, type MethodSpec, method, value } from "./spec.ts";

/**
 * Properties of every control whose content can scroll. `C` is the control type that its handlers receive. Flet:
 * `ScrollableControl`.
 */
export interface ScrollProps<M extends Mode = Literal, C extends Control = Control> extends LayoutProps<M> {
  /**
   * Mode or style of the scrollbar with which content that does not fit scrolls. Default `null`: it does not scroll,
   * except in a list.
   */
  scroll?: In<M, ScrollMode | Scrollbar | null>;
  /**
   * Whether the control scrolls to the end when its children change, and when its content grows while its end is in view.
   * Default `false`.
   */
  autoScroll?: In<M, boolean>;
  /** Duration and curve of the scrolling by `autoScroll`. Default `null`: no animation. */
  autoScrollAnimation?: In<M, Animate | null>;
  /** Minimum time between two `onScroll` events, in milliseconds. The last position is always reported. Default 10. */
  scrollInterval?: In<M, number>;
  /**
   * Called when the content is scrolled. `data` is the position, and whether the scrolling starts, continues or ends.
   */
  onScroll?: EventHandler<C, ScrollDetails> | undefined;
}

/** @internal */
export const scrollEntries: Entries<ScrollProps<Read>, LayoutProps<Read>> = {
  scroll: value(scrollType, null),
  autoScroll: flag(false),
  autoScrollAnimation: value(animateType, null),
  scrollInterval: value(durationType, 10),
  onScroll: event(scrollDetailsType),
};

/** @internal */
export const scrollMethods: { readonly scrollTo: MethodSpec } = { scrollTo: method(scrollAimType) };

/**
 * Runs a control's `scrollTo`. Wrong arguments throw at the call instead of rejecting, because few apps await the
 * result.
 * @internal
 */
export function scrollClient(control: Control, { key, ...to }: ScrollTo): Promise<void> {
  const node = control[NODE];
  const target = key === undefined ? undefined : findKey(node, key);
  if (key !== undefined && target === undefined) {
    throw new RunletError("not-found", `${pathOf(node)}.scrollTo(): no control inside has the key ${quote(key)}.`);
  }
  if (target !== undefined) node.session?.assignId(target);
  const aim: ScrollAim = { ...to, ...(target !== undefined && { target: target.control as Control }) };
  const problem = scrollAimType.check(aim);
  if (problem !== undefined) {
    throw new RunletError("wrong-type", `${describeProblem(`${pathOf(node)}.scrollTo(): the argument`, problem)}.`);
  }
  return callClient(control, "scrollTo", aim);
}
