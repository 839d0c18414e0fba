import type { Fault } from "./fault.ts";

export const hooks: readonly Fault[] = [
  {
    name: "a hook that throws stops the flush",
    file: "src/core/funnel.ts",
    find: "      this.report(error, kind, name, node);\n      return undefined;\n    }\n  }\n\n  /** Routes",
    replace: "      throw error;\n    }\n  }\n\n  /** Routes",
  },
  {
    name: "what a control owns does not end with it",
    file: "src/core/lifetime.ts",
    find: "for (const owned of [...this.#owned]) owned.unsubscribe();",
    replace: "",
  },
  {
    name: "a sleep does not end with its control",
    file: "src/core/lifetime.ts",
    find: "for (const wake of [...this.#sleeping]) wake(reason);",
    replace: "",
  },
];
