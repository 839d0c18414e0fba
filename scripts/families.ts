import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Control } from "../src/controls/control.ts";
import type { Spec } from "../src/controls/spec.ts";
import { type AnyEntry, Prop } from "../src/core/declaration/spec.ts";
import { encodeAs } from "../src/core/declaration/types.ts";
import type { Layout } from "../src/layout/layout.ts";
import { hugLayout } from "../src/layout/simple.ts";
import { type DeclaredControl, kebabCase, loadControls, sourceFiles } from "./controls.ts";

/** Layouts by the file that exports them. */
const LAYOUTS: ReadonlyMap<string, object> = new Map(
  await Promise.all(
    sourceFiles("src/layout").map(
      async (file): Promise<[string, object]> => [file, await import(pathToFileURL(file).href)],
    ),
  ),
);

/** Folder of all renderers: a folder for each family, with a file for each control. */
export const RENDERERS = "src/client/controls";

/** Families whose renderers are part of the first load. Each other family is a chunk, loaded when first needed. */
export const FIRST_LOAD: readonly string[] = ["page", "flex", "text"];

/** Types whose renderer is a chunk of its own, because pages with other controls of the family rarely have one. */
const OWN_CHUNK: readonly string[] = ["Rating"];

/** Loads all controls by chunk, which is a family in most cases. The families of the first load come first. */
export async function loadFamilies(): Promise<Map<string, DeclaredControl[]>> {
  const families = new Map<string, DeclaredControl[]>(FIRST_LOAD.map((family) => [family, []]));
  for (const control of await loadControls()) {
    const chunk = OWN_CHUNK.includes(control.type) ? kebabCase(control.type) : control.family;
    families.set(chunk, [...(families.get(chunk) ?? []), control]);
  }
  return families;
}

/** Returns the file of a control's renderer. */
export function rendererOf({ type, family }: Pick<DeclaredControl, "type" | "family">): string {
  return `${RENDERERS}/${family}/${kebabCase(type)}.ts`;
}

/**
 * Returns the source of the module that `import("family:field")` loads: the family's renderers by type, and the default
 * values of their properties. Only the build has such a module, so that a folder becomes a chunk without a file for it.
 * `specifierOf` returns what the module imports for a file of this repository. Default: the absolute path.
 */
export function familyModule(
  controls: readonly DeclaredControl[],
  specifierOf: (file: string) => string = (file) => resolve(file),
): string {
  const renderers = controls.map((control) => {
    return `export { renderer as ${control.type} } from ${JSON.stringify(specifierOf(rendererOf(control)))};\n`;
  });
  const { imports, layouts } = layoutsOf(controls, specifierOf);
  return `${imports}${renderers.join("")}export const layouts = ${layouts};\nexport const defaults = ${defaultsOf(controls)};\n`;
}

/** Returns the layouts by type, other than the default, and the statements that import them. */
export function layoutsOf(
  controls: readonly DeclaredControl[],
  specifierOf: (file: string) => string,
): { imports: string; layouts: string } {
  const named = controls.flatMap(({ type, class: { spec } }) =>
    spec.layout === hugLayout ? [] : [{ type, ...findLayout(spec.layout) }],
  );
  const names = new Map(named.map(({ name, file }) => [name, file]));
  const imports = [...names].map(([name, file]) => `import { ${name} } from ${JSON.stringify(specifierOf(file))};\n`);
  return {
    imports: imports.join(""),
    layouts: `{ ${named.map(({ type, name }) => `${type}: ${name}`).join(", ")} }`,
  };
}

/** Returns the name under which a layout is exported, and the file. */
function findLayout(layout: Layout): { name: string; file: string } {
  for (const [file, exported] of LAYOUTS)
    for (const [name, value] of Object.entries(exported)) if (value === layout) return { name, file };
  throw new Error(`The layout "${layout.name}" is not exported by a file in src/layout.`);
}

/** Returns default values by type, other than null, false and "": a renderer's setter is not called for those three. */
export function defaultsOf(controls: readonly DeclaredControl[]): string {
  const types = controls
    .filter(({ type }) => type !== "Control")
    .map(({ type, class: { spec } }) => ({ type, defaults: nonNeutral(spec, Control.spec) }))
    .filter(({ defaults }) => defaults !== "{}")
    .map(({ type, defaults }) => `  ${type}: ${defaults},\n`);
  return `{\n${types.join("")}}`;
}

/** Returns the default values of the properties that every control has. */
export function commonDefaults(): string {
  return nonNeutral(Control.spec);
}

function nonNeutral(spec: Spec, base?: Spec): string {
  const fields = Object.entries(spec.entries).flatMap(([name, entry]) => {
    const wire = wireDefault(entry);
    const isImplied = base?.entries[name] === undefined ? isNeutral(wire) : wire === wireDefault(base.entries[name]);
    return isImplied ? [] : `${name}: ${wire}`;
  });
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** Returns a default as the client receives it, as JSON. Slots and events have none. */
function wireDefault(entry: AnyEntry | undefined): string {
  return entry instanceof Prop ? JSON.stringify(encodeAs(entry.type, entry.default) ?? null) : "null";
}

function isNeutral(json: string): boolean {
  return json === "null" || json === "false" || json === '""';
}
