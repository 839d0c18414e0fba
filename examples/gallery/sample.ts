import type { Control } from "runlet";

/** What the gallery shows of a kind of control, and tests look at. */
export interface Sample {
  /** Its `$type`. */
  readonly type: string;
  /** A live one. */
  make(): Control;
  /** Further ones, by what is to be seen in them. */
  readonly states?: { readonly [name: string]: () => Control };
}
