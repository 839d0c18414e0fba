import { readdirSync } from "node:fs";
import type { Control } from "runlet";

/** Groups of the gallery's list, in the order of the list. */
export const GROUPS = ["Basics", "Layout", "Display", "Buttons", "Menus", "Input", "Bars", "Gestures"] as const;

/** Sample of a type of control, which the gallery shows and tests take screenshots of. */
export interface Sample<C extends Control = Control> {
  readonly kind: ControlClass<C>;
  readonly group: (typeof GROUPS)[number];
  /** Purpose of the control in one sentence. */
  readonly says: string;
  /** Creates the large instance, whose properties can be edited. It has content, so that it can be tried at once. */
  make(): C;
  /** Puts the control into the parent that it needs, such as a span into a text. Default: no parent. */
  around?(control: C): Control;
  /** States and variants by name, one screenshot each. They must not move, or screenshots would differ. */
  readonly states: { readonly [name: string]: () => Control };
}

export type ControlClass<C extends Control = Control> = (new (props?: never) => C) & Pick<typeof Control, "spec">;

/** Creates a sample, and checks that `make` and `around` have the type of the class. */
export function sample<C extends Control>(sample: Sample<C>): Sample {
  return sample as unknown as Sample;
}

/** All samples in the order of their files. */
export async function loadSamples(): Promise<Sample[]> {
  const folder = new URL("./samples/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const modules = await Promise.all(files.sort().map((name) => import(new URL(name, folder).href)));
  return modules.flatMap(({ samples }: { samples: readonly Sample[] }) => samples);
}
