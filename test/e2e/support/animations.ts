import type { Locator } from "playwright-core";

/** Settings of an animation: the animated property, the duration in milliseconds, and the easing as CSS. */
export type AnimationSettings = readonly [property: string, duration: number, easing: string];

/** A duration in milliseconds that no test waits for, so that an animation lasts until the test ends it. */
export const ENDLESS = 3_600_000;

/** Easings of curves as browsers write them. */
export const EASINGS = {
  linear: "cubic-bezier(0, 0, 1, 1)",
  easeInQuad: "cubic-bezier(0.55, 0.085, 0.68, 0.53)",
  easeOutQuad: "cubic-bezier(0.25, 0.46, 0.45, 0.94)",
} as const;

/** Returns the settings of all running animations of an element, of what is inside it, and of pseudo-elements. */
export function animationsOf(element: Locator): Promise<AnimationSettings[]> {
  return element.evaluate((root) =>
    root.getAnimations({ subtree: true }).flatMap(({ effect }): [string, number, string][] => {
      if (!(effect instanceof KeyframeEffect)) return [];
      const own = ["offset", "computedOffset", "easing", "composite", "transformOrigin"];
      const names = Object.keys(effect.getKeyframes()[0] ?? {}).filter((name) => !own.includes(name));
      const { duration, easing = "" } = effect.getTiming();
      return names.map((name) => [name, Number(duration), easing]);
    }),
  );
}

/** Stops all animations of an element and of what is inside it at a share of their duration. 1 ends them. */
export function moveAnimations(element: Locator, share: number): Promise<void> {
  return element.evaluate((root, share) => {
    for (const animation of root.getAnimations({ subtree: true })) {
      if (share === 1) animation.finish();
      else {
        animation.pause();
        animation.currentTime = Number(animation.effect?.getTiming().duration) * share;
      }
    }
  }, share);
}
