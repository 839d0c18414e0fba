import type { Peer } from "../lib/app.ts";

/** A peer to measure. Each peer is loaded in separate processes, so that the code of one cannot slow down another. */
export interface Entry {
  readonly label: string;
  /** Package whose version is printed. */
  readonly package?: string;
  load(): Promise<Peer>;
  /** Ids of the workloads to measure. Default: all. */
  readonly only?: readonly string[];
  /** Whether the peer has lists of controls through which an app can reach a row. */
  readonly hasLists?: boolean;
  /** Export conditions with which Node resolves the peer's packages. */
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
    // The build for Node only renders HTML.
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
