import type { Peer } from "../lib/app.ts";

/** Whom to measure. Loaded in a process of its own, so that no peer's code is in another's. */
export interface Entry {
  readonly label: string;
  /** The package whose version is printed. */
  readonly package?: string;
  load(): Promise<Peer>;
  /** Ids of the workloads it is measured on, where not all. */
  readonly only?: readonly string[];
}

export const peers: { readonly [name: string]: Entry } = {
  runlet: {
    label: "Runlet",
    load: async () => (await import("./runlet.ts")).peer,
  },
  "runlet-general": {
    label: "Runlet, general lane only",
    load: async () => (await import("./runlet.ts")).generalLane,
    only: ["change-1", "change-100", "change-10%"],
  },
};
