import { callClient } from "../core/calls.ts";
import type { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Read } from "../core/control-props.ts";
import { RunletError } from "../core/errors.ts";
import type { EventHandler } from "../core/event.ts";
import { NODE, pathOf } from "../core/node.ts";
import { type Entries, event, flag, type MethodSpec, method, number, value } from "../core/spec.ts";
import { type Animate, animateType } from "../core/values/animation.ts";
import type { ScrollMode } from "../core/values/layout.ts";
import { type ScrollDetails, scrollDetailsType } from "./values/scroll-details.ts";
import { findKey, type ScrollAim, type ScrollTo, scrollAimType } from "./values/scroll-to.ts";
import { type Scrollbar, scrollType } from "./values/scrollbar.ts";

/** Properties of every control whose content may scroll: `C` is what its handlers are given. Flet: `ScrollableControl`. */
export interface ScrollProps<M extends Mode = Literal, C extends Control = Control> extends LayoutProps<M> {
  /** How controls that do not fit scroll, by a word or by what the bar looks like. Default `null`: they do not; a list does. */
  scroll?: In<M, ScrollMode | Scrollbar | null>;
  /** Whether it stays scrolled to the end as controls are added. Default `false`. */
  autoScroll?: In<M, boolean>;
  /** How it goes to the end by `autoScroll`. Default `null`: at once. */
  autoScrollAnimation?: In<M, Animate | null>;
  /** Least milliseconds between two `onScroll`; the last position is always told. Default 10. */
  scrollInterval?: In<M, number>;
  /** It was scrolled; `data` says how far, and whether that begins, goes on or ends. */
  onScroll?: EventHandler<C, ScrollDetails> | undefined;
}

/** @internal */
export const scrollEntries: Entries<ScrollProps<Read>, LayoutProps<Read>> = {
  scroll: value(scrollType, null),
  autoScroll: flag(false),
  autoScrollAnimation: value(animateType, null),
  scrollInterval: number(10, { min: 0 }),
  onScroll: event(scrollDetailsType),
};

/** @internal */
export const scrollMethods: { readonly scrollTo: MethodSpec } = { scrollTo: method(scrollAimType) };

/**
 * What a control's `scrollTo` does. What it cannot be asked for is told at the call: few wait for the answer.
 * @internal
 */
export function scrollClient(control: Control, { key, ...to }: ScrollTo): Promise<void> {
  const node = control[NODE];
  const target = key === undefined ? undefined : findKey(node, key);
  if (key !== undefined && target === undefined) {
    throw new RunletError(
      "not-found",
      `${pathOf(node)}.scrollTo(): no control in it has the key ${JSON.stringify(key)}.`,
    );
  }
  if (target !== undefined) node.session?.identify(target);
  const aim: ScrollAim = { ...to, ...(target !== undefined && { target: target.control }) };
  const problem = scrollAimType.check(aim);
  if (problem !== undefined) {
    throw new RunletError("wrong-type", `${pathOf(node)}.scrollTo(): what it was given${problem}.`);
  }
  return callClient(control, "scrollTo", aim);
}
