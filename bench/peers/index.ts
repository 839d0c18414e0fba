import type { Peer } from "../lib/app.ts";

/** Whom to measure. Each is loaded in processes of its own, so that no peer's code is in another's. */
export interface Entry {
  readonly label: string;
  /** The package whose version is printed. */
  readonly package?: string;
  load(): Promise<Peer>;
  /** Ids of the workloads it is measured on, where not all. */
  readonly only?: readonly string[];
  /** Whether it has lists of controls to read through. */
  readonly hasLists?: boolean;
  /** Which builds of its packages Node takes. */
  readonly conditions?: readonly string[];
}

export const peers: { readonly [name: string]: Entry } = {
  runlet: {
    label: "Runlet",
    load: async () => (await import("./runlet.ts")).peer,
    hasLists: true,
  },
  "runlet-general": {
    label: "Runlet, general lane only",
    load: async () => (await import("./runlet.ts")).generalLane,
    only: ["change-1", "change-100", "change-10%"],
  },
  react: {
    label: "React",
    package: "react",
    load: async () => (await import("./react.ts")).peer,
  },
  vue: {
    label: "Vue",
    package: "@vue/runtime-core",
    load: async () => (await import("./vue.ts")).peer,
  },
  solid: {
    label: "Solid",
    package: "solid-js",
    load: async () => (await import("./solid.ts")).peer,
    // For Node there is a build that only makes HTML.
    conditions: ["browser"],
  },
  "remote-dom": {
    label: "remote-dom",
    package: "@remote-dom/core",
    load: async () => (await import("./remote-dom.ts")).peer,
  },
  "json-patch": {
    label: "fast-json-patch",
    package: "fast-json-patch",
    load: async () => (await import("./json-patch.ts")).peer,
  },
};
