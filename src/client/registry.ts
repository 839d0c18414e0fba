import type { Parts, Renderer } from "./renderer.ts";
import { baseDefaults, defaults } from "./renderers/defaults.ts";
import { loaders, renderers } from "./renderers/index.ts";
import { unknownRenderer } from "./unknown.ts";

/** Renderers by `$type`: those of the first load, then those that came since. */
const ready = new Map<string, Renderer>(Object.entries(renderers));

/** Shows controls of a type with a renderer of one's own; replaces the one there is. */
export function registerRenderer<P, E extends Parts>(type: string, renderer: Renderer<P, E>): void {
  ready.set(type, renderer as unknown as Renderer);
}

/** Loads the renderers of types; undefined when all are there. A type that nothing shows counts as there. */
export function loadAll(types: ReadonlySet<string>): Promise<unknown> | undefined {
  const loading: Promise<void>[] = [];
  for (const type of types) {
    const load = loaders[type];
    if (ready.has(type) || load === undefined) continue;
    loading.push(load().then((renderer) => void ready.set(type, renderer)));
  }
  return loading.length === 0 ? undefined : Promise.all(loading);
}

export function rendererOf(type: string): Renderer {
  return ready.get(type) ?? unknownRenderer;
}

const inherited = new Map<string, object>();

/**
 * What properties of a type read when the document leaves them out. Its own keys are the type's defaults that
 * are not neutral; those of every control are behind them, and null, false and "" read undefined.
 */
export function defaultsOf(type: string): object {
  let own = inherited.get(type);
  if (own === undefined) {
    own = Object.assign(Object.create(baseDefaults) as object, defaults[type]);
    inherited.set(type, own);
  }
  return own;
}
