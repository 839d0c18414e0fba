import type { Layout } from "../../layout/layout.ts";
import { hugLayout } from "../../layout/simple.ts";
import { baseDefaults, defaults, families, layouts, renderers } from "../controls/index.ts";
import { addDefaults, setDefaults } from "../rendering/defaults.ts";
import type { Parts, Renderer } from "../rendering/renderer.ts";
import { unknownRenderer } from "./unknown-renderer.ts";

/** Renderers by `$type`: those of the first load, then those that were loaded or registered later. */
const ready = new Map<string, Renderer>(Object.entries(renderers));
addDefaults(defaults, baseDefaults);
/** Layouts by `$type`, of types whose renderer is built in. */
const layoutsByType: { [type: string]: Layout | undefined } = { ...layouts };

const familyOf: ReadonlyMap<string, () => Promise<{ readonly [type: string]: unknown }>> = new Map(
  families.flatMap(([load, types]) => types.split(" ").map((type) => [type, load] as const)),
);

/**
 * Registers a renderer for a type of control. Replaces the existing one. `own` has the defaults of the type's
 * declaration that are not null, false or "". Documents leave them out, and `view.props` reads them.
 */
export function registerRenderer<P, E extends Parts>(
  type: string,
  renderer: Renderer<P, E>,
  own: { readonly [K in keyof P]?: P[K] } = {},
): void {
  ready.set(type, renderer);
  setDefaults(type, own);
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
function registerFamily({ defaults: own, layouts: more, ...family }: { readonly [type: string]: unknown }): void {
  Object.assign(layoutsByType, more);
  addDefaults(own as { readonly [type: string]: object | undefined });
  for (const [type, renderer] of Object.entries(family)) if (!ready.has(type)) ready.set(type, renderer as Renderer);
}

/** Returns how a type lays out its children: as its renderer says, or as the declaration of a built-in type says. */
export function layoutOf(type: string, { layout }: Renderer): Layout {
  return layout ?? layoutsByType[type] ?? hugLayout;
}

/** Returns the renderer of a type. Returns a placeholder's renderer for an unknown type. */
export function rendererOf(type: string): Renderer {
  return ready.get(type) ?? unknownRenderer;
}
