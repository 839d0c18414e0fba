import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Control } from "../src/controls/control.ts";
import type { Spec } from "../src/controls/spec.ts";

const DECLARATIONS = "src/controls";

/** A class of controls, and the file that declares it. */
export interface DeclaredControl {
  readonly type: string;
  /** Name of the folder that its declaration and its renderer are in. */
  readonly family: string;
  readonly class: { readonly spec: Spec };
  readonly file: string;
}

/** Returns the source files of a folder in alphabetical order, without the generated `index.ts`. */
export function sourceFiles(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== "index.ts");
  return names.sort().map((name) => join(folder, name));
}

/** Returns the file that holds a control's behavior in tests without a browser, if the control has one. */
export function behaviorFileOf({ type, family }: Pick<DeclaredControl, "type" | "family">): string | undefined {
  const file = `${DECLARATIONS}/${family}/${kebabCase(type)}-behavior.ts`;
  return existsSync(file) ? file : undefined;
}

/** Returns the files that export a behavior, whether or not there is a control of that name. */
export function behaviorFiles(): string[] {
  const names = readdirSync(DECLARATIONS, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith("-behavior.ts")).map((name) => join(DECLARATIONS, name));
  return files.filter((file) => /^export const behavior\b/m.test(readFileSync(file, "utf8"))).sort();
}

/**
 * Returns the files that declare controls: first what several families share, then family by family. The files of
 * their behaviors are not among them, nor is the generated `behaviors.ts`.
 */
export function declarationFiles(): string[] {
  const folders = readdirSync(DECLARATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const families = folders.map(({ name }) => join(DECLARATIONS, name)).sort();
  return [DECLARATIONS, ...families].flatMap(sourceFiles).filter((file) => !/\bbehaviors?\.ts$/.test(file));
}

/** Loads every control class that has its own declaration: Control, then the classes in `src/controls`. */
export async function loadControls(): Promise<DeclaredControl[]> {
  const found: DeclaredControl[] = [
    { type: "Control", family: "page", class: Control, file: "src/controls/control.ts" },
  ];
  for (const file of declarationFiles()) {
    const module = (await import(pathToFileURL(file).href)) as { [name: string]: unknown };
    for (const value of Object.values(module)) {
      if (typeof value !== "function" || !(value.prototype instanceof Control) || !Object.hasOwn(value, "spec"))
        continue;
      const declared = value as unknown as DeclaredControl["class"];
      found.push({ type: declared.spec.type, family: basename(join(file, "..")), class: declared, file });
    }
  }
  return found;
}

/** Converts `TextSpan` to `text-span`. */
export function kebabCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "-").toLowerCase();
}

/** Converts `src/x/text-span.ts` to `textSpan`. */
export function camelCase(file: string): string {
  return basename(file, ".ts").replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
