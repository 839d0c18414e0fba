import { readdirSync } from "node:fs";
import type { Control } from "runlet";

/** The groups of the gallery's list, in its order. */
export const GROUPS = ["Basics", "Layout", "Display", "Buttons", "Menus", "Input", "Bars", "Gestures"] as const;

/** What the gallery shows of a kind of control, and what tests keep pictures of. */
export interface Sample<C extends Control = Control> {
  readonly kind: ControlClass<C>;
  readonly group: (typeof GROUPS)[number];
  /** What it is for, in one sentence. */
  readonly says: string;
  /** Makes the one that is shown large, whose properties can be changed; filled so that it can be tried at once. */
  make(): C;
  /** Puts it into what it stands in, such as a span into a text. Default: it stands alone. */
  around?(control: C): Control;
  /** Its states and varieties by name, each worth a picture: at rest, nothing that moves. */
  readonly states: { readonly [name: string]: () => Control };
}

export type ControlClass<C extends Control = Control> = (new (props?: never) => C) & Pick<typeof Control, "spec">;

/** Ties `make` and `around` to the class. */
export function sample<C extends Control>(sample: Sample<C>): Sample {
  return sample as unknown as Sample;
}

/** All samples, in the order of their files. */
export async function loadSamples(): Promise<Sample[]> {
  const folder = new URL("./samples/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const modules = await Promise.all(files.sort().map((name) => import(new URL(name, folder).href)));
  return modules.flatMap(({ samples }: { samples: readonly Sample[] }) => samples);
}
