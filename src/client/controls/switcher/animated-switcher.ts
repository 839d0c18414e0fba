import type { Read } from "../../../controls/control-props.ts";
import type { AnimatedSwitcherProps } from "../../../controls/switcher/animated-switcher.ts";
import type { AnimatedSwitcherTransition } from "../../../controls/switcher/animated-switcher-transition.ts";
import { adopt, css, element } from "../../dom/css.ts";
import { toEasing } from "../../dom/easing.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface SwitcherParts extends Parts {
  /** Element around the current content. Each change of the content creates a new one. */
  holder: HTMLElement;
  shown: HTMLElement | undefined;
}

type SwitcherView = View<AnimatedSwitcherProps<Read>, SwitcherParts>;

/** Keyframes of content that enters. */
const WAYS: { readonly [transition in AnimatedSwitcherTransition]: PropertyIndexedKeyframes } = {
  fade: { opacity: [0, 1] },
  rotation: { rotate: ["0turn", "1turn"] },
  scale: { scale: [0, 1] },
};

/** Animates the change from the old content to the new content, which has just been added. */
function change({ root, parts, props, children }: SwitcherView): void {
  const next = (children.get("content") as View | undefined)?.root;
  const { shown, holder } = parts;
  // Properties with a default always have a value.
  const { duration, reverseDuration, switchInCurve, switchOutCurve, transition } = props as Required<typeof props>;
  if (next === shown) return;
  const isFirst = shown === undefined && next !== undefined && !root.isConnected;
  parts.shown = next;
  parts.holder = element("div", "r-animated-switcher-child");
  root.append(parts.holder);
  if (next !== undefined) parts.holder.append(next);
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const way = WAYS[transition];
  if (!isFirst && !isStill && next !== undefined)
    parts.holder.animate(way, { duration, easing: toEasing(switchInCurve) });
  if (shown === undefined || isStill) return holder.remove();
  leave(holder);
  const going = holder.animate(way, {
    duration: reverseDuration,
    easing: toEasing(switchOutCurve),
    direction: "reverse",
    fill: "forwards",
  });
  going.onfinish = () => holder.remove();
  // The old content is removed from the page right after this. Put it back for its animation, unless it has moved
  // elsewhere.
  queueMicrotask(() => {
    if (shown.isConnected) return holder.remove();
    delete shown.dataset.id;
    for (const inside of shown.querySelectorAll<HTMLElement>("[data-id]")) delete inside.dataset.id;
    holder.append(shown);
  });
}

/** Leaves outgoing content visible, but takes it out of reach of the pointer, the focus and screen readers. */
function leave(holder: HTMLElement): void {
  holder.inert = true;
  holder.ariaHidden = "true";
}

/** A control that is replaced by another with an animation. */
export const renderer: Renderer<AnimatedSwitcherProps<Read>, SwitcherParts> = {
  create() {
    const root = element("div", "r-animated-switcher");
    const holder = element("div", "r-animated-switcher-child");
    root.append(holder);
    return { root, holder, shown: undefined };
  },
  slot: ({ parts }) => parts.holder,
  childrenChanged: change,
};

adopt(css`
.r-animated-switcher { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); place-items: center; min-inline-size: 0; max-inline-size: 100%; }
.r-animated-switcher-child { grid-area: 1 / 1; display: flex; min-inline-size: 0; max-inline-size: 100%; }
.r-animated-switcher-child > * { min-inline-size: 0; }
`);
