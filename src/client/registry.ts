import type { Parts, Renderer } from "./renderer.ts";
import { baseDefaults, defaults } from "./renderers/defaults.ts";
import { families, renderers } from "./renderers/index.ts";
import { unknownRenderer } from "./unknown.ts";

/** Renderers by `$type`: those of the first load, then those that were loaded or registered later. */
const ready = new Map<string, Renderer>(Object.entries(renderers));

const familyOf: ReadonlyMap<string, () => Promise<{ readonly [type: string]: unknown }>> = new Map(
  families.flatMap(([load, types]) => types.split(" ").map((type) => [type, load] as const)),
);
const inherited = new Map<string, object>();

/**
 * Registers a renderer for a type of control. Replaces the existing one. `own` has the defaults of the type's
 * declaration that are not null, false or "". Documents leave them out, and `view.props` reads them.
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
 * Loads the renderers of types. Returns undefined if all are loaded. A type without a renderer counts as loaded. If
 * loading fails, `failed` is called and the type is retried the next time.
 */
export function loadAll(types: ReadonlySet<string>, failed: (error: unknown) => void): Promise<unknown> | undefined {
  const needed = new Set([...types].map((type) => (ready.has(type) ? undefined : familyOf.get(type))));
  needed.delete(undefined);
  if (needed.size === 0) return undefined;
  return Promise.all([...needed].map((load) => load?.().then(registerFamily, failed)));
}

/** Adds the renderers of a loaded family. Renderers that the app registered for the same types stay. */
function registerFamily({ defaults: own, ...family }: { readonly [type: string]: unknown }): void {
  Object.assign(defaults, own);
  for (const [type, renderer] of Object.entries(family)) if (!ready.has(type)) ready.set(type, renderer as Renderer);
}

export function rendererOf(type: string): Renderer {
  return ready.get(type) ?? unknownRenderer;
}

/**
 * Returns the values of a type's properties that a document leaves out. Own keys are the type's defaults that are not
 * neutral. Those of every control are in the prototype. Null, false and "" read undefined.
 */
export function defaultsOf(type: string): object {
  let own = inherited.get(type);
  if (own === undefined) {
    own = Object.assign(Object.create(baseDefaults) as object, defaults[type]);
    inherited.set(type, own);
  }
  return own;
}
