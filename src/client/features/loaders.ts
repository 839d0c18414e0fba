import { baseProps } from "../dom/base-props.ts";
import type { Feature } from "../rendering/feature.ts";

const position = () => import("./position.ts");
const animation = () => import("./animation.ts");
const transform = () => import("./transform.ts");
const sizeChange = () => import("./size-change.ts");
const intrinsic = () => import("./intrinsic.ts");
const scroll = () => import("./scroll.ts");
const bars = () => import("./bars.ts");
/** The code of themes. Loaded once something on the page has a theme. */
export let theming: typeof import("../theme/theming.ts") | undefined;

const themes = async () => {
  theming = await import("../theme/theming.ts");
  return theming;
};
const loaders: { readonly [property: string]: () => Promise<{ readonly feature: Feature }> } = {
  tooltip: () => import("./tooltip.ts"),
  badge: () => import("./badge.ts"),
  expandLoose: () => import("./expand-loose.ts"),
  scroll,
  onScroll: scroll,
  intrinsicHeight: intrinsic,
  intrinsicWidth: intrinsic,
  expand: () => import("./share.ts"),
  wrap: () => import("./wrapped-lines.ts"),
  align: () => import("./align.ts"),
  rotate: transform,
  scale: transform,
  offset: transform,
  flip: transform,
  transform,
  onSizeChange: sizeChange,
  col: () => import("./columns.ts"),
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
  showLayoutDebugger: () => import("../layout-debugger/layout-debugger.ts"),
  floatingActionButtonLocation: bars,
  "$slots/appbar": bars,
  "$slots/bottomAppbar": bars,
  "$slots/navigationBar": bars,
  "$slots/floatingActionButton": bars,
};
/** Names of all properties and slots that are features. */
export const featureNames: readonly string[] = Object.keys(loaders);

/** Features that are not loaded yet, by the name of a property, or of a slot such as `$slots/appbar`. */
export const missingFeatures: Map<string, () => Promise<{ readonly feature: Feature }>> = new Map(
  Object.entries(loaders),
);

/** Loads features that are missing. A feature that cannot be loaded is retried the next time. */
export function loadFeatures(names: ReadonlySet<string>, failed: (error: unknown) => void): Promise<unknown> {
  const needed = new Set([...names].map((name) => missingFeatures.get(name)));
  const load = async (loader: (() => Promise<{ readonly feature: Feature }>) | undefined): Promise<void> => {
    if (loader === undefined) return;
    Object.assign(baseProps, (await loader()).feature);
    for (const name of featureNames) if (loaders[name] === loader) missingFeatures.delete(name);
  };
  return Promise.all([...needed].map((loader) => load(loader).catch(failed)));
}
