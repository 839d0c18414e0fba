import type { Parts, Renderer } from "./renderer.ts";
import { baseDefaults, defaults } from "./renderers/defaults.ts";
import { families, renderers } from "./renderers/index.ts";
import { unknownRenderer } from "./unknown.ts";

/** Renderers by `$type`: those of the first load, then those that came since. */
const ready = new Map<string, Renderer>(Object.entries(renderers));

const familyOf: ReadonlyMap<string, () => Promise<{ readonly [type: string]: unknown }>> = new Map(
  families.flatMap(([load, types]) => types.split(" ").map((type) => [type, load] as const)),
);
const inherited = new Map<string, object>();

/**
 * Shows controls of a type with a renderer of one's own; replaces the one there is. `own` are the defaults of the
 * type's declaration that are not null, false or "": a document leaves them out, and `view.props` reads them.
 */
export function registerRenderer<P, E extends Parts>(
  type: string,
  renderer: Renderer<P, E>,
  own: { readonly [K in keyof P]?: P[K] } = {},
): void {
  ready.set(type, renderer as unknown as Renderer);
  inherited.set(type, Object.assign(Object.create(baseDefaults) as object, own));
}

/**
 * Loads the renderers of types; undefined when all are there. A type that nothing shows counts as there, and one that
 * cannot be loaded, too: `failed` hears of it, and it is tried again the next time.
 */
export function loadAll(types: ReadonlySet<string>, failed: (error: unknown) => void): Promise<unknown> | undefined {
  const needed = new Set([...types].map((type) => (ready.has(type) ? undefined : familyOf.get(type))));
  needed.delete(undefined);
  if (needed.size === 0) return undefined;
  return Promise.all([...needed].map((load) => load?.().then(take, failed)));
}

/** A family has come. What an app registered in place of one of its renderers stays. */
function take({ defaults: own, ...family }: { readonly [type: string]: unknown }): void {
  Object.assign(defaults, own);
  for (const [type, renderer] of Object.entries(family)) if (!ready.has(type)) ready.set(type, renderer as Renderer);
}

export function rendererOf(type: string): Renderer {
  return ready.get(type) ?? unknownRenderer;
}

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
