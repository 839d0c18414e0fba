import { booleanType, integerType, objectType, type Type } from "../../core/types.ts";

/** The pointer came over a tab, or left it. Flet: `TabBarHoverEvent`. */
export interface TabHover {
  readonly hovering: boolean;
  /** Which tab, counted from 0. */
  readonly index: number;
}
export const tabHoverType: Type<TabHover> = objectType<TabHover>(
  "TabHover",
  { hovering: booleanType, index: integerType({ min: 0 }) },
  ["hovering", "index"],
);
