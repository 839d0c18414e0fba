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
const loaders: { readonly [property: string]: () => Promise<Feature> } = {
  tooltip: () => import("./tooltip.ts").then(({ feature }) => feature),
  badge: () => import("./badge.ts").then(({ feature }) => feature),
  expandLoose: () => import("./expand-loose.ts").then(({ feature }) => feature),
  wrap: () => import("./wrapped-lines.ts").then(({ feature }) => feature),
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
  showLayoutDebugger: () => import("../layout-debugger/layout-debugger.ts").then(({ feature }) => feature),
  floatingActionButtonLocation: bars,
  "$slots/appbar": bars,
  "$slots/bottomAppbar": bars,
  "$slots/navigationBar": bars,
  "$slots/floatingActionButton": bars,
};
/** Names of all properties and slots that are features. */
export const featureNames: readonly string[] = Object.keys(loaders);

/** Features that are not loaded yet, by the name of a property, or of a slot such as `$slots/appbar`. */
export const missingFeatures: Map<string, () => Promise<Feature>> = new Map(Object.entries(loaders));

/** Loads features that are missing. A feature that cannot be loaded is retried the next time. */
export function loadFeatures(names: ReadonlySet<string>, failed: (error: unknown) => void): Promise<unknown> {
  const needed = new Set([...names].map((name) => missingFeatures.get(name)));
  const load = async (loader: (() => Promise<Feature>) | undefined): Promise<void> => {
    if (loader === undefined) return;
    Object.assign(baseProps, await loader());
    for (const name of featureNames) if (loaders[name] === loader) missingFeatures.delete(name);
  };
  return Promise.all([...needed].map((loader) => load(loader).catch(failed)));
}
