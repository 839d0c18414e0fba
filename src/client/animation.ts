import type { ContainerProps } from "../controls/container.ts";
import type { LayoutProps, Read } from "../core/control-props.ts";
import type { Animate, AnimatedAspect } from "../core/values/animation.ts";
import { baseProps } from "./base.ts";
import { setStyle } from "./css.ts";
import { toEasing } from "./easing.ts";
import type { Feature } from "./features.ts";
import type { Parts, Setter } from "./renderer.ts";
import type { View } from "./view.ts";

type AnimatedProps = LayoutProps<Read> & Pick<ContainerProps<Read>, "animate">;
type AnimatedView = View<AnimatedProps>;

/** The CSS properties by which each aspect changes. */
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

/** What changes where a CSS property does; undefined where the app did not ask for that, and it is the control's own way. */
function aspectOf({ props }: AnimatedView, css: string): AnimatedAspect | undefined {
  const found = Object.entries(ASPECTS).find(
    ([, [property, ...names]]) => props[property] != null && (names as readonly string[]).includes(css),
  );
  // A container's padding is told edge by edge.
  return (found?.[0] as AnimatedAspect | undefined) ?? (props.animate == null ? undefined : "container");
}

/** Milliseconds and easing as CSS has them; undefined where nothing is animated. */
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

/** Tells once for each aspect, when the last of its CSS properties has come to its end. */
function listenForEnd(view: AnimatedView): void {
  const { root } = view;
  if (listening.has(root) || !view.hears("animationEnd")) return;
  listening.add(root);
  const ended = new Set<AnimatedAspect>();
  root.addEventListener("transitionend", ({ target, propertyName, pseudoElement }) => {
    const aspect = target === root && pseudoElement === "" ? aspectOf(view, propertyName) : undefined;
    if (aspect === undefined) return;
    // Those that end together are told of one by one.
    if (ended.size === 0) requestAnimationFrame(tell);
    ended.add(aspect);
  });
  const tell = (): void => {
    for (const animation of root.getAnimations()) {
      const aspect = animation instanceof CSSTransition ? aspectOf(view, animation.transitionProperty) : undefined;
      if (aspect !== undefined) ended.delete(aspect);
    }
    for (const aspect of ended) view.emit("animationEnd", aspect);
    ended.clear();
  };
}

const place = baseProps.align as Setter<never, Parts>;

/** The setter of `align`. CSS knows no way between two alignments: it is measured, only where it is asked for. */
function align(view: AnimatedView): void {
  const { root, props } = view;
  const timing = toTiming(props.animateAlign);
  if (timing === undefined) return place(view as never);
  const before = root.getBoundingClientRect();
  place(view as never);
  // At first it comes from nowhere.
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

export const feature: Feature = {
  ...Object.fromEntries(Object.values(ASPECTS).map(([property]) => [property, setTransitions])),
  align,
  onAnimationEnd: listenForEnd,
};
