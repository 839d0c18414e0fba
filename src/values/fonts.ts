import { mustBe, problemIn } from "../core/declaration/problem.ts";
import { isPlainObject, type Type } from "../core/declaration/types.ts";
import { urlType } from "./url.ts";

/** Font files by the name of their font family: `{ Kanit: "/fonts/kanit.woff2" }`. */
export interface Fonts {
  readonly [family: string]: string;
}

const fileType = urlType(
  "a path on this site",
  ({ protocol, host }) => protocol === "http:" && host.endsWith(".invalid"),
);

export const fontsType: Type<Fonts> = {
  name: "Fonts",
  check(value) {
    if (!isPlainObject(value)) return mustBe("an object of files by family", value);
    for (const [family, file] of Object.entries(value)) {
      const problem = fileType.check(file);
      if (problem !== undefined) return problemIn(family, problem);
    }
    return undefined;
  },
};
