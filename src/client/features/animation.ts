import type { LayoutProps, Read } from "../../controls/control-props.ts";
import type { ContainerProps } from "../../controls/layout/container.ts";
import type { Animate, AnimatedAspect } from "../../values/animation.ts";
import { setStyle } from "../dom/css.ts";
import { toEasing } from "../dom/easing.ts";
import type { Feature } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";
import { alignBy, setAlign } from "./align.ts";

type AnimatedProps = LayoutProps<Read> & Pick<ContainerProps<Read>, "animate">;
type AnimatedView = View<AnimatedProps>;

/**
 * Properties of each aspect: first the property of the control that sets the animation, then the animated CSS
 * properties.
 */
const ASPECTS = {
  opacity: ["animateOpacity", "opacity"],
  size: ["animateSize", "width", "height"],
  position: ["animatePosition", "left", "top", "right", "bottom"],
  align: ["animateAlign"],
  margin: ["animateMargin", "margin-top", "margin-right", "margin-bottom", "margin-left"],
  rotation: ["animateRotation", "rotate"],
  scale: ["animateScale", "scale"],
  offset: ["animateOffset", "translate"],
  container: [
    "animate",
    ...["background-color", "border-color", "border-width", "border-radius", "box-shadow", "padding"],
    ...["width", "height", "margin", "grid-template-columns", "grid-template-rows"],
  ],
} as const satisfies { [aspect in AnimatedAspect]: readonly [property: keyof AnimatedProps, ...css: string[]] };

/**
 * Returns the aspect that a CSS property belongs to. Undefined if the app did not set this animation. Then the
 * transition belongs to the control's own styles.
 */
function aspectOf({ props }: AnimatedView, css: string): AnimatedAspect | undefined {
  const found = Object.entries(ASPECTS).find(
    ([, [property, ...names]]) => props[property] != null && (names as readonly string[]).includes(css),
  );
  // `transitionend` names longhand properties such as `padding-top`, which are not listed above.
  return (found?.[0] as AnimatedAspect | undefined) ?? (props.animate == null ? undefined : "container");
}

/** Returns the duration in milliseconds and the easing in CSS syntax. Undefined if nothing is animated. */
export function toTiming(animate: Animate | null | undefined): { duration: number; easing: string } | undefined {
  if (animate === null || animate === undefined || animate === false) return undefined;
  const { duration = 1000, curve = "linear" } =
    typeof animate === "object" ? animate : { duration: animate === true ? 1000 : animate };
  return { duration, easing: toEasing(curve) };
}

function setTransitions({ root, props }: AnimatedView): void {
  const steps = Object.values(ASPECTS).flatMap(([property, ...css]) => {
    const timing = toTiming(props[property]);
    return timing === undefined ? [] : css.map((name) => `${name} ${timing.duration}ms ${timing.easing}`);
  });
  setStyle(root, "transition", steps.join(", "));
}

const listening = new WeakSet<HTMLElement>();

/** Emits `animationEnd` once per aspect, when the last of its CSS properties has ended. */
function listenForEnd(view: AnimatedView): void {
  const { root } = view;
  if (listening.has(root) || !view.listensTo("animationEnd")) return;
  listening.add(root);
  const ended = new Set<AnimatedAspect>();
  root.addEventListener("transitionend", ({ target, propertyName, pseudoElement }) => {
    const aspect = target === root && pseudoElement === "" ? aspectOf(view, propertyName) : undefined;
    if (aspect === undefined) return;
    // Properties that end together fire one event each, so wait for the next frame.
    if (ended.size === 0) requestAnimationFrame(report);
    ended.add(aspect);
  });
  const report = (): void => {
    for (const animation of root.getAnimations()) {
      const aspect = animation instanceof CSSTransition ? aspectOf(view, animation.transitionProperty) : undefined;
      if (aspect !== undefined) ended.delete(aspect);
    }
    for (const aspect of ended) view.emit("animationEnd", aspect);
    ended.clear();
  };
}

/**
 * Setter of `align`. CSS cannot animate between two alignments, so the distance is measured. Measuring costs a layout,
 * so it is done only if `animateAlign` is set.
 */
function align(view: AnimatedView): void {
  const { root, props } = view;
  const timing = toTiming(props.animateAlign);
  if (timing === undefined) return setAlign(view);
  const before = root.getBoundingClientRect();
  setAlign(view);
  // A control without a box has no earlier position to move from.
  if (before.width === 0) return;
  requestAnimationFrame(() => {
    const after = root.getBoundingClientRect();
    const way = [`${before.left - after.left}px ${before.top - after.top}px`, "0px 0px"];
    const isStill = way[0] === way[1] || !root.isConnected;
    if (isStill) return;
    const duration = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : timing.duration;
    const shown = root.animate({ translate: way }, { ...timing, duration, composite: "add" });
    shown.onfinish = () => view.emit("animationEnd", "align");
  });
}

alignBy(align);

/** Setters of the animation properties. Loaded when one of them is used. */
export const feature: Feature = {
  ...Object.fromEntries(Object.values(ASPECTS).map(([property]) => [property, setTransitions])),
  onAnimationEnd: listenForEnd,
};
