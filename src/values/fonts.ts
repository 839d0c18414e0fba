import { mismatch, problemIn, toCode } from "../core/declaration/problem.ts";
import { isPlainObject, type Type } from "../core/declaration/types.ts";
import { urlType } from "./url.ts";

/** Font files by the name of their font family: `{ Kanit: "/fonts/kanit.woff2" }`. */
export interface Fonts {
  readonly [family: string]: string;
}

const EXAMPLE: Fonts = { Kanit: "/fonts/kanit.woff2" };

const fileType = urlType(
  "a path on this site",
  "/fonts/kanit.woff2",
  ({ protocol, host }) => protocol === "http:" && host.endsWith(".invalid"),
);

export const fontsType: Type<Fonts> = {
  name: "Fonts",
  isKind: isPlainObject,
  check(value) {
    if (!isPlainObject(value)) return mismatch(fontsType, value);
    for (const [family, file] of Object.entries(value)) {
      const problem = fileType.check(file);
      if (problem !== undefined) return problemIn(family, problem);
    }
    return undefined;
  },
  expects: () => `an object of files by family, such as ${toCode(EXAMPLE)}`,
  example: () => EXAMPLE,
};
