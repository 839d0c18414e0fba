import { baseProps } from "../dom/base-props.ts";
import type { Feature } from "../rendering/feature.ts";

const position = () => import("./position.ts").then(({ feature }) => feature);
const animation = () => import("./animation.ts").then(({ feature }) => feature);
const bars = () => import("./bars.ts").then(({ feature }) => feature);
/** The code of themes. Loaded once something on the page has a theme. */
export let theming: typeof import("../theme/theming.ts") | undefined;

const themes = async (): Promise<Feature> => {
  theming = await import("../theme/theming.ts");
  return theming.feature;
};
const loaders: { readonly [property: string]: (() => Promise<Feature>) | undefined } = {
  tooltip: () => import("./tooltip.ts").then(({ feature }) => feature),
  badge: () => import("./badge.ts").then(({ feature }) => feature),
  expandLoose: () => import("./expand-loose.ts").then(({ feature }) => feature),
  col: () => import("./columns.ts").then(({ feature }) => feature),
  left: position,
  top: position,
  right: position,
  bottom: position,
  theme: themes,
  darkTheme: themes,
  fonts: themes,
  animate: animation,
  animateOpacity: animation,
  animateSize: animation,
  animatePosition: animation,
  animateAlign: animation,
  animateMargin: animation,
  animateRotation: animation,
  animateScale: animation,
  animateOffset: animation,
  onAnimationEnd: animation,
  floatingActionButtonLocation: bars,
  "$slots/appbar": bars,
  "$slots/bottomAppbar": bars,
  "$slots/navigationBar": bars,
  "$slots/floatingActionButton": bars,
};
const loaded = new Set<() => Promise<Feature>>();

/** Names of all properties and slots that are features. */
export const featureNames: readonly string[] = Object.keys(loaders);

/** Returns whether a property, or a slot named like `$slots/appbar`, is a feature that is not loaded yet. */
export function isFeature(name: string): boolean {
  const load = loaders[name];
  return load !== undefined && !loaded.has(load);
}

/**
 * Loads features that are missing. Returns undefined if there are none. A feature that cannot be loaded is retried the
 * next time.
 */
export function loadFeatures(
  names: ReadonlySet<string>,
  failed: (error: unknown) => void,
): Promise<unknown> | undefined {
  if (names.size === 0) return undefined;
  const needed = new Set([...names].map((name) => loaders[name]));
  const load = async (loader: (() => Promise<Feature>) | undefined): Promise<void> => {
    if (loader === undefined) return;
    Object.assign(baseProps, await loader());
    loaded.add(loader);
  };
  return Promise.all([...needed].map((loader) => load(loader).catch(failed)));
}
