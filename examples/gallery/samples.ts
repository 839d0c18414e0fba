import { readdirSync } from "node:fs";
import type { Sample } from "./sample.ts";

/** Samples of one kind, by what their file is called. */
export interface Group {
  readonly name: string;
  readonly samples: readonly Sample[];
}

/** All samples: every export of every file in `samples`, by file and in alphabetical order. */
export async function loadSamples(): Promise<Group[]> {
  const folder = new URL("./samples/", import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  return Promise.all(
    files.sort().map(async (file) => {
      const { samples } = (await import(new URL(file, folder).href)) as { samples: readonly Sample[] };
      const [first = "", ...rest] = file.slice(0, -3).replaceAll("-", " ");
      return {
        name: first.toUpperCase() + rest.join(""),
        samples: samples.toSorted((a, b) => (a.type < b.type ? -1 : 1)),
      };
    }),
  );
}
