import { baseProps } from "../dom/base-props.ts";
import type { Feature } from "../rendering/feature.ts";

/** The code of themes. Loaded once something on the page has a theme. */
export let theming: typeof import("../theme/theming.ts") | undefined;

const themes = async () => {
  theming = await import("../theme/theming.ts");
  return theming;
};

type Loader = () => Promise<{ readonly feature: Feature }>;

/** Modules of features, each with the names of its properties, and of slots such as `$slots/appbar`. */
const loaders: readonly (readonly [load: Loader, names: string])[] = [
  [() => import("./tooltip.ts"), "tooltip"],
  [() => import("./badge.ts"), "badge"],
  [() => import("./scroll.ts"), "scroll autoScroll onScroll"],
  [() => import("./share.ts"), "expand"],
  [() => import("./expand-loose.ts"), "expandLoose"],
  [() => import("./intrinsic.ts"), "intrinsicHeight intrinsicWidth"],
  [() => import("./wrapped-lines.ts"), "wrap"],
  [() => import("./align.ts"), "align"],
  [() => import("./transform.ts"), "rotate scale offset flip transform"],
  [() => import("./size-change.ts"), "onSizeChange"],
  [() => import("./columns.ts"), "col"],
  [() => import("./position.ts"), "left top right bottom"],
  [themes, "theme darkTheme fonts"],
  [
    () => import("./animation.ts"),
    "animate animateOpacity animateSize animatePosition animateAlign animateMargin animateRotation animateScale animateOffset onAnimationEnd",
  ],
  [() => import("../layout-debugger/layout-debugger.ts"), "showLayoutDebugger"],
  [
    () => import("./bars.ts"),
    "floatingActionButtonLocation $slots/appbar $slots/bottomAppbar $slots/navigationBar $slots/floatingActionButton",
  ],
];

/** Features that are not loaded yet, by the name of a property or slot. */
export const missingFeatures: Map<string, Loader> = new Map(
  loaders.flatMap(([load, names]) => names.split(" ").map((name) => [name, load] as const)),
);

/** Names of all properties and slots that are features. */
export const featureNames: readonly string[] = [...missingFeatures.keys()];

/** Loads features that are missing. A feature that cannot be loaded is retried the next time. */
export function loadFeatures(names: ReadonlySet<string>, failed: (error: unknown) => void): Promise<unknown> {
  const needed = new Set([...names].map((name) => missingFeatures.get(name)));
  const load = async (loader: Loader | undefined): Promise<void> => {
    if (loader === undefined) return;
    Object.assign(baseProps, (await loader()).feature);
    for (const [name, missing] of missingFeatures) if (missing === loader) missingFeatures.delete(name);
  };
  return Promise.all([...needed].map((loader) => load(loader).catch(failed)));
}
